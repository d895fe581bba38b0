"""Requests for removal: their clocks, what holds them back, and deletion after removal."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from app import paths
from app.casework.guidance import read_clocks
from app.domain.case.requests import RequestState
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Deletion, DeletionDecided, HoldLifted
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply, Statement
from app.domain.forms.routes import RouteKind, waits
from app.domain.gates import gate_problems
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.owed.table import owed_in
from tests.casefold import DSL, NOW
from tests.domain.gate_answers import COLLEGE, DELETE, LIFTED, REFER_POLICE
from tests.domain.ledger import (
    BENS,
    FIRST,
    GROUP,
    REQUEST,
    SECOND,
    changed,
    found,
    ledger_case,
    replied,
    requested,
)
from tests.domain.people_of_two import CALLED
from tests.domain.people_of_two import POLICE as TOLD

CLOCKS = read_clocks(paths.resources(), (2026,))
POLICE = (DecisionMade, REFER_POLICE)
LET_GO = (HoldLifted, LIFTED)
QUIET = ledger_case()
HELD = ledger_case(POLICE)
RUNG = ledger_case(
    POLICE, (BodyReferralOpened, TOLD), (BodyContact, CALLED | {"referral": "entry-4"})
)
TICKED = {"hold_agreed": YesNoUnknown.YES, "police_agreed": "PC 4417, today"}
AGREED = TICKED | {"agreed_in": "entry-5"}
CHANGED = changed(FIRST, CopyState.SAYS_GONE)[1]
OWN = {"route": RouteKind.REPORT_REMOVE}
SIX = {"route": RouteKind.STATUTORY, "statements": tuple(Statement)}


def held(form, answers, case, **more):
    return [problem.name for problem in gate_problems(form, answers, case, DSL, **more)]


# form, whole answers, what is changed, case, the questions held back
TABLE = [
    (RemovalRequested, REQUEST, {}, QUIET, []),
    (RemovalRequested, REQUEST, {}, HELD, ["hold_agreed"]),
    (RemovalRequested, REQUEST, TICKED, HELD, ["agreed_in"]),
    (RemovalRequested, REQUEST, AGREED, RUNG, []),
    (RemovalRequested, REQUEST, {"despite": "It spreads by the minute."}, HELD, []),
    (RemovalRequested, REQUEST, {"despite": "  "}, HELD, ["hold_agreed"]),
    (RemovalRequested, REQUEST, {}, ledger_case(POLICE, LET_GO), []),
    (RemovalRequested, REQUEST, {"route": RouteKind.REPORT_REMOVE}, HELD, ["hold_agreed"]),
    (RemovalRequested, REQUEST, {"route": RouteKind.TAKE_IT_DOWN}, HELD, ["hold_agreed"]),
    (RemovalRequested, REQUEST, OWN | {"despite": "She wanted it done at once."}, HELD, []),
    (RemovalRequested, REQUEST, OWN | AGREED, RUNG, []),
    (RemovalRequested, REQUEST, OWN, QUIET, []),
    (RemovalRequested, REQUEST, {"route": RouteKind.CEOP}, HELD, []),
    (RemovalRequested, REQUEST, {"route": RouteKind.IWF}, HELD, ["hold_agreed"]),
    (RemovalRequested, REQUEST, {}, ledger_case(requested()), ["again"]),
    (RemovalRequested, REQUEST, {"service_name": "whats app"}, ledger_case(requested()), ["again"]),
    (RemovalRequested, REQUEST, {"again": "Lost."}, ledger_case(requested()), []),
    (
        RemovalRequested,
        REQUEST,
        {"service_name": "WhatsApp Messenger", "service": "whatsapp"},
        ledger_case(requested(service="whatsapp")),
        ["again"],
    ),
    (
        RemovalRequested,
        REQUEST,
        {"service": "own_1"},
        ledger_case(requested(service="whatsapp")),
        [],
    ),
    (RemovalRequested, REQUEST, {"copy": FIRST}, ledger_case(requested()), []),
    (RemovalRequested, REQUEST, {"route": RouteKind.POSH}, ledger_case(requested()), []),
    (RemovalRequested, REQUEST, {"service_name": "Kik"}, ledger_case(requested()), []),
    (
        RemovalRequested,
        REQUEST,
        {},
        ledger_case(requested(), replied(RequestReply.NOTHING)),
        ["again"],
    ),
    (
        RemovalRequested,
        REQUEST,
        {},
        ledger_case(requested(), replied(RequestReply.CAME_BACK)),
        [],
    ),
    (RemovalRequested, REQUEST, SIX, QUIET, []),
    (
        RemovalRequested,
        REQUEST,
        SIX | {"statements": tuple(Statement)[:5]},
        QUIET,
        ["statements"],
    ),
    (CopyChanged, CHANGED, {}, QUIET, []),
    (CopyChanged, CHANGED, {}, HELD, ["despite"]),
    (CopyChanged, CHANGED, {"state": CopyState.ASKED}, HELD, ["despite"]),
    (CopyChanged, CHANGED, {"state": CopyState.HELD}, HELD, []),
    (CopyChanged, CHANGED, {"despite": "He had done it. PC 4417 told."}, HELD, []),
    (
        CopyChanged,
        CHANGED,
        {"state": CopyState.CONFIRMED, "confirmed_by": "ben  marsh"},
        QUIET,
        ["confirmed_by"],
    ),
    (
        CopyChanged,
        CHANGED,
        {"state": CopyState.CONFIRMED, "confirmed_by": "His father, who was there"},
        QUIET,
        [],
    ),
    (DeletionDecided, DELETE, {"removal": None}, QUIET, ["removal"]),
    (DeletionDecided, DELETE, {"removal": None}, ledger_case(requested()), ["removal"]),
    (
        DeletionDecided,
        DELETE,
        {"removal": None},
        ledger_case(requested(route=RouteKind.TAKE_IT_DOWN, copy=None)),
        [],
    ),
    (DeletionDecided, DELETE, {"removal": None, "decision": Deletion.KEEP}, QUIET, []),
]


@pytest.mark.parametrize(("form", "whole", "change", "case", "names"), TABLE)
def test_each_gate_holds_what_it_should_and_nothing_else(form, whole, change, case, names):
    assert held(form, whole | change, case) == names


@pytest.mark.parametrize("route", RouteKind)
def test_the_gate_holds_just_the_routes_that_wait(route):
    answers = REQUEST | (SIX if route is RouteKind.STATUTORY else {}) | {"route": route}
    assert bool(held(RemovalRequested, answers, HELD)) is waits(route)


@pytest.mark.parametrize("route", [RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.IWF])
def test_only_of_the_learners_own_report_it_is_said_that_it_may_be_made_now(route):
    (problem,) = gate_problems(RemovalRequested, REQUEST | {"route": route}, HELD, DSL)
    own = route is not RouteKind.IWF
    assert ("it may be made now if the learner wants it now" in problem.step) is own
    assert "Ask the police first" in problem.step


def test_every_sentence_names_the_next_step_and_its_source():
    stopped = [
        problem
        for form, whole, change, case, _ in TABLE
        for problem in gate_problems(form, whole | change, case, DSL)
    ]
    assert len(stopped) > 12
    assert all(one.step.endswith(".") and one.source.label in one.sentence for one in stopped)


def test_the_day_of_the_first_request_is_that_of_london():
    midnight = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    case = ledger_case(requested(sent_at=moment(midnight)))
    (problem,) = gate_problems(RemovalRequested, REQUEST, case, DSL)
    assert "2 Jul 2026" in problem.sentence


def test_a_correction_of_a_request_is_not_taken_for_a_second_one():
    case = ledger_case(requested())
    assert held(RemovalRequested, REQUEST, case, correcting=True) == []


@pytest.mark.parametrize(
    ("replies", "state", "waiting"),
    [
        ((), RequestState.SENT, True),
        ((RequestReply.ACKNOWLEDGED,), RequestState.ACKNOWLEDGED, True),
        ((RequestReply.NOTHING,), RequestState.NO_REPLY, True),
        ((RequestReply.REMOVED,), RequestState.REMOVED, False),
        ((RequestReply.NOTHING, RequestReply.REFUSED), RequestState.REFUSED, False),
        ((RequestReply.REMOVED, RequestReply.CAME_BACK), RequestState.CAME_BACK, False),
    ],
)
def test_a_request_stands_where_its_newest_reply_says(replies, state, waiting):
    case = ledger_case(requested(), *map(replied, replies))
    (request,) = case.requests.values()
    assert (request.state, request.waiting) == (state, waiting)
    assert case.copies[SECOND].requests == ("entry-3",)


def test_a_request_keeps_the_newest_reference():
    case = ledger_case(
        requested(reference="A-1"), replied(RequestReply.ACKNOWLEDGED, reference="B-2")
    )
    (request,) = case.requests.values()
    assert request.reference == "B-2"
    assert case.names["entry-3"].startswith("WhatsApp · In the app")


def due(*replies):
    """Return what is due of a request sent at NOW, in hours from then."""
    case = ledger_case((DecisionMade, COLLEGE), requested(), *replies)
    rows = [row for row in owed_in(case, CLOCKS) if row.form is RemovalReply]
    return [(row.due - NOW) // timedelta(hours=1) for row in rows]


def reply_at(hours, reply):
    return replied(reply, request="entry-4", at=moment(NOW + timedelta(hours=hours)))


def test_a_request_is_looked_at_after_a_day_and_its_answer_is_due_after_two():
    assert due() == [24]
    assert due(reply_at(20, RequestReply.NOTHING)) == [48]
    assert due(reply_at(20, RequestReply.ACKNOWLEDGED)) == [48]
    assert due(reply_at(20, RequestReply.REMOVED)) == []
    assert due(reply_at(20, RequestReply.NOTHING), reply_at(40, RequestReply.REFUSED)) == []


@pytest.mark.parametrize("route", RouteKind)
@pytest.mark.parametrize("limit", ["removal_due", "removal_again"])
def test_a_copy_is_looked_at_with_the_answer_to_its_request_however_it_was_asked(route, limit):
    longer = msgspec.structs.replace(CLOCKS.limits[limit], hours=96)
    clocks = msgspec.structs.replace(CLOCKS, limits=CLOCKS.limits | {limit: longer})
    asked = requested(route=route, copy=FIRST)
    case = ledger_case(asked, replied(RequestReply.NOTHING), rows=(BENS,))
    table = owed_in(case, clocks)
    (copy,) = [row.due for row in table if row.form is CopyChanged]
    assert [copy] == [row.due for row in table if row.form is RemovalReply]


@pytest.mark.parametrize(
    ("steps", "rows", "names"),
    [
        ((), (BENS,), []),
        ((requested(),), (BENS, GROUP), []),
        ((requested(),), (BENS, GROUP | {"name": "another"}, GROUP), []),
        ((requested(),), (BENS,), ["copies"]),
        ((changed(FIRST, CopyState.SAYS_GONE),), (GROUP,), ["copies"]),
        ((found(GROUP | {"came_from": FIRST}),), (GROUP,), ["copies"]),
    ],
)
def test_a_correction_takes_out_no_copy_that_other_entries_speak_of(steps, rows, names):
    answers = found(*rows)[1]
    assert held(CopiesFound, answers, ledger_case(*steps), corrects="entry-2") == names
    assert held(CopiesFound, answers, ledger_case(*steps)) == []


def test_rows_that_only_came_from_each_other_can_be_taken_out():
    case = ledger_case(rows=(BENS, GROUP | {"came_from": FIRST}))
    assert held(CopiesFound, found(BENS)[1], case, corrects="entry-2") == []
