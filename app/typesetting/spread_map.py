"""The spread map on paper: every copy in words, nothing cut short, on as many pages as needed.

It is clear without colour: the state is in words, with a mark of its own shape. Each copy names
the one it came from, so that a line which continues on the next page is still understood.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Mapping, Sequence
from typing import ClassVar

import msgspec
from reportlab.lib.colors import Color, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable, KeepTogether

from app.domain.kit.tone import Tone
from app.spread.layout import (
    NOT_LINKED,
    Box,
    Curve,
    Layout,
    Measures,
    Point,
    Spread,
    Stop,
    laid_out,
    told,
)
from app.typesetting import typeface as face
from app.typesetting.block import TALLEST, Block, stack, tall
from app.typesetting.blocks import prose
from app.typesetting.content import Part
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element
from app.typesetting.text import Words, text

COLUMNS = 4
"""How many hops fit side by side in readable type. Later hops follow below."""
FURTHER = "Further on, from copies shown above"
SHOWN_ABOVE = "Shown above"
CONTINUED = "continued"
_WIDEST = 190.0
_ACROSS = {1: 40.0, 2: 40.0, 3: 32.0, 4: 26.0}
_PAD, _BAR, _MARK = 5.0, 2.6, 7.0
_HEADING = 16.0
_COLOURS = {
    Tone.NEUTRAL: face.MUTED,
    Tone.GREEN: face.GREEN,
    Tone.AMBER: face.AMBER,
    Tone.RED: face.RED,
}


def _style(name: str, size: float, colour: Color, **more: object) -> ParagraphStyle:
    given = {"fontSize": size, "leading": size * 1.27, "textColor": colour, "spaceBefore": 0}
    return ParagraphStyle(name, parent=face.SMALL, **(given | more))


_TITLE = _style("copy", 8.2, face.INK, fontName=face.BOLD)
_QUIET = _style("about a copy", 7.2, face.MUTED)
_STATES = {
    tone: _style(f"{tone} state", 7.2, colour, leftIndent=_MARK + 3)
    for tone, colour in _COLOURS.items()
}


class _Card(msgspec.Struct, frozen=True):
    """The words of one copy."""

    above: list[Piece]
    state: list[Piece]

    def tall(self, width: float) -> float:
        """Return the height of the words in a box of this width."""
        within = width - _BAR - 2 * _PAD
        return tall(self.above, within) + tall(self.state, within)


def spread_map(spread: Spread) -> list[Flowable]:
    """Return the map of a spread. Its names must already be those the reader may see."""
    if not spread.stops:
        return list(text(told(spread), face.BODY))
    origins = _origins(spread)
    return [
        SpreadBlock(part, _cards(part, origins), heading=FURTHER if at else "")
        for at, part in enumerate(_parts(spread))
    ]


class SpreadMap(Part, frozen=True):
    """How far imagery has spread: a heading, a summary in words, and the map.

    It begins on the next page if this page is too short and a whole page is not.
    """

    written_as: ClassVar[str] = "WholeMap"

    letter: str
    heading: str
    intro: tuple[Words, ...]
    spread: Spread

    def flowables(self) -> list[Flowable]:
        parts = [*prose(self.heading, self.intro, self.letter), *spread_map(self.spread)]
        return [KeepTogether(parts)]


class SpreadBlock(Block):
    """The part of a map that fits the width of a page. It breaks between two rows of copies."""

    def __init__(
        self,
        spread: Spread,
        cards: Mapping[str, _Card],
        *,
        heading: str = "",
        top: float = 0.0,
        bottom: float | None = None,
    ) -> None:
        super().__init__()
        self.spread, self.cards, self.heading = spread, cards, heading
        self.top, self.bottom = top, bottom
        self.spaceBefore = self.spaceAfter = 0 if top else 9
        self._ranks = 1 + max(box.rank for box in laid_out(spread).boxes)
        self._layout: tuple[float, Layout] | None = None

    def measured(self) -> float:
        return self._end() - self.top + self._head()

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split it below the last row that fits. Return nothing if not even one row fits.

        If the words of a copy do not fit on a page, all copies are returned as running text.
        """
        self.wide = width
        if self._measures().height > TALLEST:
            words: list[Flowable] = []
            for card in self.cards.values():
                words += card.above + card.state
            return words if words[0].wrap(width, 0)[1] <= height else []
        cut = self._cut(self.top + height - self._head())
        if cut is None:
            return []
        return [
            SpreadBlock(self.spread, self.cards, heading=self.heading, top=self.top, bottom=cut),
            SpreadBlock(self.spread, self.cards, heading=CONTINUED, top=cut, bottom=self.bottom),
        ]

    def draw(self) -> None:
        """Draw the lines, then the cards on top of them."""
        layout = self._laid_out()
        with artifact(self.canv):
            self._lines(layout)
        style = face.KIND if self.heading == CONTINUED else face.LABEL
        if self.heading:
            stack(text(self.heading, style), self, 0, self.tall, self.wide)
        shown = [box for box in layout.boxes if self._within(box.y)]
        head = layout.not_linked
        linked = [box for box in shown if head is None or box.y < head.y]
        self._list(linked, "linked")
        if head and self._within(head.y):
            stack(text(NOT_LINKED, face.LABEL), self, head.x, self._up(head.y), self.wide)
        self._list([box for box in shown if box not in linked], "not linked")

    def _lines(self, layout: Layout) -> None:
        """Draw every line that shows on this page."""
        canvas = self.canv
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(-5, 0, self.wide + 10, self.tall - self._head())
        canvas.clipPath(window, stroke=0, fill=0)
        for curve in layout.curves:
            self._line(curve)
        canvas.restoreState()

    def _laid_out(self) -> Layout:
        """Return the layout for the width `self.wide`."""
        if self._layout is None or self._layout[0] != self.wide:
            self._layout = self.wide, laid_out(self.spread, self._measures())
        return self._layout[1]

    def _measures(self) -> Measures:
        across = _ACROSS[self._ranks]
        columns = max(self._ranks, 3)  # fewer would be too wide to read together
        width = min((self.wide - (columns - 1) * across) / columns, _WIDEST)
        height = max(card.tall(width) for card in self.cards.values()) + 2 * _PAD
        return Measures(
            width=width,
            height=height,
            across=across,
            turn=across * 0.55,
            down=7,
            head=18,
            page=self.wide,
        )

    def _end(self) -> float:
        return self._laid_out().height if self.bottom is None else self.bottom

    def _head(self) -> float:
        return _HEADING if self.heading else 0.0

    def _within(self, y: float) -> bool:
        return self.top <= y < self._end()

    def _cut(self, lowest: float) -> float | None:
        """Return the lowest place to cut without cutting a copy, None if there is none."""
        layout = self._laid_out()
        half = self._measures().down / 2
        head = layout.not_linked
        cuts = [box.y + box.height + half for box in layout.boxes if self._within(box.y)]
        fit = [
            cut
            for cut in cuts
            if cut <= lowest
            and not any(box.y < cut < box.y + box.height for box in layout.boxes)
            and not (head and head.y <= cut < head.y + head.height)
        ]
        return max(fit, default=None)

    def _up(self, y: float) -> float:
        """Return a distance from the top of the map as a height on the page."""
        return self.tall - self._head() - (y - self.top)

    def _line(self, curve: Curve) -> None:
        canvas = self.canv
        canvas.setStrokeColor(face.MUTED)
        canvas.setFillColor(face.MUTED)
        canvas.setLineWidth(0.7)
        canvas.setDash([2, 2] if curve.back else [])
        path = canvas.beginPath()
        path.moveTo(*self._at(curve.start))
        for bend in curve.bends:
            path.curveTo(*self._at(bend.first), *self._at(bend.second), *self._at(bend.end))
        canvas.drawPath(path)
        x, y = self._at(curve.bends[-1].end)
        behind = x + (4.5 if curve.back else -4.5)
        head = canvas.beginPath()
        head.moveTo(x, y)
        head.lineTo(behind, y + 2.2)
        head.lineTo(behind, y - 2.2)
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)

    def _at(self, point: Point) -> tuple[float, float]:
        return point.x, self._up(point.y)

    def _list(self, boxes: Sequence[Box], which: str) -> None:
        """Draw copies as one list for screen readers, also across a page break."""
        for box in boxes:
            with element(self.canv, "L", (self.spread, which)):
                _draw_box(self, box, self._up(box.y))


