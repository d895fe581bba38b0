"""The support and safety plan of one child, on a page: what is in place, the day, who does what.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), supporting the young people; KCSIE 2026,
part five. For those who carry it out: the child’s own words stand first.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.reviews import open_actions, settled_by_notes
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.keys import PartKey, PartKind
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.case_words import NOT_RECORDED, CaseWords
from app.papers.kind import PaperKind, Subject, entry_of
from app.papers.rows import Labels, Row, asked, with_answers
from app.typesetting.content import (
    Content,
    Issue,
    Part,
    Section,
    Signatures,
    Table,
    WritingLines,
)
from app.typesetting.text import Words

TITLE = "Support and safety plan"
READER = "Those who carry it out"
AS_TOLD = "in words for the child"
LOOK_AGAIN, WAS_TO_LOOK = "Look again on", "Was to be looked at again"
PLAN: Labels = {
    SupportPlan.wants: "What they ask for",
    SupportPlan.kinds: "Support",
    SupportPlan.what: "What is in place",
    SupportPlan.named_adult: "The adult they can go to",
    SupportPlan.after_hours: f"Evenings and weekends, {AS_TOLD}",
    SupportPlan.family: "Who at home knows of it",
    SupportPlan.staff: "Which staff carry it out",
    SupportPlan.view: "What they say of it",
}
ENDED: Labels = {
    **PLAN,
    SupportPlan.wants: "What they asked for",
    SupportPlan.what: "What was in place",
    SupportPlan.named_adult: "The adult they could go to",
    SupportPlan.family: "Who at home knew of it",
    SupportPlan.staff: "Which staff carried it out",
    SupportPlan.view: "What they said of it",
}
"""What a plan asked for and put in place, once it has ended or a newer one stands."""
NEXT: Labels = {SupportPlan.review_on: LOOK_AGAIN}
REVIEW: Labels = {
    SupportReview.at: "Looked at on",
    SupportReview.how_is: "How things are",
    SupportReview.course: "The plan",
    SupportReview.why: "What changes, and why",
    SupportReview.review_on: LOOK_AGAIN,
}
HOW_IT_ENDED: Labels = {
    SupportReview.at: "Ended on",
    SupportReview.by: "By",
    SupportReview.how_is: "How things were",
    SupportReview.why: "Why, and what goes on",
}
LAST_LOOK: Labels = {
    SupportReview.at: "Looked at on",
    SupportReview.how_is: "How things were",
    SupportReview.why: "What changed, and why",
}
DAY: Labels = {
    SupportPlan.lessons: "Lessons and rooms",
    SupportPlan.breaks: "Breaks and lunch",
    SupportPlan.on_the_way: "On the way",
    SupportPlan.online: "Online",
}
APART: Labels = {SupportPlan.keep_apart: "So that they do not meet"}
AGAIN: Labels = {
    SupportPlan.tell_first: "Whom they tell first",
    SupportPlan.acts: "Who acts, and how soon",
}
WHO_DOES = (("What", 1.0), ("Who", 130.0), ("When", 110.0))
SIGNED = (
    ("The adult they can go to", (("Signature", ""), ("Day", ""))),
    ("For the college", (("Signature", ""), ("Day", ""))),
)


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return one plan with the newest look at it, and lines for the day and for a next time."""
    words, plan = CaseWords(case, Audience.DSL), entry_of(case, subject)
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{TITLE}: {words.answer(plan, SupportPlan.child)}",
        under=_under(words, plan),
        recipient=READER,
        parts=tuple(_parts(words, plan, day_of(issue.at))),
    )


def _parts(words: CaseWords, plan: Entry, today: date) -> Iterator[Part]:
    review, newer = newest_review(words.case, plan), newer_plan(words.case, plan)
    ended = has_ended(review)
    labels = ENDED if ended or newer else PLAN
    yield Section("", "The plan", tuple(with_answers(asked(words, plan, labels))))
    if review:
        heading = "How it ended" if ended else "The last look at it"
        looked = HOW_IT_ENDED if ended else LAST_LOOK if newer else REVIEW
        yield Section(
            "", heading, tuple(by_today(with_answers(asked(words, review, looked)), review, today))
        )
    if ended or newer:
        return
    if not review:
        look = with_answers(asked(words, plan, NEXT))
        yield Section("", "Next", tuple(by_today(look, plan, today)))
    yield from answered_or_to_write(words, plan, "Through the day", {**DAY, **APART})
    yield from answered_or_to_write(words, plan, "If it happens again", AGAIN)
    if done := tuple(who_does_what(words, today, plan, review)):
        yield Table("Who does what", WHO_DOES, done)
    yield Signatures(SIGNED)


