"""Days and moments as people type them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kit.moments import LONDON, moment, write_day, write_time
from app.ui.forms.parsing import ComesTwice, NotUnderstood, parse_day, parse_moment
from tests.domain.test_moments import MINUTES
from tests.ui.conftest import NOW

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


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
        ("1 July 2026, 10:15 BST", "1 Jul 2026, 10:15"),
        ("10:15 (GMT)", "19 Nov 2026, 10:15"),
        ("25/10 1.30 am bst", "25 Oct 2026, 01:30 BST"),
        ("25 Oct, 01:30gmt", "25 Oct 2026, 01:30 GMT"),
        ("about 25 Oct 2026, 01:30 GMT", "about 25 Oct 2026, 01:30 GMT"),
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
        ("29 Mar 2026, 01:30", "There is no 01:30 on 29 Mar 2026: the clocks go forward"),
        ("29 Mar 2026, 01:30 GMT", "There is no 01:30 on 29 Mar 2026"),
        ("25 Oct 2026, 01:30", "01:30 comes twice on 25 Oct 2026, as the clocks go back."),
        ("about 25/10 1.30 am", "Choose the first or the second."),
        ("1 Jul 2026, 10:15 GMT", "Clocks in the UK show BST at that time, not GMT."),
        ("19 Nov 2026 GMT", "Add the time after the day"),
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
    assert parse_moment(write_time(at), NOW) == moment(at)
    about = moment(at, about=True)
    assert parse_moment(write_time(about), NOW) == about


@given(MINUTES)
def test_what_clocks_showed_is_one_minute_or_is_asked_about(at):
    bare = f"{at.astimezone(LONDON):%d/%m/%Y, %H:%M}"
    try:
        meant = (parse_moment(bare, NOW),)
    except ComesTwice as asked:
        meant = asked.either
    assert moment(at) in meant
    assert (write_time(at)[-3:] in {"BST", "GMT"}) == (len(meant) == 2)


@given(st.text(max_size=60))
def test_anything_typed_is_understood_or_answered_with_a_sentence(typed):
    for parse in (parse_day, parse_moment):
        with suppress(NotUnderstood):
            parse(typed, NOW)
