"""Days and moments as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kit.moments import LONDON, moment, write_day, write_time
from app.ui.forms.parsing import NotUnderstood, parse_day, parse_moment
from tests.ui.conftest import NOW

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MINUTES = st.integers(0, 60 * 24 * 365 * 130).map(
    lambda minutes: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19 Nov 2026", date(2026, 11, 19)),
        ("19/11/2026", date(2026, 11, 19)),
        ("19.11.26", date(2026, 11, 19)),
        ("19-11-2026", date(2026, 11, 19)),
        ("  19  NOVEMBER ", date(2026, 11, 19)),
        ("19th of November, 2026", date(2026, 11, 19)),
        ("19nov26", date(2026, 11, 19)),
        ("Thu 19 Nov", date(2026, 11, 19)),
        ("2026-11-19", date(2026, 11, 19)),
        ("3/4/2026", date(2026, 4, 3)),
        ("24 Dec", date(2026, 12, 24)),
        ("2 Jan", date(2027, 1, 2)),
        ("29 sept", date(2026, 9, 29)),
        ("12.03.85", date(1985, 3, 12)),
        ("12.03.09", date(2009, 3, 12)),
        ("today", date(2026, 11, 19)),
        ("Yesterday", date(2026, 11, 18)),
        ("tomorrow", date(2026, 11, 20)),
    ],
)
def test_a_day_is_read_as_it_is_typed_in_this_country(typed, day):
    assert parse_day(typed, NOW) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("11/19/2026", "There is no month 19. The day comes first: 19/11/2026."),
        ("31/11", "“31/11” does not exist. Write the day like 19 Nov 2026 or 19/11/2026."),
        ("29 Feb 2026", "“29 Feb 2026” does not exist."),
        ("Friday 19 Nov 2026", "19 Nov 2026 is a Thursday."),
        ("19 Nob", "“nob” is not a month."),
        ("19 Ju 2026", "is not a day"),
        ("19/11/0026", "Check the year: 26."),
        ("last week", "“last week” is not a day."),
        ("19", "“19” is not a day."),
        ("<b>x</b>", "“<b>x</b>” is not a day."),
    ],
)
def test_what_is_not_a_day_is_never_guessed_at(typed, why):
    with pytest.raises(NotUnderstood) as told:
        parse_day(typed, NOW)
    assert why in str(told.value)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("19 Nov 2026, 10:15", "19 Nov 2026, 10:15"),
        ("19/11/2026 at 9.05", "19 Nov 2026, 09:05"),
        ("19.11.26 9.40", "19 Nov 2026, 09:40"),
        ("10:15", "19 Nov 2026, 10:15"),
        ("9.40", "19 Nov 2026, 09:40"),
        ("today 9:40", "19 Nov 2026, 09:40"),
        ("yesterday 14:00", "18 Nov 2026, 14:00"),
        ("9am", "19 Nov 2026, 09:00"),
        ("12.30 am", "19 Nov 2026, 00:30"),
        ("18 Nov 2 p.m.", "18 Nov 2026, 14:00"),
        ("about 10:15", "about 19 Nov 2026, 10:15"),
        ("now", "19 Nov 2026, 10:22"),
        ("1 July 2026, 10:15", "1 Jul 2026, 10:15"),
    ],
)
def test_a_moment_is_read_as_it_is_typed(typed, written):
    assert write_time(parse_moment(typed, NOW)) == written


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("19 Nov 2026", "Add the time after the day"),
        ("31/11 10:00", "“31/11” does not exist."),
        ("25:00", "There is no 25:00."),
        ("13pm", "There is no 13 pm."),
        ("29 Mar 2026, 01:30", "The clocks went forward over 01:30 on 29 Mar 2026."),
        ("after lunch", "“after lunch” is not a time."),
        ("", "is not a time"),
    ],
)
def test_what_is_not_a_moment_is_said_in_a_sentence(typed, why):
    with pytest.raises(NotUnderstood) as told:
        parse_moment(typed, NOW)
    assert why in str(told.value)


@given(DAYS)
def test_a_day_that_was_written_is_read_back(day):
    assert parse_day(write_day(day), NOW) == day
    assert parse_day(f"{day:%d/%m/%Y}", NOW) == day


@given(MINUTES)
def test_a_moment_that_was_written_is_read_back(at):
    if at.astimezone(LONDON).fold:
        return  # the hour that comes twice: the first is taken
    assert parse_moment(write_time(at), NOW) == moment(at)


@given(st.text(max_size=60))
def test_anything_typed_is_understood_or_answered_with_a_sentence(typed):
    for parse in (parse_day, parse_moment):
        with suppress(NotUnderstood):
            parse(typed, NOW)
