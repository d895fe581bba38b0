"""The base of every drawn part of a document: it measures itself and stacks its pieces."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

from app.typesetting.piece import Piece
from app.typesetting.structure import Ruler, artifact

TALLEST = 420.0
"""A height in points that fits on every page, however tall the foot of the page is."""


class Block(Flowable):
    """A part of a document that measures itself from its width and draws itself from the top."""

    wide = 0.0
    tall = 0.0
    air = 1.0
    """The share of the usual white space above it and in it."""
    keepWithNext = 0  # noqa: N815 - ReportLab's name

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.wide = width
        self.tall = self.measured()
        return self.wide, self.tall

    def measured(self) -> float:
        """Return the height in points for the width `self.wide`."""
        raise NotImplementedError

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Return the gap above it in points."""
        return float(super().getSpaceBefore()) * self.air

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw it, unless the pages are only laid out."""
        if not isinstance(canvas, Ruler):
            super().drawOn(canvas, x, y, _sW)

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Return the parts that a page break makes of it; none unless a subclass returns some."""
        return []

    def rule(self, y: float, colour: object, thickness: float) -> None:
        """Draw a line from edge to edge at height `y`."""
        with artifact(self.canv):
            self.canv.setStrokeColor(colour)
            self.canv.setLineWidth(thickness)
            self.canv.line(0, y, self.wide, y)


def tall(pieces: Sequence[Piece], width: float) -> float:
    """Return the height in points of pieces below each other."""
    return sum(_height(piece, width, at) for at, piece in enumerate(pieces))


def stack(pieces: Sequence[Piece], on: Flowable, x: float, top: float, width: float) -> float:
    """Draw pieces below each other from `top` down, and return the height reached."""
    for at, piece in enumerate(pieces):
        top -= _height(piece, width, at)
        piece.drawOn(on.canv, x, top)
    return top


def parted(pieces: Sequence[Piece], width: float, room: float) -> tuple[list[Piece], list[Piece]]:
    """Split pieces at a height and return both parts. Neither is ever a single line.

    A grey line that says whose words follow goes with them.
    """
    start, rest = _cut(pieces, width, room)
    if rest and _single(rest, width):
        start, rest = _cut(pieces, width, tall(start, width) - 1)
    if start and rest and start[-1].grey:
        start, rest = start[:-1], [start[-1], *rest]
    return ([], list(pieces)) if rest and _single(start, width) else (start, rest)


def _cut(pieces: Sequence[Piece], width: float, room: float) -> tuple[list[Piece], list[Piece]]:
    for at, piece in enumerate(pieces):
        needed = _height(piece, width, at)
        if needed > room:
            gap = needed - piece.wrap(width, 0)[1]
            cut = piece.split(width, room - gap)
            first, rest = (cut[:1], cut[1:]) if len(cut) == 2 else ([], [piece])
            return [*pieces[:at], *first], [*rest, *pieces[at + 1 :]]
        room -= needed
    return list(pieces), []


def _single(pieces: Sequence[Piece], width: float) -> bool:
    return len(pieces) == 1 and pieces[0].wrap(width, 0)[1] < 2 * pieces[0].style.leading


def _height(piece: Piece, width: float, at: int) -> float:
    """Return the height of one piece of a stack, with the gap above it unless it is the first."""
    height: float = piece.wrap(width, 0)[1]
    return height + (piece.getSpaceBefore() if at else 0)