def _draw_box(block: SpreadBlock, box: Box, top: float) -> None:
    """Draw the card of a copy, as an item of a list."""
    card = block.cards[box.stop.key]
    with artifact(block.canv):
        _ground(block.canv, box, top)
    width = box.width - _BAR - 2 * _PAD
    left = box.x + _BAR + _PAD
    key = (block.spread, box.stop.key)
    with element(block.canv, "LI", key), element(block.canv, "LBody", (key, "body")):
        state = stack(card.above, block, left, top - _PAD, width)
        stack(card.state, block, left, state, width)
    if card.state:
        with artifact(block.canv):
            _mark(block.canv, box.stop.tone, left + _MARK / 2, state - _MARK / 2 - 1.2)


def _ground(canvas: Canvas, box: Box, top: float) -> None:
    """Draw the background of a card, with a bar in the colour of its state."""
    canvas.setFillColor(white)
    canvas.setStrokeColor(face.LINE)
    canvas.setLineWidth(0.6)
    canvas.rect(box.x, top - box.height, box.width, box.height, stroke=1, fill=1)
    canvas.setFillColor(_COLOURS[box.stop.tone])
    canvas.rect(box.x, top - box.height, _BAR, box.height, stroke=0, fill=1)


def _mark(canvas: Canvas, tone: Tone, x: float, y: float) -> None:
    """Draw the mark of a state around a point: a tick, the hands of a clock, a warning, a gap."""
    canvas.saveState()
    canvas.setStrokeColor(_COLOURS[tone])
    canvas.setLineWidth(0.7)
    canvas.setLineCap(1)
    if tone is Tone.NEUTRAL:
        canvas.setDash([1.2, 1.6])
    canvas.circle(x, y, _MARK / 2 - 0.4, stroke=1, fill=0)
    canvas.setDash([])
    strokes = {
        Tone.GREEN: ((-1.5, 0, -0.4, -1.2), (-0.4, -1.2, 1.6, 1.2)),
        Tone.AMBER: ((0, 1.8, 0, 0), (0, 0, 1.3, -0.7)),
        Tone.RED: ((0, 1.7, 0, -0.2), (0, -1.6, 0, -1.61)),
        Tone.NEUTRAL: (),
    }
    for x1, y1, x2, y2 in strokes[tone]:
        canvas.line(x + x1, y + y1, x + x2, y + y2)
    canvas.restoreState()


