"""The plan that keeps two learners apart, on a page: who goes where, and what if they meet.

Source: KCSIE 2026, part five: whoever was harmed is not the one who has to move.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.support import SupportKind, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import Labels, Row, asked
from app.papers.support_page import READER, REVIEW, SIGNED, has_ended, newest_review
from app.typesetting.content import Content, Issue, Section, Signatures, WritingLines
from app.typesetting.text import Strong

TITLE = "Plan to keep two learners apart"
EACH: Labels = {
    SupportPlan.what: "What is in place",
    SupportPlan.named_adult: "The adult they can go to",
}
AGAIN: Labels = {SupportPlan.review_on: "Look again on"}
LOOKED: Labels = {one: words for one, words in REVIEW.items() if one != SupportReview.how_is}
"""How one of them is, is not for a page with the other’s name on it."""
DAY = ("Lessons", "Between lessons", "Breaks and lunch", "On the way", "Online")
IF_THEY_MEET = ("What each of them does", "Whom each of them tells", "Who acts, and how soon")


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
    sections = (Section("", case.names[one], tuple(_rows(words, plans[one]))) for one in two)
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{case.names[two[0]]} and {case.names[two[1]]}: kept apart",
        under=f"As known at {write_time(issue.at)}. Kept in college: it names both.",
        recipient=READER,
        callout=((Strong("Who moves."), " Not whoever was harmed, unless they ask for it."),),
        parts=(
            *sections,
            WritingLines("So that they do not meet", DAY),
            WritingLines("If they meet", IF_THEY_MEET),
            Signatures(SIGNED[1:]),
        ),
    )


def _rows(words: CaseWords, plan: Entry) -> Iterator[Row]:
    """Yield what is in place for one of them, and the newest look at it with the next day set."""
    yield from asked(words, plan, EACH)
    review = newest_review(words.case, plan)
    yield from asked(words, review, LOOKED) if review else asked(words, plan, AGAIN)


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
