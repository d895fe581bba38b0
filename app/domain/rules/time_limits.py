"""Time limits: dated data with a source, and the instant at which one that began runs out."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

import msgspec

from app.domain import names
from app.domain.case.duty import Duty
from app.domain.kit.moments import LONDON, day_of
from app.domain.kit.sources import Cited

Amount = Annotated[int, msgspec.Meta(ge=1, le=9_999)]
"""How much time a limit gives, in its unit."""
Days = Annotated[int, msgspec.Meta(ge=0, le=9_999)]
"""How many days a limit gives; none for the very day."""


class TimeLimit(msgspec.Struct, frozen=True, kw_only=True):
    """A time limit with its source. Exactly one of `hours`, `days` and `working_days` is set.

    `cites` is the key of that source; without one the college set the limit itself. `authority` is
    the local authority it belongs to; empty for everywhere. `duty` marks a limit
    that counts only while the duty to report is in force.
    """

    what: str
    source: str
    cites: Cited | None = None
    checked: date
    standing: str
    hours: Amount | None = None
    days: Days | None = None
    working_days: Amount | None = None
    authority: str = ""
    duty: bool = False


class TimeLimits(msgspec.Struct, frozen=True):
    """The limits by name, and the days besides Saturday and Sunday on which offices are closed.

    A limit named `written_confirmation.` and something is that of one local authority. `duty` is
    the duty to report while it is in force.
    """

    limits: Mapping[str, TimeLimit]
    holidays: frozenset[date] = frozenset()
    duty: Duty | None = None

    def limit(self, name: str, *places: str) -> TimeLimit | None:
        """Return a limit: that of the local authority named in `places`, else the usual one."""
        local = (
            limit
            for key, limit in self.limits.items()
            if key.startswith(f"{name}.") and limit.authority and _named(limit.authority, places)
        )
        return next(local, self.limits.get(name))


def _named(authority: str, places: Iterable[str]) -> bool:
    return any(names.contains(place, authority) for place in places)


END_OF_DAY = time(17, 0)
"""The time at which something due on a day falls due, in Europe/London."""


def end_of(day: date) -> datetime:
    """Return the instant (UTC) at which something due on `day` falls due."""
    return datetime.combine(day, END_OF_DAY, LONDON).astimezone(UTC)


def day_over(due: datetime) -> datetime:
    """Return the last instant (UTC) of the day on which something is due."""
    return datetime.combine(day_of(due), time.max, LONDON).astimezone(UTC)


def on_the_day(start: datetime) -> datetime:
    """Return the instant (UTC) by which something is due on the day it began: at once after 17:00.

    It may be a Friday evening or a holiday: a child in danger does not wait for a working day.
    """
    return max(start, end_of(day_of(start)))


def due_after(start: datetime, limit: TimeLimit, clocks: TimeLimits) -> datetime:
    """Return the instant (UTC) at which a limit that began at `start` runs out.

    Hours run through nights and weekends; days end at 17:00, and working days skip Saturdays,
    Sundays and bank holidays in England. What is due on the very day is due at once after 17:00.
    """
    if limit.hours is not None:
        return start + timedelta(hours=limit.hours)
    day = day_of(start)
    if limit.days is not None:
        return max(start, end_of(day + timedelta(days=limit.days)))
    left = limit.working_days or 0
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in clocks.holidays
    return end_of(day)
