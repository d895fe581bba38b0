"""The people of one case: who they are, their parts in it, and what is known of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

import msgspec

from app.domain import names
from app.domain.case.entry import Entry
from app.domain.case.merging import Same, join, one_of
from app.domain.forms.close import Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PartChanged, PeopleMerged, PeopleNamed, PersonDetails
from app.domain.kit.answers import (
    Involved,
    Person,
    PersonKind,
    PersonRef,
    Role,
    Who,
    YesNoUnknown,
)
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
_VAGUE = (PersonKind.ACCOUNT, PersonKind.ADULT, PersonKind.PARENT)
"""The kinds that say least of who somebody is, the vaguest first. Joined, they give way.

Who works at the college is staff, whoever’s parent they are."""
_UNDATED = datetime.min.replace(tzinfo=UTC)


class RoleHeld(msgspec.Struct, frozen=True):
    """A part that somebody has, or had `until` another entry changed it. Instants are UTC.

    It is theirs since the college knew of it: of what was put right, since it was.
    """

    role: Role
    since: datetime
    entry: EntryId
    until: datetime | None = None


class PersonInCase(msgspec.Struct, frozen=True):
    """A person with their roles here; `details` is the fullest record of them, if there is one.

    `parts` is every part they have or had, in the order it became known. `joined` are the other
    records of the same person, as they were before the joining. `kind_since` and `born_since` are
    since when the college knows what kind of person they are, and when they were born (UTC).
    """

    person: Person
    roles: tuple[Role, ...]
    details: PersonDetails | None = None
    parts: tuple[RoleHeld, ...] = ()
    joined: tuple[Person, ...] = ()
    kind_since: datetime = _UNDATED
    born_since: datetime = _UNDATED

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
    versions: tuple[Entry, ...] = ()
    """The entry and its corrections, oldest first."""
    same: Same = {}
    """Who is read as whom by then."""

    def since(self, says: Callable[[Form], bool]) -> datetime:
        """Return since when (UTC) it says something: as of the correction that first said it."""
        silent = [at for at, one in enumerate(self.versions[:-1]) if not says(one.form)]
        return self.versions[silent[-1] + 1].sealed.recorded if silent else self.at

    def named(self, form: Form, person: str) -> Iterator[tuple[Person | None, tuple[Role, ...]]]:
        """Yield how one version names a person, and the parts it gives them."""
        match form:
            case ConcernReceived() | PeopleNamed() | Resurfaced():
                for one in form.people:
                    if one_of(self.same, one.person.id) == person:
                        yield one.person, one.roles
            case PersonDetails() if one_of(self.same, form.person) == person:
                yield _person(form), form.roles
            case PartChanged() if one_of(self.same, form.person) == person:
                yield None, form.roles
            case _:
                pass

    def kind_since(self, before: "PersonInCase | None", person: Person) -> datetime:
        """Return since when (UTC) somebody is known to be of the kind that this entry says."""
        if before and before.person.kind is person.kind:
            return before.kind_since
        return self._since_named(person, lambda one: one.kind is person.kind)

    def born_since(self, before: "PersonInCase | None", person: Person) -> datetime:
        """Return since when (UTC) it is known that somebody was born on the day this entry says."""
        if before and before.person.born == person.born:
            return before.born_since
        return self._since_named(person, lambda one: one.born == person.born)

    def role_since(self, person: str, role: Role) -> datetime:
        """Return since when (UTC) somebody is known to have a part that this entry says."""
        return self.since(lambda form: any(role in roles for _, roles in self.named(form, person)))

    def _since_named(self, person: Person, says: Callable[[Person], bool]) -> datetime:
        return self.since(
            lambda form: any(one and says(one) for one, _ in self.named(form, person.id))
        )


def people_in(items: Iterable[Entry], written: Iterable[Entry] = ()) -> Mapping[str, PersonInCase]:
    """Return everyone the entries name, by person id, each part with its date and its entry.

    `written` are all entries as sealed: what was only said by a correction is known since then.
    """
    versions: dict[EntryId, list[Entry]] = {}
    for entry in written:
        versions.setdefault(entry.root, []).append(entry)
    return _gathered(
        _Said(
            entry.form,
            entry.at,
            entry.root,
            people_written(entry.written)
            if entry.renewed or isinstance(entry.form, UnreadEntry)
            else (),
            tuple(versions.get(entry.root, ())),
        )
        for entry in items
    )


def people_of(forms: Iterable[Form]) -> Mapping[str, PersonInCase]:
    """Return everyone the forms name, by person id, with undated parts."""
    return _gathered(_Said(form, _UNDATED, "") for form in forms)


def _gathered(said: Iterable[_Said]) -> Mapping[str, PersonInCase]:
    people: People = {}
    same: Same = {}
    for said_then in said:
        one = msgspec.structs.replace(said_then, same=same)
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
                same = _join(people, one, form)
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
        return _with_roles(_since_said(PersonInCase(person, ()), None, said), involved.roles, said)
    person = msgspec.structs.replace(
        person,
        known_as=person.known_as or before.person.known_as,
        born=person.born or before.person.born,
        group=person.group or before.person.group,
    )
    named = _since_said(msgspec.structs.replace(before, person=person), before, said)
    more = tuple(role for role in involved.roles if role not in before.roles)
    return _with_roles(named, (*before.roles, *more), said)


def _described(
    before: PersonInCase | None, key: str, details: PersonDetails, said: _Said
) -> PersonInCase:
    details = msgspec.structs.replace(details, person=key)
    known = before or PersonInCase(_person(details), ())
    known = msgspec.structs.replace(known, person=_person(details), details=details)
    known = _since_said(known, before, said)
    return _with_roles(known, details.roles or known.roles, said)


def _since_said(known: PersonInCase, before: PersonInCase | None, said: _Said) -> PersonInCase:
    """Return a person with since when it is known who they are: what stays was known before."""
    return msgspec.structs.replace(
        known,
        kind_since=said.kind_since(before, known.person),
        born_since=said.born_since(before, known.person),
    )


def _with_roles(known: PersonInCase, roles: tuple[Role, ...], said: _Said) -> PersonInCase:
    """Return a person with exactly these roles now: other parts end, new ones begin."""
    parts = [
        part
        if part.until or part.role in roles
        else msgspec.structs.replace(part, until=max(said.at, part.since))
        for part in known.parts
    ]
    new = [role for role in roles if role not in known.roles]
    begun = [RoleHeld(role, said.role_since(known.person.id, role), said.entry) for role in new]
    return msgspec.structs.replace(known, roles=roles, parts=(*parts, *begun))


def _join(people: People, said: _Said, form: PeopleMerged) -> Same:
    """Join two records, and return who is read as whom after it."""
    same = said.same
    after = join(same, form)
    keep, other = one_of(same, form.keep), one_of(same, form.other)
    goes = people.pop(other, None) if after is not same else None
    if goes is None:
        return after
    renamed = msgspec.structs.replace(goes.person, id=keep)
    stays = people.get(keep) or PersonInCase(
        renamed, (), kind_since=goes.kind_since, born_since=goes.born_since
    )
    people[keep] = _one_record(stays, goes, form.name or stays.person.name, _joined_at(said))
    return after


def _joined_at(said: _Said) -> datetime:
    return said.since(lambda one: isinstance(one, PeopleMerged) and one.same is YesNoUnknown.YES)


def _one_record(stays: PersonInCase, goes: PersonInCase, name: str, at: datetime) -> PersonInCase:
    """Return two records that were joined at an instant (UTC) as one, of the kind that says more.

    What was done by whoever had been thought of another kind is known of this person since then.
    """
    of_kind = stays if _says(stays) >= _says(goes) else goes
    kind = of_kind.person.kind
    theirs = _parts_by(stays, kind, at), _parts_by(goes, kind, at)
    held = {part.role: part for part in theirs[1] if not part.until}
    parts = [
        min(part, held.pop(part.role, part), key=_since) if not part.until else part
        for part in theirs[0]
    ]
    parts += [part for part in theirs[1] if part.until or part.role in held]
    person = msgspec.structs.replace(
        stays.person,
        kind=kind,
        name=name,
        born=stays.person.born or goes.person.born,
        group=stays.person.group or goes.person.group,
    )
    details = stays.details or goes.details
    return msgspec.structs.replace(
        stays,
        person=person,
        roles=(*stays.roles, *(role for role in goes.roles if role not in stays.roles)),
        details=msgspec.structs.replace(details, person=person.id) if details else None,
        parts=tuple(parts),
        joined=(*stays.joined, stays.person, goes.person, *goes.joined),
        kind_since=of_kind.kind_since,
        born_since=(stays if stays.person.born else goes).born_since,
    )


def _says(known: PersonInCase) -> int:
    """Return how much the kind of a record says of who somebody is."""
    kind = known.person.kind
    return _VAGUE.index(kind) if kind in _VAGUE else len(_VAGUE)


def _parts_by(known: PersonInCase, kind: PersonKind, at: datetime) -> list[RoleHeld]:
    """Return the parts of a record, known since an instant (UTC) if it was of another kind."""
    if known.person.kind is kind:
        return list(known.parts)
    return [msgspec.structs.replace(part, since=max(part.since, at)) for part in known.parts]


def _since(part: RoleHeld) -> datetime:
    return part.since


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
