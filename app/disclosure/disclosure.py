"""The disclosure of a case to one reader: who is named, who is hidden, and what would show them."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from app.disclosure.audience import FAMILIES, own_people
from app.disclosure.matching import Match, TraceMatcher
from app.disclosure.reached import Reached, phones_of, reached_in, relative_in
from app.disclosure.traces import (
    Trace,
    TracePattern,
    address_patterns,
    fact_patterns,
    group_patterns,
    handle_patterns,
    is_street,
    name_words_of,
    patterns_of,
    short_numbers,
)
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.families import Link, family_links
from app.domain.case.people import CHILDREN
from app.domain.forms.sharing import IdentifyingFact, NamedAs, OtherChildNamed
from app.domain.kit.answers import AnswerKind, Person, PersonKind, PersonRef, StaffMember
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, Row, questions_of
from app.domain.kit.record import Audience, EntryId
from app.domain.names.folding import fold

_SET_APART = re.compile(r"[,;:/(\[&+–—\n][\s\"'“‘]*$")
_OF_OTHERS = re.compile(
    r"(?:\b(?:of|for|to|with|by|via|at|and|or|than|co|care of|mum|dad|mother|father|brother|sister"
    rf"|friend|partner|family|{'|'.join(names.TITLES)})\.?|c/o)(?:\s+the)?\s*$"
)
_NAMES = frozenset({Trace.NAME, Trace.PART, Trace.SHORT, Trace.NICKNAME, Trace.ACCOUNT})


ANOTHER_LEARNER = "another learner ({})"
A_LETTER = "Learner {}"
"""What a body reads that is told of one child: short, as it may have to write it down."""
_READ_YEARS = frozenset({Audience.AGENCIES, Audience.STAFF})


class Others:
    """Finds hidden people in what was typed as the reader's own.

    A name, an address or a number belongs to the person it was typed for. But it may hold
    "c/o Ben Marsh" or "mother of Ben Marsh", and that shows who Ben is.
    """

    def __init__(self, names_of_hidden: Iterable[TracePattern]) -> None:
        self._finder = TraceMatcher(form for form in names_of_hidden if form.trace in _NAMES)

    def without(self, text: str) -> str:
        """Return a text of the reader's own with the names of others replaced by line ends."""
        out, done = [], 0
        for found in self._finder.find(text):
            if self._of_another(text, found):
                out.append(text[done : found.start])
                done = found.end
        return "\n".join((*out, text[done:]))

    def _of_another(self, text: str, found: Match) -> bool:
        before = fold(text[: found.start]).letters
        if _OF_OTHERS.search(before):
            return True
        whole = any(len(form.words) > 1 or form.trace is Trace.ACCOUNT for form in found.forms)
        return whole and bool(_SET_APART.search(before)) and not is_street(text, found.end)

    def own_person(self, person: Person) -> Person:
        """Return a person without the names of others in their own names and group."""
        return msgspec.structs.replace(
            person,
            name=self.without(person.name),
            known_as=self.without(person.known_as),
            group=self.without(person.group),
        )

    def names_nobody(self, name: str) -> bool:
        """Return whether a name of staff, as typed, names no hidden person."""
        return self.without(name) == name

    def own_address(self, line: str, owner: str) -> Iterator[TracePattern]:
        """Yield the patterns of an address that may appear: all of it, or parts without others."""
        own = self.without(line)
        if own == line:
            yield from address_patterns(line, owner)
            return
        for part in re.split(r"[,;\n]", own):
            yield from address_patterns(part, owner, whole=False)
            if len(name_words_of(part)) > 1:
                yield TracePattern(name_words_of(part), Trace.ADDRESS, owner)


class Disclosure(msgspec.Struct, frozen=True, kw_only=True):
    """Everyone of a case for one reader.

    `hidden` are in the order of their letters. `shown` keep their names; `own_names` are the same
    people without names of others in theirs. `verbatim` are names of staff, kept only as written.
    `names` are the ways to write the hidden; `traces`, `phones` (last nine digits) and `born` are
    what else would show who somebody is. `kept` is what belongs to the reader. `links` say which
    adult belongs to which child. `learner` is what each hidden learner is called, with a place for
    the letter.
    """

    hidden: tuple[Person, ...]
    shown: tuple[Person, ...]
    own_names: tuple[Person, ...]
    own: frozenset[PersonRef]
    verbatim: frozenset[str]
    names: tuple[TracePattern, ...]
    traces: tuple[TracePattern, ...]
    phones: Mapping[str, str]
    born: Mapping[date, tuple[str, ...]]
    kept: tuple[TracePattern, ...]
    own_texts: tuple[str, ...]
    links: frozenset[Link]
    learner: str


