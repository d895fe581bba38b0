"""The plan that keeps two learners apart, on a page: who goes where, and what if they meet.

Source: KCSIE 2026, part five: whoever was harmed is not the one who has to move.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.support import SupportKind, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef
from app.domain.kit.moments import day_of, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import Labels, Row, asked, with_answers
from app.papers.support_page import (
    AGAIN,
    APART,
    DAY,
    NEXT,
    READER,
    REVIEW,
    SIGNED,
    by_today,
    has_ended,
    newest_review,
)
from app.typesetting.content import Content, Issue, Part, Section, Signatures, WritingLines
from app.typesetting.text import Strong

TITLE = "Plan to keep two learners apart"
EACH: Labels = {
    SupportPlan.what: "What is in place",
    SupportPlan.named_adult: "The adult they can go to",
}
LOOKED: Labels = {one: words for one, words in REVIEW.items() if one != SupportReview.how_is}
"""How one of them is, is not for a page with the other’s name on it."""
MEET: Labels = {
    SupportPlan.keep_apart: "What each of them does",
    SupportPlan.tell_first: "Whom each of them tells",
    SupportPlan.acts: "Who acts, and how soon",
}
TO_THEM = " “You” is the one whose name stands above."


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each two learners whose newest plans stand and keep them both from somebody."""
    return tuple(
        Subject(words=f"{case.names[one]} and {case.names[other]}", person=one, reader=other)
        for one, other in combinations(_apart(case), 2)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return one plan for two learners. Raises KeyError where one of them has none."""
    words, plans = CaseWords(case, Audience.DSL), _apart(case)
    assert subject.person
    assert subject.reader
    two = (subject.person, subject.reader)
    each, today = [plans[one] for one in two], day_of(issue.at)
    to_them = any(_to_them(words, plan) for plan in each)
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{case.names[two[0]]} and {case.names[two[1]]}: kept apart",
        under=f"As known at {write_time(issue.at)}. Kept in college: it names both."
        f"{TO_THEM * to_them}",
        recipient=READER,
        callout=((Strong("Who moves."), " Not whoever was harmed, unless they ask for it."),),
        parts=(
            *(Section("", case.names[one], tuple(_rows(words, plans[one], today))) for one in two),
            *_to_write(words, each, "So that they do not meet", DAY),
            *_to_write(words, each, "If they meet", MEET),
            Signatures(SIGNED[1:]),
        ),
    )


def _rows(words: CaseWords, plan: Entry, today: date) -> Iterator[Row]:
    """Yield what is in place for one of them, and the newest look at it with the next day set."""
    yield from asked(words, plan, EACH)
    yield from _to_them(words, plan)
    review = newest_review(words.case, plan)
    look = asked(words, review, LOOKED) if review else asked(words, plan, NEXT)
    yield from by_today(look, review or plan, today)


def _to_them(words: CaseWords, plan: Entry) -> tuple[Row, ...]:
    """Return what their plan says to the child of the day, and of what to do if they meet."""
    return tuple(with_answers(asked(words, plan, {**DAY, **APART, **AGAIN})))


def _to_write(
    words: CaseWords, plans: Iterable[Entry], heading: str, labels: Labels
) -> Iterator[Part]:
    """Yield lines for what the plan of one of them does not say."""
    told = [dict(with_answers(asked(words, plan, labels))) for plan in plans]
    if left := tuple(label for label in labels.values() if not all(label in one for one in told)):
        yield WritingLines(heading, left)


def _apart(case: Case) -> Mapping[PersonRef, Entry]:
    """Return the newest plan of each learner whom it keeps apart from somebody, if it stands."""
    newest = {
        entry.form.child: entry for entry in case.current if isinstance(entry.form, SupportPlan)
    }
    return {
        child: entry
        for child, entry in newest.items()
        if isinstance(entry.form, SupportPlan)
        and SupportKind.APART in entry.form.kinds
        and not has_ended(newest_review(case, entry))
    }


KIND = PaperKind(
    key="apart_page",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.SUPPORT,
    subjects=subjects,
    content=content,
)
