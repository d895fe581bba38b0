"""Finds who or what a paper may name that nobody has registered: it is asked about, never replaced.

Names, telephone numbers, mail and street addresses, accounts and vehicles that are neither the
reader's own, nor the college's or its staff's, nor those of a body or service it knows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import msgspec

from app.disclosure.disclosure import Disclosure
from app.disclosure.disguise import bodies_kept, kept_of
from app.disclosure.everyday import AROUND, MONTHS, Setting, a_name, may_be_a_name, surely_no_name
from app.disclosure.marks import marks_in
from app.disclosure.matching import Match, TraceMatcher
from app.disclosure.reading import FoldedWord, Reading
from app.disclosure.traces import Trace, TracePattern, name_words_of, permitted_patterns
from app.disclosure.words import (
    DAYS,
    NOBODYS,
    PARTICLES,
    PLACES,
    given,
    known,
    last_name,
    printed,
)
from app.domain import names
from app.domain.kit.answers import Person, PersonKind
from app.domain.names.folding import Folded

UNREGISTERED = frozenset(
    {
        Trace.STRANGER,
        Trace.ELSEWHERE,
        Trace.NUMBER,
        Trace.MAIL,
        Trace.POSTCODE,
        Trace.STREET,
        Trace.HANDLE,
        Trace.PLATE,
    }
)
"""What is found of somebody whom this case does not know."""


class Known(msgspec.Struct, frozen=True):
    """What papers may name beside the people of a case.

    `texts` are of the college, of bodies and of services: what stands in them may stand. `staff`
    are names. `elsewhere` are names and accounts of the people of other cases: they may not.
    """

    texts: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


_TITLE = re.compile(rf"\b(?:{'|'.join(sorted(names.TITLES))}|auntie|uncle|coach|pc|dc)\.?\s+$")
_OPENS = re.compile(r"(?:^|[.!?…:;•·|]['\"”’)]*\s|\n\s*\n)[\s\"'“‘(\[]*$")
_LINE = re.compile(r"([^\n]*)\n[\s\"'“‘(]*$")
NEAR = 12
"""How many letters before a word hold its title, or the end of the sentence before it."""
WRAPPED = 48
"""A line with at least this many letters may go on in the next one."""
_CONTRACTED = re.compile(r"'(?:t|ll|ve|re|d|m)\b")
_JOINS = re.compile(r"[ \t]|[-'’]|[ \t]*\n[ \t]*")
_THE = re.compile(r"\b(?:the|a|an|his|her|my|our|your|their)\s+$")
_DATED = re.compile(
    r"\b(?:in|by|from|until|till|since|of|for|to|before|after|during|and|or|this|next|last|early|late"
    r"|mid|each|every|through|throughout|between)[\s-]+$"
)
"""What stands before a month, and before a person of that name too seldom to ask."""
_HOME = re.compile(r"\s+(?:family|household|house|home|brothers|sisters|twins)\b")


class Strangers:
    """Finds who is neither registered nor known in the finished text of one paper."""

    def __init__(self, cast: Disclosure, beside: Known) -> None:
        self._cast, self._beside = cast, beside
        self._own = "\n".join((*cast.own_texts, *beside.texts))
        self._elsewhere = TraceMatcher(_elsewhere(beside.elsewhere), asks=True)
        self._stands = TraceMatcher(self._may_stand())

    def find(self, text: str, read: Reading, taken: Sequence[tuple[int, int]]) -> Iterator[Match]:
        """Yield what is found outside the places that are taken already, in any order."""
        stands = self._stands.find(text, read)
        places = [*taken, *((found.start, found.end) for found in stands)]
        for found in (
            *marks_in(text, self._own, places),
            *_renamed(self._elsewhere.find(text, read), Trace.ELSEWHERE),
            *self._names(read, places),
        ):
            if not any(start < found.end and found.start < end for start, end in places):
                places.append((found.start, found.end))
                yield found

    def _may_stand(self) -> Iterator[TracePattern]:
        for form in (*kept_of(self._cast), *bodies_kept()):
            yield msgspec.structs.replace(form, trace=Trace.ACCOUNT, capital=False)
        for name in (*self._beside.staff, *self._cast.verbatim):
            yield from _of_staff(name)
        for text in self._beside.texts:
            if len(words := name_words_of(text)) > 1:
                yield TracePattern(words, Trace.ACCOUNT)

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of texts that may stand: of others than the reader, no given name alone."""
        own = {word for text in self._cast.own_texts for word in name_words_of(text)}
        theirs = {word for text in self._beside.texts for word in name_words_of(text)}
        return frozenset(own | {word for word in theirs if not given(word)})

    def _names(self, read: Reading, places: Sequence[tuple[int, int]]) -> Iterator[Match]:
        folded, words = read
        free = [word for word in words if not _within(folded, word, places)]
        shouted = _shouted_names(folded, free)
        hits = [word for word in free if word in shouted or self._names_somebody(folded, word)]
        done = -1
        for word in hits:
            start, end = folded.span(word.start, word.end)
            if start < done:
                continue
            if folded.letters[word.start - 2 : word.start] == "o'":
                start = folded.places[word.start - 2]
            for after in (one for one in free if one.start > word.start):
                at, to = folded.span(after.start, after.end)
                joined = _JOINS.fullmatch(folded.text[end:at])
                if not joined or not (after in hits or folded.text[at].isupper()):
                    break
                if "\n" in folded.text[end:at] and after not in hits:
                    break
                end = to
            done = end
            yield _match(start, end, Trace.STRANGER)

    def _names_somebody(self, folded: Folded, word: FoldedWord) -> bool:
        letters = word.letters
        if len(letters) < 2 or not letters.isalpha() or letters in self._words:
            return False
        if letters in names.TITLES or _CONTRACTED.match(folded.letters, word.end):
            return False
        typed = folded.text[folded.places[word.start] : folded.places[word.end - 1] + 1]
        small = not typed[0].isupper()
        if small and (len(letters) < 3 or letters in NOBODYS or not given(letters)):
            return False
        before = folded.letters[max(0, word.start - 2 * AROUND) : word.start]
        after = folded.letters[word.end : word.end + AROUND]
        if small:
            at = Setting(letters, before[-AROUND:], after, opens=False)
            return may_be_a_name(at) or (len(letters) > 4 and not known(letters))
        if _TITLE.search(before[-NEAR:]) and letters not in NOBODYS:
            return True
        at = Setting(letters, before[-AROUND:], after, opens=_opens(before))
        return len(typed) > 1 and _capital(at, shouts=len(typed) > 2 and typed.isupper())


