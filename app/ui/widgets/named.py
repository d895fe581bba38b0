"""The two names every widget that can be used has: one for tests, one that is read aloud."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, says: str) -> W:
    """Give a widget its object name and what a screen reader says of it."""
    widget.setObjectName(name)
    widget.setAccessibleName(says)
    return widget
