"""Words of a table in the colours of the scheme that is on: a cell names its token."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.domain.kit.tone import Tone
from app.ui.theme.tokens import tokens

TONE_ROLE = Qt.ItemDataRole.UserRole
"""Where an item keeps the token of its words, such as `green`; without one they are in ink."""


def token_of(tone: Tone) -> str:
    """Name the token of the schemes in which words of this tone are written."""
    return "muted" if tone is Tone.NEUTRAL else tone.value


class TonedWords(QStyledItemDelegate):
    """Draws the words of a cell in the colour of the scheme that is on."""

    # Qt
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        colours = tokens()
        words = QColor(getattr(colours, str(index.data(TONE_ROLE) or "ink")))
        palette = option.palette
        palette.setColor(QPalette.ColorRole.Text, words)
        palette.setColor(QPalette.ColorRole.HighlightedText, words)
        palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.accent_soft))
        option.palette = palette
