"""Replaces every trace of hidden people in a paper by words such as "another learner (A)"."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

import msgspec

from app.disclosure.disclosure import A_LETTER, ANOTHER_LEARNER, Disclosure
from app.disclosure.matching import Match, TraceMatcher
from app.disclosure.traces import (
    Trace,
    TracePattern,
    name_words_of,
    patterns_of,
    permitted_patterns,
)
from app.disclosure.words import ordinary, our_bodies
from app.domain import names
from app.domain.case.families import Link
from app.domain.kit.answers import Person, PersonKind
from app.domain.kit.wording import with_and

_CALLED = {
    PersonKind.LEARNER: ANOTHER_LEARNER,
    PersonKind.ELSEWHERE: ANOTHER_LEARNER,
    PersonKind.PARENT: "a parent or carer",
    PersonKind.STAFF: "a member of staff",
    PersonKind.ADULT: "an adult",
    PersonKind.ACCOUNT: "an unknown account",
}
_INSTEAD = {
    Trace.PHONE: "a telephone number",
    Trace.ADDRESS: "an address",
    Trace.GROUP: "another group",
    Trace.FACT: "(a detail left out)",
    Trace.BORN: "(a date left out)",
    Trace.ACCOUNT: "an account",
}
_OF_NAMES = frozenset({Trace.NAME, Trace.PART, Trace.SHORT, Trace.NICKNAME})
_SCHOOLS = frozenset({"academy", "college", "school"})
"""Words by which the group of a learner elsewhere is a place, and no class of this college."""
_BEFORE = re.compile(rf"\b(?:{'|'.join(names.TITLES)})\.?\s+$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_FAMILY = re.compile(r"\s+(?:family|household)\b", re.IGNORECASE)
_STOP_OF_INITIAL = re.compile(r"\.(?=[,;:)’'”\"]|\s+[^\W\dA-Z])")
_LEARNER = re.compile(r", learner\b")
"""What a name may be followed by that the words in its place say already."""
_OPENS = re.compile(r"(?:^|[.!?…]\s|\n)[\s\"“‘(]*$")


_QUOTES = re.compile(r"[“”\"]")
_OPENING = re.compile(r"(?<!\w)\"(?=\S)")


def quotations_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the outermost quotations of a text, by their double quotation marks.

    One that is not closed goes to the end.
    """
    spans: list[tuple[int, int]] = []
    opened: list[tuple[int, str]] = []
    for mark in _QUOTES.finditer(text):
        sign = mark.group()
        if opened and sign == ("”" if opened[-1][1] == "“" else '"'):
            start, _ = opened.pop()
            if not opened:
                spans.append((start, mark.end()))
        elif sign == "“" or _OPENING.match(text, mark.start()):
            opened.append((mark.start(), sign))
    return (*spans, (opened[0][0], len(text))) if opened else tuple(spans)


def in_brackets(instead: str) -> str:
    """Return the words for somebody as they stand in a quotation: [another learner (A)]."""
    inner = instead.strip("()") if instead.startswith("(") else instead
    return inner if inner.startswith("[") else f"[{inner}]"


_FAMILY_OF = "another family"
_SCHOOL = "another school or college"
_BRACKETED = re.compile(
    r"\[(?:"
    + "|".join(
        re.sub(r" ?[{}()]", "", words)
        for words in (A_LETTER, *_CALLED.values(), *_INSTEAD.values(), _FAMILY_OF, _SCHOOL)
    )
    + r"|a parent|another parent|someone (?:in|close)|name)\b[^\[\]]{0,80}\]"
)


def brackets_in(text: str) -> bool:
    """Return whether words in a quotation were replaced in a disguised text."""
    return bool(_BRACKETED.search(text))


NO_CODES: Mapping[str, str] = {}


class Replacement(msgspec.Struct, frozen=True):
    """One replaced stretch of a text. `full` and `shown` are its places in the two texts.

    `words` are from the full text; `trace` says what they are. `a_word` is whether they may be no
    name but a word of English.
    """

    full: tuple[int, int]
    shown: tuple[int, int]
    words: str
    instead: str
    trace: Trace
    a_word: bool = False


