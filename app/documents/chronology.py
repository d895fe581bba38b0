"""The chronology: every entry of the record in the order in which things happened."""

from collections.abc import Iterator

from app.documents.audience import Paragraph, paragraphs_for
from app.documents.content import Content, Issue, Prose, Table
from app.documents.kind import Kind, Subject, whole_case
from app.documents.rows import as_it_happened
from app.documents.text import Quiet, Strong, Words
from app.domain.case import Case
from app.domain.item import Item
from app.domain.moments import write_day, write_time
from app.domain.record import Audience
from app.domain.stage import Stage
from app.domain.stages.document import DocumentIssued

TITLE = "Chronology"
READER = "The Designated Safeguarding Lead"
COLUMNS = (("When", 86.0), ("What was done, said or decided", 1.0), ("Recorded", 92.0))


def content(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Give the whole record as a table: what happened first stands first."""
    said: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs_for(case, Audience.DSL):
        said.setdefault(paragraph.root, []).append(paragraph)
    items = as_it_happened(case.current)
    rows = tuple(_row(item, said.get(item.root, [])) for item in items)
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=_under(case, issue),
        recipient=READER,
        parts=(Prose("", (_how_to_read(case),)), Table("", COLUMNS, rows)),
    )


def _under(case: Case, issue: Issue) -> str:
    entries = len(case.items)
    return (
        f"Case {case.number}, opened {write_day(case.opened)}. "
        f"{entries} {'entry' if entries == 1 else 'entries'} to {write_time(issue.at)}."
    )


def _how_to_read(case: Case) -> str:
    corrected = len(case.items) - len(case.current)
    more = f" {corrected} were corrected later and stand as corrected." if corrected > 1 else ""
    one = " One was corrected later and stands as corrected." if corrected == 1 else ""
    return (
        "Entries stand in the order in which things happened, with who recorded them and when. "
        f"An entry is never changed; what was wrong is corrected by a further entry.{more}{one}"
    )


def _row(item: Item, said: list[Paragraph]) -> tuple[tuple[Words, ...], ...]:
    sealed = item.sealed
    when = write_time(sealed.happened or sealed.recorded)
    recorded = (f"{write_time(sealed.recorded)}", Quiet(f"{sealed.author.name}, no. {sealed.seq}"))
    return (when,), tuple(_words(item, said)), recorded


def _words(item: Item, said: list[Paragraph]) -> Iterator[Words]:
    yield (Strong(item.form.title),)
    if item.sealed.corrects:
        yield Quiet(f"Corrects what was recorded before: {item.sealed.corrects_why}")
    if isinstance(item.form, DocumentIssued):
        yield f"{item.form.number}, {item.form.kind}, to {item.form.recipient}"
        return
    for paragraph in said:
        if paragraph.name == item.form.happened_in:
            continue  # it stands in the first column
        yield (Quiet(f"{paragraph.label}: "), paragraph.words)


KIND = Kind(
    key="chronology",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=content,
)
