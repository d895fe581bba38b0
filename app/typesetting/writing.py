"""Room to write by hand: a question in grey, with lines or boxes below it or at its right."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from app.typesetting import typeface as face
from app.typesetting.block import Block, stack, tall
from app.typesetting.content import Part
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element
from app.typesetting.table import TableBlock, TableHeader, TableRole, TableRow, TableStyle
from app.typesetting.text import text

LINE = 8.5 * mm
"""The distance between lines: enough for an adult's handwriting."""
LABELS = 150.0
"""Width in points of the questions at the left of short answers."""
_GUTTER = 14.0
_ABOVE = 7.0
_BOX = 9.5
_BESIDE_BOX = 5.0
_BETWEEN = 18.0
_SIGN = 3.0
"""How much each line to write on is raised."""


class AnswerSpace(Part, frozen=True):
    """One question with room for its answer.

    `lines` is the number of lines to write on; `boxes` are the answers to tick; `hint` is small
    print under the question. A `wide` one has its lines below the question, not at its right.
    """

    written_as: ClassVar[str] = "Room"

    label: str
    hint: str = ""
    lines: int = 1
    boxes: tuple[str, ...] = ()
    wide: bool = False
    inner: bool = False
    """Indented under the question before it, on which it depends."""

    def flowables(self) -> list[Flowable]:
        return [AnswerSpaceBlock(self)]


class AnswerSpaceBlock(Block):
    """Draws one question and its room. A page break never splits it."""

    def __init__(self, room: AnswerSpace) -> None:
        super().__init__()
        self.room = room
        self.indent = 12.0 if room.inner else 0.0
        self.asked = [
            *text(room.label, face.ASKED),
            *(text(room.hint, face.HINT) if room.hint else ()),
        ]
        self.choices = [text(words, face.ANSWER)[0] for words in room.boxes]

    def measured(self) -> float:
        asked = tall(self.asked, self._asked_width())
        room = self._room_tall()
        return _ABOVE + (asked + room if self.room.wide else max(asked + 2, room))

    def draw(self) -> None:
        top = self.tall - _ABOVE
        with element(self.canv, "P", (self, "asked"), leaf=True):
            below = stack(self.asked, self, self.indent, top, self._asked_width())
        if self.room.wide:
            top = below
        x = self.indent if self.room.wide else LABELS + _GUTTER
        if self.choices:
            top = self._draw_boxes(x, top)
        with artifact(self.canv):
            self.canv.setStrokeColor(face.MUTED)
            self.canv.setLineWidth(0.5)
            for at in range(self.room.lines):
                y = top - LINE * (at + 1) + _SIGN
                self.canv.line(x, y, self.wide, y)

    def _asked_width(self) -> float:
        return (self.wide if self.room.wide else LABELS) - self.indent

    def _room_tall(self) -> float:
        return self.room.lines * LINE + sum(height for height, _ in self._rows_of_boxes())

    def _answer_width(self) -> float:
        left = self.indent if self.room.wide else LABELS + _GUTTER
        return self.wide - left

    def _rows_of_boxes(self) -> Iterator[tuple[float, list[tuple[float, Piece, float]]]]:
        """Yield the height of each row of boxes, and each box with its place, words and width."""
        row: list[tuple[float, Piece, float]] = []
        x, height, width = 0.0, 0.0, self._answer_width()
        for piece, words in zip(self.choices, self.room.boxes, strict=True):
            bare = stringWidth(words, face.REGULAR, face.ANSWER_SIZE) + 1
            wide = min(bare, width - _BOX - _BESIDE_BOX)
            if row and x + _BOX + _BESIDE_BOX + wide > width:
                yield height + 5, row
                row, x, height = [], 0.0, 0.0
            row.append((x, piece, wide))
            x += _BOX + _BESIDE_BOX + wide + _BETWEEN
            height = max(height, piece.wrap(wide, 0)[1])
        if row:
            yield height + 5, row

    def _draw_boxes(self, left: float, top: float) -> float:
        with element(self.canv, "L", (self, "boxes")):
            for height, row in self._rows_of_boxes():
                for x, piece, wide in row:
                    self._draw_box(piece, left + x, top, wide)
                top -= height
        return top

    def _draw_box(self, words: Piece, x: float, top: float, width: float) -> None:
        with artifact(self.canv):
            self.canv.setStrokeColor(face.INK)
            self.canv.setLineWidth(0.7)
            self.canv.rect(x, top - _BOX - 1.8, _BOX, _BOX)
        with element(self.canv, "LI", (words, "li")), element(self.canv, "LBody", (words, "body")):
            stack([words], self, x + _BOX + _BESIDE_BOX, top, width)


class EmptyTable(Part, frozen=True):
    """A table to fill in by hand, with a head for each column."""

    label: str
    hint: str
    columns: tuple[str, ...]
    rows: int

    def flowables(self) -> list[Flowable]:
        rows = [TableRow(tuple([] for _ in self.columns), empty=LINE) for _ in range(self.rows)]
        look = TableStyle(tuple(1 / len(self.columns) for _ in self.columns), TableRole.TABLE)
        table = TableBlock(TableHeader(columns=self.columns), rows, look)
        asked = AnswerSpaceBlock(AnswerSpace(self.label, self.hint, lines=0, wide=True))
        asked.keepWithNext = 1
        return [asked, table]


class AnswerSpaces(Part, frozen=True):
    """Answer spaces under a heading, which is never without the first of them.

    Boxes to tick stay with the lines for the reason; the `last` space stays with the signature.
    """

    written_as: ClassVar[str] = "Group"

    heading: str
    rooms: tuple[Part, ...]
    last: bool = False

    def flowables(self) -> list[Flowable]:
        rooms = [flowable for room in self.rooms for flowable in room.flowables()]
        for one, following in pairwise(rooms):
            if isinstance(one, AnswerSpaceBlock) and isinstance(following, AnswerSpaceBlock):
                one.keepWithNext = int(bool(one.choices) and following.room.wide)
        if self.last and isinstance(rooms[-1], AnswerSpaceBlock):
            rooms[-1].keepWithNext = 1
        return [HeadingBlock(self.heading), *rooms] if self.heading else rooms


class HeadingBlock(Block):
    """A heading over an accent rule."""

    keepWithNext = 1  # noqa: N815 - ReportLab's name

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = text(words, face.FORM_SECTION)
        self.spaceBefore = 14

    def measured(self) -> float:
        return tall(self.words, self.wide) + 4

    def draw(self) -> None:
        stack(self.words, self, 0, self.tall, self.wide)
        self.rule(0, face.ACCENT, 0.9)
