"""The case summary: where a case stands on one page, and in full with the record by stage."""

import re
from collections.abc import Iterator
from datetime import date

from app.documents.case_words import NOT_KNOWN, CaseWords
from app.documents.content import Content, Issue, Part, Section
from app.documents.kind import Kind, Subject, whole_case
from app.documents.spread import SpreadMap
from app.documents.spreading import in_words, spread_of
from app.documents.text import Quiet, Strong, Words
from app.domain.actions import open_actions
from app.domain.answers import PersonKind, YesNoUnknown
from app.domain.case import Case, State, documents_of
from app.domain.containment import containment
from app.domain.moments import day_of, write_day, write_time
from app.domain.people import PersonInCase, write_age
from app.domain.progress import referral_called_for, stage_now
from app.domain.record import Audience
from app.domain.stage import Stage
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.decision import DecisionMade
from app.domain.stages.document import DocumentIssued
from app.domain.stages.review import InitialReview
from app.domain.viewing import viewing

TITLE = "Case summary"
READER = "The Designated Safeguarding Lead"
MAP = "Where copies are, or may be"
SHORT = 170
"""Characters of an answer that stand on the one page; the full summary has all of them."""
ROWS = 5
"""People, actions and the like that stand on the one page."""

Row = tuple[str, tuple[Words, ...]]


def one_page(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Give where a case stands: what is known, decided and still open, on one page."""
    parts = tuple(_shortened(section) for section in _standing(case, issue))
    return _content(case, issue, parts)


def in_full(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Give where a case stands, and below it the whole record by stage."""
    return _content(case, issue, (*_standing(case, issue), *_spread(case), *_record(case)))


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
    stands = case.state.label
    if case.state is State.OPEN:
        waits = stage_now(case)
        done = waits is Stage.RECORD
        stands += "; all recorded so far" if done else f"; next: {waits.label.lower()}"
    yield (Strong("Where it stands."), f" {stands}.")
    if referral_called_for(case):
        yield (Strong("Refer now."), " A sign that calls for referral was answered yes.")
    decided = case.latest(DecisionMade)
    if decided:
        on = f"{write_day(day_of(decided.decided_at))}, by {decided.decided_by.name}"
        yield (Strong("Decision."), f" {decided.decision.label} ({on}).")


def _standing(case: Case, issue: Issue) -> Iterator[Section]:
    words = CaseWords(case, Audience.DSL)
    today = day_of(issue.at)
    for heading, rows in (
        ("What happened", _happened(words)),
        ("People", _people(case, today)),
        ("Signs and decision", _signs(words)),
        ("Who was told", _told(case)),
        ("Still to do", _open(case)),
    ):
        given = tuple(rows)
        if given:
            yield Section("", heading, given)


def _happened(words: CaseWords) -> Iterator[Row]:
    for item, account in words.told(ConcernReceived, "account"):
        yield f"Concern, {write_day(day_of(item.sealed.recorded))}", (account,)
    for label, form, name in (
        ("Imagery, in words", ConcernReceived, "imagery"),
        ("Known spread", InitialReview, "spread_why"),
    ):
        answers = [answer for _, answer in words.told(form, name)]
        if answers:
            yield label, (answers[-1],)
    yield "Viewing by staff", (viewing(words.case).label,)


def _people(case: Case, today: date) -> Iterator[Row]:
    people = sorted(case.people.values(), key=lambda known: known.person.kind is PersonKind.STAFF)
    yield "In the case", tuple(_person(known, today) for known in people) or (NOT_KNOWN,)


def _person(known: PersonInCase, today: date) -> Words:
    person = known.person
    who = person.kind.label.lower()
    if person.kind in {PersonKind.LEARNER, PersonKind.ELSEWHERE}:
        who = f"{who}, {write_age(person, today)}"
    roles = ", ".join(role.label.lower() for role in known.roles)
    return (Strong(person.name), f", {who}" + f": {roles}" * bool(roles))


def _signs(words: CaseWords) -> Iterator[Row]:
    for answer in (*YesNoUnknown, None):
        labels = [sign.label for sign, state in words.case.signs.items() if state.answer is answer]
        if labels:
            yield answer.label if answer else "Not answered yet", ("; ".join(labels),)
    decided = words.newest(DecisionMade)
    if decided:
        yield "Reason for the decision", (words.answer(decided, "why"),)


def _told(case: Case) -> Iterator[Row]:
    for referral in case.referrals:
        reference = f", reference {referral.reference}" if referral.reference else ""
        yield "Social care", (f"{case.names[referral.id]}: {referral.state.label}{reference}",)
    for told in case.body_referrals:
        yield told.opened.name, (", ".join((told.words, *told.numbers)),)


def _open(case: Case) -> Iterator[Row]:
    actions = tuple(open_actions(case.current).values())
    if actions:
        yield "Agreed, not settled", tuple(action.what for action in actions)


def _spread(case: Case) -> Iterator[Part]:
    """Draw how far it has spread. The summary is the DSL's own, so everybody has their name."""
    if case.copies:
        yield SpreadMap("", MAP, (in_words(containment(case)),), spread_of(case))


def _shortened(section: Section) -> Section:
    rows = tuple((label, tuple(_few(answer))) for label, answer in section.rows)
    return Section(section.letter, section.heading, rows)


def _few(answer: tuple[Words, ...]) -> Iterator[Words]:
    for words in answer[:ROWS]:
        yield shorten(words) if isinstance(words, str) else words
    if len(answer) > ROWS:
        yield Quiet(f"and {len(answer) - ROWS} more")


def shorten(words: str) -> str:
    """Cut a text at the end of a word, and say with … that it goes on."""
    plain = " ".join(words.split())
    if len(plain) <= SHORT:
        return plain
    return re.sub(r"\W*\s?\S*$", "", plain[:SHORT]) + " …"


def _record(case: Case) -> Iterator[Part]:
    """Give every entry with all its answers, stage by stage; documents issued in a line each."""
    words = CaseWords(case, Audience.DSL)
    order = tuple(Stage)
    entries = [item for item in case.current if not isinstance(item.form, DocumentIssued)]
    for item in sorted(entries, key=lambda item: order.index(item.form.stage)):
        when = write_time(item.sealed.happened or item.sealed.recorded)
        rows = [(label, (said,)) for label, said in words.lines(item)]
        author = item.sealed.author
        by = f"{author.name}, {author.role}, {write_time(item.sealed.recorded)}"
        rows.append(("Recorded by", (Quiet(by),)))
        yield Section("", f"{item.form.title}, {when}", tuple(rows))
    issued = tuple(_issued(document) for document in documents_of(case))
    if issued:
        yield Section("", "Documents issued", issued)


def _issued(document: DocumentIssued) -> Row:
    to = f"{document.kind}, to {document.recipient}"
    return document.number, (to, Quiet(write_time(document.issued_at)))


ONE_PAGE = Kind(
    key="case_summary_page",
    title="Case summary, one page",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=one_page,
)
KIND = Kind(
    key="case_summary",
    title="Case summary in full",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=in_full,
)
