"""The plan of one child for the child to keep: on one page, to them, in plain words.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), supporting the young people; KCSIE 2026,
part five. It names no other child, and nothing on it shows what it is about.
"""

from collections.abc import Iterator
from datetime import date

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain import names
from app.domain.case.case import Case, State
from app.domain.case.entry import Entry
from app.domain.forms.support import SupportPlan, SupportReview
from app.domain.kit.answers import StaffMember
from app.domain.kit.moments import day_of, write_long_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import HelpFor
from app.papers.card_words import NAME, OF_IT
from app.papers.case_words import CaseWords
from app.papers.family_words import whom_to_turn_to
from app.papers.kind import PaperKind, Subject, entry_of
from app.papers.rows import Labels, asked, happened, with_answers
from app.papers.support_page import has_ended, newest_review
from app.typesetting.content import Content, Issue, Part
from app.typesetting.letter import LetterProse, LetterRows
from app.typesetting.page import PERSONAL
from app.typesetting.text import Strong, Words

TITLE = "Your plan"
YOURS = "It is yours to keep. Put it where only you see it."
NOT_HELPING = "If something here does not help, tell us. We can change it at any time."
NOTHING_YET = (
    "It does not say yet what is in place: correct the plan, and fill in “What is in place, in "
    "words for them”."
)
NAMED = "It names {name}, who reads it: write “you” there."
TELLS = "It says “{word}”: whoever finds it reads what it is about. Write it in other words."
DAY: Labels = {
    SupportPlan.lessons: "Lessons",
    SupportPlan.breaks: "Breaks and lunch",
    SupportPlan.on_the_way: "On the way",
    SupportPlan.online: "Online",
}
AGAIN: Labels = {SupportPlan.tell_first: "First", SupportPlan.acts: "Then"}
LABELLED = (120.0, 1.0)
RING = (0.6, 0.4)


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return the newest plan of each child that goes on, if it says anything for the child."""
    newest = {
        entry.form.child: entry for entry in case.current if isinstance(entry.form, SupportPlan)
    }
    return tuple(
        Subject(words=case.names[child], reader=child, entry=plan.root)
        for child, plan in newest.items()
        if child in case.people
        and case.state is State.OPEN
        and not has_ended(newest_review(case, plan))
        and any(_ToThem(case, child, plan).texts())
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the plan as its child keeps it. Raises ValueError for a plan not in the case."""
    assert subject.reader
    plan = entry_of(case, subject)
    said = _ToThem(case, subject.reader, plan)
    day = write_long_day(day_of(happened(plan)))
    first = names.first_name(case.people[subject.reader].person.name)
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=f"We made it on {day}. {YOURS}",
        recipient=first,
        parts=tuple(_parts(said, issue)),
        marking=PERSONAL,
        discreet=True,
    )


class _ToThem:
    """What one child may read of their plan, and of the newest look at it."""

    def __init__(self, case: Case, child: str, plan: Entry) -> None:
        cast = disclosure_for(case, Audience.LEARNER, child)
        hide = Disguise.of(cast, {person.id: NAME for person in cast.hidden})
        self.words = CaseWords(case, Audience.LEARNER, child, hide)
        self.plan, self.review = plan, newest_review(case, plan)

    def one(self, question: object, entry: Entry | None = None) -> str:
        """Return one answer, "" without one."""
        told = self.words.told_of(entry or self.plan, question)
        return told.answer if told else ""

    def rows(self, labels: Labels) -> tuple[tuple[Words, ...], ...]:
        """Return the answers to these questions, each after its label."""
        found = with_answers(asked(self.words, self.plan, labels))
        return tuple((Strong(label), answer) for label, (answer,) in found)

    def texts(self) -> Iterator[str]:
        """Yield every text that the child may read."""
        plain = (SupportPlan.wants, SupportPlan.for_them, SupportPlan.view, SupportPlan.keep_apart)
        asked_of = (*plain, *DAY, *AGAIN, SupportPlan.after_hours)
        yield from filter(None, (*map(self.one, asked_of), self.changed))

    @property
    def changed(self) -> str:
        """What has changed since, in words for them, "" if nothing was written for them."""
        return self.one(SupportReview.for_them, self.review) if self.review else ""

    @property
    def next_day(self) -> date | None:
        """When the plan is looked at next, as it was set last."""
        form = self.review.form if self.review else self.plan.form
        return form.review_on if isinstance(form, SupportPlan | SupportReview) else None


def their_adult(case: Case, subject: Subject) -> StaffMember | None:
    """Return the adult of the plan, whom the child rings."""
    form = entry_of(case, subject).form
    return form.named_adult if isinstance(form, SupportPlan) else None


def _parts(said: _ToThem, issue: Issue) -> Iterator[Part]:
    if wants := said.one(SupportPlan.wants):
        yield LetterProse("What you asked for", (wants,))
    if in_place := said.one(SupportPlan.for_them):
        yield LetterProse("What is in place for you", (in_place,))
    if said.changed:
        yield LetterProse("What has changed", (said.changed,))
    if view := said.one(SupportPlan.view):
        yield LetterProse("What you said about it", (view,))
    if day := said.rows(DAY):
        yield LetterRows("Through the day", LABELLED, day)
    if apart := said.one(SupportPlan.keep_apart):
        yield LetterProse("So that you need not meet", (apart,))
    if again := said.rows(AGAIN):
        yield LetterRows("If it happens again", LABELLED, again)
    form = said.plan.form
    assert isinstance(form, SupportPlan)
    hours = said.one(SupportPlan.after_hours)
    ring = tuple(whom_to_turn_to(issue, form.named_adult, hours))
    yield LetterRows("Who you can go to", RING, ring)
    yield LetterProse("When we look at it again", tuple(_next(said, issue)))


def _next(said: _ToThem, issue: Issue) -> Iterator[str]:
    """Yield when the plan is looked at, and that it can change. A day that has gone is left out."""
    if said.next_day and said.next_day >= day_of(issue.at):
        yield f"On {write_long_day(said.next_day)} we ask you how it goes. {NOT_HELPING}"
    else:
        yield NOT_HELPING


def read_as_the_child(case: Case, subject: Subject) -> tuple[str, ...]:
    """Return a sentence where words for the child are missing, or not for a pocket.

    They name the child and not “you”, or show what it is about.
    """
    assert subject.reader
    first = names.first_name(case.people[subject.reader].person.name)
    said = _ToThem(case, subject.reader, entry_of(case, subject))
    named = any(names.contains(text, first) for text in said.texts())
    empty = not said.one(SupportPlan.for_them)
    shown = (found.group() for text in said.texts() if (found := OF_IT.search(text)))
    tells = tuple(TELLS.format(word=word) for word in dict.fromkeys(shown))
    return (*(NOTHING_YET,) * empty, *(NAMED.format(name=first),) * named, *tells)


KIND = PaperKind(
    key="plan_to_keep",
    title="Plan for the child to keep",
    audience=Audience.LEARNER,
    reader="The child",
    stage=Stage.SUPPORT,
    subjects=subjects,
    content=content,
    help=HelpFor.LEARNER,
    ring=their_adult,
    look_at=read_as_the_child,
)