def _cards(spread: Spread, origins: Mapping[str, str]) -> dict[str, _Card]:
    return {stop.key: _card(stop, origins.get(stop.key, "")) for stop in spread.stops}


def _card(stop: Stop, origin: str) -> _Card:
    about = " · ".join(stop.lines[:-1])
    above = text(stop.title, _TITLE)
    for words in filter(None, (about, origin)):
        above += text(words, _QUIET)
    return _Card(above, text(stop.state, _STATES[stop.tone]) if stop.state else [])


def _origins(spread: Spread) -> dict[str, str]:
    """Return for each copy a sentence saying which it came from, and by which service."""
    titles = {stop.key: stop.title for stop in spread.stops}
    said: dict[str, list[str]] = {}
    for curve in laid_out(spread).curves:
        by = f" by {curve.hop.label}" if curve.hop.label else ""
        said.setdefault(curve.hop.target, []).append(f"{titles[curve.hop.source]}{by}")
    return {key: f"From {'; '.join(origins)}" for key, origins in said.items()}


def _parts(spread: Spread) -> list[Spread]:
    """Split a spread into parts of at most `COLUMNS` columns.

    Copies in the last column of a part begin the next part if other copies came from them.
    """
    layout = laid_out(spread)
    ranks = {box.stop.key: box.rank for box in layout.boxes}
    hops = [curve.hop for curve in layout.curves]
    going_on = {curve.hop.source for curve in layout.curves if not curve.back}
    parts = []
    for first in range(0, max(*ranks.values(), 1), COLUMNS - 1):
        inside = {
            key
            for key, rank in ranks.items()
            if first < rank < first + COLUMNS or (rank == first and (not first or key in going_on))
        }
        stops = [
            _again(stop) if first and ranks[stop.key] == first else stop
            for stop in spread.stops
            if stop.key in inside
        ]
        drawn = [hop for hop in hops if {hop.source, hop.target} <= inside]
        parts.append(Spread(tuple(stops), tuple(drawn)))
    return parts


def _again(stop: Stop) -> Stop:
    return Stop(stop.key, stop.title, (SHOWN_ABOVE,))
