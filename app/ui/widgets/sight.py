"""Brings a part of a page into sight, wherever on the page it stands."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.widgets.parts import STEP


def bring_into_sight(part: QWidget) -> None:
    """Scroll what is around a part until it can be seen, once everything has its place."""
    QTimer.singleShot(0, part, partial(_scroll_to, part))


def _scroll_to(part: QWidget) -> None:
    # What was added a moment ago is laid out now, or it would move the part away afterwards.
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    above = part.parentWidget()
    while above and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(part, 0, 3 * STEP)


_DEEPEST = 3
"""How often a layout that has changed may ask the one around it to change."""
