"""Each child of a case in a few lines: their part, the talk, the support, and their parents."""

from collections.abc import Iterator
from datetime import date

from app.domain.case.case import State
from app.domain.case.entry import Entry
from app.domain.case.families import parents_of_child
from app.domain.case.people import CHILDREN, PersonInCase
from app.domain.case.signs import child_in
from app.domain.case.standing import Standing
from app.domain.forms.close import CaseReviewed
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef, Role, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.papers.case_rows import answered, short
from app.papers.case_words import CaseWords
from app.papers.rows import Row, aged, also, as_it_happened, happened, on_day
from app.typesetting.text import Strong, Words


def learners(words: CaseWords, today: date, *, briefly: bool = False) -> Iterator[Row]:
    """Yield each child with their part, the talk, the support, and whether their family knows.

    `briefly` leaves out what was noticed, and what the parents said to it.
    """
    for key, known in words.case.people.items():
        if known.person.kind in CHILDREN:
            care = " ".join((_talk(words, key), _support(words, key), *_since(words, key)))
            noticed = () if briefly else _noticed(words, key)
            family = _family(words, key, briefly=briefly)
            yield known.person.name, (_part(words, known, today), care, *noticed, *family)


def _part(words: CaseWords, known: PersonInCase, today: date) -> Words:
    roles = "; ".join(lower(role.label) for role in known.roles if role is not Role.FAMILY)
    kind = known.person.kind.label
    age = aged(words, known.person, today)
    worker = words.case.stands.says_yes(Fact.SOCIAL_WORKER, known.person.id)
    known_to = " Known to a social worker." if worker else ""
    return f"{kind}, {age}" + (f"; {roles}." if roles else ".") + known_to


def _talk(words: CaseWords, child: PersonRef) -> str:
    talks = _about(words, LearnerConversation, child)
    if talks:
        return f"Spoken with on {write_time(happened(talks[-1]))}."
    if why := words.case.stands.newest(Fact.NOT_SPOKEN, child):
        meanwhile = answered(words, why.entry, ConversationNotHeld.meanwhile)
        said = f" Meanwhile: {first_sentence(meanwhile)}." if meanwhile else ""
        decided = also(words, why.entry, {ConversationNotHeld.decided_by: "Decided by"})
        open_ = words.case.state is State.OPEN
        nobody = "Nobody speaks with them for now" if open_ else "Nobody here spoke with them"
        return f"{nobody}: {first_sentence(str(why.answer))}.{decided}{said}"
    return "No conversation form is filled in for them."


def _noticed(words: CaseWords, child: PersonRef) -> Iterator[str]:
    """Yield the view of whoever talked with them last, apart from what they said."""
    for talk in _about(words, LearnerConversation, child)[-1:]:
        if noticed := first_sentence(answered(words, talk, LearnerConversation.noticed)):
            yield f"Noticed in the conversation: {noticed}."


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
        (entry, form.by, short(words, entry, SupportReview.how_is), _peers(words, entry))
        for entry in _about(words, SupportReview, child)
        if isinstance(form := entry.form, SupportReview)
    ]
    found += [
        (entry, form.reviewed_by, how, "")
        for entry in words.each(CaseReviewed)
        if isinstance(form := entry.form, CaseReviewed) and (how := _how(words, entry, child))
    ]
    for entry, by, how, others in sorted(found, key=lambda one: one[0].at)[-1:]:
        yield f"How they were on {on_day(entry)} ({by.name}): {how}.{others}"


def _how(words: CaseWords, entry: Entry, child: PersonRef) -> str:
    """Return how a child was at a review of the case: by their own line, else as said of all."""
    own = [row.how for row in words.rows(entry, CaseReviewed.spoken) if row.learner == child]
    return first_sentence(next(iter(own), answered(words, entry, CaseReviewed.how_they_are)))


def _peers(words: CaseWords, entry: Entry) -> str:
    peers = first_sentence(answered(words, entry, SupportReview.peers))
    return f" Others: {peers}." if peers else ""


def _family(words: CaseWords, child: PersonRef, *, briefly: bool) -> Iterator[Words]:
    parents = parents_of_child(words.case, child)
    for parent in (key for key in words.case.people if key in parents):
        said = "" if briefly else _answer(words, parent, child)
        told = lower(_told(words, parent, child))
        yield (Strong(f"{words.case.names[parent]}: "), f"{told}{said}")
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
    asked = also(words, decided.entry, {ParentDecision.consulted: "Asked first"})
    lead = f"{told_on} Decided on {day} by {by}: {lower(label)}."
    return f"{lead} {why}.{asked}{still}".strip()


def _answer(words: CaseWords, parent: PersonRef, child: PersonRef) -> str:
    """Return what a parent said when somebody last spoke with them of this child.

    After a further talk it has its day: it is no answer to what they were told first.
    """
    talks = [
        entry
        for entry in as_it_happened(words.each(ParentContact))
        if isinstance(form := entry.form, ParentContact)
        and (form.parent, form.child, form.reached) == (parent, child, YesNoUnknown.YES)
    ]
    if not talks:
        return ""
    said = first_sentence(answered(words, talks[-1], ParentContact.said))
    own = also(words, talks[-1], {ParentContact.exact_words: "In their words"})
    they = "They" if len(talks) == 1 else f"On {on_day(talks[-1])} they"
    return f" {they} said: {said}.{own}" if said else own


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
