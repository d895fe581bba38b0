"""The people of one case: who they are, their parts in it, and what is known of them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

import msgspec

from app.domain import names
from app.domain.case.entry import Entry
from app.domain.case.merging import Same, join, one_of
from app.domain.forms.close import Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PartChanged, PeopleMerged, PeopleNamed, PersonDetails
from app.domain.kit.answers import Involved, Person, PersonKind, PersonRef, Role, Who
from app.domain.kit.form import Form
from app.domain.kit.moments import age_on
from app.domain.kit.record import EntryId
from app.domain.kit.registry import UnreadEntry, people_written

CHILDREN = (PersonKind.LEARNER, PersonKind.ELSEWHERE)
"""The kinds of person who can be the child of a referral, if they are under 18."""
HARMED = frozenset({Role.PICTURED, Role.PRESSURED})
"""The parts of a child to whom something was done, whatever else they did."""
ACTIVE = frozenset({Role.MADE, Role.SHARED, Role.FORWARDED, Role.ASKED, Role.MAY_HAVE_HARMED})
"""The parts of whoever did something with the imagery or asked for it."""


class RoleHeld(msgspec.Struct, frozen=True):
    """A part that somebody has, or had `until` another entry changed it. Instants are UTC."""

    role: Role
    since: datetime
    entry: EntryId
    until: datetime | None = None


class PersonInCase(msgspec.Struct, frozen=True):
    """A person with their roles here; `details` is the fullest record of them, if there is one.

    `parts` is every part they have or had, in the order it became known. `joined` are the other
    records of the same person, as they were before the joining.
    """

    person: Person
    roles: tuple[Role, ...]
    details: PersonDetails | None = None
    parts: tuple[RoleHeld, ...] = ()
    joined: tuple[Person, ...] = ()

    @property
    def harmed(self) -> bool:
        """Whether they are pictured or were put under pressure, whatever else they did."""
        return not HARMED.isdisjoint(self.roles)

    @property
    def acted(self) -> bool:
        """Whether they did something with the imagery or asked for it: not who was only sent it."""
        return not ACTIVE.isdisjoint(self.roles)


People = dict[str, PersonInCase]


class _Said(msgspec.Struct, frozen=True):
    """One entry as `people_in` needs it: the form, since when it holds (UTC), and its id."""

    form: Form
    at: datetime
    entry: EntryId
    also: tuple[Person, ...] = ()
    """Everyone the entry names as written, also where today’s form no longer asks for them."""


def people_in(items: Iterable[Entry]) -> Mapping[str, PersonInCase]:
    """Return everyone the entries name, by person id, each part with its date and its entry."""
    return _gathered(
        _Said(
            entry.form,
            entry.at,
            entry.root,
            people_written(entry.written)
            if entry.renewed or isinstance(entry.form, UnreadEntry)
            else (),
        )
        for entry in items
    )


def people_of(forms: Iterable[Form]) -> Mapping[str, PersonInCase]:
    """Return everyone the forms name, by person id, with undated parts."""
    return _gathered(_Said(form, _UNDATED, "") for form in forms)


_UNDATED = datetime.min.replace(tzinfo=UTC)


def _gathered(said: Iterable[_Said]) -> Mapping[str, PersonInCase]:
    people: People = {}
    same: Same = {}
    for one in said:
        match one.form:
            case ConcernReceived() | PeopleNamed() | Resurfaced() as form:
                for involved in form.people:
                    key = one_of(same, involved.person.id)
                    people[key] = _named(people.get(key), key, involved, one)
            case PersonDetails() as form:
                key = one_of(same, form.person)
                people[key] = _described(people.get(key), key, form, one)
            case PartChanged() as form if (key := one_of(same, form.person)) in people:
                people[key] = _with_roles(people[key], form.roles, one)
            case PeopleMerged() as form:
                same = _join(people, same, form)
            case _:
                pass
        for person in one.also:  # in the case, so papers disguise them
            key = one_of(same, person.id)
            people.setdefault(key, PersonInCase(msgspec.structs.replace(person, id=key), ()))
    return {key: _also_known(known) for key, known in people.items()}


def _named(before: PersonInCase | None, key: str, involved: Involved, said: _Said) -> PersonInCase:
    """Return a person as named here. What is left open when they are named again stays.

    So does each part they had: what somebody did another time ends none.
    """
    person = msgspec.structs.replace(involved.person, id=key)
    if not before:
        return _with_roles(PersonInCase(person, ()), involved.roles, said)
    person = msgspec.structs.replace(
        person,
        known_as=person.known_as or before.person.known_as,
        born=person.born or before.person.born,
        group=person.group or before.person.group,
    )
    named = msgspec.structs.replace(before, person=person)
    more = tuple(role for role in involved.roles if role not in before.roles)
    return _with_roles(named, (*before.roles, *more), said)


def _described(
    before: PersonInCase | None, key: str, details: PersonDetails, said: _Said
) -> PersonInCase:
    details = msgspec.structs.replace(details, person=key)
    known = before or PersonInCase(_person(details), ())
    known = msgspec.structs.replace(known, person=_person(details), details=details)
    return _with_roles(known, details.roles or known.roles, said)


def _with_roles(known: PersonInCase, roles: tuple[Role, ...], said: _Said) -> PersonInCase:
    """Return a person with exactly these roles now: other parts end, new ones begin."""
    parts = [
        part
        if part.until or part.role in roles
        else msgspec.structs.replace(part, until=max(said.at, part.since))
        for part in known.parts
    ]
    begun = [RoleHeld(role, said.at, said.entry) for role in roles if role not in known.roles]
    return msgspec.structs.replace(known, roles=roles, parts=(*parts, *begun))


def _join(people: People, same: Same, form: PeopleMerged) -> Same:
    after = join(same, form)
    keep, other = one_of(same, form.keep), one_of(same, form.other)
    goes = people.pop(other, None) if after is not same else None
    if goes is None:
        return after
    renamed = msgspec.structs.replace(goes.person, id=keep)
    stays = people.get(keep) or PersonInCase(renamed, ())
    held = set(stays.roles)
    more = tuple(role for role in goes.roles if role not in held)
    parts = tuple(part for part in goes.parts if part.until or part.role not in held)
    person = msgspec.structs.replace(
        stays.person,
        name=form.name or stays.person.name,
        born=stays.person.born or goes.person.born,
        group=stays.person.group or goes.person.group,
    )
    details = stays.details or goes.details
    people[keep] = msgspec.structs.replace(
        stays,
        person=person,
        roles=(*stays.roles, *more),
        details=msgspec.structs.replace(details, person=keep) if details else None,
        parts=(*stays.parts, *parts),
        joined=(*stays.joined, stays.person, goes.person, *goes.joined),
    )
    return after


def _also_known(known: PersonInCase) -> PersonInCase:
    """Keep every name of joined records, so that search finds them and letters disguise them."""
    if not known.joined:
        return known
    person = known.person
    others = [person.known_as]
    others += [name for one in known.joined for name in (one.name, one.known_as)]
    called = {names.key(person.name): person.name}
    for name in filter(None, others):
        called.setdefault(names.key(name), name)
    _, *more = called.values()
    return msgspec.structs.replace(
        known, person=msgspec.structs.replace(person, known_as=", ".join(more))
    )


def _person(details: PersonDetails) -> Person:
    return Person(
        id=details.person,
        kind=details.kind,
        name=details.name,
        known_as=details.known_as or "",
        born=details.born,
        group=details.group or "",
    )


def is_family(known: PersonInCase) -> bool:
    """Return whether somebody has a part in the case as a parent, carer or relative."""
    return known.person.kind is PersonKind.PARENT or Role.FAMILY in known.roles


def takes(who: Who, known: PersonInCase, day: date) -> bool:
    """Return whether a question that asks for `who` may be about a person, by age on `day`."""
    if who.minor and is_adult(known.person, day):
        return False
    return who.fits(Involved(known.person, known.roles))


def taken_by(who: Who, people: Mapping[str, PersonInCase], day: date) -> tuple[Person, ...]:
    """Return the people whom a question that asks for `who` may be about, by age on `day`."""
    return tuple(known.person for known in people.values() if takes(who, known, day))


def is_adult(person: Person, day: date) -> bool:
    """Return whether a person is known to be 18 or over on `day`."""
    return person.born is not None and age_on(person.born, day) >= 18


def children_of(people: Mapping[str, PersonInCase], day: date) -> tuple[PersonInCase, ...]:
    """Return the learners who are, or may be, under 18 on `day`."""
    return tuple(
        known
        for known in people.values()
        if known.person.kind in CHILDREN and not is_adult(known.person, day)
    )


def others_in(people: Mapping[PersonRef, PersonInCase], child: PersonRef) -> bool:
    """Return whether another child is in a case, so that what is said of all is not of one."""
    return any(one.person.kind in CHILDREN for key, one in people.items() if key != child)


def others_harmed(people: Mapping[PersonRef, PersonInCase], child: PersonRef) -> bool:
    """Return whether another child of a case is pictured, or was put under pressure."""
    others = (one for key, one in people.items() if key != child)
    return any(one.harmed and one.person.kind in CHILDREN for one in others)
