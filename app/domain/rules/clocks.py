"""Clocks: what is due in a case, by when, and by whose rule. Limits are dated data, never code."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

import msgspec

from app.domain import names
from app.domain.case.case import Case, yes_since
from app.domain.case.clock_rules import noun_of
from app.domain.case.duty import Duty, considered, owed_since, settled
from app.domain.case.imagery import Viewing, viewing
from app.domain.case.reviews import open_actions, reviews_of
from app.domain.case.summary import DueRow
from app.domain.forms.any_time import ClockMissed, Missed, Note, SignsFound
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.close import CaseClosed, CaseReopened, CaseReviewed
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.knowledge import Knowing, KnowledgeNoted
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import form_name
from app.domain.kit.keys import DueKey, DueKind, Key, in_time
from app.domain.kit.moments import LONDON, day_of, write_day
from app.domain.kit.stage import Sign
from app.domain.rules.bands import eighteenth_birthday, event_day
from app.domain.rules.knowledge import knowledge_of
from app.domain.rules.progress import involved_learners, referrals_to_start, to_speak_with_again
from app.domain.rules.running_clocks import RunningClock, running_clocks

Amount = Annotated[int, msgspec.Meta(ge=1, le=9_999)]
"""How much time a limit gives, in its unit."""


class TimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit with its source. Exactly one of `hours`, `days` and `working_days` is set.

    `authority` is the local authority it belongs to; empty for everywhere. `duty` marks a limit
    that counts only while the duty to report is in force.
    """

    what: str
    source: str
    checked: date
    standing: str
    hours: Amount | None = None
    days: Amount | None = None
    working_days: Amount | None = None
    authority: str = ""
    duty: bool = False


class TimeLimits(msgspec.Struct, frozen=True):
    """The limits by name, and the days besides Saturday and Sunday on which offices are closed.

    A limit named `written_confirmation.` and something is that of one local authority. `duty` is
    the duty to report while it is in force.
    """

    limits: Mapping[str, TimeLimit]
    holidays: frozenset[date] = frozenset()
    duty: Duty | None = None

    def limit(self, name: str, *places: str) -> TimeLimit | None:
        """Return a limit: that of the local authority named in `places`, else the usual one."""
        local = (
            limit
            for key, limit in self.limits.items()
            if key.startswith(f"{name}.") and limit.authority and _named(limit.authority, places)
        )
        return next(local, self.limits.get(name))


def _named(authority: str, places: Iterable[str]) -> bool:
    return any(names.contains(place, authority) for place in places)


END_OF_DAY = time(17, 0)
"""The time at which something due on a day falls due, in Europe/London."""


def end_of(day: date) -> datetime:
    """Return the instant (UTC) at which something due on `day` falls due."""
    return datetime.combine(day, END_OF_DAY, LONDON).astimezone(UTC)


def due_after(start: datetime, limit: TimeLimit, clocks: TimeLimits) -> datetime:
    """Return the instant (UTC) at which a limit that began at `start` runs out.

    Hours run through nights and weekends; days end at 17:00, and working days skip Saturdays,
    Sundays and bank holidays in England.
    """
    if limit.hours is not None:
        return start + timedelta(hours=limit.hours)
    day = day_of(start)
    if limit.days is not None:
        return end_of(day + timedelta(days=limit.days))
    left = limit.working_days or 0
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in clocks.holidays
    return end_of(day)


def due_in(case: Case, clocks: TimeLimits) -> tuple[DueRow, ...]:
    """Return what is due in an open case, soonest first."""
    rows = [
        *_referral_rows(case),
        *_decision_rows(case),
        *_sign_rows(case, clocks),
        *_clock_rows(case, clocks),
        *_viewing_rows(case),
        *_action_rows(case),
        *_body_rows(case),
        *_review_rows(case),
        *_duty_rows(case, clocks),
        *_untold_rows(case),
        *_of_age_rows(case),
    ]
    return tuple(sorted(rows, key=lambda row: (row.due, row.key)))


def due_after_closing(case: Case) -> tuple[DueRow, ...]:
    """Return what is due in a closed case: opening it again, if a sign was answered yes since."""
    return tuple(
        DueRow(
            key=DueKey(DueKind.REOPEN, sign).write(),
            what="Open the case again: a sign was answered yes",
            because="An entry never opens a closed case by itself",
            due=_since(case, sign),
            stage=form_name(CaseReopened),
        )
        for sign in yes_since(case, CaseClosed)[:1]
    )


