"""The closure record: how a case ended, what stays open and why, and the two who agreed.

Source: Keeping Children Safe in Education 2026, records (a summary, how it was resolved, the
outcome and the reasons). It shows the case as it was when closed, whatever came later.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment
from app.domain.forms.close import OPENS_AGAIN, CaseClosed
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.owed.table import in_words, left_at_closing
from app.papers.case_rows import (
    asked_or_agreed,
    decisions,
    imagery,
    outside,
    removal,
    reviews,
    risk,
    set_aside,
    shared,
)
from app.papers.case_words import NOT_RECORDED, CaseWords, as_sentence
from app.papers.kind import PaperKind, Subject
from app.papers.learner_rows import learners
from app.papers.rows import Labels, Row, asked, happened, sign_rows
from app.spread.of_case import containment_in_words
from app.typesetting.content import Content, Issue, Lines, Part, Section, Signatures
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Closure record"
READER = "The Designated Safeguarding Lead"


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each closing of the case. A case may be opened and closed several times."""
    return tuple(
        Subject(words=f"Closed on {write_day(day_of(entry.form.closed_at))}", entry=entry.root)
        for entry in case.current
        if isinstance(entry.form, CaseClosed)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return how the case ended, as it was then."""
    (entry,) = (one for one in case.current if one.root == subject.entry)
    then = Case(tuple(one for one in case.entries if one.sealed.seq < entry.sealed.seq), case.duty)
    words = CaseWords(case, Audience.DSL)
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, opened {write_day(case.opened)}, "
        f"closed {words.answer(entry, CaseClosed.closed_at)}, with {entry.sealed.seq} entries.",
        recipient=READER,
        callout=tuple(_callout(words, entry, then)),
        parts=tuple(_parts(words, entry, then)),
    )


def _callout(words: CaseWords, entry: Entry, then: Case) -> Iterator[Words]:
    yield (Strong("Outcome."), f" {words.answer(entry, CaseClosed.outcome)}.")
    yield (Strong("Containment."), f" {containment_in_words(containment(then))}")
    agreed = words.answer(entry, CaseClosed.countersigned_by)
    second = "Nobody has agreed to it yet." if agreed == NOT_RECORDED else f"Agreed to by {agreed}."
    yield (
        Strong("Two people."),
        f" Closed by {words.answer(entry, CaseClosed.closed_by)}. {second}",
    )
    again = [one for one in words.each(*OPENS_AGAIN) if one.sealed.seq > entry.sealed.seq]
    if again:
        when = write_time(happened(again[0]))
        yield (
            Strong("Open again."),
            f" {again[0].form.title}, {when}. This is how it stood before.",
        )


def _parts(words: CaseWords, entry: Entry, then: Case) -> Iterator[Part]:
    labels: Labels = {
        CaseClosed.summary: "Summary",
        CaseClosed.why: "Reason for closing",
        CaseClosed.lessons: "What the college learns",
        CaseClosed.if_again: "If it comes back",
    }
    yield Section("", "How it ended", (*asked(words, entry, labels), *_open(words, entry, then)))
    stood = CaseWords(then, Audience.DSL)
    for heading, rows in (
        ("Each learner, and whether their family was told", learners(stood, day_of(entry.at))),
        ("Who outside was told, and what they answered", _outside(stood)),
        ("The risk, and each decision with its reason", (*risk(stood), *decisions(stood))),
        ("Imagery, devices and deletion", (*imagery(stood), *removal(stood))),
        ("What was shared, and reviews", (*shared(stood), *reviews(stood), *set_aside(stood))),
    ):
        if given := tuple(rows):
            yield Section("", heading, given)
    yield _signatures(words, entry)


def _open(words: CaseWords, entry: Entry, then: Case) -> Iterator[Row]:
    """Yield what was open at the closing, and every sign, with why the case could close."""
    left = in_words(then, left_at_closing(then))
    ends = tuple(f"{as_sentence(one)}." for one in left)
    unclear = any(one.answer not in _ANSWERED for one in then.signs.values())
    if why := tuple(_why(words, entry, CaseClosed.open_why, still=bool(ends))):
        yield "Open when closed", (*ends, *why)
    yield "Signs", (*sign_rows(then), *_why(words, entry, CaseClosed.signs_why, still=unclear))


def _why(words: CaseWords, entry: Entry, question: object, *, still: bool) -> Iterator[Words]:
    """Yield why the case could close. Without a reason, say so if something was open."""
    answer = words.answer(entry, question)
    if answer != NOT_RECORDED:
        yield (Strong("Why it could close: "), answer)
    elif still:
        yield Quiet("No reason was recorded.")


def _outside(words: CaseWords) -> Iterator[Row]:
    told = tuple(outside(words))
    yield from told or (("Referrals", ("No referral is recorded.",)),)
    yield from asked_or_agreed(words)


_ANSWERED = (YesNoUnknown.YES, YesNoUnknown.NO)


def _signatures(words: CaseWords, entry: Entry) -> Signatures:
    closed = _lines(words, entry, CaseClosed.closed_by, CaseClosed.closed_at)
    agreed = _lines(words, entry, CaseClosed.countersigned_by, CaseClosed.countersigned_at)
    first = ("I close this case for the reason above.", closed)
    return Signatures((first, ("I have read this record and agree.", agreed)))


def _lines(words: CaseWords, entry: Entry, *questions: object) -> Lines:
    """Return lines to sign, with who closed the case or agreed, and when, if recorded."""
    answers = (words.answer(entry, question) for question in questions)
    known = ", ".join(answer for answer in answers if answer != NOT_RECORDED)
    return (("Name and role, and when", known), ("Signature", ""))


KIND = PaperKind(
    key="closure_record",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.CLOSE,
    subjects=subjects,
    content=content,
)
