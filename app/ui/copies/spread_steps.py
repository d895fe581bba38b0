"""Where the arrow keys lead on the spread map: along the lines, or to the copy that lies next."""

from enum import Enum

from app.spread.layout import Box, Layout


class Direction(Enum):
    """A direction, as how far right and how far down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(layout: Layout, here: Box, way: Direction) -> Box | None:
    """Give the box that lies that way from here: to the side, one that is linked comes first."""
    right, down = way.value

    def along(box: Box) -> float:
        return (box.x - here.x) * right + (box.y - here.y) * down

    def aside(box: Box) -> float:
        return abs((box.x - here.x) * down) + abs((box.y - here.y) * right)

    there = [box for box in layout.boxes if along(box) > 0]
    linked = _linked(layout, here.stop.key) if right else set()
    near = [box for box in there if box.stop.key in linked] or there
    return min(near, key=lambda box: (along(box) + 3 * aside(box), box.y, box.x), default=None)


def _linked(layout: Layout, key: str) -> set[str]:
    hops = [curve.hop for curve in layout.curves]
    return {hop.target for hop in hops if hop.source == key} | {
        hop.source for hop in hops if hop.target == key
    }
