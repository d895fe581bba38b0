"""How far to trust a checked fact: seen or from memory, and how old. One rule for all facts."""

from datetime import date

from app.domain.kit.answers import Choice
from app.domain.kit.moments import write_day

AMBER_MONTHS = 6
RED_MONTHS = 12


class Freshness(Choice):
    """Whether an address can be used as it is. Also red when nobody ever saw it."""

    FRESH = "fresh", "Checked lately"
    AMBER = "amber", "Check before use"
    RED = "red", "Too old to rely on"


class Seen(Choice):
    """Whether somebody has seen a fact at its source, or it is from memory."""

    SEEN = "seen", "Seen at its source"
    RECALLED = "recalled", "From memory or an old list"


def months_after(day: date, months: int) -> date:
    """Return the day `months` later; the last of the month where that month is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last = date.fromordinal(following.toordinal() - 1).day
    return date(year, month, min(day.day, last))


def freshness(checked_on: date | None, today: date) -> Freshness:
    """Return how fresh a check is: amber 6 months after it, red after 12 or without a day."""
    if checked_on is None or today >= months_after(checked_on, RED_MONTHS):
        return Freshness.RED
    if today >= months_after(checked_on, AMBER_MONTHS):
        return Freshness.AMBER
    return Freshness.FRESH


def last_checked(checked_on: date | None) -> str:
    """Write `Last checked 1 May 2026`."""
    return f"Last checked {write_day(checked_on)}" if checked_on else "Never checked"
