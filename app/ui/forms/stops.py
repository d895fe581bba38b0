"""Where the Tab key stops: what is added later is reached where it stands, not at the end."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops_in(widget: QWidget) -> list[QWidget]:
    """Give what takes the focus inside a widget, in order."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [
        one
        for one in inside
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and one.window() is widget.window()  # a list that drops down is a window of its own
    ]


def reach_before(new: QWidget, following: QWidget) -> None:
    """Have the Tab key reach everything in `new` just before `following`, which takes the focus."""
    last = following
    for stop in stops_in(new):
        QWidget.setTabOrder(last, stop)
        last = stop
    if last is not following:
        QWidget.setTabOrder(last, following)


def reach_after(before: QWidget, new: Iterable[QWidget]) -> None:
    """Have the Tab key reach these widgets that take the focus just after `before`, in order."""
    for stop in new:
        QWidget.setTabOrder(before, stop)
        before = stop
