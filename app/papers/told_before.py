"""How a letter to a body that was told before begins: as a confirmation, an update, or new."""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.forms.sharing import LetterMeant
from app.domain.kit.moments import Moment, day_of, write_clock, write_full_day
from app.domain.kit.record import EntryId
from app.domain.rules.told_before import ToldBefore, told_before
from app.typesetting.content import Issue
from app.typesetting.text import Strong, Words, unbroken


def told_earlier(case: Case, referral: EntryId, issue: Issue) -> ToldBefore | None:
    """Return what a letter is to what its reader was told of a referral; None if nothing."""
    return told_before(case, referral, day_of(issue.at), issue.meant)


def title_after(told: ToldBefore | None, title: str, noun: str, *, call: str = "") -> str:
    """Return the title of a letter. `noun` is what its reader had, `call` if it was a call."""
    if told is None or told.meant is LetterMeant.NEW:
        return title
    had = call if call and not told.first.written else noun
    if told.meant is LetterMeant.CONFIRMS:
        about = "about " if told.first.at.about else ""
        clock = write_clock(told.first.at.at)
        return f"Written confirmation of the {had} of {_day(told.first.at)}, {about}{clock}"
    return f"Update to the {noun} of {_day(told.first.at)}"


def opening_after(
    told: ToldBefore | None, noun: str, reference: str, had: str = ""
) -> Iterator[Words]:
    """Yield what an update, or a new letter after others, says first. `had` is how they had it.

    `reference` is their own number for it, "" for none.
    """
    if told is None or told.meant is LetterMeant.CONFIRMS:
        return
    number = f", your reference {reference}" if reference else ""
    if told.meant is LetterMeant.NEW:
        heard = f" You heard from us before, on {_day(told.first.at)}{number}."
        yield (Strong(f"This is a new {noun}."), heard)
        return
    heard = had or f"You heard of this from us on {_day(told.first.at)}{number}."
    yield (Strong("This is an update."), f" {heard}")


def _day(at: Moment) -> str:
    return unbroken(write_full_day(day_of(at)))
