"""Moments: one zone to store, one zone and one form to show."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app
from app.domain.kit.moments import (
    Moment,
    age_on,
    instants_shown,
    moment,
    shown_alike,
    write_day,
    write_full_day,
    write_long_day,
    write_short_day,
    write_time,
)

MINUTES = st.integers(0, 60 * 24 * 365 * 130).map(
    lambda minutes: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
) | st.builds(  # about each change of the clocks
    lambda year, month, minutes: (
        datetime(year, month, 31, tzinfo=UTC) - timedelta(days=7) + timedelta(minutes=minutes)
    ),
    st.integers(1972, 2099),
    st.sampled_from([3, 10]),
    st.integers(0, 60 * 24 * 7),
)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2026-11-19T10:15", "19 Nov 2026, 10:15"),
        ("2026-07-01T10:15", "1 Jul 2026, 11:15"),
        ("2026-10-24T23:59", "25 Oct 2026, 00:59"),
        ("2026-10-25T00:00", "25 Oct 2026, 01:00 BST"),
        ("2026-10-25T00:59", "25 Oct 2026, 01:59 BST"),
        ("2026-10-25T01:01", "25 Oct 2026, 01:01 GMT"),
        ("2026-10-25T02:00", "25 Oct 2026, 02:00"),
        ("2026-03-29T01:00", "29 Mar 2026, 02:00"),
    ],
)
def test_times_are_shown_as_clocks_in_london_show_them(stored, shown):
    assert write_time(datetime.fromisoformat(stored).replace(tzinfo=UTC)) == shown


@given(MINUTES)
def test_no_two_minutes_are_written_alike(at):
    alike = shown_alike(at)
    assert at in alike
    assert list(alike) == sorted(alike)
    assert len({write_time(one) for one in alike}) == len(alike) <= 2


@pytest.mark.parametrize(
    ("day", "hour", "shown"),
    [
        ("2026-03-29", 1, []),
        ("2026-03-29", 2, ["2026-03-29T01:30"]),
        ("2026-10-25", 0, ["2026-10-24T23:30"]),
        ("2026-10-25", 1, ["2026-10-25T00:30", "2026-10-25T01:30"]),
        ("2026-10-25", 2, ["2026-10-25T02:30"]),
    ],
)
def test_clocks_show_a_time_once_but_for_one_hour_in_march_and_one_in_october(day, hour, shown):
    found = instants_shown(date.fromisoformat(day), time(hour, 30))
    assert [f"{at:%Y-%m-%dT%H:%M}" for at in found] == shown


def test_the_hour_that_comes_twice_is_in_order():
    first, second = instants_shown(date(2026, 10, 25), time(1, 30))
    assert Moment(first, about=True) < Moment(second)


def test_a_time_of_day_is_written_by_one_function():
    """Written anywhere else, it would not say which of two it is in the hour that comes twice."""
    own = ("moments.py", "days.py", "parsing.py")
    writing = [
        path
        for path in Path(app.__file__).parent.rglob("*.py")
        if re.search(r"%H|%X|%c|[.]minute:|[.]time\(\)[.]isoformat", path.read_text("utf-8"))
    ]
    assert {path.name for path in writing} == set(own)


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


def test_the_day_of_an_instant_is_that_in_london_in_each_form():
    after_midnight, day = datetime(2026, 6, 30, 23, 30, tzinfo=UTC), date(2026, 7, 1)
    for write in (write_day, write_short_day, write_full_day, write_long_day):
        assert write(after_midnight) == write(day)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_days_are_written_without_leading_zeros(day):
    assert not write_day(day).startswith("0")
