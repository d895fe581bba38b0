"""What entries tell of the events, each with who said so to whom: for letters to agencies."""

from collections.abc import Iterator

from app.domain.case.entry import Entry
from app.domain.forms import FORMS
from app.domain.kit.form import Form, Says, questions_of
from app.papers.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.typesetting.text import Quiet, Words

TELLING: tuple[type[Form], ...] = tuple(
    form for form in FORMS if any(one.ask.retold is not None for one in questions_of(form))
)
"""The forms that tell of the events. What imagery shows is not among what is told again of them:
the college has it in its record, as it was told."""


def retold(words: CaseWords, entry: Entry) -> Iterator[Words]:
    """Return what one entry tells of the events. Nothing where nothing of it may be read."""
    for question in questions_of(type(entry.form)):
        lead = question.ask.retold
        if lead is None:
            continue
        answer = words.answer(entry, question)
        if answer not in {NOT_KNOWN, NOT_APPLICABLE}:
            yield (Quiet(lead), answer) if lead else answer


def source(words: CaseWords, item: Entry) -> str:
    """Say who told it to whom, or else who recorded it, with the number of the entry."""
    sealed = item.sealed
    entry = f"entry {sealed.seq}"
    sides = {one.ask.says: one for one in questions_of(type(item.form)) if one.ask.says}
    if not sides:
        return f"Recorded by {sealed.author.name}, {sealed.author.role}; {entry}"
    told_by = words.after("Told by ", item, sides[Says.TELLER])
    return f"{told_by}, {words.after('to ', item, sides[Says.HEARER])}; {entry}"
