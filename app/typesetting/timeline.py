"""A timeline on paper: beads on a line in the order of what happened, the day above, words below.

A bead of a sign that was answered yes has its own shape, so that it is clear without colour.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable

from app.domain.kit.tone import Tone
from app.typesetting import typeface as face
from app.typesetting.block import Block, stack, tall
from app.typesetting.content import Part
from app.typesetting.structure import artifact, element
from app.typesetting.text import text

ACROSS = 7
"""How many beads are on one line."""
_BETWEEN = 5.0
_RADIUS = 3.4
_LINE = 15.0
"""The height of the stretch with the line and its beads."""
_COLOURS = {
    Tone.NEUTRAL: face.ACCENT,
    Tone.GREEN: face.GREEN,
    Tone.AMBER: face.AMBER,
    Tone.RED: face.RED,
}
_DAY = ParagraphStyle("day on a timeline", parent=face.SMALL, spaceBefore=0, leading=9.6)
_WORDS = ParagraphStyle("words on a timeline", parent=_DAY, textColor=face.INK)


class Bead(msgspec.Struct, frozen=True):
    """One thing on a timeline: its day and what it was, in a few words."""

    day: str
    words: str
    tone: Tone = Tone.NEUTRAL


class Timeline(Part, frozen=True):
    """Beads in the order of what happened, on as many lines as they need."""

    beads: tuple[Bead, ...]

    def flowables(self) -> list[Flowable]:
        days = {at for at, (one, then) in enumerate(pairwise(self.beads), 1) if one.day != then.day}
        days.add(0)
        return [
            TimelineRow(self, at, [one in days for one in range(at, at + ACROSS)])
            for at in range(0, len(self.beads), ACROSS)
        ]


class TimelineRow(Block):
    """One line of a timeline, from the bead at a place on. `days` says which show their day."""

    def __init__(self, whole: Timeline, at: int, days: Sequence[bool]) -> None:
        super().__init__()
        self.key, self.at = whole, at
        self.beads = whole.beads[at : at + ACROSS]
        self.days = [
            text(bead.day, _DAY) if said else []
            for bead, said in zip(self.beads, days, strict=False)
        ]
        self.words = [text(bead.words, _WORDS) for bead in self.beads]
        self.spaceBefore = 12 if at == 0 else 9

    def measured(self) -> float:
        return self._days_tall() + _LINE + max(tall(words, self._width()) for words in self.words)

    def draw(self) -> None:
        """Draw the line, then each bead with its day above and its words below."""
        y = self.tall - self._days_tall() - _LINE / 2
        with artifact(self.canv):
            self.canv.setStrokeColor(face.LINE)
            self.canv.setLineWidth(1.2)
            self.canv.line(0, y, self.wide, y)
            for at, bead in enumerate(self.beads):
                self._bead(bead, self._left(at) + _RADIUS, y)
        with element(self.canv, "L", self.key):
            for at, (day, words) in enumerate(zip(self.days, self.words, strict=True)):
                key = (self.key, self.at + at)
                with element(self.canv, "LI", key), element(self.canv, "LBody", (key, "body")):
                    stack(day, self, self._left(at), self.tall, self._width())
                    stack(words, self, self._left(at), y - _LINE / 2, self._width())

    def _bead(self, bead: Bead, x: float, y: float) -> None:
        self.canv.setFillColor(_COLOURS[bead.tone])
        if bead.tone is not Tone.RED:
            self.canv.circle(x, y, _RADIUS, stroke=0, fill=1)
            return
        corners = self.canv.beginPath()
        wide = _RADIUS * 1.35
        corners.moveTo(x - wide, y)
        for to in ((x, y + wide), (x + wide, y), (x, y - wide)):
            corners.lineTo(*to)
        corners.close()
        self.canv.drawPath(corners, stroke=0, fill=1)

    def _left(self, at: int) -> float:
        return at * (self._width() + _BETWEEN)

    def _width(self) -> float:
        return (self.wide - _BETWEEN * (ACROSS - 1)) / ACROSS

    def _days_tall(self) -> float:
        return max(tall(day, self._width()) for day in self.days if day) if any(self.days) else 0
