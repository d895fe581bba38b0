"""Ages on the day of each event: who was an adult, who was under 13, who has turned 18 since.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024): a learner of 18 or over is an adult, and
ages are counted on the day it happened, never on the day somebody reads it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN, is_adult, people_of
from app.domain.forms import EVENTS
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.answers import Involved, Person, Role
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, given
from app.domain.kit.moments import age_on, day_of
from app.domain.kit.stage import Stage

TAKES_PART = frozenset(Role) - {Role.WITNESS, Role.TOLD_US, Role.FAMILY}
"""The parts that count as involved. Somebody who only heard of it, or told us, is not."""


def day_of_event(answers: Answers) -> date | None:
    """Return the day of the event in these answers: when it happened, else when we were told."""
    at = given(answers, ConcernReceived.happened_at) or given(answers, ConcernReceived.told_at)
    return day_of(at) if at else None


def adults_among(people: Iterable[Involved], day: date) -> tuple[Person, ...]:
    """Return the learners, here or elsewhere, who took part and were 18 or over on `day`."""
    return tuple(
        one.person
        for one in people
        if one.person.kind in CHILDREN and TAKES_PART & set(one.roles) and is_adult(one.person, day)
    )


def speaks_of_ages(form: Form) -> bool:
    """Return whether an entry can change who was an adult on the day of an event."""
    return isinstance(form, EVENTS) or form.stage is Stage.PEOPLE


def adults_at_events(items: Iterable[Entry]) -> tuple[Person, ...]:
    """Return the learners who took part and were 18 or over on the day of any event."""
    items = tuple(items)
    involved = [
        Involved(one.person, one.roles) for one in people_of(entry.form for entry in items).values()
    ]
    found = {
        person.id: person for day in event_days(items) for person in adults_among(involved, day)
    }
    return tuple(found.values())


def event_days(items: Iterable[Entry]) -> Iterator[date]:
    """Yield the days of the events in these entries, in order of entry."""
    for entry in items:
        if isinstance(entry.form, EVENTS) and (day := day_of_event(answers_of(entry.form))):
            yield day


def began(items: Sequence[Entry]) -> date:
    """Return the day of the first event in these entries (at least one), else of the first."""
    return min(event_days(items), default=day_of(items[0].sealed.recorded))


class AgeFact(msgspec.Struct, frozen=True):
    """One fact about somebody's age, as a sentence, and the person it is about."""

    person: Person
    sentence: str
    under_13: bool = False


def age_facts(items: Iterable[Entry], today: date) -> tuple[AgeFact, ...]:
    """Return who was under 13 or 18 and over on the day, and who has turned 18 since."""
    items = tuple(items)
    days = sorted(set(event_days(items)))
    return tuple(
        fact
        for known in people_of(entry.form for entry in items).values()
        if days and known.person.born and known.person.kind in CHILDREN
        for fact in _facts(known.person, known.person.born, days, today)
    )


def _facts(person: Person, born: date, days: list[date], today: date) -> Iterator[AgeFact]:
    first, last = age_on(born, days[0]), age_on(born, days[-1])
    if 0 <= first < 13:
        yield AgeFact(person, f"{person.name} was {first} when it happened.", under_13=True)
    if last >= 18:
        yield AgeFact(person, f"{person.name} was {last} when it happened, an adult in law.")
    elif age_on(born, today) >= 18:
        yield AgeFact(person, f"{person.name} was {last} when it happened and is 18 or over now.")
