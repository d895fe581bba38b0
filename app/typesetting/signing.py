"""Parts to sign and to tear off: handovers with room for two signatures, and a slip."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from typing import Any

from reportlab.platypus.flowables import Flowable, KeepTogether

from app.typesetting import blocks
from app.typesetting import typeface as face
from app.typesetting.block import Block, stack, tall
from app.typesetting.content import Lines, Part
from app.typesetting.structure import artifact
from app.typesetting.table import TableBlock, TableHeader, TableRole, TableRow, TableStyle
from app.typesetting.text import Words, text

ROOM = 46.0
"""Points for a name with a signature, day and time below it: 16 mm."""
_WHAT = 0.28
_HAND = 0.36


class Handover(Part, frozen=True):
    """One handover: what happened, and who gave and who took, if that is known."""

    what: tuple[Words, ...]
    gave: str = ""
    took: str = ""


class Handovers(Part, frozen=True):
    """A table of handovers, each with room for two signatures."""

    heading: str
    columns: tuple[str, str, str]
    rows: tuple[Handover, ...]

    def flowables(self) -> list[Flowable]:
        rows = [
            TableRow(
                (
                    [piece for words in row.what for piece in text(words, face.ANSWER)],
                    text(row.gave, face.ANSWER),
                    text(row.took, face.ANSWER),
                ),
                empty=ROOM,
            )
            for row in self.rows
        ]
        look = TableStyle((_WHAT, _HAND, _HAND), TableRole.TABLE)
        return [TableBlock(TableHeader(self.heading, columns=self.columns), rows, look)]


class Slip(Part, frozen=True):
    """A slip to tear off and give away. It is on one page with its dashed line."""

    heading: str
    texts: tuple[Words, ...]
    signed: tuple[tuple[str, Lines], ...] = ()

    def flowables(self) -> list[Flowable]:
        """Return the dashed line and the slip below it."""
        made: list[Flowable] = [TearLine(), *blocks.prose(self.heading, self.texts)]
        if self.signed:
            made += blocks.signature_block(*self.signed)
        return [KeepTogether(made)]


class SignedEnd(KeepTogether):
    """Lines to sign, together with the end of the part before them."""

    _frame: Any
    """ReportLab's, while it is placed."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split the part before, so that its last rows stay with the lines; else move it whole."""
        self.wrap(width, height)
        if height >= self._H:
            return list(self._content)
        part, *signed = self._content
        at_top = self._frame._atTop  # noqa: SLF001
        if isinstance(part, TableBlock) and (at_top or not part.again):
            above = min(height, part.wrap(width, height)[1] - 1)
            first, *rest = part.split(width, above) or (part,)
            if rest:
                return [first, SignedEnd([*rest, *signed])]
        return list(self._content) if at_top else []


class TearLine(Block):
    """A dashed line across the page with the words "Tear off here"."""

    def __init__(self) -> None:
        super().__init__()
        self.words = text("Tear off here", face.LABEL)
        self.spaceBefore = 22

    def measured(self) -> float:
        return tall(self.words, self.wide)

    def draw(self) -> None:
        """Draw the words at the left, and the line from there to the right edge."""
        stack(self.words, self, 0, self.tall, self.wide)
        with artifact(self.canv):
            self.canv.setStrokeColor(face.MUTED)
            self.canv.setLineWidth(0.7)
            self.canv.setDash([4, 3])
            self.canv.line(62, self.tall / 2, self.wide, self.tall / 2)
            self.canv.setDash([])