class Disguised(msgspec.Struct, frozen=True):
    """A text in full and as the reader will see it, with every replaced stretch in order."""

    full: str
    shown: str
    replaced: tuple[Replacement, ...] = ()


def as_typed(text: str) -> Disguised:
    """Return a text in which nothing is replaced."""
    return Disguised(text, text)


class Disguise:
    """Replaces the hidden people of one paper by descriptions.

    `hidden` are described by their kind, with letters in the order given when several share one.
    `shown` keep their names, also where a hidden person shares a part of one. `verbatim` are names
    kept only as they are written there, such as those of staff. `links` say whose parent somebody
    is; `own` are the reader’s own people. `finder` replaces the search by names. `codes` are other
    descriptions, by person id; `learner` is what any other learner is called. Build one
    for each paper, since each has letters of its own.
    """

    def __init__(
        self,
        hidden: Sequence[Person],
        shown: Sequence[Person] = (),
        verbatim: Iterable[str] = (),
        *,
        links: Iterable[Link] = (),
        own: Iterable[str] = (),
        finder: TraceMatcher | None = None,
        codes: Mapping[str, str] = NO_CODES,
        learner: str = ANOTHER_LEARNER,
    ) -> None:
        called = _descriptions(hidden, frozenset(links), frozenset(own), learner)
        self._called = dict(called) | dict(codes)
        self._learner = learner.split("{", maxsplit=1)[0].rstrip(" (")
        self._finder = finder or TraceMatcher(
            (form for person in hidden for form in patterns_of(person)),
            kept_patterns(shown, verbatim),
        )

    @classmethod
    def of(cls, cast: Disclosure, codes: Mapping[str, str] = NO_CODES) -> "Disguise":
        """Return the disguise for one disclosure, with addresses, numbers and marked words."""
        finder = matcher_of(cast)
        return cls(
            cast.hidden,
            links=cast.links,
            own=cast.own,
            finder=finder,
            codes=codes,
            learner=cast.learner,
        )

    def called(self, person: str) -> str | None:
        """Return the description of a hidden person by person id, None for anyone not hidden."""
        return self._called.get(person)

    def over(self, text: str) -> str:
        """Return the text with every trace of a hidden person replaced."""
        return self.beside(text).shown

    def beside(self, text: str) -> Disguised:
        """Return the text in full and disguised, with the places of each replacement in both.

        Inside a quotation the words for somebody stand in square brackets, as nobody said them.
        """
        text = unicodedata.normalize("NFC", text)
        out, done, length = [], 0, 0
        replaced: list[Replacement] = []
        quoted = quotations_in(text)
        for found in self._finder.find(text):
            start, end, instead = self._instead(text, found)
            if start < done:
                start = found.start
            if any(opens < start and end <= closes for opens, closes in quoted):
                instead = in_brackets(instead)
            elif _OPENS.search(text[max(0, start - 200) : start]):
                instead = instead[0].upper() + instead[1:]
            out += [text[done:start], instead]
            length += start - done
            place = (length, length + len(instead))
            words, a_word = text[start:end], _a_word(found, text[found.start : found.end])
            replaced.append(Replacement((start, end), place, words, instead, found.trace, a_word))
            length, done = place[1], end
        return Disguised(text, "".join((*out, text[done:])), tuple(replaced))

    def _instead(self, text: str, found: Match) -> tuple[int, int, str]:
        """Return start, end and new words for a match, with the title or article before it."""
        start, end = found.start, found.end
        before, after = text[max(0, start - 20) : start], text[end : end + 20]
        if family := _FAMILY.match(after):
            end += family.end()
        if family or any(form.plural for form in found.forms):
            article = _THE.search(before)
            return start - len(article.group()) if article else start, end, _FAMILY_OF
        if title := _BEFORE.search(before):
            start -= len(title.group())
        elif found.trace in _INSTEAD and (article := _THE.search(before)):
            start -= len(article.group())
        lone = any(len(form.words[-1]) == 1 for form in found.forms)
        if lone and _STOP_OF_INITIAL.match(after):
            end += 1
        instead = self._name_of(found)
        if all(form.owning for form in found.forms):
            instead += "’s"
        if instead.startswith(self._learner) and (said := _LEARNER.match(after)):
            end += said.end()
        return start, end, instead

    def _name_of(self, found: Match) -> str:
        """Return the words for one person, or for each of those who share the match."""
        if found.trace is Trace.GROUP and any(_SCHOOLS & set(form.words) for form in found.forms):
            return _SCHOOL
        if found.trace in _INSTEAD and not (
            found.trace is Trace.ACCOUNT and found.owners[0] in self._called
        ):
            return _INSTEAD[found.trace]
        called = dict.fromkeys(
            self._called[owner] for owner in found.owners if owner in self._called
        )
        family = min(called, key=len, default="")
        if len(called) > 1 and all(one.endswith(family) for one in called):
            return f"someone in the family of {family}"
        return " or ".join(called) or _INSTEAD[Trace.FACT]


