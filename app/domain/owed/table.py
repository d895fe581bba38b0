"""The table of what is owed in a case. Every view shows this table, and no other list of its own.

Today, the stages, the head of a case, the closing page and the cover page read it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from app.domain.case.case import Case, State, closing_place, once_a_case
from app.domain.case.clock_rules import noun_of
from app.domain.case.reviews import missed_of
from app.domain.case.summary import DueRow
from app.domain.forms.any_time import ClockMissed, Missed, Note
from app.domain.kit.form import Form
from app.domain.kit.keys import DueKind, Key, PartKey, PartKind, in_time, read_key, renamed
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower, with_and
from app.domain.owed import days, findings, follow_up, imagery, outside, times
from app.domain.owed.alike import no_two_alike, to_name, with_whom
from app.domain.owed.heeding import heeding
from app.domain.owed.reopening import reopening
from app.domain.owed.row import TELLING, Owed
from app.domain.rules.time_limits import TimeLimits

NO_LIMITS = TimeLimits({})
Table = tuple[Owed, ...]


@once_a_case
def owed_in(case: Case, limits: TimeLimits = NO_LIMITS) -> Table:
    """Return what is owed in a case as it stands, soonest first.

    What is owed follows from the record alone; `limits` say by when, and what was late. What has no
    limit is due on the day it began. A closed case owes what has happened since, and the days that
    were set for later. A case that is not in scope owes nothing but what may never be left behind.
    """
    found: Iterator[Owed]
    match case.state:
        case State.OPEN:
            found = _open(case, limits)
        case State.LEFT:
            found = (row for row in _open(case, limits) if never_left(case, row))
        case State.CLOSED:
            found = _after_closing(case, limits)
    found = no_two_alike(case, heeding(case, with_whom(case, found)))
    return tuple(sorted(found, key=lambda row: (row.due, row.weight, row.key.write())))


def never_left(case: Case, row: Owed) -> bool:
    """Return whether something stays owed where a concern is not in scope: leaving hides nothing.

    A sign that was answered yes or “not known”, altered imagery, whoever was told, and every day
    that was set.
    """
    if row.key.kind == DueKind.FIND_OUT:
        return any(state.answer and sign in row.key.ids for sign, state in case.signs.items())
    return isinstance(row.key, PartKey) or not DueKind(row.key.kind).in_handling


def somebody_to_tell(table: Table) -> bool:
    """Return whether a body outside has to be told now that does not work on the case yet."""
    return any(row.weight in TELLING for row in table)


def settled_by_a_note(row: Owed) -> bool:
    """Return whether a note that points at something owed settles it: an action, a day, a task."""
    day = isinstance(row.key, PartKey) and row.key.kind is not PartKind.COPY
    return day or row.form is Note


def set_aside_in(case: Case) -> Mapping[Key, ClockMissed]:
    """Return what was set aside as not needed, by key, with who decided it and why."""
    return {
        renamed(read_key(form.which), case.same): form
        for form in case.all_of(ClockMissed)
        if form.missed is Missed.NOT_NEEDED
    }


def may_be_missed(case: Case, limits: TimeLimits) -> tuple[tuple[str, str], ...]:
    """Return the key and words of what can have a reason for being late, or be set aside."""
    rows = {in_time(row.key): row for row in owed_in(case, limits) if row.aside}
    words = {key: _with_people(case, row, noun_of(key) or row.what) for key, row in rows.items()}
    alike = Counter(words.values())
    return tuple(
        (key.write(), said if alike[said] == 1 else f"{said} · {rows[key].because}")
        for key, said in words.items()
    )


def _with_people(case: Case, row: Owed, words: str) -> str:
    """Return words with whom or what they are about, where more than one can be meant."""
    called = with_and(_named(case, row))
    return f"{words}: {called}" if called else words


def _named(case: Case, row: Owed) -> list[str]:
    """Return what tells a row from others like it: a copy, a body, a service, or the people."""
    match row.key:
        case PartKey(kind=PartKind.COPY):
            own = row.key.write()
        case PartKey():
            own = ""
        case key:
            own = "" if key.learner else key.subject
    if own not in case.names or own in case.people:
        return [case.names[one] for one in row.about if one in case.names]
    whom = to_name(case, row, case.names[own])
    return [f"{case.names[own]} ({whom})" if whom else case.names[own]]


_BEFORE_CLOSING = (
    DueKind.FIND_OUT,
    DueKind.DECISION,
    DueKind.DECIDE_AGAIN,
    DueKind.MANDATORY_REPORT,
    DueKind.OF_AGE,
)
"""What a reason cannot leave behind at closing: it is settled first, or asked about on its own."""


def left_at_closing(case: Case, limits: TimeLimits = NO_LIMITS) -> Table:
    """Return what would be left behind if the case were closed, for a reason to be given."""
    return tuple(
        row
        for row in owed_in(case, limits)
        if row.key == in_time(row.key)
        and row.weight not in TELLING
        and row.key.kind not in _BEFORE_CLOSING
    )


def owed_before_closing(case: Case, limits: TimeLimits) -> Table:
    """Return what the closing page opens with: all that is owed but a birthday still to come."""
    return tuple(row for row in owed_in(case, limits) if row.key.kind != DueKind.OF_AGE)


def in_words(case: Case, rows: Iterable[Owed]) -> tuple[str, ...]:
    """Describe what is owed in a few words each, to follow a colon: like things are said once."""
    said: dict[str, list[str]] = {}
    for row in rows:
        words, whom = _words(case, row)
        said.setdefault(words, []).extend(whom)
    return tuple(
        f"{words}: {', '.join(dict.fromkeys(whom))}" if whom else words
        for words, whom in said.items()
    )


def _words(case: Case, row: Owed) -> tuple[str, list[str]]:
    """Return what is owed in words, and whom or what it is about."""
    match row.key:
        case PartKey(kind=PartKind.COPY):
            key = row.key.write()
            return f"{case.names[key]} ({lower(case.copies[key].state.label)})", []
        case PartKey(kind=PartKind.ACTION):
            return f"agreed action “{row.what}”", []
        case PartKey():
            return f"{lower(row.what)}, set for {write_day(day_of(row.due))}", _named(case, row)
        case key:
            return lower(noun_of(key) or row.what), _named(case, row)[:1]


def sought(row: DueRow) -> str:
    """Return the sign that a due row asks to find out, in words; for any other row what is due."""
    signs = (sign.label for sign in Sign if sign in row.which.ids)
    return next(signs, row.what)


_BY_THE_CASE: tuple[Callable[[Case], Iterator[Owed]], ...] = (
    outside.escalations,
    outside.leaders,
    findings.decide_again,
    findings.shared_again,
    findings.demands,
    findings.told_to_the_learner,
    findings.review,
    imagery.seen,
    imagery.to_a_constable,
    imagery.hands,
    days.actions,
    days.reviews,
    days.untold,
    days.of_age,
)
_BY_LIMITS: tuple[Callable[[Case, TimeLimits], Iterator[Owed]], ...] = (
    outside.telling,
    outside.duty,
    outside.adult_care,
    findings.signs,
    findings.ai_made,
    follow_up.answers,
    times.people,
    times.clocks,
    imagery.copies,
    imagery.devices,
)
"""Where rows come from. Nothing else reads a case for what is still to be done."""


def _open(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield every row that nobody has set aside or settled by a note."""
    by_limits = (row for rows in _BY_LIMITS for row in rows(case, limits))
    return _standing(case, (*(row for rows in _BY_THE_CASE for row in rows(case)), *by_limits))


