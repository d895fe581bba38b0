"""Words of a table in the colours of the scheme that is on: a cell names its tone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme.current import tokens

TONE_ROLE = Qt.ItemDataRole.UserRole
"""Where an item keeps the name of its tone, such as `green`; without one it is ink."""


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
