"""The chronology: a timeline, a line for each entry as it happened, and each entry in full."""

from collections.abc import Iterator, Mapping

from app.disclosure.audience import Paragraph, paragraphs_for
from app.domain.case.ages import adults_at_events
from app.domain.case.case import Case, documents_of
from app.domain.case.entry import Entry
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import questions_of
from app.domain.kit.in_short import in_short
from app.domain.kit.moments import day_of, write_day, write_short_day, write_time
from app.domain.kit.record import Audience, EntryId
from app.domain.kit.stage import Sign, Stage
from app.domain.kit.wording import lower, with_and
from app.papers.case_words import on_paper
from app.papers.corrections import corrections_of, numbered
from app.papers.entry_words import EntryWords, by_whom, entries_said, usual_author, versions_of
from app.papers.in_order import first_yes, timeline
from app.papers.kind import PaperKind, Subject, whole_case
from app.papers.rows import as_it_happened, happened
from app.typesetting.content import Content, Issue, Part, Prose, Section, Table
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Chronology"
READER = "The Designated Safeguarding Lead"
LINES = (("When", 92.0), ("What happened, and what came of it", 1.0), ("In the record", 62.0))
COLUMNS = (("When it happened", 118.0), ("What was done, said or decided", 1.0))
IN_FULL = "Annex: each entry in full"


def content(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return a line for each entry in the order of what happened, then the whole record."""
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=_under(case, issue),
        recipient=READER,
        parts=tuple(_parts(case)),
    )


def _parts(case: Case) -> Iterator[Part]:
    in_order = as_it_happened(case.current)
    entries = [entry for entry in in_order if not isinstance(entry.form, DocumentIssued)]
    signs = first_yes(case)
    yield timeline(case)
    usual = usual_author(case)
    yield Table("", LINES, tuple(_line(case, entry, signs, usual) for entry in entries))
    if issued := tuple(issued_line(document) for document in documents_of(case)):
        yield Section("", "Documents issued", issued)
    said = entries_said(on_paper(case, paragraphs_for(case, Audience.DSL, as_written=True)))
    rows = ((_when(case, one), _words(case, one, said.get(one.root, []))) for one in entries)
    yield Prose(IN_FULL, (_how_to_read(case),))
    yield Table("", COLUMNS, tuple((tuple(when), tuple(words)) for when, words in rows))


def _line(
    case: Case, entry: Entry, signs: Mapping[EntryId, list[Sign]], usual: str
) -> tuple[tuple[Words, ...], ...]:
    """Return when it happened, what it was, and where it stands in the record."""
    known = "".join(f" {_yes(case, entry, sign)}." for sign in signs.get(entry.root, ()))
    said = (in_short(entry.form, case.names), Strong(known))
    return (write_time(happened(entry)),), (said,), (Quiet(_where(case, entry, usual)),)


def _yes(case: Case, entry: Entry, sign: Sign) -> str:
    """Return that an entry says yes to a sign; by whose age, where nobody was asked."""
    answers = answers_of(entry.form)
    asked = (one.name for one in questions_of(type(entry.form)) if one.ask.sign is sign)
    said = any(answers.get(name) is YesNoUnknown.YES for name in asked)
    of_age = adults_at_events(case.current[: case.current.index(entry) + 1])
    if sign is not Sign.ADULT or said or not of_age:
        return f"{sign.label}: yes"
    return f"{sign.label}: yes, by the age of {with_and([case.names[one.id] for one in of_age])}"


def _where(case: Case, entry: Entry, usual: str) -> str:
    """Return the number of an entry, who recorded it if not the usual author, and on which day."""
    first, *_ = versions = versions_of(case, entry)
    numbers = [numbered(one) for one in versions]
    later = first.sealed.recorded
    late = f", {write_short_day(later)}" if day_of(later) != day_of(happened(entry)) else ""
    corrected = f", corrected by {with_and(numbers[1:])}" if numbers[1:] else ""
    by = "" if by_whom(first) == usual else f"{first.sealed.author.name}, "
    return f"{by}{numbers[0]}{late}{corrected}"


def issued_line(document: DocumentIssued) -> tuple[str, tuple[Words, ...]]:
    """Return one issued document in a line: its number, what it is, for whom, and when."""
    to = f"{document.kind} · To: {document.recipient}"
    when = f" · {write_time(document.issued_at)} · Written for: {lower(document.readers.label)}"
    return document.number, ((to, Quiet(when)),)


def _under(case: Case, issue: Issue) -> str:
    entries = len(case.entries)
    return (
        f"Case {case.number}, opened {write_day(case.opened)}. "
        f"{entries} {'entry' if entries == 1 else 'entries'} to {write_time(issue.at)}, "
        f"recorded by {usual_author(case)}, unless somebody else is named."
    )


def _how_to_read(case: Case) -> str:
    corrected = len(case.entries) - len(case.current)
    return (
        "Entries stand in the order in which things happened. Below the time, in grey, stands when "
        "it was recorded, by whom, and its number in the record. An entry is never changed. "
        + ("None has been corrected." if not corrected else _CORRECTED)
    )


_CORRECTED = (
    "What was wrong is corrected by a further entry: the words that hold stand first, below them "
    "what was corrected, by whom and why, and what stood before."
)


def _when(case: Case, entry: Entry) -> Iterator[Words]:
    first, *_ = versions_of(case, entry)
    author, noted = first.sealed.author, write_time(first.sealed.recorded)
    when = write_time(happened(entry))
    by = f"{author.name}, {numbered(first)}"
    yield (Strong(when), Quiet(f"\nRecorded {'then' if noted == when else noted}, {by}"))


def _words(case: Case, entry: Entry, said: list[Paragraph]) -> Iterator[Words]:
    title = Strong(
        f"{entry.written.title}\n"
    )  # in one text with the first line, so that a page break never splits them
    first, *more = EntryWords(entry, said).lines() or ((),)
    yield (title, *first)
    yield from more
    yield from corrections_of(case, entry)


KIND = PaperKind(
    key="chronology",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=content,
)
