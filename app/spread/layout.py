"""How copies travelled: who had each from whom, laid out from left to right for drawing.

The only importer of the layout library, which chooses the order within each column so that few
lines cross. Pure: the same spread always gives the same layout, on screen and on paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import pairwise
from math import floor
from typing import NamedTuple

import msgspec
from fast_sugiyama import from_edges

from app.domain.kit.tone import Tone

NOT_LINKED = "Not yet linked to another copy"


class Stop(msgspec.Struct, frozen=True):
    """One copy on the map. The last of its lines is its state; the others are above it, quieter."""

    key: str
    title: str
    lines: tuple[str, ...]
    tone: Tone = Tone.NEUTRAL

    @property
    def state(self) -> str:
        """The words of its state."""
        return self.lines[-1] if self.lines else ""


class Hop(msgspec.Struct, frozen=True):
    """A copy came from another one; the label says by which service."""

    source: str
    target: str
    label: str = ""


class Spread(msgspec.Struct, frozen=True):
    """What is known of how the copies came about. Each stop has a key of its own.

    A hop from or to an unknown key, or from a stop to itself, is not drawn.
    """

    stops: tuple[Stop, ...] = ()
    hops: tuple[Hop, ...] = ()


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """The size of boxes and the distances between them: pixels on screen, points on paper."""

    width: float = 240.0
    height: float = 82.0
    across: float = 136.0
    turn: float = 34.0
    """How far across a line ends its turn: its label is above the level rest."""
    down: float = 18.0
    head: float = 32.0
    """The space for the words above the copies that are not linked."""
    small: float = 16.0
    """The height of a label."""
    page: float | None = None
    """The width of a page: boxes are then in rows, so that a page can end between any two."""


class Point(NamedTuple):
    """A place on the map: how far to the right, and how far down."""

    x: float
    y: float


class Bend(NamedTuple):
    """A Bézier curve from the end of the last one: two control points, and its own end."""

    first: Point
    second: Point
    end: Point


class Box(msgspec.Struct, frozen=True):
    """The place of a stop, and how many hops it is from the first (`rank`)."""

    stop: Stop
    rank: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.y + self.height / 2


class LabelSpace(NamedTuple):
    """A space for words that touches no box."""

    x: float
    y: float
    width: float
    height: float


class Curve(msgspec.Struct, frozen=True):
    """The line of a hop. A line back to an earlier stop enters it from the right."""

    hop: Hop
    start: Point
    bends: tuple[Bend, ...]
    back: bool
    room: LabelSpace | None
    """For the label, beside the end of the line: None where another label is there already."""


class Layout(msgspec.Struct, frozen=True):
    """Boxes in reading order (map by map, column by column, downwards) and the lines between."""

    boxes: tuple[Box, ...] = ()
    curves: tuple[Curve, ...] = ()
    width: float = 0.0
    height: float = 0.0
    not_linked: LabelSpace | None = None
    """Where to write that the copies below are not linked to any other."""


def laid_out(spread: Spread, measures: Measures | None = None) -> Layout:
    """Lay out the stops, further right the further a copy has travelled."""
    by = measures or Measures()
    hops = _drawn(spread)
    ends = {key for hop in hops for key in (hop.source, hop.target)}
    strays = [stop for stop in spread.stops if stop.key not in ends]
    linked = _Linked([stop for stop in spread.stops if stop.key in ends], hops, by)
    boxes = linked.boxes()
    head, bottom = None, linked.bottom
    if strays:
        ranks = max((box.rank for box in boxes), default=0) + 1
        top = bottom + 2 * by.down if linked.stops else 0.0
        across = max(ranks * (by.width + by.across) - by.across, by.page or 0)
        if len(spread.stops) > 1:
            head = LabelSpace(0, top, across, by.head)
            top += by.head
        boxes += _grid(strays, top, across if linked.stops or by.page else 0, by)
    return Layout(
        tuple(boxes),
        linked.curves(),
        max((box.x + box.width for box in boxes), default=0.0),
        max((box.y + box.height for box in boxes), default=0.0) if strays else bottom,
        head,
    )


def told(spread: Spread) -> str:
    """Describe the whole map in words, a sentence for each copy."""
    count = len(spread.stops)
    copies = "No copy is known." if not count else f"{count} {'copy' if count == 1 else 'copies'}."
    return " ".join((copies, *each_told(spread).values()))


def each_told(spread: Spread) -> dict[str, str]:
    """Describe each copy, by its key: what it is, its state, where it came from and went."""
    titles = {stop.key: stop.title for stop in spread.stops}
    origins: dict[str, list[str]] = {key: [] for key in titles}
    onward: dict[str, list[str]] = {key: [] for key in titles}
    for hop in _drawn(spread):
        origins[hop.target].append(f"{titles[hop.source]}{_by(hop)}")
        onward[hop.source].append(f"{titles[hop.target]}{_by(hop)}")
    return {stop.key: _sentence(stop, origins[stop.key], onward[stop.key]) for stop in spread.stops}


def _sentence(stop: Stop, origins: Sequence[str], onward: Sequence[str]) -> str:
    words = [f"{stop.title}: {', '.join(stop.lines)}" if stop.lines else stop.title]
    if origins:
        words.append(f"came from {', '.join(origins)}")
    if onward:
        words.append(f"went on to {', '.join(onward)}")
    return f"{'; '.join(words)}."


def _by(hop: Hop) -> str:
    return f" by {hop.label}" if hop.label else ""


def _drawn(spread: Spread) -> list[Hop]:
    """Return the hops that can be drawn, one for each pair of stops."""
    keys = {stop.key for stop in spread.stops}
    labels: dict[tuple[str, str], dict[str, None]] = {}
    for hop in spread.hops:
        if hop.source != hop.target and {hop.source, hop.target} <= keys:
            labels.setdefault((hop.source, hop.target), {}).setdefault(hop.label)
    return [Hop(*pair, ", ".join(filter(None, said))) for pair, said in labels.items()]


class _Linked:
    """The stops that hops connect, column by column, with a lane for each hop past a column."""

    def __init__(self, stops: Sequence[Stop], hops: Sequence[Hop], by: Measures) -> None:
        self.stops, self.hops, self._by = stops, hops, by
        keys = [stop.key for stop in stops]
        self._back = _leading_back(keys, hops)
        ways = [self._way(hop) for hop in hops]
        self._ranks = _ranks(keys, ways)
        self._nodes = {key: at for at, key in enumerate(keys)}
        self._columns = [self._ranks[key] for key in keys]
        self._lanes = [self._lane(*way) for way in ways]
        self._onward: dict[int, list[int]] = {node: [] for node in range(len(self._columns))}
        self._parts: dict[int, int] = {}
        self._tops = self._placed()

    def _way(self, hop: Hop) -> tuple[str, str]:
        """Return the two ends of a hop from left to right."""
        return (hop.target, hop.source) if hop in self._back else (hop.source, hop.target)

    def _lane(self, left: str, right: str) -> list[int]:
        """Return the nodes of one line, left to right: an empty one in each column it passes."""
        first = len(self._columns)
        self._columns += range(self._ranks[left] + 1, self._ranks[right])
        return [self._nodes[left], *range(first, len(self._columns)), self._nodes[right]]

    def _placed(self) -> dict[int, float]:
        """Return the top of every node: components one below the other, no node on another."""
        step = self._by.height + self._by.down
        edges = sorted({pair for lane in self._lanes for pair in pairwise(lane)})
        for left, right in edges:
            self._onward[left].append(right)
        found = from_edges(edges, vertex_spacing=step, ranking_type="minimize")
        tops: dict[int, float] = {}
        below = 0.0
        found.sort(key=lambda layout: min(int(node) for node, _ in layout[0]))
        for part, (places, *_) in enumerate(found):
            wanted = {int(node): -float(across) for node, (across, _) in places}
            component = self._apart(wanted, step)
            shift = below - min(component.values())
            self._parts |= dict.fromkeys(component, part)
            tops |= {node: top + shift for node, top in component.items()}
            below = max(tops.values()) + step + self._by.down
        return tops

    def _apart(self, wanted: Mapping[int, float], step: float) -> dict[int, float]:
        """Return the tops of nodes, in order and apart in each column, whatever the library chose.

        On pages, a copy is level with the first that came from it, not in the middle of all of
        them. So it comes before them, and its page is not a matter of chance.
        """
        tops: dict[int, float] = {}
        last: dict[int, float] = {}
        for node in sorted(wanted, key=lambda node: (-self._columns[node], wanted[node], node)):
            column, top = self._columns[node], wanted[node]
            if self._by.page:
                onward = (tops[other] for other in self._onward[node])
                top = min(onward, default=floor(top / step + 0.5) * step)
            tops[node] = last[column] = max(top, last.get(column, top - step) + step)
        return tops

    @property
    def bottom(self) -> float:
        """How far down the boxes and lanes reach."""
        return max(self._tops.values(), default=-self._by.height) + self._by.height

    def _left(self, node: int) -> float:
        return self._columns[node] * (self._by.width + self._by.across)

    def boxes(self) -> list[Box]:
        """Return the boxes in reading order."""
        by = self._by
        made = [
            Box(stop, self._columns[at], self._left(at), self._tops[at], by.width, by.height)
            for at, stop in enumerate(self.stops)
        ]
        part = {stop.key: self._parts[at] for at, stop in enumerate(self.stops)}
        return sorted(made, key=lambda box: (part[box.stop.key], box.rank, box.y))

    def curves(self) -> tuple[Curve, ...]:
        """Return the line of every hop."""
        labelled: set[int] = set()
        return tuple(
            self._curve(hop, lane, labelled)
            for hop, lane in zip(self.hops, self._lanes, strict=True)
        )

    def _curve(self, hop: Hop, lane: Sequence[int], labelled: set[int]) -> Curve:
        back, by = hop in self._back, self._by
        down = by.height * (0.75 if back else 0.5)
        points: list[Point] = []
        for node in lane:
            y = self._tops[node] + down
            points += (Point(self._left(node), y), Point(self._left(node) + by.width, y))
        points = points[1:-1]
        if back:
            points.reverse()
        end, room = lane[0] if back else lane[-1], None
        if end not in labelled:
            labelled.add(end)
            room = self._room(points[-2], points[-1])
        bends = tuple(bend for pair in pairwise(points) for bend in _bends(*pair, by.turn))
        return Curve(hop, points[0], bends, back, room)

    def _room(self, before: Point, end: Point) -> LabelSpace:
        """Return the space for a label: above the level end of the line, beside its arrow.

        A line that leads back ends where others begin, so its label also avoids their turns.
        """
        by, arrow = self._by, self._by.small * 0.7
        if before.x < end.x:
            left, width = end.x - by.across + by.turn, by.across - by.turn - arrow
        else:
            left, width = end.x + by.turn, by.across - 2 * by.turn
        return LabelSpace(left, end.y - by.small, width, by.small)


def _bends(start: Point, end: Point, turn: float) -> tuple[Bend, ...]:
    """Return a line that leaves level, turns at once and goes on level, so that labels have room.

    The lines of one copy go up and down together, on one trunk.
    """
    if start.y == end.y:
        return (Bend(start, end, end),)
    across = turn if start.x < end.x else -turn
    round_ = min(turn, abs(end.y - start.y)) / (2 if start.y < end.y else -2)
    trunk = start.x + across / 2
    corner, other = Point(trunk, start.y), Point(trunk, end.y)
    leaves, arrives = Point(trunk, start.y + round_), Point(trunk, end.y - round_)
    return (
        Bend(corner, corner, leaves),
        Bend(leaves, arrives, arrives),
        Bend(other, other, Point(start.x + across, end.y)),
        Bend(Point(start.x + across, end.y), end, end),
    )


def _leading_back(keys: Sequence[str], hops: Sequence[Hop]) -> set[Hop]:
    """Return the hops that close a circle, following hops from the first stops in order."""
    onward: dict[str, list[Hop]] = {key: [] for key in keys}
    for way in hops:
        onward[way.source].append(way)
    reached = {way.target for way in hops}
    back: set[Hop] = set()
    seen: set[str] = set()
    for first in sorted(keys, key=lambda key: key in reached):
        if first in seen:
            continue
        seen.add(first)
        trail: dict[str, Iterator[Hop]] = {first: iter(onward[first])}
        while trail:
            here = next(reversed(trail))
            hop = next(trail[here], None)
            if hop is None:
                del trail[here]
            elif hop.target in trail:
                back.add(hop)
            elif hop.target not in seen:
                seen.add(hop.target)
                trail[hop.target] = iter(onward[hop.target])
    return back


def _ranks(keys: Iterable[str], ways: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the number of hops to each stop on the longest way from a first one."""
    origins: dict[str, list[str]] = {key: [] for key in keys}
    for left, right in ways:
        origins[right].append(left)
    ranks: dict[str, int] = {}
    for key in TopologicalSorter(origins).static_order():
        ranks[key] = max((ranks[origin] + 1 for origin in origins[key]), default=0)
    return ranks


def _grid(stops: Sequence[Stop], top: float, across: float, by: Measures) -> list[Box]:
    """Return boxes in rows for copies that no hop connects: as wide as the map, or about a page."""
    wide, tall = by.width + by.down, by.height + by.down
    columns = int((across + by.down) // wide) or round((len(stops) * tall * 1.7 / wide) ** 0.5) or 1
    return [
        Box(stop, 0, at % columns * wide, top + at // columns * tall, by.width, by.height)
        for at, stop in enumerate(stops)
    ]
