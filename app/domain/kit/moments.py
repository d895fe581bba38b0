"""Moments and days: stored in UTC, shown in Europe/London, written `19 Nov 2026, 10:15`."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec

LONDON = ZoneInfo("Europe/London")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Written out: strftime would name them in the language set on the computer.


class Moment(msgspec.Struct, frozen=True, order=True):
    """An instant, exact or remembered: `at` is aware and in UTC; `about` means approximate."""

    at: datetime
    about: bool = False


def moment(at: datetime, *, about: bool = False) -> Moment:
    """Build a Moment, to the second, from an aware datetime of any zone.

    Raises ValueError when `at` has no zone.
    """
    if at.tzinfo is None:
        message = "a moment needs a time zone"
        raise ValueError(message)
    return Moment(at.astimezone(UTC).replace(microsecond=0), about)


def write_day(day: date) -> str:
    """Write a day as `19 Nov 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def write_time(at: datetime | Moment) -> str:
    """Write an instant in Europe/London as `19 Nov 2026, 10:15`, or `about 19 Nov 2026, 10:15`."""
    if isinstance(at, Moment):
        return ("about " if at.about else "") + write_time(at.at)
    local = at.astimezone(LONDON)
    return f"{write_day(local.date())}, {local:%H:%M}"


def write_long_day(day: date) -> str:
    """Write a day for a heading, `Thursday 19 November`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def write_short_day(day: date) -> str:
    """Write a day of the coming weeks for a list, `Mon 23 Nov`."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def write_full_day(day: date) -> str:
    """Write a day for the title of a letter, `19 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of(at: datetime | Moment) -> date:
    """Return the calendar day in Europe/London on which an instant falls."""
    return (at.at if isinstance(at, Moment) else at).astimezone(LONDON).date()


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on `day`. A birthday of 29 February counts on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
