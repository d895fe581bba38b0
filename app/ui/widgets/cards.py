"""A column of cards that scrolls: used for every list on the page of a case."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.parts import STEP


def bring_into_sight(part: QWidget) -> None:
    """Scroll the area around a widget until it is visible, once the layout is done."""
    QTimer.singleShot(0, part, partial(_scroll_to, part))


def _scroll_to(part: QWidget) -> None:
    # Lay out new widgets now; otherwise they would move this one away afterwards.
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    above = part.parentWidget()
    while above and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(part, 0, 3 * STEP)


_DEEPEST = 3
"""How many nested layouts may pass a change on to the one around them."""


class Scroll(QScrollArea):
    """An area that can scroll to one of the widgets inside it."""

    def reach(self, part: QWidget) -> None:
        """Scroll until a widget is visible, with some space around it."""
        self.ensureWidgetVisible(part, 0, 8 * STEP)


def scrolling(inside: QWidget, name: str = "") -> Scroll:
    """Put a widget into a frameless area that scrolls it.

    With a name, the keyboard can reach and scroll the area itself; without, only what is inside.
    """
    made = Scroll()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(inside)
    for ground in (inside, made.viewport()):
        ground.setAutoFillBackground(False)
    made.setAccessibleName(name)
    if not name:
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


class Cards(QWidget):
    """A column of cards, added one by one. The widgets above and below them stay."""

    def __init__(
        self, name: str, above: Iterable[QWidget] = (), below: Iterable[QWidget] = ()
    ) -> None:
        super().__init__()
        inside = QWidget()
        every = QVBoxLayout(inside)
        every.setContentsMargins(0, 0, STEP, 0)
        every.setSpacing(12)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        for part in above:
            every.addWidget(part)
        every.addLayout(self.rows)
        for part in below:
            every.addWidget(part)
        every.addStretch(1)  # with a top alignment instead, cards that wrap would be cut
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inside, name)
        whole.addWidget(self._area)

    def add(self, widget: QWidget) -> None:
        """Add a widget below the others."""
        self.rows.addWidget(widget)

    def reach(self, widget: QWidget) -> None:
        """Scroll to a widget that has grown, once it has its new size."""
        QTimer.singleShot(0, widget, lambda: self._area.reach(widget))

    def clear(self) -> None:
        """Remove every widget."""
        while self.rows.count():
            self.take(0)

    def take(self, place: int) -> None:
        """Remove one widget; -1 is the last."""
        at = place if place >= 0 else self.rows.count() + place
        item = self.rows.takeAt(at)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
