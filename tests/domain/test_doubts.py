"""What is asked about once, kindly: days far from the case, and reasons without words."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.forms.any_time import Note
from app.domain.forms.duty import DutyConsidered, DutyOutcome
from app.domain.forms.person import PersonDetails
from app.domain.forms.support import SupportPlan
from app.domain.kit.doubts import doubts, far_from
from app.domain.kit.moments import Moment, day_of
from tests.casefold import NOW

TODAY = day_of(NOW)
BEGAN = date(2026, 10, 1)
far = partial(far_from, today=TODAY, began=BEGAN)


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        ("2025-10-01", ""),
        ("2025-09-30", "30 Sep 2025 is more than a year before this concern."),
        ("2024-10-01", "1 Oct 2024 is two years before this concern. Is the year right?"),
        ("2016-11-19", "19 Nov 2016 is nine years before this concern."),
        ("1926-11-19", "19 Nov 1926 is 99 years before this concern."),
        ("2027-11-19", ""),
        ("2027-11-20", "20 Nov 2027 is more than a year ahead. Is the year right?"),
        ("2062-11-20", "20 Nov 2062 is 36 years ahead."),
    ],
)
def test_a_day_over_a_year_from_the_case_is_asked_about(day, asked):
    said = far_from(date.fromisoformat(day), TODAY, BEGAN)
    assert said.startswith(asked) if asked else not said


def test_a_first_day_is_held_against_today():
    assert "two years before today" in far_from(date(2024, 11, 19), TODAY, None)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(2000, 1, 1), TODAY))
def test_only_what_is_over_a_year_away_is_asked_about(day, began):
    away = max(began - day, day - TODAY).days
    if away != 366:  # a year has one day more or less
        assert bool(far_from(day, TODAY, began)) == (away > 366)


def test_moments_and_days_in_rows_are_asked_about_where_they_stand():
    answers = {
        "at": Moment(NOW - timedelta(days=800)),
        "actions": ({"what": "Meet", "by": TODAY}, {"by": date(2036, 11, 26)}),
    }
    at, by = doubts(SupportPlan, answers, far)
    assert (at.name, by.name) == ("at", "actions.2.by")
    assert at.sentence.startswith("10 Sep 2024 is two years before")
    assert by.sentence.startswith("Row 2: 26 Nov 2036 is ten years ahead")


def test_a_date_of_birth_is_no_such_day():
    assert not doubts(PersonDetails, {"born": date(1961, 5, 3)}, far)


NO_REASONS = (
    *("x", "X", "-", "—", "...", "n/a", "N/A", "n.a.", "NA", "none", "xx", "zzz", "?", "1", "999"),
    *("because", "Because.", "as above", "As above!", "“ditto”", "Fel uchod", "jak wyżej", "👍"),
)
REASONS = (
    *("She asked.", "danger", "Ofn mawr", "bez zgody", "Mae'n ofnus", "Wniosek matki"),
    *("她害怕", "ڈر ہے", "डर है", "боится", "φοβάται", "무서워요", "As above, and he agreed"),
)


@pytest.mark.parametrize("typed", NO_REASONS)
def test_what_fills_a_line_is_no_reason(typed):
    (one,) = doubts(Note, {"why": f" {typed}\n"})
    assert one.name == "why"
    assert f"“{typed}”" in one.sentence


@pytest.mark.parametrize("typed", REASONS)
def test_words_of_any_language_are_a_reason(typed):
    assert not doubts(Note, {"why": typed})


def test_a_reason_that_is_not_given_is_not_asked_about_twice():
    assert not doubts(Note, {"why": " "})
    assert not doubts(Note, {})


def test_a_line_that_is_no_reason_may_be_short():
    assert not doubts(Note, {"what": "x"})


def test_a_question_that_is_not_asked_is_not_asked_about():
    later = {"deferred_until": TODAY + timedelta(days=800)}
    assert not doubts(DutyConsidered, later, far)
    assert doubts(DutyConsidered, later | {"outcome": DutyOutcome.DEFERRED}, far)
