"""How a name is looked for: its parts, its sounds, and how near it comes to what was asked."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import pairwise

import msgspec

from app.domain.sounds import sounds_alike, sounds_in

LONGEST_PART = 64
ALIKE = 0.6
"""The least likeness at which somebody is worth showing."""


class How(IntEnum):
    """What a row of an index of names says of them."""

    BEGINS = 0
    HOLDS = 1
    SOUNDS = 2


class Likeness:
    """How well names can answer what was asked, the best first."""

    BEGINS = 3.0
    HOLDS = 2.0
    WORDS = 1.0
    INSIDE = 0.97
    SOUNDS = 0.95


class Nearness(msgspec.Struct, frozen=True, order=True):
    """How near names come to what was asked: the smallest is the nearest."""

    away: float
    part: str

    @property
    def likeness(self) -> float:
        """From 0, nothing alike, to 3."""
        return -self.away


def folded(names: str) -> str:
    """Give names without capitals, accents and needless spaces."""
    bare = unicodedata.normalize("NFKD", names.casefold())
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).split())


def index_of(names: str) -> frozenset[tuple[How, str]]:
    """Give what an index holds of names: every part from a word on, and the sound of each word."""
    first, *later = parts_of(folded(names))
    sounds = {(How.SOUNDS, sound[:LONGEST_PART]) for sound in sounds_in(names) - {""}}
    held = {(How.HOLDS, part[:LONGEST_PART]) for part in later}
    return frozenset(sounds | held | {(How.BEGINS, first[:LONGEST_PART])})


def parts_of(names: str) -> tuple[str, ...]:
    """Give folded names whole, then from each later word on: `Al-Rashid`, `rashid`."""
    later = (match.start() for match in re.finditer(r"\w+", names))
    return (names, *(names[at:] for at in later if at))


def nearness(asked: str, names: str) -> Nearness:
    """Say how near names come to what was asked, both folded, and by which part of them."""
    parts = parts_of(names)
    beginning = [part for part in parts if part.startswith(asked)]
    if names.startswith(asked):
        return Nearness(-Likeness.BEGINS, names)
    if beginning:
        return Nearness(-Likeness.HOLDS, min(beginning))
    if all(any(part.startswith(word) for part in parts) for word in asked.split()):
        return Nearness(-Likeness.WORDS, names)
    if asked in names:
        return Nearness(-Likeness.INSIDE, names)
    if sounds_alike(asked, names):
        return Nearness(-Likeness.SOUNDS, names)
    return Nearness(-_alike(asked, names), names)


def _stretches(names: str) -> Iterator[str]:
    """Give names whole, each word of them, and each two that stand side by side."""
    words = names.split()
    yield names
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))


def _alike(asked: str, names: str) -> float:
    """How alike what was asked is to a stretch of names, 0 to under 0.95; 0 where hardly at all."""
    match, best = SequenceMatcher(b=asked), 0.0
    for stretch in _stretches(names):
        match.set_seq1(stretch)
        least = max(best, ALIKE)
        if match.real_quick_ratio() >= least and match.quick_ratio() >= least:
            best = max(best, match.ratio())
    return min(best, Likeness.SOUNDS - 0.01)
