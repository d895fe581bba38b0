"""The case summary: the state of a case on one page, or in full with the record by stage."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from app.disclosure.audience import paragraphs_for
from app.domain.case.ages import write_age
from app.domain.case.case import Case, State, documents_of
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment, viewing
from app.domain.case.people import PersonInCase
from app.domain.case.reviews import open_actions
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.decision import DecisionMade
from app.domain.forms.review import InitialReview
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.domain.owed.calls import referral_called_for
from app.domain.owed.progress import stage_now
from app.papers.case_words import NOT_KNOWN, CaseWords, as_sentence
from app.papers.entry_words import BETWEEN, EntryWords, entries_said
from app.papers.kind import PaperKind, Subject, whole_case
from app.papers.rows import Row, happened
from app.spread.of_case import containment_in_words, spread_of
from app.typesetting.content import Content, Issue, Part, Prose, Section
from app.typesetting.document import render_document
from app.typesetting.spread_map import SpreadMap
from app.typesetting.text import Quiet, Strong, Words


def record_in_full(case: Case) -> Iterator[Part]:
    """Yield every entry with all its answers, stage by stage, then a line for each document issued.

    Small entries of one form share a heading.
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
    """Return a small entry as one text, so that a page break never leaves a single line of it."""
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
    """Return when an entry was recorded, by whom if not the usual author, and why it corrects."""
    who = _who(entry)
    said = write_time(entry.sealed.recorded) + (f", by {who}" if who != usual else "")
    why = entry.sealed.corrects_why
    corrects = f"Corrects what stood before: {why}" if why else "Corrects what stood before."
    return f"{said}. {corrects}" if entry.sealed.corrects else said


def _issued(document: DocumentIssued) -> Row:
    to = f"{document.kind} · To: {document.recipient}"
    return document.number, (to, Quiet(write_time(document.issued_at)))


TITLE = "Case summary"
READER = "The Designated Safeguarding Lead"
MAP = "Where copies are, or may be"
IN_FULL = "in the full summary"


class PageBudget(NamedTuple):
    """The room on one page: characters of a line, lines of an answer, rows of a section."""

    characters: int
    lines: int
    rows: int


ROOMS = (
    PageBudget(900, 12, 12),
    PageBudget(500, 9, 9),
    PageBudget(320, 6, 6),
    PageBudget(200, 5, 4),
    PageBudget(120, 3, 3),
)
"""Tried in this order until the summary fits on one page."""


def one_page(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return the state of a case on one page: what is known, decided and still open."""
    whole = tuple(_standing(case, issue))
    made = _content(case, issue, whole)
    for room in ROOMS:
        if render_document(made).pages == 1:
            break
        made = _content(case, issue, tuple(_shortened(section, room) for section in whole))
    return made


def whole_record(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return the state of a case, and below it the whole record by stage."""
    return _content(case, issue, (*_standing(case, issue), *_spread(case), *record_in_full(case)))


def _content(case: Case, issue: Issue, parts: tuple[Part, ...]) -> Content:
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, opened {write_day(case.opened)}, as at {write_time(issue.at)}.",
        recipient=READER,
        callout=tuple(_callout(case)),
        parts=parts,
    )


def _callout(case: Case) -> Iterator[Words]:
    yield (Strong("Where it stands."), f" {_stands(case)}.")
    if referral_called_for(case):
        yield (Strong("Refer now."), " A sign that calls for referral was answered yes.")
    decided = case.latest(DecisionMade)
    if decided:
        on = f"{write_day(day_of(decided.decided_at))}, by {decided.decided_by.name}"
        yield (Strong("Decision."), f" {decided.decision.label} ({on}).")
    if case.copies:
        yield (Strong("Copies."), f" {containment_in_words(containment(case))}")


def _stands(case: Case) -> str:
    closed = case.latest(CaseClosed)
    if case.state is not State.OPEN and closed:
        outcome = ", ".join(lower(one.label) for one in closed.outcome)
        return f"{case.state.label} on {write_day(day_of(closed.closed_at))}: {outcome}"
    waits = stage_now(case)
    return f"{case.state.label}; " + (
        "all recorded so far" if waits is Stage.RECORD else f"next: {lower(waits.label)}"
    )


def _standing(case: Case, issue: Issue) -> Iterator[Section]:
    words = CaseWords(case, Audience.DSL)
    today = day_of(issue.at)
    for heading, rows in (
        ("What happened", _happened(words)),
        ("People", _people(case, today)),
        ("Signs and decision", _signs(words)),
        ("Who was told, and what is open", (*_told(case), *_open(case))),
    ):
        given = tuple(rows)
        if given:
            yield Section("", heading, given)


