"""Clocks across nights, weekends, bank holidays and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.clocks import Clocks, Limit, due_after, due_in
from app.domain.moments import LONDON
from app.domain.stages.decision import DecisionMade
from app.domain.stages.note import Note
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import (
    ReferralCall,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
)
from tests.casefold import DSL, NOW, concern_case
from tests.domain.test_case import AT, CALL, COLLEGE, OPENED, SENT, YES, reply


def limit(**time):
    return Limit(what="Do it", source="Somebody", checked=date(2026, 1, 1), standing="seen", **time)


CLOCKS = Clocks(
    {"written_confirmation": limit(hours=24), "acknowledgement": limit(working_days=1)},
    frozenset({date(2026, 12, 25), date(2026, 12, 28)}),
)


def london(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-19 10:00", "2026-11-20 17:00"),
        ("2026-11-20 10:00", "2026-11-23 17:00"),
        ("2026-11-21 10:00", "2026-11-23 17:00"),
        ("2026-12-24 23:30", "2026-12-29 17:00"),
        ("2026-10-23 10:00", "2026-10-26 17:00"),
        ("2027-03-26 10:00", "2027-03-29 17:00"),
    ],
)
def test_the_next_working_day_skips_weekends_and_bank_holidays(start, due):
    assert due_after(london(start), limit(working_days=1), CLOCKS) == london(due)


def test_twenty_four_hours_are_that_long_also_when_the_clocks_change():
    start = london("2026-10-24 12:00")
    assert due_after(start, limit(hours=24), CLOCKS) - start == timedelta(hours=24)


def due_keys(case):
    return [row.key.partition(":")[0] for row in due_in(case, CLOCKS)]


def test_a_referral_is_first_to_be_phoned_then_confirmed_then_answered():
    steps = [(ReferralOpened, OPENED), (ReferralCall, CALL), (ReferralSent, SENT)]
    answered = (ReferralReply, reply(Reply.STRATEGY))
    assert due_keys(concern_case(*steps[:1])) == ["call"]
    assert due_keys(concern_case(*steps[:2])) == ["written_confirmation"]
    assert due_keys(concern_case(*steps)) == ["acknowledgement"]
    assert due_keys(concern_case(*steps, answered)) == []


def test_a_decision_not_to_refer_comes_back_on_its_review_day():
    (row,) = due_in(concern_case((DecisionMade, COLLEGE)), CLOCKS)
    assert row.due == london("2026-11-26 17:00")


NINE = ("risk_now", "refer", "view", "more", "spread", "remove", "facts", "elsewhere", "parents")
REVIEW = {
    "held_at": AT,
    "chair": DSL,
    "actions": ({"what": "See Ava", "who": DSL, "by": NOW.date(), "why": "She asked."},),
} | {name: value for asked in NINE for name, value in ((asked, YES), (f"{asked}_why", "Because."))}


def test_an_agreed_action_is_due_until_a_note_settles_it():
    agreed = concern_case((InitialReview, REVIEW))
    (row,) = due_in(agreed, CLOCKS)
    settled = {"at": AT, "what": "Saw her.", "why": "Agreed.", "settles": row.key}
    assert due_in(concern_case((InitialReview, REVIEW), (Note, settled)), CLOCKS) == ()
