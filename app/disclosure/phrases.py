"""The phrase a finding stands in: a release holds for it, on whatever page and in whatever line."""

import re
from collections.abc import Iterator

from app.domain.names.folding import squash

BESIDE = 2
"""How many words of its sentence before and after a finding make its phrase."""
_AWAY = 80
"""How many letters before and after a finding its phrase is looked for in."""
_ENDS = re.compile(r"[.!?…:;•·][\s”’\"')\]]*(?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

Phrase = tuple[str, str]
"""What was found and its phrase, squashed. Without the phrase, it is what was found anywhere."""


def phrase_at(text: str, start: int, end: int) -> Phrase:
    """Return the phrase of a finding, without digits, so that it is the same at any hour."""
    before = _ENDS.split(text[max(0, start - _AWAY) : start])[-1]
    after = _ENDS.split(text[end : end + _AWAY])[0]
    words = (*_WORD.findall(before)[-BESIDE:], text[start:end], *_WORD.findall(after)[:BESIDE])
    return squash(text[start:end]), squash(" ".join(words))


def phrases_in(found: str, around: str) -> Iterator[Phrase]:
    """Yield the phrases a release holds for: wherever what was found stands among its words."""
    at = around.find(found)
    while at >= 0 and found:
        yield phrase_at(around, at, at + len(found))
        at = around.find(found, at + 1)
    yield squash(found), squash(re.sub(r"\d+", "", around))
    yield squash(found), ""
