"""Instructions in force: whom nobody is to speak with or contact, and what is not to be deleted.

Source: uk-guidance 3.5 (what the police may ask of the college); the college's guidance, “Handling
incidents” (parents who are not told, or must not be contacted).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum, auto

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.merging import answers_with_one
from app.domain.case.standing import WHOLE_CASE, Standing
from app.domain.forms.bodies import AskedOfPerson, BodyContact, Restraint
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided, Hold
from app.domain.forms.device import DeviceInstruction, DeviceTaken
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.answers import AnswerKind, Involved
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers, Form, FormType, given, questions_of
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Stage
from app.domain.rules.holds import lifted_by


class Against(Enum):
    """What an instruction is against."""

    SPEAKING = auto()
    CONTACT = auto()
    TELLING = auto()
    DELETING = auto()
    HANDLING = auto()
    """Doing anything else with a device than was said."""


class Instruction(msgspec.Struct, frozen=True, kw_only=True):
    """One instruction in force since an instant (UTC), in a sentence.

    `about` is the id of a person, or the key of a copy or a device; `WHOLE_CASE` for everything.
    `child` is the learner of whom a parent is not told.
    """

    against: Against
    about: str
    child: str = ""
    sentence: str
    since: datetime
    entry: EntryId


def in_force(case: Case, at: datetime | None = None) -> tuple[Instruction, ...]:
    """Return the instructions in force at an instant (UTC), as far as the record says by now.

    Without an instant it is that of the newest entry.
    """
    at = at or case.entries[-1].sealed.recorded
    found = (*_asked(case, at), *_decided(case, at), *_not_spoken(case, at), *_kept(case, at))
    return tuple(one for one in found if one.since <= at)


def left_alone(case: Case, at: datetime) -> Iterator[Instruction]:
    """Yield whom nobody is to speak with, or to contact, at an instant (UTC)."""
    for one in in_force(case, at):
        if one.against in {Against.SPEAKING, Against.CONTACT}:
            yield one


def met_again(
    case: Case, form: type[Form], answers: Answers, at: datetime
) -> tuple[Instruction, ...]:
    """Return the instructions in force about whom or what these answers name.

    Answers may still be typed, each row as a mapping. One about everything is met where copies and
    devices are handled. A copy or device brings up whose it is, a request its copy.
    """
    named = set(named_in(form, answers_with_one(form, answers, case.same)))
    named |= set(_behind(case, named))
    if form.stage in OF_THINGS:
        named |= {WHOLE_CASE, *copies_deleted(case, form, answers)}
    every_copy = of_every_copy(form, answers)
    return tuple(
        one
        for one in in_force(case, at)
        if one.about in named or (every_copy and one.against is Against.DELETING)
    )


def _behind(case: Case, named: Iterable[str]) -> Iterator[str]:
    """Yield whom and what the copies and entries among these name, but for a referral.

    What a body is asked about somebody is no talk with them.
    """
    forms = {entry.root: entry.form for entry in case.current if entry.form.stage in OF_THINGS}
    for one in named:
        if (copy := case.copies.get(one)) and copy.row.person:
            yield copy.row.person
        if form := forms.get(one):
            yield from named_in(type(form), answers_to_edit(form))


OF_THINGS = (Stage.CONTAINMENT, Stage.IMAGERY)
"""The stages whose forms handle copies and devices."""


def of_every_copy(form: type[Form], answers: Answers) -> bool:
    """Return whether answers ask for a removal, and name no copy that it is of."""
    return issubclass(form, RemovalRequested) and not given(answers, RemovalRequested.copy)


def copies_deleted(case: Case, form: type[Form], answers: Answers) -> Iterator[str]:
    """Yield the copies that a deletion may be of: those its learner has, else every one.

    A form about anything else yields none.
    """
    if form is DeletionConfirmed:
        which = given(answers, DeletionConfirmed.deletion)
        decided = (one.form for one in case.current if one.root == which)
        form_decided = next((one for one in decided if isinstance(one, DeletionDecided)), None)
        learner = form_decided.learner if form_decided else None
    elif form is DeletionDecided:
        learner = given(answers, DeletionDecided.learner)
    else:
        return
    for key, copy in case.copies.items():
        if learner is None or copy.row.person == learner:
            yield key


def newest_of_device(standing: Iterable[Instruction]) -> Iterator[Instruction]:
    """Yield them all, but of what was said of one device the newest alone."""
    of_device: dict[str, Instruction] = {}
    for one in standing:
        if one.against is not Against.HANDLING:
            yield one
        elif one.about not in of_device or of_device[one.about].since <= one.since:
            of_device[one.about] = one
    yield from of_device.values()


def named_in(form: FormType, answers: Answers) -> frozenset[str]:
    """Return every person, copy and entry that answers name, by id."""
    return frozenset(_named(form, answers))


def _named(form: FormType, answers: Answers) -> Iterator[str]:
    for question in questions_of(form):
        answer = answers.get(question.name)
        if not answer or not question.shown(answers):
            continue
        if question.kind in {AnswerKind.PERSON, AnswerKind.ENTRY}:
            yield str(answer)
        elif isinstance(answer, tuple):
            for one in answer:
                if isinstance(one, Involved):
                    yield one.person.id
                elif question.row and isinstance(one, dict):
                    yield from _named(question.row, one)


def _asked(case: Case, at: datetime) -> Iterator[Instruction]:
    """Yield what each body asked last about each person, while it holds."""
    seen: set[tuple[str, str]] = set()
    for one in case.stands.history(Fact.RESTRAINT):
        form, who = one.entry.form, one.said.about
        assert isinstance(form, BodyContact)
        if one.true_at > at or (form.referral, who) in seen:
            continue
        seen.add((form.referral, who))
        row = next(row for row in reversed(form.people_asked) if row.who == who)
        if row.what is not Restraint.FREE and _holds(row.until, at):
            yield Instruction(
                against=_AGAINST[row.what],
                about=who,
                sentence=_asked_sentence(case, one, row),
                since=one.true_at,
                entry=one.entry.root,
            )


_AGAINST = {
    Restraint.NOT_SPOKEN: Against.SPEAKING,
    Restraint.NOT_CONTACTED: Against.CONTACT,
}


def _asked_sentence(case: Case, one: Standing, row: AskedOfPerson) -> str:
    name = case.names.get(row.who, "somebody")
    does = "speaks with" if row.what is Restraint.NOT_SPOKEN else "contacts"
    what = f"nobody {does} {name}" + " about it" * (row.what is Restraint.NOT_SPOKEN)
    return (
        f"{_body(case, one.entry)} asked on {write_time(one.true_at)}: {what}{_until(row.until)}."
    )


def _holds(until: date | None, at: datetime) -> bool:
    return until is None or day_of(at) <= until


def _until(until: date | None) -> str:
    return f" until {write_day(until)}" if until else " until they say otherwise"


def _body(case: Case, entry: Entry) -> str:
    assert isinstance(entry.form, BodyContact)
    return case.names.get(entry.form.referral, "A body")


def _decided(case: Case, at: datetime) -> Iterator[Instruction]:
    """Yield each decision by the college that a parent is not told, or not contacted.

    Where it decided of several children of theirs, not to tell says about whom.
    """
    decisions = tuple(case.stands.of(Fact.DECISION))
    forms = (one.entry.form for one in decisions)
    of_parent = Counter(form.parent for form in forms if isinstance(form, ParentDecision))
    for one in decisions:
        stood = next((past for past in one.newest_first if past.true_at <= at), None)
        if stood is None or stood.answer is Telling.TELL:
            continue
        form = stood.entry.form
        assert isinstance(form, ParentDecision)
        none = form.decision is Telling.NO_CONTACT
        name = case.names.get(form.parent, "This parent or carer")
        several = of_parent[form.parent] > 1
        child = f" about {case.names.get(form.child, 'a child')}" if several else ""
        decided = "is not to be contacted" if none else f"is not to be told{child} for now"
        yield Instruction(
            against=Against.CONTACT if none else Against.TELLING,
            about=form.parent,
            child=form.child,
            sentence=f"{name} {decided}, as decided on {write_time(stood.true_at)}. {form.why}",
            since=stood.true_at,
            entry=stood.entry.root,
        )


def _not_spoken(case: Case, at: datetime) -> Iterator[Instruction]:
    """Yield each decision not to speak with a learner, until somebody has spoken with them."""
    spoken = [
        (entry.form.learner, entry.at)
        for entry in case.current
        if isinstance(entry.form, LearnerConversation)
    ]
    for one in case.stands.of(Fact.NOT_SPOKEN):
        form, since = one.entry.form, one.true_at
        assert isinstance(form, ConversationNotHeld)
        if any(who == form.learner and since < when < at for who, when in spoken):
            continue
        name = case.names.get(form.learner, "This learner")
        yield Instruction(
            against=Against.SPEAKING,
            about=form.learner,
            sentence=f"Nobody speaks with {name} for now, as decided on {write_time(since)}. "
            f"{form.why}",
            since=since,
            entry=one.entry.root,
        )


def _kept(case: Case, at: datetime) -> Iterator[Instruction]:
    """Yield what is not to be deleted until the police agreed, and what was said of each device.

    What the college or social care agreed to lifts their own hold, and nobody else’s instruction.
    """
    lifted = [entry.at for entry in case.current if Hold.POLICE in lifted_by(entry.form)]
    for entry in case.current:
        form, since = entry.form, entry.at
        if isinstance(form, BodyContact) and not any(since < when <= at for when in lifted):
            for row in form.keep:
                if _holds(row.until, at):
                    yield Instruction(
                        against=Against.DELETING,
                        about=row.copy or WHOLE_CASE,
                        sentence=f"{_body(case, entry)} asked on {write_time(since)} that this is "
                        f"not deleted{_until(row.until)}: {row.what}",
                        since=since,
                        entry=entry.root,
                    )
        elif isinstance(form, DeviceInstruction):
            yield Instruction(
                against=Against.HANDLING,
                about=form.device,
                sentence=f"{form.officer} said on {write_time(since)} of this device: {form.said}",
                since=since,
                entry=entry.root,
            )
        elif isinstance(form, DeviceTaken) and form.instruction_what:
            yield Instruction(
                against=Against.HANDLING,
                about=entry.root,
                sentence="The police said of this device by the time it was taken, "
                f"{write_time(since)}: {form.instruction_what}",
                since=since,
                entry=entry.root,
            )
