"""Moments and days: stored in UTC, shown in Europe/London, written `19 Nov 2026, 10:15`.

On the last Sunday of October clocks show one hour twice; only there `BST` or `GMT` tells which.
"""

from datetime import UTC, date, datetime, time
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


def to_the_minute(at: Moment) -> Moment:
    """Return a moment without its seconds, which nobody types."""
    return Moment(at.at.replace(second=0, microsecond=0), at.about)


def instants_shown(day: date, at: time) -> tuple[datetime, ...]:
    """Return the instants (UTC) at which clocks in London show this time of this day, in order.

    That is one, but none in the hour left out in March, and two in the one that comes twice.
    """
    local = datetime.combine(day, at, LONDON)
    found = {local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(one for one in sorted(found) if one.astimezone(LONDON).time() == at)


def shown_alike(at: datetime) -> tuple[datetime, ...]:
    """Return the instants (UTC) that clocks in London show as they show this one, in order."""
    local = at.astimezone(LONDON)
    return instants_shown(local.date(), local.time().replace(fold=0))


def zone_name(at: datetime) -> str:
    """Return `BST` or `GMT`, whichever clocks in London show at an instant."""
    return str(at.astimezone(LONDON).tzname())


def _day(day: date) -> date:
    """Return the day itself, or that of an instant: to Python an instant is a day as well."""
    return day_of(day) if isinstance(day, datetime) else day


def write_day(day: date) -> str:
    """Write a day, or the day of an instant in Europe/London, as `19 Nov 2026`."""
    day = _day(day)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def write_clock(at: datetime) -> str:
    """Write the time of day of an instant in Europe/London: `10:15`, or `01:30 GMT` if needed."""
    local = at.astimezone(LONDON)
    clock = f"{local.hour:02}:{local.minute:02}"
    comes_twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    return f"{clock} {local.tzname()}" if comes_twice else clock


def write_time(at: datetime | Moment) -> str:
    """Write an instant in Europe/London as `19 Nov 2026, 10:15`, or `about 19 Nov 2026, 10:15`."""
    if isinstance(at, Moment):
        return ("about " if at.about else "") + write_time(at.at)
    return f"{write_day(at)}, {write_clock(at)}"


def write_long_day(day: date, today: date | None = None) -> str:
    """Write a day for a heading, `Thursday 19 November`; its year too, unless it is of `today`."""
    day = _day(day)
    year = f" {day.year}" if today and day.year != today.year else ""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def write_short_day(day: date) -> str:
    """Write a day of the coming weeks for a list, `Mon 23 Nov`."""
    day = _day(day)
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"


def write_full_day(day: date) -> str:
    """Write a day for the title of a letter, `19 November 2026`."""
    day = _day(day)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of(at: datetime | Moment) -> date:
    """Return the calendar day in Europe/London on which an instant falls."""
    return (at.at if isinstance(at, Moment) else at).astimezone(LONDON).date()


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on `day`. A birthday of 29 February counts on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


LONGEST_LIFE = 120
"""Years. A date of birth further back than that is a typing mistake."""


def birth_day(answer: Moment | date, now: datetime) -> str | None:
    """Refuse a date of birth in the future, or too long ago for anybody alive."""
    born, today = day_of(answer.at) if isinstance(answer, Moment) else answer, day_of(now)
    if born > today:
        return "This date of birth lies in the future. Check the year."
    if today.year - born.year > LONGEST_LIFE:
        return f"This date of birth is {today.year - born.year} years ago. Check the year."
    return None
