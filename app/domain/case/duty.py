"""The duty to report child sexual abuse: off until the college has set the day it came into force.

Source: Crime and Policing Act 2026 (England), from sources on the Bill alone; neither the section
nor the day it comes into force was seen. Nothing here shows while the duty is off.
"""

from datetime import date, datetime, timedelta
from typing import Annotated

from app.domain.case.entry import Entry
from app.domain.forms import EVENTS
from app.domain.forms.duty import DutyConsidered, DutyOutcome
from app.domain.kit.answers import Line
from app.domain.kit.form import Ask, Questions
from app.domain.kit.moments import Moment, day_of

LONGEST_DEFERRAL = timedelta(days=7)
"""How long a report may wait where reporting at once would put the child at risk."""


class Duty(Questions, frozen=True, kw_only=True):
    """The duty as it was switched on: the day it came into force, and on whose word."""

    since: Annotated[date, Ask("Came into force on", example="For example 19 Nov 2026")]
    source: Annotated[Line, Ask("Where you read it", example="The regulations and their number")]


def owed_since(items: tuple[Entry, ...], duty: Duty | None) -> datetime | None:
    """Return the instant (UTC) since which the duty has to be considered; None if it need not be.

    It is when the college was first told, on or after the day the duty came into force.
    """
    if duty is None:
        return None
    told = [entry.at for entry in items if isinstance(entry.form, EVENTS)]
    return min((at for at in told if day_of(at) >= duty.since), default=None)


def considered(items: tuple[Entry, ...]) -> DutyConsidered | None:
    """Return the newest entry on the duty; None if there is none."""
    forms = [entry.form for entry in items if isinstance(entry.form, DutyConsidered)]
    return forms[-1] if forms else None


def settled(items: tuple[Entry, ...]) -> bool:
    """Return whether the duty was considered and nothing is still to be reported."""
    newest = considered(items)
    return newest is not None and newest.outcome is not DutyOutcome.DEFERRED


def latest_day(suspected_at: Moment) -> date:
    """Return the last day to which a report may be put off."""
    return day_of(suspected_at) + LONGEST_DEFERRAL
