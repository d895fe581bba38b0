"""Each child of a case in a few lines: their part, the talk, the support, and their parents."""

from collections.abc import Iterator
from datetime import date

from app.domain.case.ages import write_age
from app.domain.case.case import State
from app.domain.case.entry import Entry
from app.domain.case.families import parents_of_child
from app.domain.case.people import CHILDREN, PersonInCase
from app.domain.case.signs import child_in
from app.domain.case.standing import Standing
from app.domain.forms.close import CaseReviewed
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef, Role
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.papers.case_rows import answered, short
from app.papers.case_words import CaseWords
from app.papers.rows import Row, as_it_happened, happened, on_day
from app.typesetting.text import Strong, Words


def learners(words: CaseWords, today: date) -> Iterator[Row]:
    """Yield each child with their part, the talk, the support, and whether their family knows."""
    for key, known in words.case.people.items():
        if known.person.kind in CHILDREN:
            care = " ".join((_talk(words, key), _support(words, key), *_since(words, key)))
            yield known.person.name, (_part(words, known, today), care, *_family(words, key))


def _part(words: CaseWords, known: PersonInCase, today: date) -> Words:
    roles = "; ".join(lower(role.label) for role in known.roles if role is not Role.FAMILY)
    kind = known.person.kind.label
    age = write_age(known.person, words.case.current, today)
    return f"{kind}, {age}" + (f"; {roles}." if roles else ".")


def _talk(words: CaseWords, child: PersonRef) -> str:
    talks = _about(words, LearnerConversation, child)
    if talks:
        return f"Spoken with on {write_time(happened(talks[-1]))}."
    if why := words.case.stands.newest(Fact.NOT_SPOKEN, child):
        meanwhile = answered(words, why.entry, ConversationNotHeld.meanwhile)
        said = f" Meanwhile: {first_sentence(meanwhile)}." if meanwhile else ""
        open_ = words.case.state is State.OPEN
        nobody = "Nobody speaks with them for now" if open_ else "Nobody here spoke with them"
        return f"{nobody}: {first_sentence(str(why.answer))}.{said}"
    return "No conversation is recorded on its form."


def _support(words: CaseWords, child: PersonRef) -> str:
    plans, reviews = _about(words, SupportPlan, child), _about(words, SupportReview, child)
    if not plans:
        return "No support plan is recorded."
    plan = f"Support plan of {on_day(plans[-1])}: {short(words, plans[-1], SupportPlan.what)}."
    if not reviews:
        return plan
    newest = reviews[-1]
    if isinstance(newest.form, SupportReview) and newest.form.course is Course.ENDED:
        return f"{plan} The plan ended on {on_day(newest)}."
    return f"{plan} The plan {lower(answered(words, newest, SupportReview.course))}."


def _since(words: CaseWords, child: PersonRef) -> Iterator[str]:
    """Yield how they were when somebody last looked, at a review of the plan or of the case."""
    found = [
        (entry, short(words, entry, SupportReview.how_is), _peers(words, entry))
        for entry in _about(words, SupportReview, child)
    ]
    found += [
        (entry, first_sentence(row.how), "")
        for entry in words.each(CaseReviewed)
        for row in words.rows(entry, CaseReviewed.spoken)
        if row.learner == child
    ]
    for entry, how, others in sorted(found, key=lambda one: one[0].at)[-1:]:
        yield f"How they were on {on_day(entry)}: {how}.{others}"


def _peers(words: CaseWords, entry: Entry) -> str:
    peers = first_sentence(answered(words, entry, SupportReview.peers))
    return f" Others: {peers}." if peers else ""


def _family(words: CaseWords, child: PersonRef) -> Iterator[Words]:
    parents = parents_of_child(words.case, child)
    for parent in (key for key in words.case.people if key in parents):
        told = _told(words, parent, child)
        yield (Strong(f"{words.case.names[parent]}: "), f"{lower(told)}")
    if not parents:
        yield "No parent or carer of theirs is recorded."


def _told(words: CaseWords, parent: PersonRef, child: PersonRef) -> str:
    """Return whether a parent was told of this child, and what was decided if not."""
    told = words.case.stands.between(Fact.TOLD, parent, child)
    decided = words.case.stands.between(Fact.DECISION, parent, child)
    yeses = [one for one in told.newest_first if one.said.yes and one.holds] if told else []
    told_on = _told_on([one.entry for one in reversed(yeses)])
    if decided is None or (told_on and told and _settled(decided, told)):
        return told_on or "Whether they were told is not recorded."
    label = answered(words, decided.entry, ParentDecision.decision)
    why = short(words, decided.entry, ParentDecision.why)
    still = "" if decided.answer is not Telling.TELL else " That this was done is not recorded."
    assert isinstance(decided.entry.form, ParentDecision)
    by = decided.entry.form.decided_by.name
    day = on_day(decided.entry)
    return f"{told_on} Decided on {day} by {by}: {lower(label)}. {why}.{still}".strip()


def _told_on(entries: list[Entry]) -> str:
    """Return when they were first told: of the referral alone, where nobody has talked with them.

    "" where no entry says that they were told.
    """
    talks = [entry for entry in entries if not isinstance(entry.form, ReferralBackground)]
    for entry in (talks or entries)[:1]:
        when = write_time(happened(entry))
        return f"Told on {when}." if talks else f"Told of the referral, as recorded on {when}."
    return ""


def _settled(decided: Standing, told: Standing) -> bool:
    """Return whether telling them is what was decided, or came after another decision."""
    return decided.answer is Telling.TELL or decided.true_at < told.true_at


def _about(words: CaseWords, form: type[Form], child: PersonRef) -> list[Entry]:
    """Return the entries of a form that are about one child, as it happened."""
    entries = as_it_happened(words.each(form))
    return [one for one in entries if child_in(type(one.form), answers_of(one.form)) == child]
