"""Tables: a heading, perhaps column heads, and rows that break well across pages."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from reportlab.platypus.flowables import Flowable

from app.typesetting import typeface as face
from app.typesetting.block import Block, parted, stack, tall
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element, note_heading
from app.typesetting.text import text

LETTER_COLUMN = 23.0
"""Width in points of a section's letter, left of its heading."""
GAP = 12.0
"""The gap between the cells of one row."""
_HEAD_BELOW = 4.0
_TO_WRITE = 0.8
"""The least share of an empty row that a pen still has room in."""
_CELL = 3.1
_DROP = 1.1
"""How much lower small type is set, so that label and answer share a baseline."""
_KEPT_WHOLE = 110.0
"""A table lower than this is not split; it moves to the next page."""
_ROW_KEPT_WHOLE = 120.0
"""A row lower than this, up to eight lines, is not split."""
_LONELY = 48.0
"""A last row lower than this, up to three lines, keeps the row before it on its page."""


class TableRole(Enum):
    """What the rows of a table are for a screen reader."""

    ANSWERS = auto()
    TABLE = auto()
    PROSE = auto()
    LIST = auto()


_ELEMENTS = {
    TableRole.ANSWERS: "Table",
    TableRole.TABLE: "Table",
    TableRole.LIST: "L",
    TableRole.PROSE: "Div",
}
_ROWS = {
    TableRole.ANSWERS: "TR",
    TableRole.TABLE: "TR",
    TableRole.LIST: "LI",
    TableRole.PROSE: "Div",
}


@dataclass(frozen=True, eq=False)
class TableRow:
    """One row: the pieces of each column. `empty` is room to write, in points.

    `whole` is the row that this one continues after a page break.
    """

    cells: tuple[list[Piece], ...]
    empty: float = 0
    whole: "TableRow | None" = None

    repeats: bool = False
    """True if the first cell only repeats the label from before the page break."""

    @property
    def key(self) -> "TableRow":
        """The same key for both parts of a row that a page break splits."""
        return self.whole or self


class TableStyle(NamedTuple):
    """The style of a table: the widths of its columns, and what is drawn around its rows.

    A width above 1 is in points; one of 1 or less is a share of the rest. `said_again` repeats
    the heading on the next page.
    """

    columns: tuple[float, ...] = (1,)
    sort: TableRole = TableRole.ANSWERS
    ruled: bool = True
    said_again: bool = True


class TableHeader(NamedTuple):
    """The letter and heading over a table, and the heads of its columns. Each may be empty."""

    heading: str = ""
    letter: str = ""
    columns: tuple[str, ...] = ()


