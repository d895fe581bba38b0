"""Panels side by side for a folded card. Each has a heading and a few short lines."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.platypus.flowables import Flowable

from app.domain.rules.learner_card import CardPart
from app.typesetting import typeface as face
from app.typesetting.block import Block, parted, stack, tall
from app.typesetting.content import Part
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element, note_heading
from app.typesetting.text import text

INSET = 15.0
"""The distance of a mark from the edge of the page, in points: printers leave a margin."""
LENGTH = 13.0


def marks(wide: float, tall: float) -> tuple[tuple[float, float, float, float], ...]:
    """Return the four marks of a page as lines (x, y, x, y), in points from its lower left."""
    inner = INSET + LENGTH
    across, along = tall / 2, wide / 2
    return (
        (INSET, across, inner, across),
        (wide - inner, across, wide - INSET, across),
        (along, INSET, along, inner),
        (along, tall - inner, along, tall - INSET),
    )


class Creases(Part, frozen=True):
    """The marks where to fold. They take no room and are drawn on the page where the part is."""

    def flowables(self) -> list[Flowable]:
        return [CreaseMarks()]


class CreaseMarks(Block):
    """Draws the marks at fixed places, wherever on the page this block is."""

    def measured(self) -> float:
        return 0.0

    def draw(self) -> None:
        left, below = self.canv.absolutePosition(0, 0)
        with artifact(self.canv):
            self.canv.setStrokeColor(face.MUTED)
            self.canv.setLineWidth(0.6)
            for x, y, to_x, to_y in marks(*A4):
                self.canv.line(x - left, y - below, to_x - left, to_y - below)


COLUMNS = 2
_GUTTER = 30.0
_ABOVE, _BELOW = 15.0, 4.0
_LINE = 22.0
_KEPT_WHOLE = 340.0
_TO_WRITE = 2
"""How many lines to write on an empty panel has."""


class Panels(Part, frozen=True):
    """Panels in rows of two. A panel without lines has room to write."""

    panels: tuple[CardPart, ...]

    def flowables(self) -> list[Flowable]:
        made = [
            Panel(
                text(panel.heading, face.SECTION),
                [piece for words in panel.lines for piece in text(words, face.CARD)],
                to_write=not panel.lines,
            )
            for panel in self.panels
        ]
        return [PanelRow(made[at : at + COLUMNS]) for at in range(0, len(made), COLUMNS)]


class Panel(NamedTuple):
    """One panel: its lines, and its heading unless it continues from the page before."""

    heading: list[Piece]
    lines: list[Piece]
    to_write: bool = False


class PanelRow(Block):
    """Two panels side by side. A panel longer than a page continues on the next."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        super().__init__()
        self.panels = list(panels)

    def measured(self) -> float:
        return max(self._tall(panel) for panel in self.panels)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split it if it is taller than half a page. A shorter row moves to the next page whole."""
        self.wide = width
        if self.measured() < _KEPT_WHOLE:
            return []
        above, below = [], []
        for panel in self.panels:
            room = height - self._head(panel)
            start, rest = parted(panel.lines, self._column(), room)
            if panel.lines and not start:
                return []
            above.append(Panel(panel.heading, start, panel.to_write))
            below.append(Panel([], rest))
        return [PanelRow(above), PanelRow(below)]

    def draw(self) -> None:
        width = self._column()
        for at, panel in enumerate(self.panels):
            x, y = at * (width + _GUTTER), self.tall
            if panel.heading:
                y = self._draw_heading(panel.heading, x, y - _ABOVE, (self, at))
            stack(panel.lines, self, x, y - _BELOW, width)
            if panel.to_write:
                self._room(x, y, width)

    def _draw_heading(self, heading: list[Piece], x: float, top: float, key: object) -> float:
        width = self._column()
        with element(self.canv, "H2", key, leaf=True):
            note_heading(self.canv, heading[0].getPlainText(), "H2", top)
            y = stack(heading, self, x, top, width) - _BELOW
        with artifact(self.canv):
            self.canv.setStrokeColor(face.ACCENT)
            self.canv.setLineWidth(0.9)
            self.canv.line(x, y, x + width, y)
        return y

    def _room(self, x: float, y: float, width: float) -> None:
        """Draw lines to write on."""
        with artifact(self.canv):
            self.canv.setStrokeColor(face.MUTED)
            self.canv.setLineWidth(0.5)
            for _ in range(_TO_WRITE):
                y -= _LINE
                self.canv.line(x, y, x + width, y)

    def _column(self) -> float:
        return (self.wide - _GUTTER * (COLUMNS - 1)) / COLUMNS

    def _head(self, panel: Panel) -> float:
        heading = tall(panel.heading, self._column())
        return (_ABOVE + heading + 2 * _BELOW) if panel.heading else _BELOW

    def _tall(self, panel: Panel) -> float:
        room = _LINE * _TO_WRITE if panel.to_write else tall(panel.lines, self._column())
        return self._head(panel) + room
