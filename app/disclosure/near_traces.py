"""Finds what is nearly an address, a group, an account or marked words: asked, never replaced.

A slip in one word, a word left out, another order, or an abbreviation: Tannery Clos, plumbing
groop, Larkspur Hse. What stands there may be something else, so that nothing is put in its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.disclosure.matching import Match
from app.disclosure.reading import FoldedWord, Reading
from app.disclosure.traces import Trace, TracePattern
from app.disclosure.words import DAYS, PARTICLES, given, known
from app.domain.names.folding import Folded
from app.domain.names.nearness import SHORTEST_NEAR, one_off

_OF = frozenset({Trace.ADDRESS, Trace.GROUP, Trace.FACT, Trace.ACCOUNT})
_SHORTENED: Mapping[str, str] = {
    short: full
    for full, shorts in {
        "avenue": "ave av avn",
        "close": "cl clo clse",
        "cottage": "cott ctg",
        "court": "ct crt",
        "crescent": "cres",
        "drive": "dr drv",
        "gardens": "gdns gdn",
        "grove": "gr grv",
        "group": "grp gp",
        "house": "hse ho",
        "lane": "ln la",
        "level": "lvl lv",
        "park": "pk",
        "place": "pl",
        "road": "rd",
        "square": "sq",
        "street": "st str",
        "terrace": "terr ter",
        "year": "yr",
    }.items()
    for short in shorts.split()
}
"""What addresses and groups are shortened to, and the whole word."""
_STOPS = PARTICLES | frozenset(
    # what a writing is the same with or without
    """
    a all am an and are as at be been being but by did do does for from had has have he her hers
    him his i in into is it its me my no not of off on or our ours she so some than that the their
    them then there they this those to too us was we were when where which who whom whose with
    without you your only very
    """.split()  # noqa: SIM905
)
_COMMON_PARTS = frozenset(
    # what many addresses and groups have: it tells of none
    """
    academy btec class college course diploma extended farm flat form foundation green group
    hill house level lodge mews number rise room row school studies tutor unit view walk way wharf
    year
    """.split()  # noqa: SIM905
) | frozenset(_SHORTENED.values())
LONGEST = 6
"""The most telling words of what is searched for: a whole address is found by its parts."""
_FEWEST_LETTERS = 7
"""A writing with fewer letters and figures is found as it is, or not at all."""


_ENDS = re.compile(r"[.!?;:](?!\w)|\n\s*\n")
"""What ends a sentence or a paragraph between two words."""


class _Target(NamedTuple):
    """A writing to find: its telling words, and the pattern it comes from."""

    words: tuple[str, ...]
    form: TracePattern


class NearTraces:
    """Finds what is nearly one of these patterns. Words in `own` are the reader’s own."""

    def __init__(self, forms: Iterable[TracePattern], own: Iterable[str] = ()) -> None:
        self._own = frozenset(own)
        targets = {
            (words, form.trace): _Target(words, form)
            for form in forms
            if form.trace in _OF and (words := _telling(form.words))
        }
        self._by_word: dict[str, list[_Target]] = {}
        self._joined: dict[str, TracePattern] = {}
        self._cuts: dict[str, set[str]] = {}
        for target in targets.values():
            self._keep(target)

    def _keep(self, target: _Target) -> None:
        words, form = target
        whole = form.squashed
        if form.trace is Trace.ACCOUNT and len(whole) >= _FEWEST_LETTERS:
            self._joined.setdefault(whole, form)
            self._cut(whole)
        letters = sum(map(len, words))
        if (
            not 1 < len(words) <= LONGEST
            or letters < _FEWEST_LETTERS
            or set(words) <= _COMMON_PARTS
        ):
            return
        for word in words:
            self._by_word.setdefault(word, []).append(target)
            self._cut(word)

    def _cut(self, word: str) -> None:
        if len(word) >= SHORTEST_NEAR - 1 and word not in self._cuts.get(word, ()):
            for cut in _cuts(word):
                self._cuts.setdefault(cut, set()).add(word)

    def find(self, read: Reading) -> Iterator[Match]:
        """Yield each such stretch of a text, the longest at its place, none overlapping."""
        folded, words = read.folded, read.words if self._by_word or self._joined else ()
        means = {one: self._meant(one) for one in {word.letters for word in words}}
        at = 0
        while at < len(words):
            end, form = self._handle(words, at) or self._longest(folded, words, means, at)
            if form:
                yield Match(*folded.span(words[at].start, words[end].end), (form,))
            at = end + 1

    def _meant(self, word: str) -> frozenset[str]:
        """Return the words of what is searched for that a word of a text may be.

        What a tannery closed for is not the Close.
        """
        whole = _SHORTENED.get(word, word)
        if whole in self._by_word:
            return frozenset({whole})
        if word in DAYS or word in self._own or not word.isalpha():
            return frozenset()
        near = self._alike(word)
        return frozenset(
            one
            for one in near
            if one.isalpha() and one in self._by_word and one_off(word, one)
            if one not in _COMMON_PARTS or not (known(word) and word.startswith(one))
        )

    def _alike(self, word: str) -> set[str]:
        """Return what is searched for and may be a word of a text but for a letter or two."""
        return {one for cut in _cuts(word) for one in self._cuts.get(cut, ())}

    def _handle(
        self, words: Sequence[FoldedWord], first: int
    ) -> tuple[int, TracePattern | None] | None:
        """Return the end of an account with a slip, in up to three words, and its pattern."""
        for end in range(min(first + 3, len(words)), first, -1) if self._joined else ():
            typed = [word.letters for word in words[first:end]]
            whole = "".join(typed)
            if len(whole) < _FEWEST_LETTERS - 1 or all(map(known, typed)):
                continue
            for one in sorted(self._alike(whole) & self._joined.keys()):
                if one_off(whole, one) and whole not in self._own:
                    return end - 1, _asked(self._joined[one], whole)
        return None

    def _longest(
        self,
        folded: Folded,
        words: Sequence[FoldedWord],
        means: Mapping[str, frozenset[str]],
        first: int,
    ) -> tuple[int, TracePattern | None]:
        """Return the last word of a stretch that begins here and nearly is a writing, and it."""
        best: tuple[int, TracePattern | None] = (first, None)
        for target in {
            id(one): one for word in means[words[first].letters] for one in self._by_word[word]
        }.values():
            read = _read(folded, words, means, first, target)
            further = best[1] is None or read.last > best[0]
            if further and _is_near(words, first, target, read):
                best = read.last, _asked(target.form, " ".join(target.words))
        return best


class _Read(NamedTuple):
    """What a stretch of a text says of a target: its words in their order, and how many slipped.

    `other` is whether one slipped into another word of English; `last` is the last word.
    """

    said: tuple[str, ...]
    slips: int
    other: bool
    last: int


def _read(
    folded: Folded,
    words: Sequence[FoldedWord],
    means: Mapping[str, frozenset[str]],
    first: int,
    target: _Target,
) -> _Read:
    left, read = list(target.words), _Read((), 0, other=False, last=first)
    for at in range(first, min(first + len(target.form.words) + 2, len(words))):
        letters = words[at].letters
        if at > first and _ENDS.search(folded.letters[words[at - 1].end : words[at].start]):
            break
        found = next((one for one in left if one in means[letters]), None)
        if found:
            left.remove(found)
            slip = found not in {letters, _SHORTENED.get(letters)}
            other = read.other or (slip and known(letters))
            read = _Read((*read.said, found), read.slips + slip, other, at)
        elif letters not in _STOPS:
            break
    return read


def _is_near(words: Sequence[FoldedWord], first: int, target: _Target, read: _Read) -> bool:
    """Return whether what was read in a stretch from `first` is nearly its target."""
    telling = [one for one in read.said if one not in _COMMON_PARTS and not one.isdigit()]
    if not telling or read.slips > 1 or sum(map(len, read.said)) < _FEWEST_LETTERS - 1:
        return False
    trace = target.form.trace
    if read.other:  # a word of its own: a slip only where all else is as it was
        return read.said == target.words and trace is not Trace.FACT
    left = [one for one in target.words if one not in read.said]
    if not left or len(read.said) == 1:
        return not left or (_names_alone(target) and not read.slips)
    if len(left) > 1 or read.slips or trace is Trace.ACCOUNT:
        return False
    if trace is Trace.GROUP and left[0] not in _COMMON_PARTS:
        return False  # the name of a course, which many take
    return not (left[0].isdigit() and _numbered(words, first, read.last))


def _names_alone(target: _Target) -> bool:
    """Return whether one word of an address tells of it alone: Larkspur, of Larkspur House."""
    telling = [word for word in target.words if word not in _COMMON_PARTS]
    alone = len(target.words) == 2 and len(telling) == 1 and target.form.trace is Trace.ADDRESS
    return alone and not known(telling[0]) and not given(telling[0])


def _numbered(words: Sequence[FoldedWord], first: int, last: int) -> bool:
    """Return whether a number of its own stands beside a stretch: Level 3, and not Level 2."""
    beside = (*words[max(0, first - 1) : first], *words[last + 1 : last + 2])
    return any(word.letters.isdigit() for word in beside)


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_SHORTENED.get(word, word) for word in words if word not in _STOPS)


def _asked(form: TracePattern, words: str) -> TracePattern:
    return TracePattern((words,), Trace.ALMOST, form.owner)


def _cuts(word: str) -> set[str]:
    """Return a word, and each form of it with one letter left out."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
