"""The closure record: how a case ended, what stays open and why, and the two who agreed.

Source: Keeping Children Safe in Education 2026, records (a summary, how it was resolved, the
outcome and the reasons). It says how the case stood when it was closed, whatever came after.
"""

from collections.abc import Iterator

from app.documents.case_words import NOT_KNOWN, CaseWords
from app.documents.content import Content, Issue, Lines, Part, Points, Section, Signatures
from app.documents.kind import Kind, Subject
from app.documents.rows import Row, asked, signs_of
from app.documents.spreading import in_words
from app.documents.text import Quiet, Strong, Words
from app.domain.answers import YesNoUnknown
from app.domain.case import Case
from app.domain.containment import containment
from app.domain.holds import police_involved
from app.domain.item import Item
from app.domain.moments import day_of, write_day, write_time
from app.domain.open_ends import open_ends
from app.domain.record import Audience
from app.domain.stage import Stage
from app.domain.stages.close import OPENS_AGAIN, CaseClosed
from app.domain.viewing import viewing

TITLE = "Closure record"
READER = "The Designated Safeguarding Lead"


def subjects(case: Case) -> tuple[Subject, ...]:
    """Give each closing of the case: it may have been opened again and closed again."""
    return tuple(
        Subject(words=f"Closed on {write_day(day_of(item.form.closed_at))}", entry=item.root)
        for item in case.current
        if isinstance(item.form, CaseClosed)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Give how the case ended, as it stood then."""
    (item,) = (one for one in case.current if one.root == subject.entry)
    then = Case(tuple(one for one in case.items if one.sealed.seq < item.sealed.seq), case.duty)
    words = CaseWords(case, Audience.DSL)
    return Content(
        issue=issue,
        kind=f"{TITLE} of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, opened {write_day(case.opened)}, "
        f"closed {words.answer(item, 'closed_at')}.",
        recipient=READER,
        callout=tuple(_callout(words, item, then)),
        parts=tuple(_parts(words, item, then)),
    )


def _callout(words: CaseWords, item: Item, then: Case) -> Iterator[Words]:
    yield (Strong("Outcome."), f" {words.answer(item, 'outcome')}.")
    yield (Strong("Containment."), f" {in_words(containment(then))}")
    agreed = words.answer(item, "countersigned_by")
    second = "Nobody has agreed to it yet." if agreed == NOT_KNOWN else f"Agreed to by {agreed}."
    yield (Strong("Two people."), f" Closed by {words.answer(item, 'closed_by')}. {second}")
    again = [one for one in words.each(*OPENS_AGAIN) if one.sealed.seq > item.sealed.seq]
    if again:
        when = write_time(again[0].sealed.happened or again[0].sealed.recorded)
        yield (
            Strong("Open again."),
            f" {again[0].form.title}, {when}. This is how it stood before.",
        )


def _parts(words: CaseWords, item: Item, then: Case) -> Iterator[Part]:
    labels = {"summary": "Summary", "why": "Reason for closing"}
    yield Section("", "How it ended", tuple(asked(words, item, labels)))
    after = {"lessons": "What the college learns", "if_again": "If it comes back"}
    yield Section("", "What is kept from it", tuple(asked(words, item, after)))
    yield Section("", "How it stood", tuple(_stood(then)))
    ends = open_ends(then)
    if ends:
        yield Points("Open when it was closed", tuple(end[:1].upper() + end[1:] for end in ends))
    yield Section("", "Why it could close all the same", tuple(_why(words, item, then)))
    yield _signatures(words, item)


def _stood(then: Case) -> Iterator[Row]:
    yield "Viewing by staff", (viewing(then).label,)
    yield "Signs", tuple(signs_of(then))
    told = [f"{then.names[one.id]}: {one.state.label}" for one in then.referrals]
    told += [f"{one.opened.name}: {one.words}" for one in then.body_referrals]
    if police_involved(then) and not then.body_referrals:
        told.append("The police were asked or gave instructions, as the entries say.")
    yield "Referrals", tuple(told) or (Quiet("None is recorded."),)
    yield "Entries in the record", (f"{len(then.items) + 1}, the closing included",)


def _why(words: CaseWords, item: Item, then: Case) -> Iterator[Row]:
    unclear = [one for one in then.signs.values() if one.answer not in _ANSWERED]
    for name, label, still in (
        ("open_why", "What is still due", bool(open_ends(then))),
        ("signs_why", "Signs not known", bool(unclear)),
    ):
        answer = words.answer(item, name)
        nothing = Quiet("No reason was recorded." if still else "None.")
        yield label, (nothing if answer == NOT_KNOWN else answer,)


_ANSWERED = (YesNoUnknown.YES, YesNoUnknown.NO)


def _signatures(words: CaseWords, item: Item) -> Signatures:
    first = ("I close this case for the reason above.", *_name(words, item, "closed"))
    second = ("I have read this record and agree.", *_name(words, item, "countersigned"))
    return Signatures(tuple((lead, _lines(*known)) for lead, *known in (first, second)))


def _name(words: CaseWords, item: Item, did: str) -> tuple[str, str]:
    """Give who closed the case or agreed to it, and when; nothing where nobody has yet."""
    answers = (words.answer(item, f"{did}_{name}") for name in ("by", "at"))
    by, at = ("" if answer == NOT_KNOWN else answer for answer in answers)
    return by, at


def _lines(who: str, when: str) -> Lines:
    return (("Signature", ""), ("Name and role", who), ("When", when))


KIND = Kind(
    key="closure_record",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.CLOSE,
    subjects=subjects,
    content=content,
)
