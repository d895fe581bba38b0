"""The rows of somebody in the index of names: each part of their names, and each sound."""

from enum import IntEnum

from app.domain.names.looking import joined_parts_of, parts_of
from app.domain.names.sounds import sounds_in

LONGEST_PART = 64


class NameSource(IntEnum):
    """How a row of the index of names holds a part of them."""

    BEGINS = 0
    HOLDS = 1
    SOUNDS = 2


def index_of(names: str) -> frozenset[tuple[NameSource, str]]:
    """Return the index rows of names as spelt: the rest from each word on, and each sound.

    Each part is kept both with the gaps between its words and without them.
    """
    first, *later = parts_of(names)
    sounds = {(NameSource.SOUNDS, sound[:LONGEST_PART]) for sound in sounds_in(names) - {""}}
    held = {(NameSource.HOLDS, part[:LONGEST_PART]) for part in (*later, *joined_parts_of(names))}
    return frozenset(sounds | held | {(NameSource.BEGINS, first[:LONGEST_PART])})
