"""Ends no document with a stub of a page: less white space is used, or a few lines move over."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import NamedTuple

from reportlab.platypus.flowables import Flowable, KeepTogether

from app.typesetting.block import Block
from app.typesetting.typeface import ANSWER_LEADING

STUB = 1 / 3
"""A last page is a stub if less of it than this is used."""
LINES = (0, 2, 5, 9, 13)
"""How many lines may move from the page before to the last one."""
AIR = (1.0, 0.8, 0.6)
"""Shares of the usual white space."""
WAYS = tuple(sorted(product(AIR, LINES), key=lambda way: (bool(way[1]), -way[0])))[1:]
"""What is tried, in this order: less white space, lines moved, and both."""


class Filled(NamedTuple):
    """How a story fills its pages: how many it takes, and the share used of the last one.

    A last page is `apart` if the story begins it itself, so that it can be kept elsewhere.
    """

    pages: int
    used: float
    apart: bool = False

    @property
    def ends_in_a_stub(self) -> bool:
        """Whether next to nothing is on the last of several pages."""
        return self.pages > 1 and self.used < STUB and not self.apart


class Held(NamedTuple):
    """A page that ends higher than the others, and by how many points."""

    page: int = 0
    points: float = 0.0


def fit(story: Iterable[Flowable], measured: Callable[[Held], Filled]) -> Held:
    """Tighten a story that would end in a stub, and return which page has to end higher.

    `measured` lays the story out. If neither helps, the story stays as it was.
    """
    usual = measured(Held())
    if not usual.ends_in_a_stub:
        return Held()
    blocks = tuple(_blocks(story))
    for air, lines in WAYS:
        _give(blocks, air)
        held = Held(usual.pages - 1, lines * ANSWER_LEADING) if lines else Held()
        after = measured(held)
        if after.pages <= usual.pages and not after.ends_in_a_stub:
            return held
    _give(blocks, 1.0)
    return Held()


def _blocks(story: Iterable[Flowable]) -> Iterator[Block]:
    for flowable in story:
        if isinstance(flowable, KeepTogether):
            yield from _blocks(flowable._content)  # noqa: SLF001 - ReportLab has no other way
        elif isinstance(flowable, Block):
            yield flowable


def _give(blocks: Iterable[Block], air: float) -> None:
    for block in blocks:
        block.air = air
