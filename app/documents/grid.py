"""The grid: a heading, perhaps heads of columns, and rows that break well across pages."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, Self

from reportlab.platypus.flowables import Flowable

from app.documents import typeface as face
from app.documents.block import Block, parted, stack, tall
from app.documents.text import Piece, text

LETTER_COLUMN = 23.0
"""Width in points of a section's letter, left of its heading."""
GAP = 12.0
"""How far cells of one row stand apart."""
_HEAD_BELOW = 4.0
_CELL = 3.1
_DROP = 1.1
"""How much lower small type is set, so that label and answer share a base line."""
_KEPT_WHOLE = 110.0
"""A grid lower than this goes to the next page rather than being parted."""
_ROW_KEPT_WHOLE = 62.0
"""A row of up to four lines is not parted."""
_BOX = 8.4


class Mark(Enum):
    """What is drawn before a row."""

    NONE = auto()
    BOX = auto()
    TICKED = auto()


class Cells(NamedTuple):
    """One row: the pieces of each column. `empty` is room to write in, in points."""

    cells: tuple[list[Piece], ...]
    mark: Mark = Mark.NONE
    empty: float = 0


class Look(NamedTuple):
    """How a grid stands: the shares of its columns, and what is drawn around its rows.

    A share of 1 or less is a part of what is left by those given in points. `said_again` repeats
    the heading on the next page.
    """

    columns: tuple[float, ...] = (1,)
    ruled: bool = True
    said_again: bool = True


class Heads(NamedTuple):
    """The letter and heading over a grid, and the heads of its columns: each may be missing."""

    heading: str = ""
    letter: str = ""
    columns: tuple[str, ...] = ()


class Grid(Block):
    """A heading over an accent rule, then rows of cells between hairlines.

    It breaks between rows, or inside a long cell, and says its heads again on the next page. The
    heads never stand without at least the first lines of a row.
    """

    def __init__(
        self, heads: Heads, rows: Sequence[Cells], look: Look, *, again: bool = False
    ) -> None:
        super().__init__()
        self.heads, self.rows, self.look, self.again = heads, list(rows), look, again
        shown = bool(heads.heading) and (look.said_again or not again)
        self._letter = text(heads.letter, face.SECTION_LETTER) if heads.letter and shown else []
        self._heading = text(heads.heading, face.SECTION) if shown else []
        self._continued = text("continued", face.KIND) if again and shown else []
        self._columns = [text(words, face.COLUMN) for words in heads.columns]
        self.spaceBefore = 0 if again else 13 if heads.heading else 7

    def measured(self) -> float:
        """Give the height of heads and rows together."""
        return self._head() + sum(self._row(row) for row in self.rows)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut it so that the first part fits; nothing when no row could begin."""
        self.wide = width
        if self.measured() < _KEPT_WHOLE:
            return []
        room = height - self._head()
        kept: list[Cells] = []
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
        return [self._part(kept, again=self.again), self._part(left, again=True)]

    def _part(self, rows: Sequence[Cells], *, again: bool) -> Self:
        return type(self)(self.heads, rows, self.look, again=again)

    def draw(self) -> None:
        """Draw from the top down."""
        y = self.tall
        if self._heading:
            left = LETTER_COLUMN if self._letter else 0
            stack(self._letter, self, 0, y - 1.6, LETTER_COLUMN)
            stack(self._heading, self, left, y, self.wide - left)
            stack(self._continued, self, self.wide - 80, y - 1.6, 80)
            y -= self._heading_tall()
            self.rule(y, face.ACCENT, 0.9)
        if self._columns:
            for pieces, (x, width) in zip(self._columns, self._places(), strict=True):
                stack(pieces, self, x, y - _CELL, width)
            y -= self._columns_tall()
            self.rule(y, face.MUTED, 0.6)
        for row in self.rows:
            y = self._draw_row(row, y)

    def _draw_row(self, row: Cells, y: float) -> float:
        if row.mark is not Mark.NONE:
            self._box(y - _CELL - 2.6, ticked=row.mark is Mark.TICKED)
        for pieces, (x, width) in zip(row.cells, self._places(), strict=True):
            drop = _DROP if pieces and pieces[0].style is face.LABEL else 0
            stack(pieces, self, x, y - _CELL - drop, width)
        y -= self._row(row)
        if self.look.ruled:
            self.rule(y, face.MUTED if row.empty else face.LINE, 0.5)
        return y

    def _box(self, top: float, *, ticked: bool) -> None:
        canvas = self.canv
        canvas.setStrokeColor(face.INK)
        canvas.setLineWidth(0.8)
        canvas.rect(0.6, top - _BOX, _BOX, _BOX)
        if ticked:
            canvas.setLineWidth(1.3)
            canvas.lines([(2.4, top - 4.6, 4.2, top - 6.8), (4.2, top - 6.8, 8.2, top - 1.6)])

    def _places(self) -> list[tuple[float, float]]:
        """Give the left edge and the width of each column, in points."""
        given = self.look.columns
        fixed = sum(share for share in given if share > 1)
        left = self.wide - fixed - GAP * (len(given) - 1)
        total = sum(share for share in given if share <= 1) or 1
        places, x = [], 0.0
        for share in given:
            width = share if share > 1 else left * share / total
            places.append((x, width))
            x += width + GAP
        return places

    def _head(self) -> float:
        return self._heading_tall() + self._columns_tall()

    def _heading_tall(self) -> float:
        left = LETTER_COLUMN if self._letter else 0
        return tall(self._heading, self.wide - left) + _HEAD_BELOW if self._heading else 0

    def _columns_tall(self) -> float:
        if not self._columns:
            return 0
        places = zip(self._columns, self._places(), strict=True)
        return max(tall(pieces, width) for pieces, (_, width) in places) + 2 * _CELL

    def _row(self, row: Cells) -> float:
        cells = zip(row.cells, self._places(), strict=True)
        return max(row.empty, *(tall(it, width) for it, (_, width) in cells), 0.0) + 2 * _CELL

    def _cut(self, row: Cells, room: float) -> tuple[list[Cells], list[Cells]]:
        """Cut one row at a height: what stays, and what goes on with its label said again."""
        if self._row(row) < _ROW_KEPT_WHOLE:
            return [], [row]
        inner = room - 2 * _CELL
        above, below = [], []
        for pieces, (_, width) in zip(row.cells, self._places(), strict=True):
            start, rest = parted(pieces, width, inner)
            if pieces and not start:
                return [], [row]
            above.append(start)
            below.append(rest)
        if row.cells[0] and not below[0] and len(row.cells) > 1:
            below[0] = [*row.cells[0]]
        return [Cells(tuple(above), row.mark)], [Cells(tuple(below))]