def _capital(at: Setting, *, shouts: bool) -> bool:
    """Return whether a word with a capital may be somebody’s name."""
    word = at.word
    if word in PARTICLES or word in NOBODYS:
        return False
    day = word in DAYS or word.removesuffix("s") in DAYS
    if word in PLACES:
        return given(word) and a_name(at)
    if day and word not in MONTHS:
        return False
    if at.before.endswith("o'"):
        return True
    if given(word) and not printed(word) and not day:
        return len(word) > 2
    if day and _DATED.search(at.before):
        return False
    if shouts or len(word) < 3:
        return False
    if given(word):
        return may_be_a_name(at) if at.opens else not surely_no_name(at)
    if last_name(word) and not at.opens:
        return not _THE.search(at.before) or bool(_HOME.match(at.after))
    return not printed(word)


def _shouted_names(folded: Folded, words: Sequence[FoldedWord]) -> list[FoldedWord]:
    """Return pairs of words in capitals that are a first and a last name: JACK SMITH."""
    found = []
    for one, other in pairwise(words):
        start, end = folded.span(one.start, other.end)
        typed = folded.text[start:end]
        gap = folded.letters[one.end : other.start]
        two = gap.isspace() and len(gap) < 3 and min(len(one.letters), len(other.letters)) > 1
        if not two or not typed.isupper() or not (given(one.letters) and other.letters.isalpha()):
            continue
        if not printed(other.letters) or last_name(other.letters):
            found += [one, other]
    return found


def _opens(before: str) -> bool:
    """Return whether a word opens a sentence, a label or a line that no longer one goes on in."""
    if _OPENS.search(before[-NEAR:]):
        return True
    line = _LINE.search(before)
    if not line:
        return False
    return len(line[1]) < WRAPPED or not line[1].rstrip()[-1:].isalnum()


def _within(folded: Folded, word: FoldedWord, places: Iterable[tuple[int, int]]) -> bool:
    start, end = folded.span(word.start, word.end)
    return any(first < end and start < last for first, last in places)


def _of_staff(name: str) -> Iterator[TracePattern]:
    """Yield a member of staff in full, by initials and last name, and by last name alone."""
    person = Person(id="", kind=PersonKind.STAFF, name=name)
    words = name_words_of(name)
    for form in permitted_patterns((person,)):
        if form.words != words[:1] or len(words) == 1:
            yield msgspec.structs.replace(form, trace=Trace.ACCOUNT, capital=False)


def _elsewhere(people: Iterable[str]) -> Iterator[TracePattern]:
    """Yield the whole names of people of other cases: a first name alone is asked about anyhow."""
    for name in people:
        if len(words := name_words_of(name)) > 1 or re.search(r"[\d_@]", name):
            yield TracePattern(words, Trace.NAME)


def _renamed(found: Iterable[Match], trace: Trace) -> Iterator[Match]:
    return (_match(one.start, one.end, trace) for one in found)


def _match(start: int, end: int, trace: Trace) -> Match:
    return Match(start, end, (TracePattern(("",), trace),))
