"""How an entry was corrected: by whom, when and why, and each answer as it stood before."""

from collections.abc import Iterator
from itertools import pairwise

from app.disclosure.audience import Paragraph, paragraphs_for
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.record import Audience
from app.domain.kit.wording import labels_in_one_line, lower
from app.papers.entry_words import EntryWords, recorded, versions_of
from app.typesetting.text import Quiet, Strong


def corrections_of(case: Case, entry: Entry) -> Iterator[tuple[str, ...]]:
    """Yield each correction of an entry, oldest first: who, when and why, and what stood before."""
    for before, after in pairwise(versions_of(case, entry)):
        yield from _correction(case, before, after)


def _correction(case: Case, before: Entry, after: Entry) -> Iterator[tuple[str, ...]]:
    """Yield who corrected an entry, when and why, and each earlier answer that has changed."""
    yield (
        Strong("Corrected "),
        f"{recorded(after)}, {numbered(after)}. {after.sealed.corrects_why}",
    )
    if type(before.written) is not type(
        after.written
    ):  # the questions differ, so they cannot be compared
        for words in EntryWords(before, _said_by(case, before)).lines():
            yield (Quiet("Before, on the form of that day: "), *words)
        return
    now = {one.name: one.words for one in _said_by(case, after)}
    then = {one.name: one for one in _said_by(case, before)}
    for name, one in then.items():
        if now.get(name) != one.words:
            yield (Quiet(f"Before, {lower(one.label)}: "), one.words)
    labels = [one.label for one in _said_by(case, after) if one.name not in then]
    if labels:
        yield (Quiet("Before, not answered: "), labels_in_one_line(labels))


def numbered(entry: Entry) -> str:
    """Return the number of an entry in the record of its case: `no. 4`."""
    return f"no.\N{NO-BREAK SPACE}{entry.sealed.seq}"


def _said_by(case: Case, entry: Entry) -> list[Paragraph]:
    """Return the paragraphs of an entry as they were when it was the newest."""
    place = case.entries.index(entry)
    then = paragraphs_for(Case(case.entries[: place + 1], case.duty), Audience.DSL, as_written=True)
    return [one for one in then if one.entry == entry.sealed.id]
