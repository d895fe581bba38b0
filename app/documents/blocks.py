"""What documents are made of: address, title, callout, sections of answers, signature."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from app.documents import typeface as face
from app.documents.text import Piece, Words, text

Answer = str | Sequence[Words]
"""An answer in one text, or in several that stand below each other."""

LETTER_COLUMN = 23.0
LABEL_COLUMN = 128.0
"""Widths in points: the section's letter, and the quiet labels at the left of the answers."""
_HEAD_BELOW = 4.0
_CELL = 3.1
_DROP = 1.1
"""How much lower small type is set, so that label and answer share a base line."""
_CALLOUT = 11.0
_KEPT_WHOLE = 110.0
"""A section lower than this goes to the next page rather than being parted."""
_ROW_KEPT_WHOLE = 62.0
"""A row of up to four lines is not parted."""
_SIGNED = 38.0
_GUTTER = 26.0
_ADDRESS_WIDTH = 88 * mm
ADDRESS_HEIGHT = 21 * mm


class _Row(NamedTuple):
    label: list[Piece]
    answer: list[Piece]


class Block(Flowable):
    """A part of a document that measures itself from its width and draws itself from the top."""

    wide = 0.0
    tall = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give width and height in points."""
        self.wide = width
        self.tall = self.measured()
        return self.wide, self.tall

    def measured(self) -> float:
        """Give the height in points for the width that was set."""
        raise NotImplementedError


class Section(Block):
    """A lettered heading over an accent rule, then labels with their answers between hairlines.

    It breaks between rows, or inside a long answer, and says its heading again on the next page.
    The heading never stands without at least the first lines of an answer.
    """

    def __init__(
        self, letter: str, heading: str, rows: Sequence[_Row], *, again: bool = False
    ) -> None:
        super().__init__()
        self.letter, self.heading, self.rows, self.again = letter, heading, list(rows), again
        self._letter = text(letter, face.SECTION_LETTER)
        self._heading = text(heading, face.SECTION)
        self._continued = text("continued", face.KIND) if again else []
        self.spaceBefore = 0 if again else 13

    def measured(self) -> float:
        """Give the height of heading and rows together."""
        return self._head() + sum(self._row(row) for row in self.rows)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut it so that the first part fits; nothing when no answer could begin."""
        self.wide = width
        if self.measured() < _KEPT_WHOLE:
            return []
        room = height - self._head()
        kept: list[_Row] = []
        for at, row in enumerate(self.rows):
            needed = self._row(row)
            if needed > room:
                start, rest = self._cut(row, room)
                kept += start
                left = [*rest, *self.rows[at + 1 :]]
                break
            kept.append(row)
            room -= needed
        else:
            return [self]
        if not kept:
            return []
        if len(left) == 1 and len(kept) > 2 and left[0] is self.rows[-1]:
            left.insert(0, kept.pop())
        return [
            Section(self.letter, self.heading, kept, again=self.again),
            Section(self.letter, self.heading, left, again=True),
        ]

    def draw(self) -> None:
        """Draw from the top down."""
        y = self.tall
        _stack(self._letter, self, 0, y - 1.6, LETTER_COLUMN)
        _stack(self._heading, self, LETTER_COLUMN, y, self.wide - LETTER_COLUMN)
        _stack(self._continued, self, self.wide - 80, y - 1.6, 80)
        y -= self._head()
        _rule(self, y, face.ACCENT, 0.9)
        for row in self.rows:
            _stack(row.label, self, 0, y - _CELL - _DROP, LABEL_COLUMN - 12)
            _stack(row.answer, self, LABEL_COLUMN, y - _CELL, self.wide - LABEL_COLUMN)
            y -= self._row(row)
            _rule(self, y, face.LINE, 0.5)

    def _head(self) -> float:
        return _tall(self._heading, self.wide - LETTER_COLUMN) + _HEAD_BELOW

    def _row(self, row: _Row) -> float:
        label = _tall(row.label, LABEL_COLUMN - 12)
        return max(label, _tall(row.answer, self.wide - LABEL_COLUMN)) + 2 * _CELL

    def _cut(self, row: _Row, room: float) -> tuple[list[_Row], list[_Row]]:
        """Cut one row at a height: what stays, and what goes on with its label said again."""
        if self._row(row) < _ROW_KEPT_WHOLE:
            return [], [row]
        start, rest = _parted(row.answer, self.wide - LABEL_COLUMN, room - 2 * _CELL)
        if not start or _tall(row.label, LABEL_COLUMN - 12) > room - 2 * _CELL:
            return [], [row]
        return [_Row(row.label, start)], [_Row(row.label, rest)]


class Callout(Block):
    """A few sentences on a soft ground beside an accent bar: what to know first."""

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__()
        self.pieces = pieces
        self.spaceBefore = 9

    def measured(self) -> float:
        return _tall(self.pieces, self.wide - 2 * _CALLOUT) + 2 * _CALLOUT - 6

    def split(self, width: float, height: float) -> list[Flowable]:
        start, rest = _parted(self.pieces, width - 2 * _CALLOUT, height - 2 * _CALLOUT)
        return [Callout(start), Callout(rest)] if start and rest else []

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(face.SOFT)
        canvas.rect(0, 0, self.wide, self.tall, stroke=0, fill=1)
        canvas.setFillColor(face.ACCENT)
        canvas.rect(0, 0, 2.6, self.tall, stroke=0, fill=1)
        inside = self.wide - 2 * _CALLOUT
        _stack(self.pieces, self, _CALLOUT, self.tall - _CALLOUT + 3, inside)


