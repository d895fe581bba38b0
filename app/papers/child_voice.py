"""Section I of a referral, the child’s voice: what they said and want, how they are, or why not."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.case.entry import Entry
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.knowledge import Knowing, Topic
from app.domain.forms.parents import ParentDecision
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form
from app.domain.kit.moments import day_of
from app.domain.kit.wording import ended
from app.domain.rules.knowledge import knowledge_of
from app.papers.agency_words import ReferralWords
from app.papers.capacity import capacity_rows
from app.papers.case_words import NOT_APPLICABLE, NOT_RECORDED, CaseWords
from app.papers.of_its_day import as_of, asked_then
from app.papers.rows import Labels, Row, also_runs, as_it_happened, happened, on_day
from app.papers.support_told import how_since
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Words, runs_of


def voice(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    """Yield what the child wants and said, who asked, how they are, and what they can decide."""
    own = "In the child’s own words"
    wants = _in_own_words(words, Fact.WANTS, today)
    yield own, wants or (NOT_RECORDED,)
    told = words.stands(Fact.WANTS, words.child.id)
    if told is None or isinstance(told.entry.form, ReferralBackground):
        labels: Labels = {ReferralBackground.wishes_how: "Who asked, when and how"}
        yield from asked_then(words, told.entry if told else words.background, labels, today)
    yield from not_talked_with(words, words.child.id, today)
    if on_parents := _in_own_words(words, Fact.ON_PARENTS, today):
        yield "On telling parents", tuple(one for one in on_parents if one not in wants)
    yield from _talked_about(words, today)
    if deciding := tuple(capacity_rows(words, words.child.id)):
        yield "Understanding, capacity", deciding


def not_talked_with(words: CaseWords, child: PersonRef, today: date) -> Iterator[Row]:
    """Yield why nobody talked with a child, and how they are looked after, until somebody does."""
    why = words.stands(Fact.NOT_SPOKEN, child)
    if why and not any(happened(talk).at >= happened(why.entry).at for talk in talks(words, child)):
        more: Labels = {
            ConversationNotHeld.decided_by: "Decided by",
            ConversationNotHeld.meanwhile: "Meanwhile",
        }
        said = runs_of(as_of(why._replace(answer=ended(why.answer)), today))
        yield "Why no talk was held", ((*said, *also_runs(words, why.entry, more)),)


KNOWS, UNTOLD, VIEW = "Child knows of it", "Why the child is not told", "What the child says of it"


def told_since_child(words: ReferralWords, today: date) -> Mapping[str, tuple[Words, ...]]:
    """Return what the rows on a child’s knowing of the referral say once they were told of it.

    Empty while the background says it, while nobody noted that they know, and where it may be the
    referral of another child that they know of.
    """
    told = words.told_of(words.background, ReferralBackground.child_told)
    if told and told.answer == YesNoUnknown.YES.label:
        return {}
    knows = _knows_of_it(words)
    if knows is None or (told and knows.at < told.entry.at):
        return {}
    lead = () if day_of(knows.at) == today else (Quiet(f"Since {on_day(knows)}: "),)
    viewed = words.told_of(words.background, ReferralBackground.child_view)
    unsaid = {} if viewed else {VIEW: (NOT_RECORDED,)}
    return {KNOWS: ((*lead, YesNoUnknown.YES.label),), UNTOLD: (NOT_APPLICABLE,), **unsaid}


def _knows_of_it(words: ReferralWords) -> Entry | None:
    """Return the readable entry by which the child of the only referral knows that it was made."""
    made = [one.id for one in words.case.referrals if one.made]
    rows = knowledge_of(words.case) if made == [words.referral.id] else ()
    cells = [row.cells.get(Topic.REFERRED) for row in rows if row.person == words.child.id]
    known = {one.entry for one in cells if one and one.knowing is Knowing.KNOWS}
    return next((entry for entry in words.each(Form) if entry.root in known), None)


def talks(words: CaseWords, child: PersonRef) -> tuple[Entry, ...]:
    """Return the talks with one child that may be read, in the order in which they were held."""
    return tuple(
        entry
        for entry in as_it_happened(words.each(LearnerConversation))
        if isinstance(entry.form, LearnerConversation) and entry.form.learner == child
    )


def _talked_about(words: ReferralWords, today: date) -> Iterator[Row]:
    """Yield what else was said last in any talk with this child, each with its day."""
    own = talks(words, words.child.id)
    for question, label in _TALK.items():
        told = next(filter(None, (words.told_of(one, question) for one in reversed(own))), None)
        since = (
            how_since(words, words.child.id, told)
            if label == _TALK[LearnerConversation.feels]
            else None
        )
        if said := tuple(as_of(one, today) for one in (since, told) if one):
            yield label, said


_TALK: Labels = {
    LearnerConversation.where: "Where it was talked about",
    LearnerConversation.questions: "Questions that were put",
    LearnerConversation.observed: "What could be seen",
    LearnerConversation.feels: "How they are, and their worry",
    LearnerConversation.helps_now: "What would help now",
    LearnerConversation.afterwards: "Where they went afterwards",
    LearnerConversation.motives: "What may have moved who shared",
    LearnerConversation.trust: "On consent and trust",
    LearnerConversation.stop_spread: "How it could be stopped",
    LearnerConversation.already_told: "Whom they told already",
}


def _in_own_words(words: ReferralWords, fact: Fact, today: date) -> tuple[Words, ...]:
    """Return what the child said on a fact, the newest first, and of each talk who asked.

    What was said in an earlier talk still stands, and so does what was said of each parent; other
    forms are only read for the newest of all.
    """
    lines: dict[Words, None] = {}
    said = set[tuple[str, str]]()
    for told in filter(None, map(words.told_by, words.case.stands.history(fact, words.child.id))):
        form, of = told.entry.form, ""
        if isinstance(form, ParentDecision):
            of = words.called(words.case.people[form.parent].person)
        elif said and not isinstance(form, LearnerConversation):
            continue
        if (of, told.answer) in said:
            continue
        said.add((of, told.answer))
        line = as_of(told, today)
        lines[(f"Of {of}: ", *runs_of(line)) if of else line] = None
        if isinstance(form, LearnerConversation):
            lines[_asked_by(words, told.entry)] = None
    return tuple(lines)


def _asked_by(words: ReferralWords, talk: Entry) -> Words:
    by = words.answer(talk, LearnerConversation.held_by)
    lasted = words.told_of(talk, LearnerConversation.lasted)
    present = words.told_of(talk, LearnerConversation.present)
    talked = f", who talked with them for {lasted.answer}" if lasted else ""
    there = f". Also there: {present.answer}" if present else ""
    return Quiet(f"Asked by {by}{talked}{there}")