def disclosure_for(
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
    referral: EntryId | None = None,
) -> Disclosure:
    """Return who of a case a paper names for this reader, and who is hidden.

    A family reads the names of the reader and the reader's own children. Agencies read those of
    the child the paper is about, of the family and of adults, and of each other child that they
    need by name in this `referral`. Agencies without `about`, such as the police, read every name:
    they have to know who was involved. Governors and services read no name of a learner or parent.
    The order of letters differs for each reader, so that two families cannot compare their papers.
    Agencies, who need to, get the order of the record. Raises KeyError when `about` is not in it.
    """
    links, people = family_links(case), [known.person for known in case.people.values()]
    own = _own(case, audience, about, links)
    needed = own | named_in(case, referral).keys() if audience is Audience.AGENCIES else own
    everyone = reads_every_name(audience, about)
    shown = tuple(person for person in people if everyone or _named(person, audience, needed))
    named = {person.id for person in shown}
    hidden = [person for person in people if person.id not in named]
    for relative, child in () if everyone else _relatives(case, named):
        hidden.append(relative)
        links |= {(relative.id, child)}
    hidden = _in_order(hidden, audience, about)
    theirs = tuple(form for person in hidden for form in patterns_of(person))
    others = Others(theirs)
    secrets = tuple(_secrets(case, audience, about))
    reachable = _reachable(case, audience, named, own)
    reached = () if everyone else tuple(reached_in(case, reachable, others.own_address))
    own_names = tuple(map(others.own_person, shown)) if hidden else shown
    return Disclosure(
        hidden=tuple(hidden),
        shown=shown,
        own_names=own_names,
        own=own,
        verbatim=frozenset(filter(others.names_nobody, _staff(case, hidden))),
        names=theirs,
        traces=(*_traces(audience, reached, hidden), *_others(case, audience, named), *secrets),
        phones=phones_of(reached),
        born={} if everyone else _born(case, named),
        kept=tuple(_without(secrets, _kept(case, audience, reached, own_names))),
        own_texts=tuple(dict.fromkeys(_own_texts(case, own_names))),
        links=links,
        learner=A_LETTER if audience is Audience.AGENCIES else ANOTHER_LEARNER,
    )


def _in_order(hidden: list[Person], audience: Audience, about: PersonRef | None) -> list[Person]:
    """Return hidden people in the order of their letters for this reader."""
    if audience is Audience.AGENCIES:
        return hidden
    reader = about or audience.value
    return sorted(
        hidden, key=lambda person: hashlib.sha256(f"{reader}:{person.id}".encode()).digest()
    )


def _reachable(
    case: Case, audience: Audience, named: set[PersonRef], own: frozenset[PersonRef]
) -> set[PersonRef]:
    """Return whose addresses and numbers belong to the reader.

    Where parents live apart, those of the child belong to neither: one may be kept from them.
    """
    if audience is not Audience.PARENTS:
        return named
    return {one for one in named if one not in own or not case.stands.says_yes(Fact.APART, one)}


def _traces(
    audience: Audience, reached: Iterable[Reached], hidden: Iterable[Person]
) -> Iterator[TracePattern]:
    """Yield the places and groups of others."""
    yield from (form for one in reached if not one.own for form in one.forms)
    yield from (form for person in hidden for form in _groups(person, audience))


def _kept(
    case: Case, audience: Audience, reached: Iterable[Reached], own_names: Iterable[Person]
) -> Iterator[TracePattern]:
    """Yield the reader's own places and groups, and for a service where the items are."""
    yield from (form for one in reached if one.own for form in one.forms)
    yield from (form for person in own_names for form in group_patterns(person))
    yield from _places(case) if audience is Audience.SERVICES else ()


_YEAR = re.compile(r"(?:year|yr|y)\d{1,2}")


def _groups(person: Person, audience: Audience) -> Iterator[TracePattern]:
    """Yield the group of a hidden learner. A year alone tells nothing to a body or to cover."""
    for form in group_patterns(person):
        if audience not in _READ_YEARS or not _YEAR.fullmatch(form.squashed):
            yield form


def named_in(case: Case, referral: EntryId | None) -> Mapping[PersonRef, OtherChildNamed]:
    """Return each other child whom the reader of a referral needs by name, with what was said."""
    said = {one.child: one for one in case.all_of(OtherChildNamed) if one.referral == referral}
    return {
        child: one
        for child, one in said.items()
        if child in case.people and one.named is not NamedAs.NOT_NEEDED
    }


def _own_texts(case: Case, shown: Iterable[Person]) -> Iterator[str]:
    """Yield what was typed of those who are named, of their households and where they are."""
    for person in shown:
        yield from (person.name, person.known_as, person.group)
        if details := case.people[person.id].details:
            at = (details.address, details.earlier_address, details.phone, details.identifier)
            yield from filter(None, at)
            for row in details.household:
                yield from filter(None, (row.name, row.reached_at))


def reads_every_name(audience: Audience, about: PersonRef | None) -> bool:
    """Return whether a paper names everybody: the DSL's own, or agencies' on the whole case."""
    return audience is Audience.DSL or (audience is Audience.AGENCIES and about is None)


def _own(
    case: Case, audience: Audience, about: PersonRef | None, links: frozenset[Link]
) -> frozenset[PersonRef]:
    if about is None:
        return frozenset()
    if about not in case.people:
        raise KeyError(about)
    if audience is Audience.AGENCIES:
        return frozenset({about, *_family(case, about, links)})
    return own_people(case, audience, about)


