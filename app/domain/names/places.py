"""Where a name stands in a text, as whole words and in any of its ordinary writings."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.domain.names.folding import bare, fold
from app.domain.names.keys import as_said, words

_AFTER_INITIAL = r"(?:\.[\s-]*|[\s'-]\s*)"
_BETWEEN = r"[\s\-()\[\]\"“”]{0,3}"


def contains(text: str, name: str) -> bool:
    """Say whether a name stands in a text as whole words: Ava Stone in `by STONE, Ava`."""
    return any(True for _ in places(text, (name,)))


def places(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give each stretch of a text that is one of these names, the longest first at each place."""
    pattern = _any_of(tuple(names))
    folded = fold(text)
    return (folded.span(*found.span()) for found in pattern.finditer(folded.letters))


@lru_cache(maxsize=200)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    ways = {
        way for name in names for said in (words(name), bare(as_said(name))) for way in _ways(said)
    }
    whole = "|".join(sorted(ways, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)")


def _ways(said: tuple[str, ...]) -> Iterator[str]:
    """Give the patterns of a name: as it is said, and with the last word first before a comma."""
    if said:
        yield _run(said)
    for at in range(1, len(said)):
        yield rf"{_run(said[at:])}\s*,\s*{_run(said[:at])}"


def _run(said: tuple[str, ...]) -> str:
    written = ["'?".join(map(re.escape, word)) for word in said]
    gaps = [_gap_after(word) for word in said[:-1]]
    return "".join(part for pair in zip(written, [*gaps, ""], strict=True) for part in pair)


def _gap_after(word: str) -> str:
    """Give the pattern of what may stand after a word: a full stop only after A or St."""
    if len(word) == 1:
        return _AFTER_INITIAL
    return rf"\.?{_BETWEEN}" if len(word) == 2 else _BETWEEN
