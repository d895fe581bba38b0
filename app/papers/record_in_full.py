"""The whole record on paper, stage by stage: nothing left out, and as short as it can be read."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from app.disclosure.audience import paragraphs_for
from app.domain.case.case import Case, documents_of
from app.domain.case.entry import Entry
from app.domain.forms.document import DocumentIssued
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.entry_words import BETWEEN, EntryWords, entries_said
from app.papers.rows import Row, happened
from app.typesetting.content import Part, Prose, Section
from app.typesetting.text import Quiet


def record_in_full(case: Case) -> Iterator[Part]:
    """Give every entry with all its answers, stage by stage; documents issued in a line each.

    Small entries of one form stand below each other under one heading.
    """
    said = entries_said(paragraphs_for(case, Audience.DSL, as_written=True))
    order = tuple(Stage)
    entries = [entry for entry in case.current if not isinstance(entry.form, DocumentIssued)]
    entries.sort(key=lambda entry: order.index(entry.form.stage))
    usual = Counter(_who(entry) for entry in case.current).most_common(1)[0][0]
    yield Prose("The record, stage by stage", (_how_to_read(usual),))
    told = (EntryWords(entry, said.get(entry.root, [])) for entry in entries)
    for (form, small), group in groupby(told, key=lambda one: (type(one.item.written), one.small)):
        if small:
            yield Section("", form.title, tuple(_row(one, usual) for one in group))
        else:
            yield from (_entry(one, usual) for one in group)
    issued = tuple(_issued(document) for document in documents_of(case))
    if issued:
        yield Section("", "Documents issued", issued)


def _how_to_read(usual: str) -> str:
    return (
        f"Recorded by {usual}, unless somebody else is named. What was not asked or not answered "
        "is left out; “not known” is an answer."
    )


def _entry(one: EntryWords, usual: str) -> Section:
    when = write_time(happened(one.item))
    rows = (*one.rows(), ("Recorded", (Quiet(_recorded(one.item, usual)),)))
    return Section("", f"{one.item.written.title}, {when}", rows)


def _row(one: EntryWords, usual: str) -> Row:
    """Give a small entry in one text, so that a page never ends after a single line of it."""
    words: list[str] = []
    for line in one.lines():
        words += [*["\n"][: len(words)], *line]
    words += [BETWEEN][: len(words)]
    return write_time(happened(one.item)), (
        (*words, Quiet(f"Recorded {_recorded(one.item, usual)}")),
    )


def _who(entry: Entry) -> str:
    return f"{entry.sealed.author.name}, {entry.sealed.author.role}"


def _recorded(entry: Entry, usual: str) -> str:
    """Say when an entry was recorded, by whom else than the usual one, and why it corrects."""
    who = _who(entry)
    said = write_time(entry.sealed.recorded) + (f", by {who}" if who != usual else "")
    why = entry.sealed.corrects_why
    corrects = f"Corrects what stood before: {why}" if why else "Corrects what stood before."
    return f"{said}. {corrects}" if entry.sealed.corrects else said


def _issued(document: DocumentIssued) -> Row:
    to = f"{document.kind} · To: {document.recipient}"
    return document.number, (to, Quiet(write_time(document.issued_at)))
