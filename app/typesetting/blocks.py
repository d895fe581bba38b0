"""Builds the blocks of documents: title, callout, sections of answers, signatures."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import CondPageBreak, Flowable, PageBreak

from app.typesetting import typeface as face
from app.typesetting.block import TALLEST, Block, parted, stack, tall
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element
from app.typesetting.table import TableBlock, TableHeader, TableRole, TableRow, TableStyle
from app.typesetting.text import Words, text

Answer = str | Sequence[Words]
"""An answer in one text, or in several below each other."""

LABEL_COLUMN = 116.0
"""Width in points of the quiet labels at the left of the answers."""
SPOKEN_COLUMN = 84.0
MARK_COLUMN = 9.0
WRITTEN = 21.0
"""The height in points of one line to write on by hand."""
_CALLOUT = 11.0
_SIGNED = 38.0
_GUTTER = 26.0
_OPENING = 210.0


class Callout(Block):
    """A few sentences to read first, on a soft background with an accent bar at the left."""

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__()
        self.pieces = pieces
        self.spaceBefore = 9

    def measured(self) -> float:
        return tall(self.pieces, self.wide - 2 * _CALLOUT) + 2 * _CALLOUT - 6

    def split(self, width: float, height: float) -> list[Flowable]:
        start, rest = parted(self.pieces, width - 2 * _CALLOUT, height - 2 * _CALLOUT)
        return [Callout(start), Callout(rest)] if start and rest else []

    def draw(self) -> None:
        canvas = self.canv
        with artifact(canvas):
            canvas.setFillColor(face.SOFT)
            canvas.rect(0, 0, self.wide, self.tall, stroke=0, fill=1)
            canvas.setFillColor(face.ACCENT)
            canvas.rect(0, 0, 2.6, self.tall, stroke=0, fill=1)
        inside = self.wide - 2 * _CALLOUT
        stack(self.pieces, self, _CALLOUT, self.tall - _CALLOUT + 3, inside)


class SignatureColumns(Block):
    """Columns side by side: a statement, then lines to sign, each with a label and a known text."""

    def __init__(self, columns: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__()
        self.given = columns
        self.columns = [
            (
                text(statement, face.ANSWER) if statement else [],
                [(text(label, face.LABEL), text(known, face.ANSWER)) for label, known in lines],
            )
            for statement, lines in columns
        ]
        self.spaceBefore = 16

    def measured(self) -> float:
        return self._statements() + sum(self._rows()) + 4

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the columns below each other, if they are too tall for a page side by side."""
        if self.wrap(width, 0)[1] <= TALLEST or len(self.given) + len(self.given[0][1]) == 2:
            return []
        below: list[Flowable] = []
        for statement, lines in self.given:
            below += text(statement, face.ANSWER) if statement else ()
            below += [SignatureColumns([("", [line])]) for line in lines]
        return below if below[0].wrap(width, 0)[1] <= height else []

    def draw(self) -> None:
        width = self._column()
        for at, (statement, lines) in enumerate(self.columns):
            x = at * (width + _GUTTER)
            stack(statement, self, x, self.tall, width)
            y = self.tall - self._statements()
            for (label, known), row in zip(lines, self._rows(), strict=False):
                with element(self.canv, "P", (self, x, y), leaf=True):
                    stack(known, self, x, stack(label, self, x, y - 4, width) + 1, width)
                y -= row
                with artifact(self.canv):
                    self.canv.setStrokeColor(face.MUTED)
                    self.canv.setLineWidth(0.6)
                    self.canv.line(x, y, x + width, y)

    def _rows(self) -> list[float]:
        """Return the height of each row of lines: room to write, or for the known text."""
        width = self._column()
        columns = [
            [tall(label, width) + tall(known, width) + 8 for label, known in lines]
            for _, lines in self.columns
        ]
        return [max(_SIGNED, *row) for row in zip_longest(*columns, fillvalue=0.0)]

    def _column(self) -> float:
        return (self.wide - _GUTTER * (len(self.columns) - 1)) / len(self.columns)

    def _statements(self) -> float:
        return max(tall(statement, self._column()) for statement, _ in self.columns) + 2


def title_block(words: str, under: Words = "") -> list[Flowable]:
    """Return the title of a document, and the quiet line below it."""
    return [*text(words, face.TITLE), *(text(under, face.UNDER_TITLE) if under else ())]


