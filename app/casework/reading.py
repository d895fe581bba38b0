"""Read the casebook: the day list, the lists of cases and people, and one case."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

import msgspec

from app.casework.recording import read_case
from app.casework.session import Session
from app.domain import names
from app.domain.case.case import Case, State
from app.domain.case.marks import Mark, mark_of, marks_of
from app.domain.case.summary import DueRow, PersonRow, Summary
from app.domain.kit.answers import Person
from app.domain.kit.keys import DueKind, beginning_of
from app.domain.kit.moments import LONDON, day_of, write_clock, write_day, write_short_day
from app.domain.kit.record import CaseId
from app.domain.owed.table import sought
from app.vault.events import Action
from app.vault.lists import DueInCase


class Due(msgspec.Struct, frozen=True):
    """One thing due, with its case. `lateness` is when it is due, in words."""

    row: DueRow
    case: CaseId
    number: str
    overdue: bool
    when: str


class DayList(msgspec.Struct, frozen=True):
    """What Today shows: things overdue and due, and the open cases, newest first."""

    overdue: tuple[Due, ...]
    today: tuple[Due, ...]
    later: tuple[Due, ...]
    cases: tuple[Summary, ...]
    more: tuple[int, int, int] = (0, 0, 0)
    """How many more things than these are overdue, due today and due later."""

    @property
    def due(self) -> tuple[tuple[Due, ...], tuple[Due, ...], tuple[Due, ...]]:
        """Three groups: what is overdue, due today and due later."""
        return self.overdue, self.today, self.later


def read_day(session: Session, *, cases: int = 40, rows: int = 300) -> DayList:
    """Return the day list as it is now, with at most `cases` cases and `rows` rows a group."""
    now = session.now()
    lists = session.casebook.lists
    ends = (now - _JUST, _tomorrow(now) - _JUST, now + _AHEAD)
    parts, more, begin = [], [], None
    for end in ends:
        found = tuple(_due(one, now) for one in lists.due(end, since=begin, limit=rows))
        cut = len(found) == rows
        count = (
            lists.count_due(end, since=begin, as_one=beginning_of(DueKind.FIND_OUT)) if cut else 0
        )
        parts.append(found)
        more.append(max(count - len(questions_joined(found)), 0))
        begin = end
    overdue, today, later = parts
    return DayList(
        overdue=overdue,
        today=today,
        later=later,
        cases=lists.cases(State.OPEN.value, limit=cases),
        more=(more[0], more[1], more[2]),
    )


_AHEAD = timedelta(days=14)
_JUST = timedelta(microseconds=1)
"""What is due now is not overdue, and what is due at midnight is due tomorrow."""


def _tomorrow(now: datetime) -> datetime:
    """Return the instant at which tomorrow begins in London."""
    day = day_of(now) + timedelta(days=1)
    return datetime.combine(day, datetime.min.time(), LONDON)


def questions_joined(items: Iterable[Due]) -> tuple[Due, ...]:
    """Return one row for all there is to find out in one case, at the place of the first."""
    rows: dict[tuple[CaseId, str, str], Due] = {}
    for due in items:
        finding = due.row.which.kind == DueKind.FIND_OUT
        key = (due.case, due.row.stage, "" if finding else due.row.key)
        first = rows.get(key)
        if first:
            what = f"{first.row.what}; {sought(due.row)}"
            due = msgspec.structs.replace(  # noqa: PLW2901 it replaces both
                first, row=msgspec.structs.replace(first.row, what=what)
            )
        rows[key] = due
    return tuple(rows.values())


def _due(found: DueInCase, now: datetime) -> Due:
    return Due(
        found.row, found.case, found.number, found.row.due < now, write_due(found.row.due, now)
    )


def list_cases(
    session: Session, *, open_only: bool = False, limit: int = 200, offset: int = 0
) -> tuple[Summary, ...]:
    """Return cases, the most recently recorded first."""
    state = State.OPEN.value if open_only else None
    return session.casebook.lists.cases(state, limit=limit, offset=offset)


def find_cases(session: Session, words: str, *, limit: int = 50) -> tuple[Summary, ...]:
    """Return the cases with these words, this name or this number; none for no words."""
    lists = session.casebook.lists
    by_number = lists.case_of(words.strip())
    first = lists.summary(by_number) if by_number else None
    found = session.casebook.search.find(words, limit)
    others = (summary for summary in found if summary.case != by_number)
    return (first, *others) if first else tuple(others)


def number_of(session: Session, case: CaseId) -> str:
    """Return the number of a case without reading it; "" for a case that is not here."""
    return session.casebook.journal.number(case) or ""


def open_case(session: Session, case: CaseId) -> Case:
    """Read one case, and log that this user did."""
    session.casebook.events.note(Action.CASE_READ, case, {})
    return read_case(session, case)


class Recurring(msgspec.Struct, frozen=True):
    """A handle, group or page of one case that other cases contain too."""

    mark: Mark
    cases: tuple[Summary, ...]


def same_elsewhere(session: Session, case: Case) -> Iterator[Recurring | None]:
    """Yield, for each mark of a case, at most five other cases with it, or None.

    Each search takes milliseconds; the caller may pause in between. It ends with the casebook.
    """
    for mark in marks_of(case):
        if not session.casebook.is_open:
            return
        yield _recurring(session, case, mark)


def elsewhere(session: Session, case: Case, place: str) -> Recurring | None:
    """Return the other cases with this handle, group or page; None if there are none."""
    mark = mark_of(place)
    return _recurring(session, case, mark) if mark else None


def _recurring(session: Session, case: Case, mark: Mark) -> Recurring | None:
    found = map(
        session.casebook.lists.summary, session.casebook.search.elsewhere(mark.text, case.id)
    )
    cases = tuple(one for one in found if one)
    return Recurring(mark, cases) if cases else None


def find_people(session: Session, like: str) -> tuple[Person, ...]:
    """Return people of the casebook with a name like the typed one, the nearest first."""
    found = session.casebook.lists.people(like)
    return tuple(msgspec.json.decode(known.row.details, type=Person) for known in found)


def listed_people(session: Session, case: CaseId) -> tuple[Person, ...]:
    """Return the people of a case from the lists: faster than reading the case."""
    found = session.casebook.lists.people_of(case)
    return tuple(msgspec.json.decode(row.details, type=Person) for row in found)


def other_cases(session: Session, person: Person, case: CaseId | None) -> tuple[Summary, ...]:
    """Return the cases but `case` that name somebody, the one recorded in last first.

    It is the same person by id, also by that of a record that any case joined to theirs, or by
    name and date of birth: a name alone may be another’s.
    """
    lists = session.casebook.lists
    ids = _ids_of(person.id, (row for _, row in lists.maybe_same((person.id,), None)))
    found = {
        other.case: other
        for other, row in lists.maybe_same(ids, person.born)
        if other.case != case and (row.person in ids or _same_name(row, person))
    }
    return tuple(found.values())


class _Joined(msgspec.Struct, frozen=True):
    joined: tuple[str, ...] = ()


def _ids_of(person: str, rows: Iterable[PersonRow]) -> AbstractSet[str]:
    """Return the id of a person, and of every record that cases have joined with it."""
    sets = [{row.person, *msgspec.json.decode(row.details, type=_Joined).joined} for row in rows]
    ids, more = {person}, {person}
    while more:
        more = set().union(*(one for one in sets if one & ids)) - ids
        ids |= more
    return ids


def _same_name(row: PersonRow, person: Person) -> bool:
    other = msgspec.json.decode(row.details, type=Person)
    return bool(_keys_of(other) & _keys_of(person))


def _keys_of(person: Person) -> set[str]:
    return {names.key(name) for name in (person.name, *person.known_as.split(",")) if name.strip()}


def write_case(case: Summary) -> str:
    """Describe a case by its number alone: `2026-0003, opened 3 Mar 2026, closed`."""
    return (
        f"{case.number}, opened {write_day(day_of(case.opened))}, {State(case.state).label.lower()}"
    )


def write_due(due: datetime, now: datetime) -> str:
    """Describe briefly when something is due: `2 h late`, `12:00`, `Tomorrow`, `Mon 23 Nov`."""
    day, today = day_of(due), day_of(now)
    if due < now:
        late = now - due
        if day == today or late < timedelta(hours=12):
            hours, minutes = divmod(int(late.total_seconds()) // 60, 60)
            return f"{hours} h late" if hours else f"{max(minutes, 1)} min late"
        return "Yesterday" if (today - day).days == 1 else write_day(day)
    if day == today:
        return write_clock(due)
    return "Tomorrow" if (day - today).days == 1 else write_short_day(day)
