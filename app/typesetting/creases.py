"""Marks at the edges of a page that say where to fold it: once across, then once again."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from reportlab.lib.pagesizes import A4
from reportlab.platypus.flowables import Flowable

from app.typesetting import typeface as face
from app.typesetting.block import Block
from app.typesetting.content import Part
from app.typesetting.structure import artifact

INSET = 15.0
"""How far from the edge of the page a mark begins, in points: printers leave a margin empty."""
LENGTH = 13.0


def marks(wide: float, tall: float) -> tuple[tuple[float, float, float, float], ...]:
    """Give the four marks of a page as lines from x, y to x, y, in points from its lower left."""
    inner = INSET + LENGTH
    across, along = tall / 2, wide / 2
    return (
        (INSET, across, inner, across),
        (wide - inner, across, wide - INSET, across),
        (along, INSET, along, inner),
        (along, tall - inner, along, tall - INSET),
    )


class Creases(Part, frozen=True):
    """The marks themselves. They take no room, and stand on the page on which the part begins."""

    def flowables(self) -> list[Flowable]:
        return [CreaseMarks()]


class CreaseMarks(Block):
    """Draws the marks, wherever on the page it comes to stand."""

    def measured(self) -> float:
        return 0.0

    def draw(self) -> None:
        left, below = self.canv.absolutePosition(0, 0)
        with artifact(self.canv):
            self.canv.setStrokeColor(face.MUTED)
            self.canv.setLineWidth(0.6)
            for x, y, to_x, to_y in marks(*A4):
                self.canv.line(x - left, y - below, to_x - left, to_y - below)