def _a_word(found: Match, typed: str) -> bool:
    """Return whether what is replaced as a name may be words of English: “grace”, “may cook”."""
    words = found.forms[0].words
    common = found.trace in _OF_NAMES and all(map(ordinary, words))
    return common and (len(words) == 1 or typed.islower())


def matcher_of(cast: Disclosure, *, asks: bool = False) -> TraceMatcher:
    """Return a matcher that finds every trace of the hidden people of a disclosure.

    One that `asks` also finds what only may be a name: it is for the check, not for the disguise.
    """
    return TraceMatcher(
        (*cast.names, *cast.traces),
        (*kept_of(cast), *bodies_kept()),
        cast.phones,
        cast.born,
        asks=asks,
    )


def kept_of(cast: Disclosure) -> tuple[TracePattern, ...]:
    """Return the patterns of the reader's own people and of staff, which may appear."""
    return (*kept_patterns(cast.own_names, cast.verbatim), *cast.kept)


def bodies_kept() -> Iterator[TracePattern]:
    """Yield the patterns of bodies called like somebody, which may appear too, as a whole."""
    yield from (TracePattern(words, Trace.NAME) for words in our_bodies())


def kept_patterns(shown: Iterable[Person], verbatim: Iterable[str]) -> Iterator[TracePattern]:
    """Yield the patterns that may appear: names of those shown, and verbatim names as written."""
    yield from permitted_patterns(shown)
    for name in verbatim:
        if words := name_words_of(name):
            yield TracePattern(words, Trace.NAME)


def _descriptions(
    hidden: Sequence[Person], links: frozenset[Link], own: frozenset[str], learner: str
) -> Iterator[tuple[str, str]]:
    """Yield each id with its description. Learners always get a letter, others if several match."""
    alike: dict[str, list[Person]] = {}
    for person in hidden:
        alike.setdefault(_CALLED[person.kind], []).append(person)
    called: dict[str, str] = {}
    for words, people in alike.items():
        for at, person in enumerate(people):
            if words == ANOTHER_LEARNER:
                called[person.id] = learner.format(_letter(at))
            else:
                called[person.id] = f"{words} ({_letter(at)})" if len(people) > 1 else words
    yield from (called | _families(hidden, called, links, own)).items()


def _families(
    hidden: Sequence[Person],
    called: Mapping[str, str],
    links: frozenset[Link],
    own: frozenset[str],
) -> dict[str, str]:
    """Return descriptions of relatives by their child, such as a parent of another learner (A)."""
    families: dict[str, str] = {}
    for person in hidden:
        children = {child for relative, child in links if relative == person.id}
        if children & own:
            families[person.id] = f"{'another' if len(own) > 1 else 'a'} parent or carer"
        elif theirs := [called[one.id] for one in hidden if one.id in children]:
            families[person.id] = f"{_belongs(person)} {with_and(theirs)}"
    return families


def _belongs(person: Person) -> str:
    return "a parent of" if person.kind is PersonKind.PARENT else "someone close to"


def _letter(at: int) -> str:
    turn, place = divmod(at, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")
