"""Side by side: the words of the record, and the words a reader will see instead."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from app.disclosure.disguise import Disguised, Replacement
from app.papers.sides import Side
from app.ui.theme.tokens import tokens
from app.ui.widgets.parts import STEP, muted

IN_FULL = "In the record"
AS_READ = "As they will read it"
NOTHING = "This document prints no words of the record."
AS_IT_IS = "Everything stands as it was recorded: nobody else is named in it."


class DisguiseView(QWidget):
    """Shows each paragraph twice, with what is replaced underlined in both.

    Keyboard and screen reader can read the text like any other. The tooltip of a replaced passage
    shows the words on the other side. Those that may be no name but a word are marked apart, and
    named above.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("disguise_view")
        self._sides: tuple[Side, ...] = ()
        self.count = muted()
        self.count.setObjectName("disguise_count")
        self.text = QTextEdit()
        self.text.setObjectName("disguise_text")
        self.text.setAccessibleName(f"{IN_FULL}, and {AS_READ.lower()}, paragraph by paragraph")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        rows.addWidget(self.count)
        rows.addWidget(self.text, 1)

    def show_sides(self, sides: Sequence[Side]) -> None:
        """Show these paragraphs, starting at the first."""
        self._sides = tuple(sides)
        self.count.setText(_counted(self._sides))
        self.text.setVisible(bool(self._sides))
        self._write()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self) -> None:
        self.text.clear()
        if not self._sides:
            return
        cursor = self.text.textCursor()
        table = cursor.insertTable(2 * len(self._sides) + 1, 2, _table_format())
        for column, words in enumerate((IN_FULL, AS_READ)):
            table.cellAt(0, column).firstCursorPosition().insertText(words, _bold())
        for at, side in enumerate(self._sides):
            self._write_side(table, 2 * at + 1, side)

    def _write_side(self, table: QTextTable, row: int, side: Side) -> None:
        table.mergeCells(row, 0, 1, 2)
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens().muted))
        table.cellAt(row, 0).firstCursorPosition().insertText(side.paragraph.label, quiet)
        for column, pieces in enumerate((_full_pieces(side.text), _shown_pieces(side.text))):
            cursor = table.cellAt(row + 1, column).firstCursorPosition()
            for one in pieces:
                cursor.insertText(one.words, _marked(one) if one.tip else QTextCharFormat())

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._sides:
            self._write()


class Piece(NamedTuple):
    """A passage of a text, with its tooltip if it is replaced, and whether it may be a word."""

    words: str
    tip: str = ""
    a_word: bool = False


def _full_pieces(text: Disguised) -> list[Piece]:
    return _pieces(
        text.full, [(one.full, "They will read: " + one.instead, one) for one in text.replaced]
    )


def _shown_pieces(text: Disguised) -> list[Piece]:
    return _pieces(
        text.shown, [(one.shown, "In the record: " + one.words, one) for one in text.replaced]
    )


def _pieces(text: str, marks: Sequence[tuple[tuple[int, int], str, Replacement]]) -> list[Piece]:
    pieces, done = [], 0
    for (start, end), tip, one in marks:
        kind = f"{one.trace.value}; it is a word too" if one.a_word else one.trace.value
        pieces += [Piece(text[done:start]), Piece(text[start:end], f"{tip} ({kind})", one.a_word)]
        done = end
    return [*pieces, Piece(text[done:])]


def _counted(sides: Sequence[Side]) -> str:
    """Return a sentence saying how many places are replaced."""
    if not sides:
        return NOTHING
    replaced: list[Replacement] = [one for side in sides for one in side.text.replaced]
    if not replaced:
        return AS_IT_IS
    places = "1 place is" if len(replaced) == 1 else f"{len(replaced)} places are"
    said = f"{places} written otherwise for this reader, underlined on both sides."
    words = dict.fromkeys(f"“{one.words}”" for one in replaced if one.a_word)
    look = (
        f" Look whether a name was meant by {', '.join(words)}: it may be a word." if words else ""
    )
    return said + look


def _marked(piece: Piece) -> QTextCharFormat:
    """Return the format of a replaced passage: underlined, on a soft background, with a tooltip.

    What may be a word has a wave under it and another background.
    """
    made = QTextCharFormat()
    line = QTextCharFormat.UnderlineStyle
    made.setUnderlineStyle(line.WaveUnderline if piece.a_word else line.SingleUnderline)
    made.setBackground(QColor(tokens().red_soft if piece.a_word else tokens().amber_soft))
    made.setForeground(QColor(tokens().ink))
    made.setToolTip(piece.tip)
    return made


def _bold() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _table_format() -> QTextTableFormat:
    made = QTextTableFormat()
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    made.setColumnWidthConstraints([half, half])
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellPadding(STEP)
    made.setCellSpacing(0)
    made.setHeaderRowCount(1)
    return made
