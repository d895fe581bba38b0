"""What is owed person by person and by the clocks, and a line of reason for what came late."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.case.case import Case
from app.domain.case.clock_rules import noun_of
from app.domain.case.reviews import people_named
from app.domain.forms.any_time import ClockMissed, Missed
from app.domain.kit.answers import PersonRef
from app.domain.kit.filled import answers_of
from app.domain.kit.keys import DueKind
from app.domain.owed.people import PersonTask, tasks_of, to_speak_with_again
from app.domain.owed.row import Owed, Weight
from app.domain.owed.running_clocks import RunningClock, running_clocks
from app.domain.rules.time_limits import (
    TimeLimit,
    TimeLimits,
    day_over,
    due_after,
    end_of,
    on_the_day,
)

_STEPS = (DueKind.INITIAL_REVIEW, DueKind.RISK, DueKind.DECISION)
_WORDS = {
    DueKind.CONVERSATION: "Speak with the learner, or record why not",
    DueKind.PARENTS_TOLD: "Tell parents or carers, or decide not to with a reason",
    DueKind.SUPPORT_PLAN: "Make a support plan",
    DueKind.BORN: "Find out the date of birth",
}


def people(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield what is owed to each person, and a line of reason for what was settled late."""
    for task in tasks_of(case):
        limit = limits.limit(task.kind) or (
            limits.limit("find_out") if task.kind is DueKind.BORN else None
        )
        due = (
            end_of(task.day)
            if task.day
            else due_after(task.began, limit, limits)
            if limit
            else on_the_day(task.began)
        )
        about = tuple(one for one in (task.subject, task.learner) if one)
        names = tuple(case.names[one] for one in about if one in case.names)
        source = limit.source if limit else ""
        by = f"{task.by} tells them" if task.by else ""
        if task.settled is None:
            yield Owed(
                key=task.key,
                what=_WORDS[task.kind],
                because=" · ".join(filter(None, (*names, by, source))),
                since=task.began,
                due=due,
                form=task.form,
                weight=Weight.STEP,
                about=about,
                aside=True,
            )
        elif task.kind is not DueKind.BORN and limit and task.settled > _latest(due, limit):
            yield _late(task, task.settled, due, about, names)


def _latest(due: datetime, limit: TimeLimit | None) -> datetime:
    """Return the instant (UTC) after which something is late: what has a day is in time all day."""
    return due if limit and limit.hours is not None else day_over(due)


def _late(
    timed: PersonTask | RunningClock,
    settled: datetime,
    due: datetime,
    about: tuple[PersonRef, ...],
    named: tuple[str, ...],
) -> Owed:
    noun = noun_of(timed.key) or ""
    return Owed(
        key=msgspec.structs.replace(timed.key, late=True),
        what=f"Say in one line why this was late: {noun[:1].lower()}{noun[1:]}",
        because=" · ".join(("A missed time limit is recorded with its reason", *named)),
        since=settled,
        due=due,
        form=ClockMissed,
        about=about,
        aside=True,
    )


def clocks(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield each clock that runs, and a line of reason for each that was settled late."""
    for clock in running_clocks(case):
        limit = limits.limit(clock.rule.name, *_places(case, clock))
        form = clock.rule.opens
        step = clock.rule.name in _STEPS
        if form is None or clock.missed is Missed.NOT_NEEDED:
            continue
        if clock.day:
            due = end_of(clock.day)
        elif limit:
            due = due_after(clock.began, limit, limits)
        else:
            due = on_the_day(clock.began)
        about, named = _about(case, clock), _named(case, clock)
        if clock.settled is not None:
            timed = limit or clock.day
            if timed and clock.settled > _latest(due, None if clock.day else limit):
                yield _late(clock, clock.settled, due, about, named)
            continue
        yield Owed(
            key=clock.key,
            what=limit.what if limit else clock.rule.what or clock.rule.noun.capitalize(),
            because=" · ".join((limit.source if limit else clock.rule.because, *named)),
            since=clock.began,
            due=due,
            form=form,
            weight=Weight.STEP if step else Weight.REST,
            about=about,
            aside=True,
        )


def _about(case: Case, clock: RunningClock) -> tuple[PersonRef, ...]:
    """Return whom a clock is about: its learner, or whom the entry that opened it is about."""
    if clock.learner or not clock.rule.about:
        return (clock.learner,) if clock.learner else ()
    form = case.entry(clock.subject).form
    return people_named(type(form), answers_of(form))[:1]


def _named(case: Case, clock: RunningClock) -> tuple[str, ...]:
    """Return what tells a clock from others like it: the body, service, deletion or learner."""
    if clock.learner:
        several = len(to_speak_with_again(case)) > 1
        return (case.names[clock.learner],) if several else ()
    return (case.names[clock.subject],) if clock.rule.about else ()


def _places(case: Case, clock: RunningClock) -> Iterator[str]:
    """Yield the places of a referral: its team, and the authority of the child's home."""
    for referral in case.referrals:
        if referral.id == clock.subject:
            yield referral.opened.team
            child = case.people.get(referral.opened.child)
            yield (child.details.home_authority or "") if child and child.details else ""
