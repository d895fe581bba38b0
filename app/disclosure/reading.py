"""A text read once for every search: folded, and cut into its words."""

from typing import NamedTuple

import msgspec

from app.domain.names.folding import WORD, Folded, fold


class FoldedWord(msgspec.Struct, frozen=True):
    """A run of letters and digits in folded text."""

    letters: str
    start: int
    end: int


class Reading(NamedTuple):
    """A folded text with its words."""

    folded: Folded
    words: tuple[FoldedWord, ...]


def reading_of(text: str) -> Reading:
    """Return a text folded and cut into words."""
    folded = fold(text)
    return Reading(folded, words_in(folded))


def words_in(folded: Folded) -> tuple[FoldedWord, ...]:
    """Return the words of a folded text: runs of letters and digits, cut at everything else."""
    return tuple(
        FoldedWord(found.group(), found.start(), found.end())
        for found in WORD.finditer(folded.letters)
    )
