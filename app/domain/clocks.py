"""Clocks: what is due in a case, by when, and on whose word. Limits are dated data, never code."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from app.domain.actions import agreed_in, open_actions
from app.domain.case import Case, decision_stands
from app.domain.form import Entry, form_name
from app.domain.moments import LONDON, day_of, write_day
from app.domain.referral import Referral
from app.domain.reviews import reviews_of
from app.domain.stages.ai_made import AiMadeImagery
from app.domain.stages.bodies import BodyContact
from app.domain.stages.decision import DecisionMade
from app.domain.stages.extortion import DemandsRecorded
from app.domain.stages.note import Note
from app.domain.stages.social_care import ReferralOpened, ReferralReply, ReferralSent
from app.domain.stages.support import SupportPlan, SupportReview
from app.domain.summary import DueRow


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit with its source. Exactly one of `hours` and `working_days` is set."""

    what: str
    source: str
    checked: date
    standing: str
    hours: int | None = None
    working_days: int | None = None


class Clocks(msgspec.Struct, frozen=True):
    """The limits by name, and the days on which offices are closed besides Saturday and Sunday."""

    limits: Mapping[str, Limit]
    holidays: frozenset[date] = frozenset()


END_OF_DAY = time(17, 0)
"""When something due on a day is due, in Europe/London."""


def end_of(day: date) -> datetime:
    """Give the instant (UTC) by which something due on `day` is due."""
    return datetime.combine(day, END_OF_DAY, LONDON).astimezone(UTC)


def due_after(start: datetime, limit: Limit, clocks: Clocks) -> datetime:
    """Give the instant (UTC) at which a limit that began at `start` runs out.

    Hours run through nights and weekends; working days skip Saturdays, Sundays and bank holidays in
    England and end at 17:00.
    """
    if limit.hours is not None:
        return start + timedelta(hours=limit.hours)
    day = day_of(start)
    left = limit.working_days or 0
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in clocks.holidays
    return end_of(day)


def due_in(case: Case, clocks: Clocks) -> tuple[DueRow, ...]:
    """List what is due in an open case, soonest first."""
    rows = [*_referral_rows(case, clocks), *_decision_rows(case), *_action_rows(case)]
    rows += [*_body_rows(case), *_review_rows(case)]
    return tuple(sorted(rows, key=lambda row: (row.due, row.key)))


def _referral_rows(case: Case, clocks: Clocks) -> Iterator[DueRow]:
    for referral in case.referrals:
        if not referral.made:
            yield DueRow(
                key=f"call:{referral.id}",
                what="Phone the referral through",
                because="A referral was started and nobody has been told yet",
                due=case.item(referral.id).sealed.recorded,
                stage=form_name(ReferralOpened),
            )
        elif not referral.sent and referral.reached:
            yield _limit_row(
                "written_confirmation", referral, referral.reached.called_at.at, clocks
            )
        elif referral.sent and not referral.replies:
            yield _limit_row("acknowledgement", referral, referral.sent[0].sent_at.at, clocks)


def _limit_row(name: str, referral: Referral, start: datetime, clocks: Clocks) -> DueRow:
    limit = clocks.limits[name]
    settles = ReferralSent if name == "written_confirmation" else ReferralReply
    return DueRow(
        key=f"{name}:{referral.id}",
        what=limit.what,
        because=f"{limit.source} · {referral.opened.team}",
        due=due_after(start, limit, clocks),
        stage=form_name(settles),
    )


def _decision_rows(case: Case) -> Iterator[DueRow]:
    decision = case.latest(DecisionMade)
    if decision and not decision_stands(case):
        since = next(state.entry for state in case.signs.values() if state.said_yes)
        yield DueRow(
            key="decide-again",
            what="Decide again: a sign was answered yes",
            because="The decision was made before this was known",
            due=case.item(str(since)).sealed.recorded,
            stage=form_name(DecisionMade),
        )


def _action_rows(case: Case) -> Iterator[DueRow]:
    for key, action in open_actions(case.current).items():
        yield DueRow(
            key=key,
            what=action.what,
            because=f"Agreed with {action.who.name}: {case.item(agreed_in(key)).form.title}",
            due=end_of(action.by),
            stage=form_name(Note),
        )


def _body_rows(case: Case) -> Iterator[DueRow]:
    for referral in case.body_referrals:
        if not referral.made:
            yield DueRow(
                key=f"tell:{referral.id}",
                what=f"Make the referral: {referral.opened.body.label}",
                because="A referral was started and nobody has been told yet",
                due=case.item(referral.id).sealed.recorded,
                stage=form_name(BodyContact),
            )


_REVIEWED_ON: Mapping[type[Entry], type[Entry]] = {
    SupportPlan: SupportReview,
    DemandsRecorded: Note,
    AiMadeImagery: Note,
}
"""The form that a day set in another form leads to, where it is not the same one."""


def _review_rows(case: Case) -> Iterator[DueRow]:
    for review in reviews_of(case.current):
        form, sealed = type(review.item.form), review.item.sealed
        if form is DecisionMade and not decision_stands(case):
            continue
        yield DueRow(
            key=review.key,
            what=review.what,
            because=f"{form.title}, entry {sealed.seq} of {write_day(day_of(sealed.recorded))}",
            due=end_of(review.on),
            stage=form_name(_REVIEWED_ON.get(form, form)),
        )
