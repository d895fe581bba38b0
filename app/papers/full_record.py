"""The full record by stage: every entry with all its answers and corrections, and the copies."""

from collections.abc import Iterator
from itertools import groupby

from app.disclosure.audience import paragraphs_for
from app.domain.case.case import Case, documents_of
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.case_rows import OWED, owed
from app.papers.case_words import on_paper
from app.papers.chronology import issued_line
from app.papers.corrections import corrections_of
from app.papers.entry_words import (
    BETWEEN,
    EntryWords,
    by_whom,
    entries_said,
    usual_author,
    versions_of,
)
from app.papers.kind import PaperKind, Subject, whole_case
from app.papers.rows import Row, as_it_happened, happened
from app.spread.of_case import containment_in_words, spread_of
from app.typesetting.content import Content, Issue, Part, Prose, Section
from app.typesetting.spread_map import SpreadMap
from app.typesetting.text import Quiet

TITLE = "Full record by stage"
READER = "The Designated Safeguarding Lead"
MAP = "Where copies are, or may be"


def content(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return what is owed and the map of copies, and below them the whole record by stage."""
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, opened {write_day(case.opened)}, as at {write_time(issue.at)}.",
        recipient=READER,
        parts=(*_owed(case, issue), *copies_drawn(case), *record_in_full(case)),
    )


def _owed(case: Case, issue: Issue) -> Iterator[Part]:
    """Yield every row of what is owed and for whom, for which the case summary has no room."""
    if rows := tuple(owed(issue, case)):
        yield Section("", OWED, rows)


def copies_drawn(case: Case) -> Iterator[Part]:
    """Yield the map of copies, if there are any. The DSL reads it, so every name is shown."""
    if case.copies:
        yield SpreadMap("", MAP, (containment_in_words(containment(case)),), spread_of(case))


def record_in_full(case: Case) -> Iterator[Part]:
    """Yield every entry with all its answers, stage by stage, then a line for each document issued.

    Within a stage they stand in the order of what happened. Small ones of one form share a heading.
    """
    said = entries_said(on_paper(case, paragraphs_for(case, Audience.DSL, as_written=True)))
    order = tuple(Stage)
    in_order = as_it_happened(case.current)
    entries = [entry for entry in in_order if not isinstance(entry.form, DocumentIssued)]
    entries.sort(key=lambda entry: order.index(entry.form.stage))
    usual = usual_author(case)
    yield Prose("The record, stage by stage", (_how_to_read(usual),))
    told = (EntryWords(entry, said.get(entry.root, [])) for entry in entries)
    for (form, small), group in groupby(told, key=lambda one: (type(one.item.written), one.small)):
        if small:
            yield Section("", form.title, tuple(_row(case, one, usual) for one in group))
        else:
            yield from (_entry(case, one, usual) for one in group)
    issued = tuple(issued_line(document) for document in documents_of(case))
    if issued:
        yield Section("", "Documents issued", issued)


def _how_to_read(usual: str) -> str:
    return (
        f"Recorded by {usual}, unless somebody else is named. What was not asked or not answered "
        "is left out; “not known” is an answer."
    )


def _entry(case: Case, one: EntryWords, usual: str) -> Section:
    when = write_time(happened(one.item))
    rows = [*one.rows(), ("Recorded", (Quiet(_recorded(case, one.item, usual)),))]
    if corrected := tuple(corrections_of(case, one.item)):
        rows.append(("As it stood before", corrected))
    return Section("", f"{one.item.written.title}, {when}", tuple(rows))


def _row(case: Case, one: EntryWords, usual: str) -> Row:
    """Return a small entry as one text, so that a page break never leaves a single line of it."""
    words: list[str] = []
    for line in one.lines():
        words += [*["\n"][: len(words)], *line]
    words += [BETWEEN][: len(words)]
    words += [Quiet(f"Recorded {_recorded(case, one.item, usual)}")]
    for line in corrections_of(case, one.item):
        words += ["\n", *line]
    return write_time(happened(one.item)), (tuple(words),)


def _recorded(case: Case, entry: Entry, usual: str) -> str:
    """Return when an entry was first recorded, and by whom if not the usual author."""
    first, *_ = versions_of(case, entry)
    who = by_whom(first)
    return write_time(first.sealed.recorded) + (f", by {who}" if who != usual else "")


KIND = PaperKind(
    key="case_summary",  # as it was called when the first of these were issued
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=content,
    due=True,
)
