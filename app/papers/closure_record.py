"""The closure record: how a case ended, what stays open and why, and the two who agreed.

Source: Keeping Children Safe in Education 2026, records (a summary, how it was resolved, the
outcome and the reasons). It says how the case stood when it was closed, whatever came after.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.containment import containment
from app.domain.case.item import Item
from app.domain.case.viewing import viewing
from app.domain.forms.close import OPENS_AGAIN, CaseClosed
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.holds import police_involved
from app.domain.rules.open_ends import open_ends
from app.papers.case_words import NOT_KNOWN, CaseWords, as_sentence
from app.papers.kind import Kind, Subject
from app.papers.rows import Labels, Row, asked, signs_of
from app.spread.of_case import in_words
from app.typesetting.content import Content, Issue, Lines, Part, Section, Signatures
from app.typesetting.text import Quiet, Strong, Words

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
        f"closed {words.answer(item, CaseClosed.closed_at)}, with {item.sealed.seq} entries.",
        recipient=READER,
        callout=tuple(_callout(words, item, then)),
        parts=tuple(_parts(words, item, then)),
    )


def _callout(words: CaseWords, item: Item, then: Case) -> Iterator[Words]:
    yield (Strong("Outcome."), f" {words.answer(item, CaseClosed.outcome)}.")
    yield (Strong("Containment."), f" {in_words(containment(then))}")
    agreed = words.answer(item, CaseClosed.countersigned_by)
    second = "Nobody has agreed to it yet." if agreed == NOT_KNOWN else f"Agreed to by {agreed}."
    yield (
        Strong("Two people."),
        f" Closed by {words.answer(item, CaseClosed.closed_by)}. {second}",
    )
    again = [one for one in words.each(*OPENS_AGAIN) if one.sealed.seq > item.sealed.seq]
    if again:
        when = write_time(again[0].sealed.happened or again[0].sealed.recorded)
        yield (
            Strong("Open again."),
            f" {again[0].form.title}, {when}. This is how it stood before.",
        )


def _parts(words: CaseWords, item: Item, then: Case) -> Iterator[Part]:
    labels: Labels = {
        CaseClosed.summary: "Summary",
        CaseClosed.why: "Reason for closing",
        CaseClosed.lessons: "What the college learns",
        CaseClosed.if_again: "If it comes back",
    }
    yield Section("", "How it ended", (*asked(words, item, labels), *_open(words, item, then)))
    yield Section("", "How it stood", tuple(_stood(then)))
    yield _signatures(words, item)


def _open(words: CaseWords, item: Item, then: Case) -> Iterator[Row]:
    """Name what was open when it was closed, and every sign, with why it could close."""
    ends = tuple(as_sentence(end) for end in open_ends(then))
    unclear = any(one.answer not in _ANSWERED for one in then.signs.values())
    if why := tuple(_why(words, item, CaseClosed.open_why, still=bool(ends))):
        yield "Open when closed", (*ends, *why)
    yield "Signs", (*signs_of(then), *_why(words, item, CaseClosed.signs_why, still=unclear))


def _why(words: CaseWords, item: Item, question: object, *, still: bool) -> Iterator[Words]:
    """Give the reason why it could close, or say that there is none where something was open."""
    answer = words.answer(item, question)
    if answer != NOT_KNOWN:
        yield (Strong("Why it could close: "), answer)
    elif still:
        yield Quiet("No reason was recorded.")


def _stood(then: Case) -> Iterator[Row]:
    yield "Viewing by staff", (viewing(then).label,)
    told = [f"{then.names[one.id]}: {one.state.label}" for one in then.referrals]
    told += [f"{one.opened.name}: {as_sentence(one.words)}" for one in then.body_referrals]
    if police_involved(then) and not then.body_referrals:
        told.append("The police were asked or gave instructions, as the entries say.")
    yield "Referrals", tuple(told) or (Quiet("None is recorded."),)


_ANSWERED = (YesNoUnknown.YES, YesNoUnknown.NO)


def _signatures(words: CaseWords, item: Item) -> Signatures:
    closed = _lines(words, item, CaseClosed.closed_by, CaseClosed.closed_at)
    agreed = _lines(words, item, CaseClosed.countersigned_by, CaseClosed.countersigned_at)
    first = ("I close this case for the reason above.", closed)
    return Signatures((first, ("I have read this record and agree.", agreed)))


def _lines(words: CaseWords, item: Item, *questions: object) -> Lines:
    """Give lines to sign, with who closed the case or agreed to it, and when; nobody may have."""
    answers = (words.answer(item, question) for question in questions)
    known = ", ".join(answer for answer in answers if answer != NOT_KNOWN)
    return (("Name and role, and when", known), ("Signature", ""))


KIND = Kind(
    key="closure_record",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.CLOSE,
    subjects=subjects,
    content=content,
)
