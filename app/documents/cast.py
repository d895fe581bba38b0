"""Who is named in a document and who is not: everyone of a case, as one reader may know of them."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from app.documents.audience import own_of
from app.documents.traces import (
    Form,
    address_forms,
    fact_form,
    group_forms,
    handle_forms,
    phone_keys,
    words_of,
)
from app.domain.answers import Kind, Person, PersonKind, PersonRef, StaffMember
from app.domain.case import Case
from app.domain.families import Link, family_links
from app.domain.form import Entry, Row, answers_of, questions_of
from app.domain.people import CHILDREN
from app.domain.record import Audience
from app.domain.stages.disclosure import IdentifyingFact
from app.domain.stages.person import PersonDetails, Relative


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Everyone of a case for one reader.

    `hidden` stand in the order of their letters; `shown` keep their names. `verbatim` are names
    that stay just as they are written there, those of staff. `traces` and `phones` (last nine
    digits) are what else would tell who somebody is, `kept` and `kept_phones` what is the reader's
    own. `links` say which parent belongs to which child.
    """

    hidden: tuple[Person, ...]
    shown: tuple[Person, ...]
    own: frozenset[PersonRef]
    verbatim: frozenset[str]
    traces: tuple[Form, ...]
    phones: Mapping[str, str]
    kept: tuple[Form, ...]
    kept_phones: frozenset[str]
    links: frozenset[Link]


def cast_for(case: Case, audience: Audience, about: PersonRef | None = None) -> Cast:
    """Divide everyone of a case into those a document names and those it does not.

    A family reads the names of the reader and the reader's own children, agencies those of the
    child they are written to about, with family and adults; governors and services read no name of
    a learner or parent. Agencies that are written to about the whole case, as the police are, read
    every name: they have to know who was involved. Letters are given in an order that belongs to
    the reader alone, so that the papers of two families cannot be laid side by side; agencies, who
    lay theirs together with reason, read them in the order of the record. Raises KeyError when
    `about` is nobody of the case.
    """
    links = family_links(case)
    people = [known.person for known in case.people.values()]
    own = _own(case, audience, about, links)
    everyone = reads_every_name(audience, about)
    shown = tuple(person for person in people if everyone or _named(person, audience, own))
    named = {person.id for person in shown}
    hidden = [person for person in people if person.id not in named]
    if not everyone:
        hidden += _relatives(case, named)
    if audience is not Audience.AGENCIES:
        reader = about or audience.value
        hidden.sort(key=lambda person: hashlib.sha256(f"{reader}:{person.id}".encode()).digest())
    reached = () if everyone else tuple(_reached(case, named))
    kept_phones = frozenset(key for one in reached if one.own for key in one.phones)
    traces = () if everyone else tuple(_others(case, audience, named))
    return Cast(
        hidden=tuple(hidden),
        shown=shown,
        own=own,
        verbatim=_staff(case, hidden),
        traces=(
            *(form for one in reached if not one.own for form in one.forms),
            *(form for person in hidden for form in group_forms(person)),
            *traces,
        ),
        phones={key: one.owner for one in reached if not one.own for key in one.phones},
        kept=(
            *(form for one in reached if one.own for form in one.forms),
            *(form for person in shown for form in group_forms(person)),
            *(_places(case) if audience is Audience.SERVICES else ()),
        ),
        kept_phones=kept_phones,
        links=links,
    )


def reads_every_name(audience: Audience, about: PersonRef | None) -> bool:
    """Say whether a document names everybody: the DSL's own, and what agencies get of all of it."""
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
    return own_of(case, audience, about)


def _family(case: Case, child: PersonRef, links: frozenset[Link]) -> Iterator[PersonRef]:
    """Give the parents of a child: every parent there is, where there is no other child."""
    kinds = {key: known.person.kind for key, known in case.people.items()}
    alone = not any(kind in CHILDREN for key, kind in kinds.items() if key != child)
    yield from (parent for parent, theirs in links if theirs == child)
    yield from (key for key, kind in kinds.items() if alone and kind is PersonKind.PARENT)


