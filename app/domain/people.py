"""The people of one case: who they are, the parts they have in it, and what is known of them."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from app.domain.answers import Person, PersonKind, Role
from app.domain.form import Entry
from app.domain.moments import age_on, write_day
from app.domain.stages.close import Resurfaced
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.person import PeopleNamed, PersonDetails

CHILDREN = (PersonKind.LEARNER, PersonKind.ELSEWHERE)
"""The kinds of person who can be the child of a referral, if they are under 18."""


class PersonInCase(msgspec.Struct, frozen=True):
    """A person with their roles here; `details` is the fullest record of them, if there is one."""

    person: Person
    roles: tuple[Role, ...]
    details: PersonDetails | None = None


def people_of(forms: Iterable[Entry]) -> Mapping[str, PersonInCase]:
    """Gather everyone the forms name, by person id, in the order they were first named."""
    people: dict[str, PersonInCase] = {}
    for form in forms:
        match form:
            case ConcernReceived() | PeopleNamed() | Resurfaced():
                for involved in form.people:
                    before = people.get(involved.person.id)
                    details = before.details if before else None
                    people[involved.person.id] = PersonInCase(
                        involved.person, involved.roles, details
                    )
            case PersonDetails():
                people[form.person] = PersonInCase(_person(form), form.roles, form)
            case _:
                pass
    return people


def _person(details: PersonDetails) -> Person:
    return Person(
        id=details.person,
        kind=details.kind,
        name=details.name,
        known_as=details.known_as or "",
        born=details.born,
        group=details.group or "",
    )


def is_adult(person: Person, day: date) -> bool:
    """Say whether somebody is known to be 18 or over on `day`."""
    return person.born is not None and age_on(person.born, day) >= 18


def write_age(person: Person, day: date) -> str:
    """Write `born 3 May 2011, aged 15`, by the age on `day`."""
    if person.born is None:
        return "date of birth not known"
    return f"born {write_day(person.born)}, aged {age_on(person.born, day)}"


def children_of(people: Mapping[str, PersonInCase], day: date) -> tuple[PersonInCase, ...]:
    """Give the learners who are, or may be, under 18 on `day`."""
    return tuple(
        known
        for known in people.values()
        if known.person.kind in CHILDREN and not is_adult(known.person, day)
    )