def _family(case: Case, child: PersonRef, links: frozenset[Link]) -> Iterator[PersonRef]:
    """Yield the parents of a child, and every parent of the case if it has no other child.

    So is whoever of the case stands in the child’s own household by name, a sister among them.
    """
    kinds = {key: known.person.kind for key, known in case.people.items()}
    alone = not any(kind in CHILDREN for key, kind in kinds.items() if key != child)
    yield from (parent for parent, theirs in links if theirs == child)
    yield from (key for key, kind in kinds.items() if alone and kind is PersonKind.PARENT)
    details = case.people[child].details
    at_home = (relative_in(case, row) for row in (details.household if details else ()))
    yield from filter(None, at_home)


def _named(person: Person, audience: Audience, own: frozenset[PersonRef]) -> bool:
    """Return whether a person is named. Agencies also read whoever is neither child nor parent."""
    unlisted = person.kind not in {*CHILDREN, PersonKind.PARENT}
    return person.id in own or (audience is Audience.AGENCIES and unlisted)


def _born(case: Case, named: set[PersonRef]) -> Mapping[date, tuple[str, ...]]:
    """Return the dates of birth of hidden people and their households, each with its owners."""
    theirs: dict[date, list[str]] = {}
    own: set[date] = set()
    for key, known in case.people.items():
        days = {known.person.born, *(one.born for one in known.joined)}
        rows = known.details.household if known.details else ()
        for born, who in (*((day, key) for day in days), *((row.born, "") for row in rows)):
            if born and key in named:
                own.add(born)
            elif born:
                theirs.setdefault(born, []).append(who or key)
    return {day: tuple(dict.fromkeys(who)) for day, who in theirs.items() if day not in own}


def _relatives(case: Case, named: set[PersonRef]) -> Iterator[tuple[Person, PersonRef]]:
    """Yield each relative recorded only in the household of a hidden person, with that person.

    A name in several households belongs to the first.
    """
    seen = Counter(names.untitled(known.person.name) for known in case.people.values())
    for key, known in case.people.items():
        rows = known.details.household if known.details and key not in named else ()
        for at, row in enumerate(rows):
            name = names.untitled(row.name)
            if name and not seen[name]:
                seen[name] += 1
                yield Person(id=f"{key}/{at}", kind=PersonKind.ADULT, name=row.name), key


def _others(case: Case, audience: Audience, named: set[PersonRef]) -> Iterator[TracePattern]:
    """Yield details marked as identifying, and accounts that demands came from.

    Agencies read those accounts, because they have to find out who is behind them.
    """
    for entry in case.current if audience is not Audience.DSL else ():
        if audience is not Audience.AGENCIES:
            for form in entry.readings:
                yield from _accounts(form)
        if isinstance(entry.form, IdentifyingFact) and entry.form.about not in named:
            yield from fact_patterns(entry.form.words, entry.form.about)


def _secrets(case: Case, audience: Audience, reader: PersonRef | None) -> Iterator[TracePattern]:
    """Yield the words that this reader must not read, though they are of the reader’s own child."""
    for form in case.all_of(IdentifyingFact) if audience in FAMILIES else ():
        if form.not_for is not None and form.not_for == reader:
            yield from fact_patterns(form.words, form.about)
            yield from address_patterns(form.words, form.about)
            yield from short_numbers(form.words, form.about)


def _without(
    secrets: Iterable[TracePattern], kept: Iterable[TracePattern]
) -> Iterator[TracePattern]:
    unsaid = {one.squashed for one in secrets}
    yield from (form for form in kept if form.squashed not in unsaid)


def _places(case: Case) -> Iterator[TracePattern]:
    """Yield the places of things to be removed: a service needs these to find them."""
    for request in case.requests.values():
        for part in re.split(r"[^\w\s\-'.,@/&]+", request.opened.where_it_is or ""):
            yield from handle_patterns(part)


def _accounts(form: Form | Row) -> Iterator[TracePattern]:
    answers = answers_of(form)
    for question in questions_of(type(form)):
        answer: Any = answers.get(question.name)
        if answer and question.kind is AnswerKind.INERT:
            yield from handle_patterns(answer)
        elif answer and question.kind is AnswerKind.ROWS:
            for row in answer:
                yield from _accounts(row)


def _staff(case: Case, hidden: Iterable[Person]) -> frozenset[str]:
    """Return the names of staff who acted, except those that a hidden person has too."""
    taken = {names.untitled(person.name) for person in hidden}
    acted: set[str] = set()
    for entry in case.entries:
        acted.add(entry.sealed.author.name)
        acted |= set(_staff_in(entry.form))
    return frozenset(name for name in acted if name and names.untitled(name) not in taken)


def _staff_in(form: Form | Row) -> Iterator[str]:
    for answer in answers_of(form).values():
        match answer:
            case StaffMember():
                yield answer.name
            case tuple():
                for row in answer:
                    if isinstance(row, Row):
                        yield from _staff_in(row)
            case _:
                pass
