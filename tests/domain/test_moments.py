"""Moments: one zone to store, one zone and one form to show."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kit.moments import (
    Moment,
    age_on,
    moment,
    write_day,
    write_full_day,
    write_long_day,
    write_short_day,
    write_time,
)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2026-11-19T10:15", "19 Nov 2026, 10:15"),
        ("2026-07-01T10:15", "1 Jul 2026, 11:15"),
        ("2026-10-25T00:59", "25 Oct 2026, 01:59"),
        ("2026-10-25T01:01", "25 Oct 2026, 01:01"),
        ("2026-03-29T01:00", "29 Mar 2026, 02:00"),
    ],
)
def test_times_are_shown_as_clocks_in_london_show_them(stored, shown):
    assert write_time(datetime.fromisoformat(stored).replace(tzinfo=UTC)) == shown


def test_an_approximate_moment_says_so():
    at = datetime(2026, 11, 16, 20, tzinfo=UTC)
    assert write_time(Moment(at, about=True)) == "about 16 Nov 2026, 20:00"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        moment(datetime(2026, 1, 1))  # noqa: DTZ001 that is the mistake


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2011-05-03", "2026-05-02", 14),
        ("2011-05-03", "2026-05-03", 15),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
    ],
)
def test_age_turns_on_the_birthday(born, day, age):
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


def test_days_are_named_in_english_in_each_of_their_forms():
    day = date(2026, 3, 4)
    assert write_day(day) == "4 Mar 2026"
    assert write_short_day(day) == "Wed 4 Mar"
    assert write_full_day(day) == "4 March 2026"
    assert write_long_day(day) == "Wednesday 4 March"


@given(st.dates(min_value=date(1900, 1, 1)))
def test_days_are_written_without_leading_zeros(day):
    assert not write_day(day).startswith("0")
