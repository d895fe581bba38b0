"""How near somebody's names come to what is typed to find them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from app.domain.names.folding import spelt
from app.domain.names.sounds import sounds_alike

ALIKE = 0.6
"""The least likeness at which somebody is worth showing."""


class Likeness:
    """The ways in which names can match what was asked, the best first."""

    BEGINS = 3.0
    HOLDS = 2.0
    WORDS = 1.0
    JOINED = 0.98
    INSIDE = 0.97
    SOUNDS = 0.95


class Nearness(msgspec.Struct, frozen=True, order=True):
    """How near names come to what was asked: the smallest is the nearest."""

    away: float
    part: str

    @property
    def likeness(self) -> float:
        """The likeness, from 0 (nothing alike) to 3."""
        return -self.away


def likeness(typed: str, names: str) -> float:
    """Return how well names match what was typed, from 0 to 3; below `ALIKE` they do not."""
    asked = as_spelt(typed)
    return nearness(asked, as_spelt(names)).likeness if asked else 0.0


def as_spelt(names: str) -> str:
    """Return names as they are searched: their folded words, in the written order."""
    return " ".join(spelt(names))


def parts_of(names: str) -> tuple[str, ...]:
    """Return folded names whole, then from each later word to the end: `ava stone`, `stone`."""
    words = names.split(" ")
    return tuple(" ".join(words[at:]) for at in range(len(words)))


def joined_parts_of(names: str) -> tuple[str, ...]:
    """Return folded names without gaps, from each word but the last to the end.

    `stjohn` for St John.
    """
    return tuple(part.replace(" ", "") for part in parts_of(names)[:-1])


def nearness(asked: str, names: str) -> Nearness:
    """Return how near names come to what was asked, both spelt, and by which part of them."""
    parts = parts_of(names)
    beginning = [part for part in parts if part.startswith(asked)]
    if names.startswith(asked):
        return Nearness(-Likeness.BEGINS, names)
    if beginning:
        return Nearness(-Likeness.HOLDS, min(beginning))
    if all(any(part.startswith(word) for part in parts) for word in asked.split()):
        return Nearness(-Likeness.WORDS, names)
    joined = asked.replace(" ", "")
    if any(part.startswith(joined) for part in (*parts, *joined_parts_of(names))):
        return Nearness(-Likeness.JOINED, names)
    if asked in names:
        return Nearness(-Likeness.INSIDE, names)
    if sounds_alike(asked, names):
        return Nearness(-Likeness.SOUNDS, names)
    return Nearness(-_alike(asked, names), names)


def _stretches(names: str) -> Iterator[str]:
    """Yield names whole, each of their words, and each two neighbouring words."""
    words = names.split()
    yield names
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))


def _alike(asked: str, names: str) -> float:
    """Return how like a part of names is to what was asked: 0 (hardly at all) to under 0.95."""
    match, best = SequenceMatcher(b=asked), 0.0
    for stretch in _stretches(names):
        match.set_seq1(stretch)
        least = max(best, ALIKE)
        if match.real_quick_ratio() >= least and match.quick_ratio() >= least:
            best = max(best, match.ratio())
    return min(best, Likeness.SOUNDS - 0.01)
