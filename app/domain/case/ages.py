"""Ages on the day of each event: who was an adult, who was under 13, who has turned 18 since.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024): a learner of 18 or over is an adult, and
ages are counted on the day it happened, never on the day somebody reads it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN, is_adult, people_of
from app.domain.forms import EVENTS
from app.domain.forms.asked import FurtherTime
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.answers import Involved, Person, PersonRef, Role
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, FormType, Question, given, questions_of
from app.domain.kit.moments import Moment, age_on, day_of, write_day
from app.domain.kit.stage import Stage

TAKES_PART = frozenset(Role) - {Role.WITNESS, Role.TOLD_US, Role.FAMILY}
"""The parts that count as involved. Somebody who only heard of it, or told us, is not."""


class Event(msgspec.Struct, frozen=True, order=True):
    """The day of one event. If `told`, it is the day the college was told: it is all we know."""

    day: date
    told: bool = False


def events_in(form: FormType, answers: Answers) -> tuple[Event, ...]:
    """Return the events in the answers to one form, sealed or still being typed.

    An event is when it happened, and each further time. Where a form about an event gives no day
    at all, it is when the college was told.
    """
    days = [Event(day_of(at)) for at in _further(form, answers)]
    if form in EVENTS:
        if at := given(answers, ConcernReceived.happened_at):
            days.insert(0, Event(day_of(at)))
        elif not days and (at := given(answers, ConcernReceived.told_at)):
            days.append(Event(day_of(at), told=True))
    return tuple(days)


def tells_of_a_time(form: Form, since: date) -> bool:
    """Return whether an entry tells of something that happened on that day or later."""
    return any(event.day >= since for event in events_in(type(form), answers_of(form)))


@cache
def _further_times(form: FormType) -> tuple[Question, ...]:
    return tuple(asked for asked in questions_of(form) if asked.row is FurtherTime)


def _further(form: FormType, answers: Answers) -> Iterator[Moment]:
    for question in _further_times(form):
        rows = answers.get(question.name)
        if not isinstance(rows, tuple) or not question.shown(answers):
            continue
        for row in rows:
            answers_in_row = answers_of(row) if isinstance(row, FurtherTime) else row
            assert isinstance(answers_in_row, Mapping)
            if at := given(answers_in_row, FurtherTime.at):
                yield at


def times_told(form: Form) -> int:
    """Return how many times something happened, by what one entry tells."""
    return (type(form) in EVENTS) + len(tuple(_further(type(form), answers_of(form))))


def adults_among(people: Iterable[Involved], day: date) -> tuple[Person, ...]:
    """Return the learners, here or elsewhere, who took part and were 18 or over on `day`."""
    return tuple(
        one.person
        for one in people
        if one.person.kind in CHILDREN and TAKES_PART & set(one.roles) and is_adult(one.person, day)
    )


def speaks_of_ages(form: Form) -> bool:
    """Return whether an entry can change who was an adult on the day of an event."""
    if form.stage is Stage.PEOPLE:
        return True
    tells_of_events = type(form) in EVENTS or bool(_further_times(type(form)))
    return tells_of_events and bool(events_in(type(form), answers_of(form)))


def adults_at_events(items: Iterable[Entry]) -> tuple[Person, ...]:
    """Return the learners who took part and were 18 or over on the day of any event."""
    return tuple(
        one.person
        for one, days in _events_of_each(items)
        if any(adults_among((one,), d) for d in days)
    )


def under_13_at_events(items: Iterable[Entry]) -> tuple[Person, ...]:
    """Return the learners who are pictured and were under 13 on the day of any event."""
    return tuple(
        one.person
        for one, days in _events_of_each(items)
        if one.person.kind in CHILDREN and Role.PICTURED in one.roles
        if any(one.person.born and age_on(one.person.born, day) < 13 for day in days)
    )


def _events_of_each(items: Iterable[Entry]) -> Iterator[tuple[Involved, tuple[date, ...]]]:
    """Yield everybody whose birth is known, with the days of the events they had a part in."""
    items = tuple(items)
    for known in people_of(entry.form for entry in items).values():
        if known.person.born:
            days = tuple(event.day for event in events_of(items, known.person.id))
            yield Involved(known.person, known.roles), days


def events_of(items: Iterable[Entry], person: PersonRef | None = None) -> Iterator[Event]:
    """Yield the events in these entries, in order of entry; of somebody, those they had a part in.

    A concern names who took part in what it tells. Whoever no concern names so, and whoever was
    known when somebody told of a further time or that it is about again, may have had one.
    """
    items = tuple(items)
    parts = [_with_a_part(entry.form) for entry in items]
    placed = any(person in named for named in parts if named)
    for entry, named in zip(items, parts, strict=True):
        if person is None or not placed or named is None or person in named:
            yield from events_in(type(entry.form), answers_of(entry.form))


def _with_a_part(form: Form) -> frozenset[PersonRef] | None:
    """Return who took part in what a concern tells; None for a form that does not name them all."""
    if not isinstance(form, ConcernReceived):
        return None
    return frozenset(one.person.id for one in form.people if TAKES_PART & set(one.roles))


def began(items: Sequence[Entry]) -> date:
    """Return the day of the first event in these entries (at least one), else of the first."""
    days = (event.day for event in events_of(items))
    return min(days, default=day_of(items[0].sealed.recorded))


def write_ages(born: date, events: Iterable[Event]) -> str:
    """Write the age at the events: `15 when it happened`, or both where they differ.

    `17 when it first happened and 18 when it last happened`. Returns "" where there is no event,
    or where the first was before the birth.
    """
    events = tuple(events)
    if not events or born > min(events).day:
        return ""
    first, last = min(events), max(events)
    ages = age_on(born, first.day), age_on(born, last.day)
    if ages[0] == ages[1]:
        return f"{ages[0]} {_when(first if first.told and last.told else Event(last.day))}"
    return f"{ages[0]} {_when(first, 'first ')} and {ages[1]} {_when(last, 'last ')}"


def age_and_then(person: Person, items: Iterable[Entry], day: date) -> str:
    """Return the age on `day`, and at the events where it was another; "" if it is not known.

    `18; 17 when it happened`.
    """
    if person.born is None:
        return ""
    now, events = age_on(person.born, day), tuple(events_of(items, person.id))
    then = ""
    if any(age_on(person.born, event.day) != now for event in events):
        then = write_ages(person.born, events)
    return "; ".join(filter(None, (str(now), then)))


def write_age(person: Person, items: Iterable[Entry], day: date) -> str:
    """Write birth and ages: `born 3 May 2008, aged 18; 17 when it happened`."""
    if person.born is None:
        return "date of birth not recorded"
    return f"born {write_day(person.born)}, aged {age_and_then(person, items, day)}"


def _when(event: Event, which: str = "") -> str:
    return f"when the college was {which}told" if event.told else f"when it {which}happened"


class AgeFact(msgspec.Struct, frozen=True):
    """One fact about somebody's age, as a sentence, and the person it is about."""

    person: Person
    sentence: str
    under_13: bool = False


def age_facts(items: Iterable[Entry], today: date) -> tuple[AgeFact, ...]:
    """Return who was under 13 or 18 and over at an event, and who has turned 18 since."""
    items = tuple(items)
    return tuple(
        fact
        for known in people_of(entry.form for entry in items).values()
        if known.person.born and known.person.kind in CHILDREN
        for fact in _facts(
            known.person, known.person.born, (*events_of(items, known.person.id),), today
        )
    )


def _facts(person: Person, born: date, events: tuple[Event, ...], today: date) -> Iterator[AgeFact]:
    ages = write_ages(born, events)
    if not ages:
        return
    was = f"{person.name} was {ages}"
    first, last = age_on(born, min(events).day), age_on(born, max(events).day)
    if first < 13:
        yield AgeFact(person, f"{was}.", under_13=True)
    if last >= 18:
        yield AgeFact(person, f"{was}, an adult in law.")
    elif age_on(born, today) >= 18:
        yield AgeFact(person, f"{was} and is 18 or over now.")