def callout(lines: Sequence[Words]) -> list[Flowable]:
    """Return the callout. Each line begins with a strong lead such as "Why now."."""
    return [Callout([piece for line in lines for piece in text(line, face.CALLOUT)])]


def section_block(letter: str, heading: str, rows: Sequence[tuple[str, Answer]]) -> list[Flowable]:
    """Return a section of labels and answers.

    Raises ValueError for an answer without words: a document leaves nothing blank.
    """
    made = []
    for label, answer in rows:
        texts = (answer,) if isinstance(answer, str) else answer
        if not any("".join(words).strip() for words in texts):
            raise ValueError(f"no answer for {label!r}")
        made.append(TableRow((text(label, face.LABEL), _below(texts))))
    return [TableBlock(TableHeader(heading, letter), made, TableStyle((LABEL_COLUMN, 1)))]


def table_block(
    heading: str, columns: Sequence[tuple[str, float]], rows: Sequence[Sequence[Answer]]
) -> list[Flowable]:
    """Return a table. Each column has a head and a share of the width."""
    heads = TableHeader(heading, columns=tuple(words for words, _ in columns))
    made = [
        TableRow(tuple(_below((it,) if isinstance(it, str) else it) for it in row)) for row in rows
    ]
    return [
        TableBlock(heads, made, TableStyle(tuple(share for _, share in columns), TableRole.TABLE))
    ]


def prose(
    heading: str,
    texts: Sequence[Words],
    letter: str = "",
    style: ParagraphStyle = face.ANSWER,
) -> list[Flowable]:
    """Return running text under a heading, which is never alone at the foot of a page."""
    made = [TableRow((text(words, style),)) for words in texts]
    look = TableStyle(sort=TableRole.PROSE, ruled=False, said_again=False)
    return [TableBlock(TableHeader(heading, letter), made, look)]


def spoken(heading: str, rows: Sequence[tuple[str, Sequence[Words]]]) -> list[Flowable]:
    """Return words to be read out, in large type, each with a quiet label before it."""
    made = [
        TableRow(
            (text(label, face.LABEL), [piece for it in texts for piece in text(it, face.SPOKEN)])
        )
        for label, texts in rows
    ]
    return [TableBlock(TableHeader(heading), made, TableStyle((SPOKEN_COLUMN, 1)))]


def points(
    heading: str, texts: Sequence[Words], style: ParagraphStyle = face.ANSWER
) -> list[Flowable]:
    """Return a list of points."""
    made = [TableRow((text("•", style), text(words, style))) for words in texts]
    return [
        TableBlock(
            TableHeader(heading), made, TableStyle((MARK_COLUMN, 1), TableRole.LIST, ruled=False)
        )
    ]


def letter_rows(
    heading: str,
    widths: Sequence[float],
    rows: Sequence[Sequence[Words]],
    style: ParagraphStyle,
) -> list[Flowable]:
    """Return rows of cells in one style, without heads over their columns."""
    made = [TableRow(tuple(text(cell, style) if cell else [] for cell in row)) for row in rows]
    return [TableBlock(TableHeader(heading), made, TableStyle(tuple(widths)))]


def new_page() -> list[Flowable]:
    """Return a page break."""
    return [PageBreak()]


def room_below() -> list[Flowable]:
    """Return a page break where too little is left for a heading, its text and a first row."""
    return [CondPageBreak(_OPENING)]


def writing_lines(heading: str, labels: Sequence[str]) -> list[Flowable]:
    """Return lines to write on by hand, each with a label before it or none."""
    made = [
        TableRow((text(label, face.LABEL) if label else [], []), empty=WRITTEN) for label in labels
    ]
    columns = (LABEL_COLUMN, 1.0) if any(labels) else (2.0, 1.0)
    return [TableBlock(TableHeader(heading), made, TableStyle(columns, TableRole.PROSE))]


def _below(texts: Sequence[Words]) -> list[Piece]:
    return [piece for words in texts for piece in text(words, face.ANSWER)]


def signature_block(*columns: tuple[str, Sequence[tuple[str, str]]]) -> list[Flowable]:
    """Return statements side by side, with lines to sign below them, together on one page."""
    return [SignatureColumns(columns)]