def _standing(case: Case, found: Iterable[Owed]) -> Iterator[Owed]:
    aside, noted = _over(case, _set_aside), _over(case, _noted)
    said = {renamed(key, case.same) for key in missed_of(case.current)}
    for row in found:
        explained = row.key != in_time(row.key) and in_time(row.key) in said
        over = noted.get(row.key) or (aside.get(row.key) if row.aside else None)
        if not explained and (over is None or over < row.since):
            yield row


def _over(case: Case, of: Callable[[Form], str | None]) -> Mapping[Key, datetime]:
    """Return when (UTC) each thing was last said to be over: what begins later is owed anew."""
    said = ((of(entry.form), entry.first) for entry in case.current)
    return {renamed(read_key(key), case.same): at for key, at in said if key}


def _set_aside(form: Form) -> str | None:
    if not isinstance(form, ClockMissed) or form.missed is not Missed.NOT_NEEDED:
        return None
    return form.which


def _noted(form: Form) -> str | None:
    return form.settles if isinstance(form, Note) else None


_DAYS_OF_CLOCKS = (DueKind.CASE_REVIEW, DueKind.DECISION_REVIEW)
"""The clocks that run to a review day somebody set."""


def _after_closing(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield what a closed case owes: whom to tell, to open it again, and the days set for later."""
    place = closing_place(case)
    assert place is not None
    closed = case.current[place]
    yield from reopening(case, place)
    told = (*outside.telling(case, limits), *days.actions(case))
    new = (row for row in told if row.since > closed.first)
    clocks = (row for row in times.clocks(case, limits) if row.key.kind in _DAYS_OF_CLOCKS)
    for row in _standing(case, (*new, *days.reviews(case), *days.untold(case), *clocks)):
        if row.due >= closed.at:
            yield msgspec.structs.replace(row, because=f"The case is closed · {row.because}")