def may_be_missed(case: Case, clocks: TimeLimits) -> tuple[tuple[str, str], ...]:
    """Return the key and words of each clock or action that can have a reason for being late."""
    rows = {in_time(row.which): row for row in due_in(case, clocks)}
    return tuple(
        (key.write(), _with_learner(case, key, noun_of(key) or row.what))
        for key, row in rows.items()
        if noun_of(key) or key in open_actions(case.current)
    )


def _with_learner(case: Case, key: Key, words: str) -> str:
    learner = case.people.get(key.learner) if isinstance(key, DueKey) else None
    return f"{words}: {learner.person.name}" if learner else words


def _since(case: Case, sign: Sign) -> datetime:
    return case.entry(str(case.signs[sign].entry)).sealed.recorded


def _referral_rows(case: Case) -> Iterator[DueRow]:
    for referral in case.referrals:
        if not referral.made:
            yield DueRow(
                key=DueKey(DueKind.CALL, referral.id).write(),
                what="Phone the referral through",
                because="A referral was started and nobody has been told yet",
                due=case.entry(referral.id).sealed.recorded,
                stage=form_name(ReferralCall),
            )
    for body in referrals_to_start(case):
        yield _to_start(case, body)


def _to_start(case: Case, body: Body) -> DueRow:
    to_social_care = body is Body.SOCIAL_CARE
    said_yes = next((sign for sign, state in case.signs.items() if state.said_yes), None)
    decided = (
        i.sealed.recorded for i in reversed(case.current) if isinstance(i.form, DecisionMade)
    )
    return DueRow(
        key=DueKey(DueKind.REFER, "" if to_social_care else body).write(),
        what="Refer now, or decide otherwise with a second person"
        if to_social_care
        else f"Start the referral as decided: {body.label}",
        because=f"Answered yes: {said_yes.label}" if said_yes else "The decision refers to them",
        due=_since(case, said_yes) if said_yes else next(decided),
        stage=form_name(ReferralOpened if to_social_care else BodyReferralOpened),
    )


def _decision_rows(case: Case) -> Iterator[DueRow]:
    new = yes_since(case, DecisionMade)
    if new:
        yield DueRow(
            key=DueKey(DueKind.DECIDE_AGAIN).write(),
            what="Decide again: a sign was answered yes",
            because=f"The decision was made before this was known: {new[0].label}",
            due=_since(case, new[0]),
            stage=form_name(DecisionMade),
        )


def _sign_rows(case: Case, clocks: TimeLimits) -> Iterator[DueRow]:
    for sign, state in case.signs.items():
        if state.answer is not YesNoUnknown.NOT_KNOWN:
            continue
        since, limit = _since(case, sign), clocks.limit("find_out")
        yield DueRow(
            key=DueKey(DueKind.FIND_OUT, sign).write(),
            what=f"Find out: {sign.label}",
            because="“Not known” is never “no”",
            due=due_after(since, limit, clocks) if limit else end_of(day_of(since)),
            stage=form_name(SignsFound),
        )


def sought(row: DueRow) -> str:
    """Return the sign that a due row asks to find out, in words; for any other row what is due."""
    signs = (sign.label for sign in Sign if sign in row.which.ids)
    return next(signs, row.what)


def _clock_rows(case: Case, clocks: TimeLimits) -> Iterator[DueRow]:
    for clock in running_clocks(case):
        limit = clocks.limit(clock.rule.name, *_places(case, clock))
        due = _due(clock, limit, clocks)
        form = clock.rule.opens
        if due is None or form is None or clock.missed is Missed.NOT_NEEDED:
            continue
        if clock.settled is None:
            yield DueRow(
                key=clock.key.write(),
                what=limit.what if limit else clock.rule.what,
                because=_because(case, clock, limit),
                due=due,
                stage=form_name(form),
            )
        elif clock.settled > due and clock.missed is None:
            yield DueRow(
                key=msgspec.structs.replace(clock.key, late=True).write(),
                what=f"Say in one line why this was late: {clock.rule.noun}",
                because="A missed time limit is recorded with its reason",
                due=due,
                stage=form_name(ClockMissed),
            )


def _places(case: Case, clock: RunningClock) -> Iterator[str]:
    """Yield the places of a referral: its team, and the authority of the child's home."""
    for referral in case.referrals:
        if referral.id == clock.subject:
            yield referral.opened.team
            child = case.people.get(referral.opened.child)
            yield (child.details.home_authority or "") if child and child.details else ""


def _due(clock: RunningClock, limit: TimeLimit | None, clocks: TimeLimits) -> datetime | None:
    if clock.day:
        return end_of(clock.day)
    return due_after(clock.began, limit, clocks) if limit else None


