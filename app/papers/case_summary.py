"""The case summary: where a case stands, each child and family, who was told, what is owed."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from app.domain.case.case import Case, State
from app.domain.case.imagery import containment
from app.domain.case.people import CHILDREN, PersonInCase
from app.domain.case.summary import DueRow
from app.domain.forms.close import CaseClosed, Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.decision import DecisionMade
from app.domain.forms.person import PeopleNamed
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import PersonKind
from app.domain.kit.in_short import in_short
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.domain.owed.table import owed_in, somebody_to_tell
from app.domain.rules.instructions import left_alone
from app.papers.case_rows import (
    OWED,
    asked_or_agreed,
    imagery,
    outside,
    owed,
    reviews,
    risk,
    shared_in_short,
)
from app.papers.case_words import CaseWords
from app.papers.full_record import copies_drawn
from app.papers.in_order import timeline_by_day
from app.papers.kind import PaperKind, Subject, whole_case
from app.papers.learner_rows import learners
from app.papers.of_its_day import as_of
from app.papers.rows import Row, as_it_happened, asked, on_day, sign_rows
from app.spread.of_case import containment_in_words
from app.typesetting.content import Content, Issue, Part, Section
from app.typesetting.document import render_document
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Case summary"
READER = "The Designated Safeguarding Lead"
IN_FULL = "in the full record"
PAGES = 2
UNPARTED = 300
"""Characters of one sentence that is said whole, though there is little room."""
ACCOUNT = 420
"""The most characters of what somebody told the college."""


class PageBudget(NamedTuple):
    """The room on the pages: characters of a line, lines of an answer, rows of a section."""

    characters: int
    lines: int
    rows: int


ROOMS = (
    PageBudget(900, 12, 14),
    PageBudget(500, 12, 12),
    PageBudget(320, 10, 12),
    PageBudget(220, 8, 12),
    PageBudget(160, 8, 8),
    PageBudget(120, 8, 7),
    PageBudget(120, 4, 4),
)
"""Tried in this order until the summary fits on two pages."""


def content(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return the state of a case on two pages: what is known, decided and still owed."""
    whole = tuple(_standing(case, issue))
    before, after = (timeline_by_day(case),), tuple(copies_drawn(case))
    made = _content(case, issue, (*before, *whole, *after))
    for room in ROOMS:
        if render_document(made).pages <= PAGES:
            break
        short = tuple(_shortened(section, room) for section in whole)
        made = _content(case, issue, (*before, *short, *after))
    return made


def _content(case: Case, issue: Issue, parts: tuple[Part, ...]) -> Content:
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, opened {write_day(case.opened)}, as at {write_time(issue.at)}.",
        recipient=READER,
        callout=tuple(_callout(case, issue)),
        parts=parts,
    )


def _callout(case: Case, issue: Issue) -> Iterator[Words]:
    yield (Strong("Where it stands."), f" {_stands(case)}.")
    if somebody_to_tell(owed_in(case)):
        yield (Strong("Refer now."), " Somebody outside must be told and has not been.")
    if decided := case.latest(DecisionMade):
        on = f"{write_day(day_of(decided.decided_at))}, by {decided.decided_by.name}"
        yield (Strong("Decision."), f" {decided.decision.label} ({on}).")
    if case.copies:
        yield (Strong("Copies."), f" {containment_in_words(containment(case))}")
    for row in issue.supplement.due[:1]:
        yield (Strong("Next."), f" {row.what}, {_by_when(row, issue.at)}.")


def _by_when(row: DueRow, now: datetime) -> str:
    """Return when something is due, or since when it is late."""
    due = write_time(row.due)
    return f"late since {due}" if row.due < now else f"by {due}"


def _stands(case: Case) -> str:
    closed = case.latest(CaseClosed)
    if case.state is not State.OPEN and closed:
        outcome = "; ".join(lower(one.label) for one in closed.outcome)
        return f"{case.state.label} on {write_day(day_of(closed.closed_at))}: {outcome}"
    return f"{case.state.label} since {write_day(day_of(case.opened))}"


