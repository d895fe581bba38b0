"""The gates before a decision not to refer, and around the duty to report."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from app.domain.case.duty import LONGEST_DEFERRAL, latest_day, owed_since, settled
from app.domain.case.signs import SignState, signs_in, signs_of
from app.domain.forms.any_time import SignsFound
from app.domain.forms.close import CaseClosed
from app.domain.forms.decision import Decision, DecisionMade
from app.domain.forms.duty import DutyConsidered
from app.domain.gates.asked import (
    REFERRAL,
    GateProblem,
    ToSeal,
    gate_problem,
    older,
    second_person,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import Moment, write_day
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower, with_and
from app.domain.owed.decided import asked_by_review

_ACT = Cited.REPORTING_DUTY


def deferred_for_a_week_at_most(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to put a report off for more than seven days after there was reason to suspect."""
    since, until = asked.get(DutyConsidered.suspected_at), asked.get(DutyConsidered.deferred_until)
    if since and until and until > latest_day(since):
        yield gate_problem(
            DutyConsidered.deferred_until,
            "A report can be put off for 7 days at most.",
            f"Choose {write_day(latest_day(since))} or a day before it.",
            _ACT,
        )


def late_with_reason(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for a report made over seven days after there was reason to suspect."""
    since, made = asked.get(DutyConsidered.suspected_at), asked.get(DutyConsidered.reported_at)
    if (
        since
        and made
        and made.at - since.at > LONGEST_DEFERRAL
        and not asked.words(DutyConsidered.late_why)
    ):
        yield gate_problem(
            DutyConsidered.late_why,
            "It was reported more than 7 days after there was reason to suspect.",
            "Write in a line why.",
            _ACT,
        )


def duty_settled_before_closing(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to close a case that the duty to report covers before the duty was considered."""
    case = asked.case
    duty = case.duty
    if duty and owed_since(case.current, duty) and not settled(case.current):
        yield gate_problem(
            CaseClosed.outcome,
            f"The duty to report is in force ({duty.source}), and this case has not settled it.",
            f"Record “{DutyConsidered.title}” first: reported, or why not.",
            _ACT,
        )


def college_after_a_yes(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to handle a case in college after one yes: one sign is enough for referral.

    So is what the initial review says, while neither the police nor social care were told.
    """
    why = _why_refer(asked)
    if why and asked.get(DecisionMade.decision) is Decision.COLLEGE:
        yield gate_problem(
            DecisionMade.decision,
            why,
            "Choose “Refer”, or “Referral considered and not made” with who was consulted.",
            REFERRAL,
        )


def no_referral_after_a_yes(asked: ToSeal) -> Iterator[GateProblem]:
    """Require advice and a second person's agreement for not referring after a yes."""
    if not _why_refer(asked) or asked.get(DecisionMade.decision) is not Decision.NOT_REFERRED:
        return
    if asked.get(DecisionMade.asked_outside) is not YesNoUnknown.YES:
        yield gate_problem(
            DecisionMade.asked_outside,
            "Somebody outside the team is asked before it is decided not to refer this.",
            "Phone the front door or 101 for advice, and write who said what.",
            REFERRAL,
        )
    yield from second_person(
        asked,
        DecisionMade.agreed_by,
        DecisionMade.agreed_at,
        first=DecisionMade.decided_by,
        signed_at=DecisionMade.decided_at,
        source=REFERRAL,
    )
    if newest := _newest_yes(asked):
        what = "a sign came up"
        yield from older(asked, DecisionMade.agreed_at, Moment(newest), what, REFERRAL)


def every_sign_answered(asked: ToSeal) -> Iterator[GateProblem]:
    """Require an answer to every sign before a decision against a referral."""
    if asked.get(DecisionMade.decision) in {None, Decision.REFER}:
        return
    unanswered = [sign.label for sign, state in _signs(asked).items() if state.answer is None]
    if unanswered:
        yield gate_problem(
            DecisionMade.decision,
            f"Not every sign has an answer yet: {'; '.join(unanswered)}.",
            "Answer yes, no or not known below.",
            REFERRAL,
        )


def an_answer_found(asked: ToSeal) -> Iterator[GateProblem]:
    """Require an answer to at least one sign in an entry about signs."""
    if not signs_in(asked.form, asked.answers):
        yield gate_problem(
            SignsFound.adult,
            "No sign has an answer here.",
            "Answer the one you found out about; leave the others open.",
            REFERRAL,
        )


def _signs(asked: ToSeal) -> Mapping[Sign, SignState]:
    """Return what is known of each sign with these answers, without the entry they correct."""
    case, said = asked.case, signs_in(asked.form, asked.answers)
    put_right = case.entry(asked.corrects).root if asked.corrects else None
    before = signs_of(entry for entry in case.current if entry.root != put_right)
    return {
        sign: state if state.said_yes or sign not in said else SignState(said[sign])
        for sign, state in before.items()
    }


def _newest_yes(asked: ToSeal) -> datetime | None:
    """Return when the newest yes of the record became known (UTC), also if it was said before.

    Of what a form only weighs, harm alone is said anew.
    """
    put_right = asked.case.entry(asked.corrects).root if asked.corrects else None
    said = (one for one in asked.case.yeses if one.entry != put_right)
    return max((one.at for one in said if one.sign is Sign.HARM or not one.weighed), default=None)


def _why_refer(asked: ToSeal) -> str:
    """Return why a referral is called for, in a sentence; "" where nothing calls for one."""
    if yes := _said_yes(asked):
        return f"A sign has come up: {lower(yes[0].label)}. One is enough for referral."
    if calls := asked_by_review(asked.case):
        whom = with_and([asked.case.names[call.about] for call in calls if call.about])
        too = f", of {whom} too" if whom else ""
        return f"The initial review says that the police or social care should be told now{too}."
    return ""


def _said_yes(asked: ToSeal) -> list[Sign]:
    return [sign for sign, state in _signs(asked).items() if state.said_yes]