def by_today(rows: Iterable[Row], entry: Entry, today: date) -> Iterator[Row]:
    """Yield rows of a plan or a look at it: that it is to be looked at again only while it is."""
    assert isinstance(entry.form, SupportPlan | SupportReview)
    day = entry.form.review_on
    late = day is not None and day < today
    for label, answer in rows:
        yield WAS_TO_LOOK if late and label == LOOK_AGAIN else label, answer


def answered_or_to_write(
    words: CaseWords, plan: Entry, heading: str, labels: Labels
) -> Iterator[Part]:
    """Yield the answers to these questions, in words for the child; then lines for the others.

    What does not apply is left out.
    """
    rows = tuple(asked(words, plan, labels))
    told = tuple(with_answers(rows))
    if told:
        yield Section("", f"{heading}, {AS_TOLD}", told)
    if left := tuple(label for label, answer in rows if answer == (NOT_RECORDED,)):
        yield WritingLines("" if told else heading, left)


def who_does_what(
    words: CaseWords, today: date, *entries: Entry | None
) -> Iterator[tuple[tuple[Words, ...], ...]]:
    """Yield what staff do for this plan: as agreed in it and at the last look, and what is done."""
    settled, still = settled_by_notes(words.case.current), open_actions(words.case.current)
    for entry in filter(None, entries):
        question = SupportPlan.actions if isinstance(entry.form, SupportPlan) else _SINCE
        for place, row in enumerate(words.rows(entry, question), start=1):
            key = PartKey(entry.root, PartKind.ACTION, place)
            when = f"{'was for ' * (row.by < today)}{write_day(row.by)}"
            if key not in still:
                when = "done" if key in settled else "no longer needed"
            yield (row.what,), (row.who.name,), (when,)


_SINCE = SupportReview.actions


def _under(words: CaseWords, plan: Entry) -> str:
    at, by = (words.answer(plan, one) for one in (SupportPlan.at, SupportPlan.made_by))
    newer = newer_plan(words.case, plan)
    then = f" A new plan stands since {words.answer(newer, SupportPlan.at)}." if newer else ""
    return f"Made on {at} by {by}.{then} Kept in college: it may name other learners."


def newest_review(case: Case, plan: Entry) -> Entry | None:
    """Return the newest look at this plan: of the same child, and before any newer plan."""
    assert isinstance(plan.form, SupportPlan)
    child, found = plan.form.child, None
    for entry in case.current:
        form = entry.form
        if not isinstance(form, SupportPlan | SupportReview) or form.child != child:
            continue
        if entry.sealed.seq <= plan.sealed.seq:
            continue
        if isinstance(form, SupportPlan):
            break
        found = entry
    return found


def newer_plan(case: Case, plan: Entry) -> Entry | None:
    """Return the newest plan of the same child that took the place of this one, if there is one."""
    assert isinstance(plan.form, SupportPlan)
    later = [
        entry
        for entry in case.current
        if isinstance(entry.form, SupportPlan)
        and entry.form.child == plan.form.child
        and entry.sealed.seq > plan.sealed.seq
    ]
    return later[-1] if later else None


def has_ended(review: Entry | None) -> bool:
    """Return whether the newest look at a plan says that it ends."""
    return bool(
        review and isinstance(review.form, SupportReview) and review.form.course is Course.ENDED
    )


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each plan whose child can be read in the case."""
    return tuple(
        Subject(words=_called(case, entry), entry=entry.root)
        for entry in case.current
        if isinstance(form := entry.form, SupportPlan) and form.child in case.people
    )


def _called(case: Case, entry: Entry) -> str:
    form = entry.form
    assert isinstance(form, SupportPlan)
    return f"{case.names[form.child]}, {write_time(form.at)}"


KIND = PaperKind(
    key="support_page",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.SUPPORT,
    subjects=subjects,
    content=content,
)