class TableBlock(Block):
    """A heading over an accent rule, then rows of cells between hairlines.

    It breaks between rows, or inside a long cell, and repeats its heads on the next page. The heads
    are never without at least the first lines of a row.
    """

    def __init__(
        self,
        heads: TableHeader,
        rows: Sequence[TableRow],
        look: TableStyle,
        *,
        key: object = None,
        again: bool = False,
    ) -> None:
        super().__init__()
        self.heads, self.rows, self.look = heads, list(rows), look
        self.key = key or self
        self.again = again
        shown = bool(heads.heading) and (look.said_again or not again)
        self._letter = text(heads.letter, face.SECTION_LETTER) if heads.letter and shown else []
        self._heading = text(heads.heading, face.SECTION) if shown else []
        self._continued = text("continued", face.KIND) if again and shown else []
        self._columns = [text(words, face.COLUMN) for words in heads.columns]
        self.spaceBefore = 0 if again else 13 if heads.heading else 7

    def measured(self) -> float:
        """Return the height of heads and rows together."""
        return self._head() + sum(self._row(row) for row in self.rows)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split it so that the first part fits. Return nothing if no row fits.

        What goes on from the page before begins a page: it is not split further down.
        """
        self.wide = width
        if self.measured() < _KEPT_WHOLE or (self.again and not _at_top(self)):
            return []
        room = height - self._head()
        kept: list[TableRow] = []
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
        if left == self.rows[-1:] and len(kept) > 2 and self._row(left[0]) < _LONELY:
            left.insert(0, kept.pop())
        parts = [
            TableBlock(self.heads, kept, self.look, key=self.key, again=self.again),
            TableBlock(self.heads, left, self.look, key=self.key, again=True),
        ]
        for part in parts:
            part.air = self.air
        return list(parts)

    def draw(self) -> None:
        """Draw from the top down."""
        y = self.tall
        if self._heading:
            y = self._draw_heading(y)
        with element(self.canv, _ELEMENTS[self.look.sort], (self.key, "body")):
            if self._columns:
                y = self._draw_columns(y)
            for row in self.rows:
                with element(self.canv, _ROWS[self.look.sort], row.key):
                    y = self._draw_row(row, y)

    def _draw_heading(self, y: float) -> float:
        left = LETTER_COLUMN if self._letter else 0
        with self._said_once("H2", (self.key, "heading")):
            if not self.again:
                note_heading(
                    self.canv, f"{self.heads.letter} {self.heads.heading}".strip(), "H2", y
                )
            stack(self._letter, self, 0, y - 1.6, LETTER_COLUMN)
            stack(self._heading, self, left, y, self.wide - left)
        with artifact(self.canv, "Pagination"):
            stack(self._continued, self, self.wide - 80, y - 1.6, 80)
        y -= self._heading_tall()
        self.rule(y, face.ACCENT, 0.9)
        return y

    def _draw_columns(self, y: float) -> float:
        with self._said_once("TR", (self.key, "columns"), leaf=False):
            for at, (pieces, (x, width)) in enumerate(_placed(self, self._columns)):
                key = (self.key, "column", at)
                with element(self.canv, "TH", key, "Column", leaf=True):
                    stack(pieces, self, x, y - self._pad, width)
        y -= self._columns_tall()
        self.rule(y, face.MUTED, 0.6)
        return y

    @contextmanager
    def _said_once(self, kind: str, key: object, *, leaf: bool = True) -> Iterator[None]:
        """Mark the block as text, but as an artifact if it repeats a heading after a page break."""
        if self.again:
            with artifact(self.canv, "Pagination"):
                yield
        else:
            with element(self.canv, kind, key, leaf=leaf):
                yield

    def _draw_row(self, row: TableRow, y: float) -> float:
        for at, (pieces, (x, width)) in enumerate(_placed(self, row.cells)):
            drop = _DROP if pieces and pieces[0].style is face.LABEL else 0
            with self._cell(row, at):
                stack(pieces, self, x, y - self._pad - drop, width)
        y -= self._row(row)
        if self.look.ruled:
            self.rule(y, face.MUTED if row.empty else face.LINE, 0.5)
        return y

    @contextmanager
    def _cell(self, row: TableRow, at: int) -> Iterator[None]:
        """Mark the block as one cell: the head of its row, an answer, the body of a point."""
        first, key = at == 0, (row.key, at)
        if first and row.repeats:
            with artifact(self.canv, "Pagination"):
                yield
            return
        if self.look.sort is TableRole.PROSE:
            yield
            return
        kind, scope = {
            TableRole.ANSWERS: ("TH", "Row") if first else ("TD", ""),
            TableRole.TABLE: ("TD", ""),
            TableRole.LIST: ("Lbl", "") if first else ("LBody", ""),
        }[self.look.sort]
        with element(self.canv, kind, key, scope, leaf=kind in {"TH", "Lbl"}):
            yield

    @property
    def _pad(self) -> float:
        """The white space above and below the words of a cell."""
        return _CELL * self.air

    def _head(self) -> float:
        return self._heading_tall() + self._columns_tall()

    def _heading_tall(self) -> float:
        left = LETTER_COLUMN if self._letter else 0
        return tall(self._heading, self.wide - left) + _HEAD_BELOW if self._heading else 0

    def _columns_tall(self) -> float:
        if not self._columns:
            return 0
        placed = _placed(self, self._columns)
        return max(tall(pieces, width) for pieces, (_, width) in placed) + 2 * self._pad

    def _row(self, row: TableRow) -> float:
        cells = (tall(pieces, width) for pieces, (_, width) in _placed(self, row.cells))
        return max(row.empty * max(self.air, _TO_WRITE), *cells) + 2 * self._pad

    def _cut(self, row: TableRow, room: float) -> tuple[list[TableRow], list[TableRow]]:
        """Split one row at a height. Return what stays, and the rest with its label repeated."""
        if self._row(row) < _ROW_KEPT_WHOLE:
            return [], [row]
        inner = room - 2 * self._pad
        above, below = [], []
        for pieces, (_, width) in _placed(self, row.cells):
            start, rest = parted(pieces, width, inner)
            if pieces and not start:
                return [], [row]
            above.append(start)
            below.append(rest)
        repeats = bool(row.cells[0]) and not below[0] and len(row.cells) > 1
        if repeats:
            below[0] = [*row.cells[0]]
        first = TableRow(tuple(above), whole=row.whole, repeats=row.repeats)
        return [first], [TableRow(tuple(below), whole=first.key, repeats=repeats)]


def _at_top(block: Block) -> bool:
    """Return whether nothing is above a block on its page. ReportLab says so while it is placed."""
    frame = getattr(block, "_frame", None)
    return frame is None or bool(frame._atTop)  # noqa: SLF001


def _placed(
    grid: TableBlock, cells: Sequence[list[Piece]]
) -> Iterator[tuple[list[Piece], tuple[float, float]]]:
    """Yield the pieces of each cell with its left edge and its width, in points."""
    given = grid.look.columns
    fixed = sum(share for share in given if share > 1)
    left = grid.wide - fixed - GAP * (len(given) - 1)
    total = sum(share for share in given if share <= 1) or 1
    x = 0.0
    for pieces, share in zip(cells, given, strict=True):
        width = share if share > 1 else left * share / total
        yield pieces, (x, width)
        x += width + GAP
