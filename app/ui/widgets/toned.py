"""Table cells whose words follow the current colour scheme: a cell names its token."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.domain.kit.tone import Tone
from app.ui.theme.tokens import tokens

TONE_ROLE = Qt.ItemDataRole.UserRole
"""The item role that holds the token of its words, such as `green`; `ink` if it is not set."""


def token_of(tone: Tone) -> str:
    """Return the token for words of this tone."""
    return "muted" if tone is Tone.NEUTRAL else tone.value


class TonedWords(QStyledItemDelegate):
    """Draws the words of a cell in the colour of the current scheme."""

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
