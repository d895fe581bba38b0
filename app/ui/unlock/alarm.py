"""The sentence about what is wrong with the whole, on the way into a casebook."""

from PySide6.QtWidgets import QLabel

from app.ui.widgets.parts import label


def alarm(name: str) -> QLabel:
    """Make a hidden label for a sentence about what is wrong with the whole."""
    made = label("", "alarm")
    made.setObjectName(name)
    made.hide()
    return made