def _standing(case: Case, issue: Issue) -> Iterator[Section]:
    words = CaseWords(case, Audience.DSL)
    today = day_of(issue.at)
    alone = (("Not for now", (one.sentence,)) for one in left_alone(case, issue.at))
    for heading, rows in (
        ("How it ended", _ended(words)),
        ("What happened", _happened(words, today)),
        (OWED, owed(issue)),
        ("Each learner, and whether their family was told", learners(words, today, briefly=True)),
        (
            "Who else is in it, and who outside was told",
            (*_told(words), *alone),
        ),
        ("Signs, risk and decision", (*_signs(words), *_decided(words))),
        (
            "Imagery, sharing and reviews",
            (*imagery(words, briefly=True), *shared_in_short(words), *reviews(words, briefly=True)),
        ),
    ):
        given = tuple(rows)
        if given:
            yield Section("", heading, given)


def _ended(words: CaseWords) -> Iterator[Row]:
    closed = words.newest(CaseClosed)
    if closed and words.case.state is State.CLOSED:
        yield from asked(words, closed, {CaseClosed.summary: "Summary", CaseClosed.why: "Reason"})


def _happened(words: CaseWords, today: date) -> Iterator[Row]:
    for entry, account, *_ in words.told(ConcernReceived.account):
        short = shorten(account, ACCOUNT)
        yield f"Concern, {write_day(day_of(entry.sealed.recorded))}", (short,)
    for told in words.told(ConcernReceived.imagery)[-1:]:
        yield "Imagery, in words", (told.answer,)
    for told in words.told(InitialReview.spread_why)[-1:]:
        yield "Known spread", (as_of(told, today),)


def _told(words: CaseWords) -> Iterator[Row]:
    yield from _others(words.case)
    yield from _also_family(words)
    yield from outside(words, briefly=True)
    for label, lines in asked_or_agreed(words, briefly=True):
        yield label, lines[-1:]


def _others(case: Case) -> Iterator[Row]:
    known = [one for one in case.people.values() if one.person.kind not in (*CHILDREN, _PARENT)]
    if known:
        yield "Others", tuple(map(_person, known))


def _also_family(words: CaseWords) -> Iterator[Row]:
    """Yield of whom a learner is family as well, as it was said where both were named."""
    asked = (ConcernReceived.family_of, PeopleNamed.family_of, Resurfaced.family_of)
    if said := tuple(one.answer for question in asked for one in words.told(question)):
        yield "Learners who are family", said


_PARENT = PersonKind.PARENT
"""A parent stands with their child."""


def _person(known: PersonInCase) -> Words:
    roles = "; ".join(lower(role.label) for role in known.roles)
    who = f", {lower(known.person.kind.label)}"
    return (Strong(known.person.name), who + f": {roles}" * bool(roles))


def _signs(words: CaseWords) -> Iterator[Row]:
    yield "Signs", tuple(sign_rows(words.case))
    yield from risk(words, briefly=True)


def _decided(words: CaseWords) -> Iterator[Row]:
    *earlier, newest = as_it_happened(words.each(DecisionMade)) or (None,)
    if newest:
        lines = [in_short(newest.form, words.case.names)]
        if earlier:
            lines.append(Quiet(f"{len(earlier)} earlier {IN_FULL}"))
        yield f"Decided on {on_day(newest)}", tuple(lines)


def _shortened(section: Section, room: PageBudget) -> Section:
    rows = [(label, tuple(_few(answer, room))) for label, answer in section.rows[: room.rows]]
    more = len(section.rows) - len(rows)
    if more > 0:
        rows.append(("More", (Quiet(f"{more} more {IN_FULL}"),)))
    return Section(section.letter, section.heading, tuple(rows))


def _few(answer: tuple[Words, ...], room: PageBudget) -> Iterator[Words]:
    for words in answer[: room.lines]:
        if isinstance(words, str):
            yield shorten(words, room.characters)
        else:
            *leads, last = words
            short = shorten(last, room.characters)
            gap = last[: len(last) - len(last.lstrip())]
            yield (*leads, gap, *((short,) if isinstance(short, str) else short))
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
    if not ends and len(plain) <= UNPARTED:
        return plain
    if not ends:
        return Quiet(f"Too long for this page: it stands {IN_FULL}")
    return (plain[: ends[-1]], Quiet(f" More {IN_FULL}."))


KIND = PaperKind(
    key="case_summary_page",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.RECORD,
    subjects=whole_case,
    content=content,
    due=True,
)
