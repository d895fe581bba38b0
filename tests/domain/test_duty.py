"""The duty to report: nothing while it is off; while on, a clock, a week at most, and an end."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app import paths
from app.casework.guidance import read_clocks
from app.domain.case.case import fold_case
from app.domain.case.duty import Duty
from app.domain.forms.close import CaseClosed
from app.domain.forms.duty import DutyConsidered, DutyOutcome
from app.domain.gates import gate_problems
from app.domain.kit.checks import problems
from app.domain.kit.moments import LONDON, moment
from app.domain.owed.table import owed_in
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import ALL_NO, CLOSED, ending

LIMITS = read_clocks(paths.resources(), (2026,)).limits
ON = Duty(
    since=date(2026, 11, 19), source="Commencement regulations, as told by the college’s solicitor"
)
WEEK = timedelta(days=7)
SUSPECTED = {
    "holder": DSL,
    "suspected_at": moment(NOW),
    "learnt": "child",
    "known": "What Ava said.",
    "why": "An offence may have been committed.",
    "decided_by": DSL,
}
REPORTED = SUSPECTED | {
    "outcome": DutyOutcome.REPORTED,
    "reported_to": ("police",),
    "reported_at": moment(NOW),
    "how": "spoken",
    "named": "Nobody yet.",
}
DEFERRED = SUSPECTED | {
    "outcome": DutyOutcome.DEFERRED,
    "deferred_why": "Danger at home.",
    "deferred_until": (NOW + WEEK).date(),
}


def under(duty, *steps):
    case = concern_case(*ending(), *steps, **ALL_NO)
    return fold_case([entry.sealed for entry in case.entries], duty)


def due(duty, *steps):
    rows = owed_in(under(duty, *steps), TimeLimits(LIMITS, duty=duty))
    return [row.due for row in rows if row.form is DutyConsidered]


def held(answers):
    return [problem.name for problem in gate_problems(DutyConsidered, answers, under(ON), DSL)]


def test_nothing_shows_while_the_duty_is_off_or_for_what_was_told_before_it_came():
    tomorrow = Duty(since=date(2026, 11, 20), source="Regulations")
    assert due(None) == due(tomorrow) == []
    assert gate_problems(CaseClosed, CLOSED, under(None), DSL) == ()


def test_from_the_day_it_is_in_force_it_is_due_a_day_after_the_college_was_told():
    assert due(ON) == [NOW - timedelta(hours=1) + timedelta(hours=24)]


def test_a_report_put_off_is_due_on_its_day_and_one_made_is_settled():
    (put_off,) = due(ON, (DutyConsidered, DEFERRED))
    assert put_off.astimezone(LONDON).date() == (NOW + WEEK).date()
    assert due(ON, (DutyConsidered, DEFERRED), (DutyConsidered, REPORTED)) == []


def test_a_case_is_not_closed_before_the_duty_was_considered_and_settled():
    for steps in ((), ((DutyConsidered, DEFERRED),)):
        (problem,) = gate_problems(CaseClosed, CLOSED, under(ON, *steps), DSL)
        assert DutyConsidered.title in problem.sentence
        assert ON.source in problem.sentence
    assert gate_problems(CaseClosed, CLOSED, under(ON, (DutyConsidered, REPORTED)), DSL) == ()


@pytest.mark.parametrize(("days", "names"), [(0, []), (7, []), (8, ["deferred_until"])])
def test_a_report_is_put_off_for_a_week_at_most(days, names):
    until = (NOW + timedelta(days=days)).date()
    assert held(DEFERRED | {"deferred_until": until}) == names


def test_the_week_is_counted_in_days_of_london_also_when_the_clocks_change():
    late_evening = {"suspected_at": moment(datetime(2027, 3, 27, 23, 30, tzinfo=UTC))}
    assert held(DEFERRED | late_evening | {"deferred_until": date(2027, 4, 3)}) == []
    assert held(DEFERRED | late_evening | {"deferred_until": date(2027, 4, 4)}) == [
        "deferred_until"
    ]


def test_a_report_is_not_put_off_to_a_day_before_there_was_reason_to_suspect():
    before = DEFERRED | {"deferred_until": (NOW - timedelta(days=1)).date()}
    assert [one.name for one in problems(DutyConsidered, before, NOW)] == ["deferred_until"]


@pytest.mark.parametrize(
    ("after", "why", "names"),
    [
        (WEEK, None, []),
        (WEEK + timedelta(minutes=1), None, ["late_why"]),
        (WEEK + timedelta(minutes=1), "  ", ["late_why"]),
        (WEEK + timedelta(minutes=1), "Nobody was well.", []),
    ],
)
def test_a_report_after_more_than_a_week_says_why(after, why, names):
    assert held(REPORTED | {"reported_at": moment(NOW + after), "late_why": why}) == names
