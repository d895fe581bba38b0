"""The gates of the duty to report. None of them holds anything back while the duty is off."""

from collections.abc import Iterator

from app.domain.case.duty import LONGEST_DEFERRAL, latest_day, owed_since, settled
from app.domain.forms.close import CaseClosed
from app.domain.forms.duty import DutyConsidered
from app.domain.gates.asked import GateProblem, ToSeal, gate_problem
from app.domain.kit.moments import write_day

_ACT = "Crime and Policing Act 2026, from sources on the Bill"


def deferred_for_a_week_at_most(asked: ToSeal) -> Iterator[GateProblem]:
    """A report is put off for at most seven days after there was reason to suspect."""
    since, until = asked.get(DutyConsidered.suspected_at), asked.get(DutyConsidered.deferred_until)
    if since and until and until > latest_day(since):
        yield gate_problem(
            DutyConsidered.deferred_until,
            "A report can be put off for 7 days at most.",
            f"Choose {write_day(latest_day(since))} or a day before it.",
            _ACT,
        )


def late_with_reason(asked: ToSeal) -> Iterator[GateProblem]:
    """A report made more than seven days after there was reason to suspect says why."""
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
    """While the duty is on, a case it covers is not closed before it was considered."""
    case = asked.case
    if owed_since(case.current, case.duty) and not settled(case.current):
        yield gate_problem(
            CaseClosed.outcome,
            "The duty to report is in force, and this case has not settled it.",
            f"Record “{DutyConsidered.title}” first: reported, or why not.",
            case.duty.source if case.duty else _ACT,
        )