def _named(person: Person, audience: Audience, own: frozenset[PersonRef]) -> bool:
    match audience:
        case Audience.AGENCIES:
            return person.id in own or person.kind not in {*CHILDREN, PersonKind.PARENT}
        case _:
            return person.id in own


class _Reached(msgspec.Struct, frozen=True):
    """Where somebody can be reached, and whether that is the reader's own."""

    owner: PersonRef
    own: bool
    forms: tuple[Form, ...]
    phones: frozenset[str]


def _reached(case: Case, named: set[PersonRef]) -> Iterator[_Reached]:
    """Give every address and number of the record, of people and of their households."""
    for item in case.items:
        form = item.form
        if not isinstance(form, PersonDetails):
            continue
        owner = case.same.get(form.person, form.person)
        own = owner in named
        lines = [line for line in (form.address, form.earlier_address) if line]
        forms = [one for line in lines for one in address_forms(line, owner)]
        if form.identifier:
            forms += handle_forms(form.identifier, owner)
        phones = phone_keys(form.phone or "")
        yield _Reached(owner, own, tuple(forms), phones)
        for row in form.household:
            who = _relative(case, row)
            theirs = own and (not who or who in named)
            text = row.reached_at or ""
            places = tuple(address_forms(text, who or owner, whole=False))
            yield _Reached(who or owner, theirs, places, phone_keys(text))


def _relative(case: Case, row: Relative) -> PersonRef | None:
    """Give who of the case a relative is; None when nobody, or more than one, has that name."""
    name = words_of(row.name)
    same = [key for key, known in case.people.items() if words_of(known.person.name) == name]
    return same[0] if len(same) == 1 else None


def _relatives(case: Case, named: set[PersonRef]) -> Iterator[Person]:
    """Give relatives of children who are not named, where they have no part in the case."""
    seen = Counter(words_of(known.person.name) for known in case.people.values())
    for key, known in case.people.items():
        rows = known.details.household if known.details and key not in named else ()
        for at, row in enumerate(rows):
            name = words_of(row.name)
            if name and not seen[name]:
                seen[name] += 1
                yield Person(id=f"{key}/{at}", kind=PersonKind.ADULT, name=row.name)


def _others(case: Case, audience: Audience, named: set[PersonRef]) -> Iterator[Form]:
    """Give details marked as identifying, and accounts of which demands came.

    Agencies are told of those accounts: to find who is behind them is their work.
    """
    for item in case.current if audience is not Audience.DSL else ():
        if audience is not Audience.AGENCIES:
            yield from _accounts(item.form)
        if isinstance(item.form, IdentifyingFact) and item.form.about not in named:
            yield fact_form(item.form.words, item.form.about)


def _places(case: Case) -> Iterator[Form]:
    """Give where things to be removed are: a service cannot find them without it."""
    for request in case.requests.values():
        for part in re.split(r"[^\w\s\-'.,@/&]+", request.opened.where_it_is or ""):
            yield from handle_forms(part)


def _accounts(form: Entry | Row) -> Iterator[Form]:
    answers = answers_of(form)
    for question in questions_of(type(form)):
        answer: Any = answers.get(question.name)
        if answer and question.kind is Kind.INERT:
            yield from handle_forms(answer)
        elif answer and question.kind is Kind.ROWS:
            for row in answer:
                yield from _accounts(row)


def _staff(case: Case, hidden: Iterable[Person]) -> frozenset[str]:
    """Give the names of staff who acted, but for those that are a hidden person’s own."""
    taken = {words_of(person.name) for person in hidden}
    names: set[str] = set()
    for item in case.items:
        names.add(item.sealed.author.name)
        names |= set(_staff_in(item.form))
    return frozenset(name for name in names if name and words_of(name) not in taken)


def _staff_in(form: Entry | Row) -> Iterator[str]:
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