def _because(case: Case, clock: RunningClock, limit: TimeLimit | None) -> str:
    source = limit.source if limit else clock.rule.because
    team = next((one.opened.team for one in case.referrals if one.id == clock.subject), "")
    about = team or _which_learner(case, clock)
    return f"{source} · {about}" if about else source


def _which_learner(case: Case, clock: RunningClock) -> str:
    several = clock.learner and len(to_speak_with_again(case)) > 1
    return case.people[clock.learner].person.name if several else ""


def _viewing_rows(case: Case) -> Iterator[DueRow]:
    if viewing(case) is Viewing.VIEWED and not case.all_of(ViewingRecorded):
        asked = next(i for i in reversed(case.current) if isinstance(i.form, ViewingAsked))
        yield DueRow(
            key=DueKey(DueKind.VIEWING).write(),
            what="Record how the imagery came to be seen",
            because="A member of staff answered that they have seen it",
            due=asked.sealed.recorded,
            stage=form_name(ViewingRecorded),
        )


def _action_rows(case: Case) -> Iterator[DueRow]:
    for key, action in open_actions(case.current).items():
        yield DueRow(
            key=key.write(),
            what=action.what,
            because=f"Agreed with {action.who.name}: {case.entry(key.entry).form.title}",
            due=end_of(action.by),
            stage=form_name(Note),
        )


def _body_rows(case: Case) -> Iterator[DueRow]:
    for referral in case.body_referrals:
        if not referral.made:
            yield DueRow(
                key=DueKey(DueKind.TELL, referral.id).write(),
                what=f"Make the referral: {referral.opened.body.label}",
                because="A referral was started and nobody has been told yet",
                due=case.entry(referral.id).sealed.recorded,
                stage=form_name(BodyContact),
            )


def _duty_rows(case: Case, clocks: TimeLimits) -> Iterator[DueRow]:
    duty, limit = clocks.duty, clocks.limit(DueKind.MANDATORY_REPORT)
    began = owed_since(case.current, duty)
    if duty is None or limit is None or began is None or settled(case.current):
        return
    newest = considered(case.current)
    put_off = newest.deferred_until if newest else None
    yield DueRow(
        key=DueKey(DueKind.MANDATORY_REPORT, case.current[0].root).write(),
        what=limit.what,
        because=f"In force since {write_day(duty.since)}: {duty.source}",
        due=end_of(put_off) if put_off else due_after(began, limit, clocks),
        stage=form_name(DutyConsidered),
    )


def _review_rows(case: Case) -> Iterator[DueRow]:
    for review in reviews_of(case.current):
        form, sealed = type(review.item.form), review.item.sealed
        if form is DecisionMade:  # its review is a clock of its own
            continue
        yield DueRow(
            key=review.key.write(),
            what=review.what,
            because=f"{form.title}, entry {sealed.seq} of {write_day(day_of(sealed.recorded))}",
            due=end_of(review.on),
            stage=review.leads_to or form_name(form),
        )


def _untold_rows(case: Case) -> Iterator[DueRow]:
    """Yield a review of each thing somebody must not be told: that never lapses by itself."""
    held = {
        known.entry: (line.name, known.until)
        for line in knowledge_of(case)
        for known in line.cells.values()
        if known.noted and known.knowing is Knowing.NOT_TO_KNOW and known.until
    }
    for entry, (name, until) in held.items():
        yield DueRow(
            key=DueKey(DueKind.NOT_TOLD, entry).write(),
            what="Look again at what somebody must not be told",
            because=f"{name}: it holds until somebody says otherwise",
            due=end_of(until),
            stage=form_name(KnowledgeNoted),
        )


def _of_age_rows(case: Case) -> Iterator[DueRow]:
    """Yield a review for each learner who turns 18 during the case: they then decide themselves."""
    event, last = event_day(case), day_of(case.entries[-1].sealed.recorded)
    for known in involved_learners(case):
        birthday = eighteenth_birthday(known.person)
        if birthday is None or not event < birthday <= last + _AHEAD:
            continue
        if _looked_since(case, birthday):
            continue
        yield DueRow(
            key=DueKey(DueKind.OF_AGE, known.person.id).write(),
            what="Review the case: a learner has turned 18",
            because=f"{known.person.name}: an adult in law from here on, with their own say",
            due=end_of(birthday),
            stage=form_name(CaseReviewed),
        )


_AHEAD = timedelta(days=366)
"""How far ahead a birthday is due. People write in an open case more often than once a year."""


def _looked_since(case: Case, day: date) -> bool:
    return any(day_of(form.reviewed_at.at) >= day for form in case.all_of(CaseReviewed))