def _happened(words: CaseWords) -> Iterator[Row]:
    for entry, account, *_ in words.told(ConcernReceived.account):
        yield f"Concern, {write_day(day_of(entry.sealed.recorded))}", (account,)
    for label, question in (
        ("Imagery, in words", ConcernReceived.imagery),
        ("Known spread", InitialReview.spread_why),
    ):
        answers = [one.answer for one in words.told(question)]
        if answers:
            yield label, (answers[-1],)
    yield "Viewing by staff", (viewing(words.case).label,)


def _people(case: Case, today: date) -> Iterator[Row]:
    people = sorted(case.people.values(), key=lambda known: known.person.kind is PersonKind.STAFF)
    yield "In the case", tuple(_person(case, known, today) for known in people) or (NOT_KNOWN,)


def _person(case: Case, known: PersonInCase, today: date) -> Words:
    person = known.person
    who = person.kind.label.lower()
    if person.kind in {PersonKind.LEARNER, PersonKind.ELSEWHERE}:
        who = f"{who}, {write_age(person, case.current, today)}"
    only = person.kind is PersonKind.PARENT  # being a parent is not a separate role
    parts = [role for role in known.roles if not (only and role is Role.FAMILY)]
    roles = ", ".join(role.label.lower() for role in parts)
    return (Strong(person.name), f", {who}" + f": {roles}" * bool(roles))


def _signs(words: CaseWords) -> Iterator[Row]:
    for answer in (*YesNoUnknown, None):
        labels = [sign.label for sign, state in words.case.signs.items() if state.answer is answer]
        if labels:
            first, *rest = labels
            said = "; ".join((first, *map(lower, rest)))
            yield answer.label if answer else "Not answered yet", ((said,),)
    decided = words.newest(DecisionMade)
    if decided:
        yield "Reason for the decision", (words.answer(decided, DecisionMade.why),)


def _told(case: Case) -> Iterator[Row]:
    for referral in case.referrals:
        reference = f", reference {referral.reference}" if referral.reference else ""
        yield "Social care", (f"{case.names[referral.id]}: {referral.state.label}{reference}",)
    for told in case.body_referrals:
        yield told.opened.name, (", ".join((as_sentence(told.words), *told.numbers)),)


def _open(case: Case) -> Iterator[Row]:
    actions = tuple(open_actions(case.current).values())
    if actions:
        yield "Agreed, not settled", tuple(action.what for action in actions)


def _spread(case: Case) -> Iterator[Part]:
    """Yield the spread map, if there are copies. The DSL reads it, so every name is shown."""
    if case.copies:
        yield SpreadMap("", MAP, (containment_in_words(containment(case)),), spread_of(case))


def _shortened(section: Section, room: PageBudget) -> Section:
    rows = [(label, tuple(_few(answer, room))) for label, answer in section.rows[: room.rows]]
    more = len(section.rows) - len(rows)
    if more > 0:
        rows.append(("More", (Quiet(f"{more} more {IN_FULL}"),)))
    return Section(section.letter, section.heading, tuple(rows))


def _few(answer: tuple[Words, ...], room: PageBudget) -> Iterator[Words]:
    for words in answer[: room.lines]:
        yield shorten(words, room.characters) if isinstance(words, str) else words
    if len(answer) > room.lines:
        yield Quiet(f"{len(answer) - room.lines} more {IN_FULL}")


_SENTENCE = re.compile(r"(?:(?<=\w{4})\.|[!?])[”’\"')]*(?=\s[^a-z])")
"""The end of a sentence, not of an initial or an abbreviation such as M. or Mrs."""


def shorten(words: str, characters: int) -> Words:
    """Return as many whole sentences as fit, and a note where to find the rest."""
    plain = " ".join(words.split())
    if len(plain) <= characters:
        return plain
    ends = [end.end() for end in _SENTENCE.finditer(plain, 0, characters)]
    if not ends:
        return Quiet(f"Too long for this page: it stands {IN_FULL}")
    return (plain[: ends[-1]], Quiet(f" More {IN_FULL}."))


ONE_PAGE = PaperKind(
    key="case_summary_page",
    title="Case summary, one page",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=one_page,
)
KIND = PaperKind(
    key="case_summary",
    title="Case summary in full",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=whole_record,
)
