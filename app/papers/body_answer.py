"""What a body answered, for the letter back to it: when, by whom, what, for whom, and why."""

from app.domain.case.entry import Entry
from app.domain.forms.outcome import BodyOutcome
from app.domain.kit.moments import write_day, write_time
from app.papers.case_words import StepWords
from app.typesetting.text import Quiet, Strong, Words


def answer_of(words: StepWords, entry: Entry) -> Words:
    """Return one answer of theirs, and their reason."""
    form = entry.form
    assert isinstance(form, BodyOutcome)
    whom = words.told_of(entry, BodyOutcome.for_whom)
    about = f", for {whom.answer}" if whom else ""
    decided = f"{about}, of {write_day(form.decided_on)}" if form.decided_on else about
    lead = f"{write_time(form.at)}, {words.answer(entry, BodyOutcome.told_by)}: "
    return (
        Quiet(lead),
        Strong(words.answer(entry, BodyOutcome.answer)),
        f"{decided}. {words.answer(entry, BodyOutcome.why)}",
    )
