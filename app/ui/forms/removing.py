"""The small cross that takes something out of a list."""

from PySide6.QtWidgets import QPushButton

from app.ui.theme.icons import icon
from app.ui.widgets.parts import quiet


def remove_button() -> QPushButton:
    """Make the cross. Whoever shows it gives it an accessible name."""
    made = quiet("")
    made.setIcon(icon("x", "muted"))
    made.setToolTip("Remove")
    made.setFixedSize(32, 32)
    return made