class AddressBlock(Block):
    """Who a letter goes to, where a DL window shows it, and its references at the right."""

    def __init__(self, lines: Sequence[str], facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.address = [piece for line in lines for piece in text(line, face.ADDRESS)]
        self.facts = [(text(label, face.KIND), text(fact, face.ANSWER)) for label, fact in facts]

    def measured(self) -> float:
        right = sum(_tall(fact, self.wide - 364) for _, fact in self.facts) + 10
        return max(ADDRESS_HEIGHT, right, _tall(self.address, _ADDRESS_WIDTH) + 10)

    def draw(self) -> None:
        _stack(self.address, self, 0, self.tall, _ADDRESS_WIDTH)
        y = self.tall
        for label, fact in self.facts:
            _stack(label, self, 290, y - _DROP, 64)
            y = _stack(fact, self, 364, y, self.wide - 364)


class SignatureColumns(Block):
    """Side by side: a statement, and lines to write on, each with its label and what is known."""

    def __init__(self, columns: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__()
        self.columns = [
            (
                text(statement, face.ANSWER),
                [(text(label, face.LABEL), text(known, face.ANSWER)) for label, known in lines],
            )
            for statement, lines in columns
        ]
        self.spaceBefore = 16

    def measured(self) -> float:
        rows = max(len(lines) for _, lines in self.columns)
        return self._statements() + rows * _SIGNED + 4

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        width = self._column()
        for at, (statement, lines) in enumerate(self.columns):
            x = at * (width + _GUTTER)
            _stack(statement, self, x, self.tall, width)
            y = self.tall - self._statements()
            for label, known in lines:
                _stack(known, self, x, _stack(label, self, x, y - 4, width) + 1, width)
                y -= _SIGNED
                self.canv.setStrokeColor(face.MUTED)
                self.canv.setLineWidth(0.6)
                self.canv.line(x, y, x + width, y)

    def _column(self) -> float:
        return (self.wide - _GUTTER * (len(self.columns) - 1)) / len(self.columns)

    def _statements(self) -> float:
        return max(_tall(statement, self._column()) for statement, _ in self.columns) + 2


def address_block(lines: Sequence[str], facts: Sequence[tuple[str, str]] = ()) -> list[Flowable]:
    """Make the address (up to five lines) with dates and references beside it."""
    return [AddressBlock(lines, facts)]


def title(words: str, under: Words = "") -> list[Flowable]:
    """Make the title of a document, and the quiet line below it."""
    return [*text(words, face.TITLE), *(text(under, face.UNDER_TITLE) if under else ())]


def callout(lines: Sequence[Words]) -> list[Flowable]:
    """Make the callout: each line begins with a strong lead such as "Why now."."""
    return [Callout([piece for line in lines for piece in text(line, face.CALLOUT)])]


def section(letter: str, heading: str, rows: Sequence[tuple[str, Answer]]) -> list[Flowable]:
    """Make a section of labels and answers.

    Raises ValueError for an answer without any words: a document leaves nothing blank.
    """
    made = []
    for label, answer in rows:
        texts = (answer,) if isinstance(answer, str) else answer
        pieces = [piece for words in texts for piece in text(words, face.ANSWER)]
        if not any("".join(words).strip() for words in texts):
            raise ValueError(f"no answer for {label!r}")
        made.append(_Row(text(label, face.LABEL), pieces))
    return [Section(letter, heading, made)]


def paragraphs(words: Words, style: ParagraphStyle = face.BODY) -> list[Flowable]:
    """Make running text of whatever somebody wrote."""
    return list(text(words, style))


def signature_block(*columns: tuple[str, Sequence[tuple[str, str]]]) -> list[Flowable]:
    """Make statements with the lines to sign below them, side by side, never parted by a page."""
    return [SignatureColumns(columns)]


def _tall(pieces: Sequence[Piece], width: float) -> float:
    return sum(_height(piece, width, at) for at, piece in enumerate(pieces))


def _height(piece: Piece, width: float, at: int) -> float:
    """Give the height of one piece of a stack, with the gap above it unless it stands first."""
    return piece.wrap(width, 0)[1] + (piece.getSpaceBefore() if at else 0)


def _stack(pieces: Sequence[Piece], on: Flowable, x: float, top: float, width: float) -> float:
    """Draw pieces below each other from `top` down, and give the height reached."""
    for at, piece in enumerate(pieces):
        top -= _height(piece, width, at)
        piece.drawOn(on.canv, x, top)
    return top


def _rule(on: Section, y: float, colour: object, thickness: float) -> None:
    on.canv.setStrokeColor(colour)
    on.canv.setLineWidth(thickness)
    on.canv.line(0, y, on.wide, y)


def _parted(pieces: Sequence[Piece], width: float, room: float) -> tuple[list[Piece], list[Piece]]:
    """Part pieces at a height: those that fit, and the rest."""
    for at, piece in enumerate(pieces):
        needed = _height(piece, width, at)
        if needed > room:
            gap = needed - piece.wrap(width, 0)[1]
            cut = piece.split(width, room - gap)
            first, rest = (cut[:1], cut[1:]) if len(cut) == 2 else ([], [piece])
            return [*pieces[:at], *first], [*rest, *pieces[at + 1 :]]
        room -= needed
    return list(pieces), []
