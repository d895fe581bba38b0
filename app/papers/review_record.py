"""The record of an initial review meeting: nine questions with reasons, who was there, sign-off.

Source: uk-guidance 1.3; UKCIS "Sharing nudes and semi-nudes" (March 2024), initial review meeting.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.signs import SignState
from app.domain.forms.asked import AgreedAction
from app.domain.forms.decision import DecisionMade
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import StaffMember
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Question, name_of, questions_of
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.staff import each_once
from app.domain.kit.stage import Sign, Stage
from app.domain.kit.wording import lower, write_staff
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import (
    Labels,
    Row,
    asked,
    happened,
    sign_in_words,
    sign_rows,
    with_answers,
)
from app.typesetting.content import Content, Issue, Part, Section, SignOff, Table
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Record of the initial review meeting"
READER = "The Safeguarding Team"
QUESTIONS: tuple[tuple[object, object], ...] = (
    (InitialReview.risk_now, InitialReview.risk_now_why),
    (InitialReview.refer, InitialReview.refer_why),
    (InitialReview.view, InitialReview.view_why),
    (InitialReview.more, InitialReview.more_why),
    (InitialReview.spread, InitialReview.spread_why),
    (InitialReview.remove, InitialReview.remove_why),
    (InitialReview.facts, InitialReview.facts_why),
    (InitialReview.elsewhere, InitialReview.elsewhere_why),
    (InitialReview.parents, InitialReview.parents_why),
)
"""The nine questions, each with the question for its reason."""


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each initial review meeting of the case."""
    return tuple(
        Subject(words=f"Meeting of {write_time(entry.form.held_at)}", entry=entry.root)
        for entry in case.current
        if isinstance(entry.form, InitialReview)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return what one meeting decided and why, and the decision that followed."""
    words = CaseWords(case, Audience.DSL)
    (entry,) = (one for one in case.current if one.root == subject.entry)
    return Content(
        issue=issue,
        kind=f"Initial review of case {case.number}",
        title=TITLE,
        under=f"Case {case.number}, {words.answer(entry, InitialReview.held_at)}.",
        recipient=READER,
        callout=tuple(_callout(words, entry)),
        parts=tuple(_parts(words, entry)),
    )


def _callout(words: CaseWords, entry: Entry) -> Iterator[Words]:
    for lead, (question, reason) in zip(("Immediate risk.", "Refer now."), QUESTIONS, strict=False):
        yield (Strong(lead), f" {words.answer(entry, question)}. {words.answer(entry, reason)}")
    decided = _decision(words, entry)
    said = words.answer(decided, DecisionMade.decision)
    when = f"{said}, {words.answer(decided, DecisionMade.decided_at)}."
    yield (Strong("Decision."), f" {when}" if decided else " None is recorded yet.")


def _parts(words: CaseWords, entry: Entry) -> Iterator[Part]:
    yield Section("", "The meeting", tuple(_meeting(words, entry)))
    columns = (("Question", 0.36), ("Answer", 58.0), ("Reason", 0.64))
    yield Table("The nine questions", columns, tuple(_nine(words, entry)))
    yield Section("", "Signs that call for referral at once", tuple(_signs(words, entry)))
    yield Section("", _when_decided(words, entry), tuple(_decided(words, entry)))
    actions = tuple(_action(action) for action in words.rows(entry, InitialReview.actions))
    if actions:
        heads = (("What", 1.0), ("Who", 0.55), ("By", 68.0), ("Reason", 0.7))
        yield Table("What was agreed", heads, actions)
    yield _sign_off(words, entry)


def _meeting(words: CaseWords, entry: Entry) -> Iterator[Row]:
    yield from asked(words, entry, {InitialReview.chair: "Led by"})
    present = tuple(write_staff(row.who) for row in words.rows(entry, InitialReview.present))
    yield "Also present", present or (Quiet("Nobody else is recorded."),)
    author = entry.sealed.author
    recorded = write_time(entry.sealed.recorded)
    yield "Recorded", (Quiet(f"{recorded}, by {author.name}, {author.role}"),)


def _nine(words: CaseWords, entry: Entry) -> Iterator[tuple[tuple[Words, ...], ...]]:
    labels = {one.name: one.ask.label for one in questions_of(InitialReview)}
    for question, reason in QUESTIONS:
        answer = ((Strong(words.answer(entry, question)),),)
        yield (labels[name_of(question)],), answer, (words.answer(entry, reason),)


def _signs(words: CaseWords, entry: Entry) -> Iterator[Row]:
    """Yield what the record said on every sign by then, and which the meeting answered."""
    known = tuple(one for one in words.case.entries if one.sealed.seq <= entry.sealed.seq)
    answers = answers_of(entry.form)
    asked_now = dict.fromkeys(
        lower(sign_in_words(words.case, sign, SignState()))
        for question in questions_of(InitialReview)
        for sign in _asked_of(question)
        if question.name in answers
    )
    at_meeting = Quiet(f"Asked at this meeting: {'; '.join(asked_now) or 'none of them'}")
    yield "As recorded by then", (*sign_rows(Case(known, words.case.duty)), at_meeting)


def _asked_of(question: Question) -> Iterator[Sign]:
    """Yield the signs that a question asks about, or that its yes raises."""
    if question.ask.sign:
        yield question.ask.sign
    for _, raised in question.ask.raises:
        yield from raised


def _decision(words: CaseWords, entry: Entry) -> Entry | None:
    """Return the first decision after the meeting, or else the newest before it.

    Where one stood before, a decision of another day is not that of the meeting.
    """
    decided = words.each(DecisionMade)
    before = [one for one in decided if one.sealed.seq < entry.sealed.seq]
    held = day_of(happened(entry).at)
    after = (
        one
        for one in decided
        if one.sealed.seq > entry.sealed.seq and (not before or day_of(one.at) == held)
    )
    return next(after, before[-1] if before else None)


def _when_decided(words: CaseWords, entry: Entry) -> str:
    """Return the heading over the decision: who signs for the meeting reads when it was made."""
    decided = _decision(words, entry)
    if decided is None:
        return "Decision"
    after = decided.sealed.seq > entry.sealed.seq
    return "Decision recorded after the meeting" if after else "Decision before the meeting"


_DECISION: Labels = {
    DecisionMade.decided_at: "When",
    DecisionMade.decided_by: "By",
    DecisionMade.decision: "Decision",
    DecisionMade.why: "Reason",
}
_IF_GIVEN: Labels = {
    DecisionMade.refer_to: "Refer to",
    DecisionMade.consulted: "Consulted",
    DecisionMade.agreed_by: "Second person",
    DecisionMade.plan: "What happens instead",
    DecisionMade.review_on: "Review on",
}


def _decided(words: CaseWords, entry: Entry) -> Iterator[Row]:
    decided = _decision(words, entry)
    if not decided:
        yield "Decision", (Quiet("None is recorded yet."),)
        return
    yield from asked(words, decided, _DECISION)
    yield from with_answers(asked(words, decided, _IF_GIVEN))


def _action(action: AgreedAction) -> tuple[tuple[Words, ...], ...]:
    who = write_staff(action.who)
    return (action.what,), (who,), (write_day(action.by),), (action.why,)


def _sign_off(words: CaseWords, entry: Entry) -> SignOff:
    """Return lines to sign for everybody who was there."""
    form = entry.form
    assert isinstance(form, InitialReview)
    present = (row.who for row in words.rows(entry, InitialReview.present))
    people = each_once((form.chair, *present))
    return SignOff(tuple(_line(one, form.chair) for one in people))


def _line(who: StaffMember, chair: StaffMember) -> tuple[str, tuple[tuple[str, str], ...]]:
    as_ = "Led the meeting" if who == chair else "Was at the meeting"
    return f"{as_}: {write_staff(who)}", (("Signature", ""), ("Date and time", ""))


KIND = PaperKind(
    key="review_record",
    title="Initial review record",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.REVIEW,
    subjects=subjects,
    content=content,
)
