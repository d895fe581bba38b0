"""Finds words that are nearly a name: misheard, mistyped, spaced out, or with figures."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from app.disclosure.everyday import AROUND, Setting, may_be_a_name
from app.disclosure.matching import Match
from app.disclosure.reading import FoldedWord, Reading
from app.disclosure.traces import Trace, TracePattern, name_words_of, written_names
from app.disclosure.words import DESCRIBES, known, may_be_mistyped, ordinary
from app.domain.kit.answers import Person, PersonKind
from app.domain.names.folding import Folded
from app.domain.names.nearness import SHORTEST_NEAR, one_off, one_slip, sound_alike
from app.domain.names.sounds import sound_of

SHORTEST_WITHIN = 4
"""The fewest letters of a name that is searched for in handles or with figures for letters."""
SHORTEST_APART = 6
"""The fewest letters of a name that is searched for in two words."""
_HANDLE = re.compile(r"[\w@$!|*]+")
_TAILS = frozenset(
    """
    s x xo xox xoxo xx xxx uk yt ig tv fc lol bby baby babe bro sis gg jr real official vip pro hd
    """.split()  # noqa: SIM905
)
_HEADS = frozenset(
    "x xx xxx im iam its the real lil not mr miss hey team ya yo big baby just only og".split()  # noqa: SIM905
)
"""What young people put before and after a name to make a handle of it."""
_MID_SENTENCE = re.compile(r"[\w,;][”’\"')]*\s+[“‘\"'(]*$")
_IN_LINE = re.compile(r"[\w,;][”’\"')]* [“‘\"'(]*$")
_CONTRACTED = re.compile(r"'(?:t|ll|ve|re|d|m)\b")
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
        self._words = [word for word in self._parts if ordinary(word)]
        self._short = _by((word for word in self._parts if len(word) < SHORTEST_NEAR), _cut)

    def find(self, read: Reading) -> Iterator[Match]:
        """Yield every such word of a text. Common English words are left alone."""
        judged: dict[str, tuple[TracePattern | None, ...]] = {}
        folded = read.folded
        for word in read.words:
            letters = word.letters
            if letters not in judged:
                ways = (self._judged(letters), self._slipped(letters), self._a_word(letters))
                judged[letters] = ways
            surely, perhaps, capital = judged[letters]
            if not any(judged[letters]) or _CONTRACTED.match(folded.letters, word.end):
                continue
            form = surely or (perhaps if _as_a_name(folded, word) else None)
            form = form or (capital if _has_capital(folded, word, line=True) else None)
            if form:
                yield Match(*folded.span(word.start, word.end), (form,))
        yield from self._apart(folded, read.words)
        yield from self._in_handles(folded)

    def _judged(self, word: str) -> TracePattern | None:
        if len(word) < 3 or not word.isalpha() or word in self._known or known(word):
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
        part = self._drawn.get(_drawn(word), "") or self._tailed(word)
        return self._form(word, part) if part else None

    def _tailed(self, word: str) -> str:
        """Return the name in a handle of letters alone: `oliverxo`, `itsoliver`."""
        ends = [(word[:-at], word[-at:], _TAILS) for at in range(1, min(9, len(word) - 2))]
        ends += [(word[at:], word[:at], _HEADS) for at in range(1, min(5, len(word) - 2))]
        return next((part for part, end, known in ends if end in known and part in self._parts), "")

    def _slipped(self, letters: str) -> TracePattern | None:
        """Return a short name with a slip, or with an s: a name only where one would stand."""
        if not 3 <= len(letters) <= SHORTEST_NEAR + 1 or letters in self._known:
            return None
        part = letters[:-1] if letters.endswith("s") and letters[:-1] in self._parts else ""
        if not part and not known(letters):
            near = (one for cut in _cut(letters) for one in self._short.get(cut, ()))
            part = next((one for one in near if one_slip(letters, one)), "")
        return self._form(letters, part) if part else None

    def _a_word(self, letters: str) -> TracePattern | None:
        """Return a name with a slip that makes a word of it: a name with a capital, as in Crag."""
        if not known(letters) or not may_be_mistyped(letters) or letters in self._known:
            return None
        near = (one for cut in _cut(letters) for one in self._near.get(cut, ()))
        part = next((one for one in near if one != letters and one_off(letters, one)), "")
        return self._form(letters, part) if part else None

    def _form(self, word: str, part: str, trace: Trace = Trace.NEAR) -> TracePattern:
        return TracePattern((word,), trace, self._parts[part])

    def _apart(self, folded: Folded, words: tuple[FoldedWord, ...]) -> Iterator[Match]:
        """Yield a name written as two words, `Cal lum`, unless both are English words."""
        for one, other in pairwise(words):
            whole = one.letters + other.letters
            if whole not in self._parts or len(whole) < SHORTEST_APART or one.end == other.start:
                continue
            gap = folded.letters[one.end : other.start]
            if len(gap) < 3 and not (known(one.letters) and known(other.letters)):
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
        if handle.isalpha() and typed[1:].islower():
            return ""  # a word, as most are
        if "*" in handle:
            return self._starred(handle)
        for hump in _HUMP.findall(typed) if handle.isalpha() else ():
            if hump[0].isupper() and hump.casefold() in self._drawn.values():
                return str(hump.casefold()) if hump.casefold() != handle else ""
        pieces = [piece for piece in re.split(r"[\W\d_]+", handle) if piece]
        ours = all(len(one) > 2 and known(one) and one not in self._parts for one in pieces)
        if handle.isalpha() or not pieces or ours:
            return ""
        if word := next(filter(None, map(self._at_an_end, pieces)), ""):
            return word
        for letters in {_drawn(handle), _drawn(handle.strip("@_0123456789"))}:
            if drawn := next((drawn for drawn in self._drawn if drawn in letters), ""):
                return self._drawn[drawn]
        bare = self._judged(handle.strip("@_!|$0123456789"))
        return next((part for part, who in self._parts.items() if bare and who == bare.owner), "")

    def _at_an_end(self, piece: str) -> str:
        """Return the name that is a word too and begins or ends a piece of a handle."""
        for word in self._words if len(piece) > 2 else ():
            if piece == word or (
                len(word) > 3 and (piece.startswith(word) or piece.endswith(word))
            ):
                return word
        return ""

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


def _as_a_name(folded: Folded, word: FoldedWord) -> bool:
    """Return whether a word has a capital within a sentence, or stands where a person would."""
    if folded.text[folded.places[word.start]].isupper():
        return _has_capital(folded, word)
    before = folded.letters[max(0, word.start - AROUND) : word.start]
    after = folded.letters[word.end : word.end + AROUND]
    return may_be_a_name(Setting(word.letters, before, after, opens=False))


def _has_capital(folded: Folded, word: FoldedWord, *, line: bool = False) -> bool:
    """Return whether a word has a capital, and only one, within a sentence, or within its line."""
    start, end = folded.span(word.start, word.end)
    typed = folded.text[start:end]
    before = folded.letters[max(0, word.start - AROUND) : word.start]
    capital = typed[0].isupper() and not typed[1:].isupper()
    return capital and bool((_IN_LINE if line else _MID_SENTENCE).search(before))


def _parts_of(person: Person) -> Iterator[str]:
    """Yield the words of a person's names that are compared with near ones."""
    if person.kind is PersonKind.ACCOUNT:
        return
    for name, _ in written_names(person):
        words = name_words_of(name)
        if DESCRIBES.isdisjoint(words):
            yield from (one for one in words if len(one) > 2 and one.isalpha())


def _drawn(word: str) -> str:
    """Return a word with look-alikes made the same: figures as letters, i as l, rn as m."""
    plain = word.translate(_FIGURES).replace("_", "")
    for one, other in _LIKE:
        plain = plain.replace(one, other)
    return plain


def _by(words: Iterable[str], keys: Any) -> Mapping[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for word in words:
        for key in keys(word):
            kept.setdefault(key, []).append(word)
    return kept


def _cut(word: str) -> set[str]:
    """Return a word, and each form of it with one letter left out."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
