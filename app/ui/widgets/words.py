"""Words on screen as they are, never as markup, and in the order an English reader expects.

Qt lets a label run by its first letter: “Case 12 · محمد, Year 12” would run from right to left.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.typesetting.direction import begins_leftwards, direction_of

_RIGHTWARDS = "\u200e"
"""Unseen. What begins with it runs from left to right."""


class Words(QLabel):
    """A label of plain text, at the left of its place."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        self.setText(text)

    # Qt
    def setText(self, text: str) -> None:
        turned = not text.isascii() and begins_leftwards(text) and not direction_of(text)
        super().setText(f"{_RIGHTWARDS}{text}" if turned else text)

    def text(self) -> str:
        return super().text().removeprefix(_RIGHTWARDS)
