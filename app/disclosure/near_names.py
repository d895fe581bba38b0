"""Finds words that are nearly a name: misheard, mistyped, spaced out, or with figures."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from app.disclosure.matching import FoldedWord, Match, words_in
from app.disclosure.traces import Trace, TracePattern, name_words_of, ordinary, written_names
from app.domain.kit.answers import Person, PersonKind
from app.domain.names.folding import Folded
from app.domain.names.nearness import SHORTEST_NEAR, one_off, sound_alike
from app.domain.names.sounds import sound_of
from app.paths import resources

SHORTEST_WITHIN = 4
"""The fewest letters of a name that is searched for in handles or with figures for letters."""
SHORTEST_APART = 6
"""The fewest letters of a name that is searched for in two words."""
_HANDLE = re.compile(r"[\w@$!|*]+")
_FIGURES = str.maketrans("0134578$@!|", "oleastbsall")
_LIKE = (("rn", "m"), ("vv", "w"), ("i", "l"))
_HUMP = re.compile(r"[A-Z][a-z]+|[a-z]+")


class NameMatcher:
    """Finds words that are nearly the name of one of these people. `known` words are left alone."""

    def __init__(self, people: Iterable[Person], known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._parts: dict[str, str] = {}
        for person in people:
            for word in _parts_of(person):
                if word not in self._known:
                    self._parts.setdefault(word, person.id)
        self._sounds = _by(self._parts, lambda word: (sound_of(word),))
        near = (word for word in self._parts if len(word) >= SHORTEST_NEAR)
        self._near = _by(near, _cut)
        within = (word for word in self._parts if len(word) >= SHORTEST_WITHIN)
        self._drawn = {_drawn(word): word for word in within if not ordinary(word)}

    def find(self, folded: Folded) -> Iterator[Match]:
        """Yield every such word of a text. Common English words are left alone."""
        judged: dict[str, TracePattern | None] = {}
        words = words_in(folded)
        for word in words:
            letters = word.letters
            if letters not in judged:
                judged[letters] = self._judged(letters)
            if form := judged[letters]:
                yield Match(*folded.span(word.start, word.end), (form,))
        yield from self._apart(folded, words)
        yield from self._in_handles(folded)

    def _judged(self, word: str) -> TracePattern | None:
        if len(word) < 3 or not word.isalpha() or word in self._known or _english(word):
            return None
        for part in self._near.get(word, ()):
            return self._form(word, part)
        for cut in _cut(word):
            for part in self._near.get(cut, ()):
                if one_off(word, part):
                    return self._form(word, part)
        for part in self._sounds.get(sound_of(word), ()):
            if sound_alike(word, part):
                return self._form(word, part, Trace.SOUND)
        part = self._drawn.get(_drawn(word), "")
        return self._form(word, part) if part else None

    def _form(self, word: str, part: str, trace: Trace = Trace.NEAR) -> TracePattern:
        return TracePattern((word,), trace, self._parts[part])

    def _apart(self, folded: Folded, words: tuple[FoldedWord, ...]) -> Iterator[Match]:
        """Yield a name written as two words, `Cal lum`, unless both are English words."""
        for one, other in pairwise(words):
            whole = one.letters + other.letters
            if whole not in self._parts or len(whole) < SHORTEST_APART or one.end == other.start:
                continue
            gap = folded.letters[one.end : other.start]
            if len(gap) < 3 and not (_english(one.letters) and _english(other.letters)):
                span = folded.span(one.start, other.end)
                yield Match(*span, (self._form(whole, whole),))

    def _in_handles(self, folded: Folded) -> Iterator[Match]:
        """Yield a handle with a name after @, or among figures, stars or capitals: `xxCallum09`."""
        for found in _HANDLE.finditer(folded.letters):
            span = folded.span(found.start(), found.end())
            part = self._within(found.group(), folded.text[slice(*span)])
            if part:
                yield Match(*span, (self._form(found.group(), part),))

    def _within(self, handle: str, typed: str) -> str:
        if len(handle) < SHORTEST_WITHIN or handle in self._known:
            return ""
        if "*" in handle:
            return self._starred(handle)
        for hump in _HUMP.findall(typed) if handle.isalpha() else ():
            if hump[0].isupper() and hump.casefold() in self._drawn.values():
                return str(hump.casefold()) if hump.casefold() != handle else ""
        if handle.isalpha() or handle.isdigit():
            return ""
        for letters in {_drawn(handle), _drawn(handle.strip("@_0123456789"))}:
            if drawn := next((drawn for drawn in self._drawn if drawn in letters), ""):
                return self._drawn[drawn]
        bare = self._judged(handle.strip("@_!|$0123456789"))
        return next((part for part, who in self._parts.items() if bare and who == bare.owner), "")

    def _starred(self, handle: str) -> str:
        """Return the name behind `C*llum` or `C****m`: a star is one letter or several."""
        if not re.fullmatch(r"[a-z]+\*+[a-z*]*", handle):
            return ""
        each = re.compile(handle.replace("*", "."))
        several = re.compile(re.sub(r"\*+", ".+", handle))
        return next(
            (
                part
                for part in self._drawn.values()
                if each.fullmatch(part) or (len(handle) > 2 and several.fullmatch(part))
            ),
            "",
        )


def _parts_of(person: Person) -> Iterator[str]:
    """Yield the words of a person's names that are compared with near ones."""
    if person.kind is PersonKind.ACCOUNT:
        return
    for name, _ in written_names(person):
        yield from (word for word in name_words_of(name) if len(word) > 2 and word.isalpha())


def _drawn(word: str) -> str:
    """Return a word with look-alikes made the same: figures as letters, i as l, rn as m."""
    plain = word.translate(_FIGURES).replace("_", "")
    for one, other in _LIKE:
        plain = plain.replace(one, other)
    return plain


@cache
def _vocabulary() -> frozenset[str]:
    """Return English words that are commoner in large texts as words than as names."""
    return frozenset((resources() / "words" / "common.txt").read_text("utf-8").split())


def _english(word: str) -> bool:
    return word in _vocabulary() or ordinary(word)


def _by(words: Iterable[str], keys: Any) -> Mapping[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for word in words:
        for key in keys(word):
            kept.setdefault(key, []).append(word)
    return kept


def _cut(word: str) -> set[str]:
    """Return a word, and each form of it with one letter left out."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
