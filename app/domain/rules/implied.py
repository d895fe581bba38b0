"""What each entry implies about who knows what, read from the marks on its questions.

A question says so itself (`Ask(teaches=…)`), and staff who did something know that it happened.
Read from a form by its name are only decisions on telling a parent, who else was there when
somebody was spoken with, who handed a device over, what the police say of one or take away, and
that a letter to a body says more than a call.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.merging import answers_with_one
from app.domain.case.reviews import people_named
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyReferralOpened, Way
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken, Movement
from app.domain.forms.knowledge import Knower, Knowing, Topic
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import Answer, AnswerKind, Role, StaffMember, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of, answers_to_edit
from app.domain.kit.form import Answers, Form, FormType, Question, name_of, questions_of
from app.domain.kit.record import EntryId
from app.domain.rules.staff import staff_named

SOCIAL_CARE, POLICE = Knower.SOCIAL_CARE.value, Knower.POLICE.value
_OF_THEMSELVES = {SOCIAL_CARE: Topic.REFERRED, POLICE: Topic.POLICE}
"""What a body knows of its own part, as soon as it knows anything."""
_PARTS = {Topic.PICTURED: (Role.PICTURED,), Topic.SHARED: (Role.SHARED, Role.FORWARDED)}
"""The parts of those whose names are the topic."""
_BY_LETTER = (Topic.PICTURED, Topic.SHARED, Topic.REFERRED, Topic.POLICE, Topic.DEVICE)
"""What a letter to a body may say besides what happened; what it does say depends on the body."""


class Implied(msgspec.Struct, frozen=True):
    """What one knower knows, or must not know, of some topics, and why.

    The knower is a person's id, a body's value, or a name as written, perhaps with a role. `why`
    and `until` are the reason and the review day of what must not be told. What was `noted` was
    said on purpose, and not only taken to be so.
    """

    who: str
    topics: tuple[Topic, ...]
    because: str
    knowing: Knowing = Knowing.KNOWS
    why: str = ""
    until: date | None = None
    noted: bool = False


def implied_by(case: Case, entry: Entry) -> Iterator[Implied]:
    """Yield what one entry of a case implies about who knows what."""
    if _teaches(type(entry.form)):
        yield from _by_marks(case, entry)
    yield from _by_name(case, entry.form)


def _by_marks(case: Case, entry: Entry) -> Iterator[Implied]:
    """Yield what somebody was told, and what those know who told it or took part in it."""
    form = entry.form
    answers = answers_to_edit(form)
    question, met = now_known(type(form)), whom_met(case, type(form), answers)
    told: tuple[Topic, ...] = ()
    if question and met and question.shown(answers):
        noted = now_known(type(entry.written)) is not None
        told = getattr(form, question.name) if noted else beforehand(case, type(form), answers)
        yield Implied(met, told, form.title, noted=noted)
    for who, topics in _by_taking_part(case, type(form), answers):
        yield Implied(who, _with_their_own(who, (*topics, *told)), form.title)
    for who in also_there(case, form):
        own = () if who in case.people else (Topic.HAPPENED,)
        yield Implied(who, (*own, *told), form.title)


@cache
def _teaches(form: FormType) -> bool:
    """Return whether any question of a form, or of its rows, says that somebody learns by it."""
    return any(_topics(one) or (one.row and _teaches(one.row)) for one in questions_of(form)) or (
        now_known(form) is not None
    )


def beforehand(case: Case, form: type[Form], answers: Answers) -> tuple[Topic, ...]:
    """Return what whoever answers to a form name as met is taken to know by it, in order.

    A letter about one child hides every other, and a parent is told of their own alone: so who is
    pictured, or shared it, is taken to be known only where that is nobody else.
    """
    question, met = now_known(form), whom_met(case, form, answers)
    if not (question and met and question.shown(answers)):
        return ()
    answers = answers_with_one(form, answers, case.same)
    about = set(people_named(form, answers))
    for answer in answers.values():
        about |= _of_referral(case, answer)
    said = [one for one in _topics(question) if _is_of(case, one, about)]
    if answers.get(name_of(BodyContact.way)) is Way.WRITING and _issued(case, answers):
        said += [one for one in _BY_LETTER if _in_letter(case, one, met, about)]
    taught = _with_their_own(met, tuple(said))
    return tuple(one for one in Topic if one in taught)


@cache
def now_known(form: FormType) -> Question | None:
    """Return the question of a form that asks what somebody now knows; None if it has none."""
    return next(
        (
            one
            for one in questions_of(form)
            if one.ask.teaches is not None and one.kind is AnswerKind.SEVERAL_OF
        ),
        None,
    )


@cache
def meeting(form: FormType) -> Question | None:
    """Return the question of a form that names who somebody speaks with; None if it has none."""
    return next((question for question in questions_of(form) if question.ask.meets), None)


def bodies_told(case: Case) -> Mapping[EntryId, str]:
    """Return the key under which the body of each referral knows something, by its first entry."""
    found = {one.id: SOCIAL_CARE for one in case.referrals}
    return found | {one.id: _body_of(one.opened) for one in case.body_referrals}


def _with_their_own(who: str, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """Return topics, with the part of a body itself where they are what that body knows."""
    own = _OF_THEMSELVES.get(who)
    return (*topics, own) if own and topics and own not in topics else topics


def _body_of(opened: BodyReferralOpened) -> str:
    return POLICE if opened.body in POLICE_BODIES else opened.name


def whom_met(case: Case, form: FormType, answers: Answers) -> str | None:
    """Return whom answers name as met: a person's id, a body's key, or a name as written.

    A record that was joined to another since they were typed is read as that one.
    """
    question = meeting(form)
    if question is None:
        return None
    return _knower(case, question, answers_with_one(form, answers, case.same).get(question.name))


def _knower(case: Case, question: Question, answer: Answer) -> str | None:
    """Return whom an answer names: a person's id, a body's key, or a name as written."""
    if question.kind is AnswerKind.ENTRY:
        return bodies_told(case).get(str(answer))
    if question.kind is AnswerKind.LINE and answer:
        return _named(case, str(answer))
    return answer.name if isinstance(answer, StaffMember) else str(answer or "") or None


def _named(case: Case, line: str) -> str:
    """Return the id of the one person of the case whose whole name was typed, else what was."""
    name = names.key(names.before_role(line))
    found = [key for key, one in case.people.items() if names.key(one.person.name) == name]
    return found[0] if len(found) == 1 else line


def _by_taking_part(
    case: Case, form: FormType, answers: Answers
) -> Iterator[tuple[str, tuple[Topic, ...]]]:
    """Yield whom the answers to a form, or to a row of it, name as taking part or as told."""
    for question in questions_of(form):
        answer, topics = answers.get(question.name), _topics(question)
        if not answer or not question.shown(answers):
            continue
        if question.row and isinstance(answer, tuple):
            for row in answer:
                assert isinstance(row, dict)
                yield from _by_taking_part(case, question.row, row)
        elif topics and question.kind is AnswerKind.YES_NO_UNKNOWN:
            if answer is YesNoUnknown.YES:
                yield from ((who, topics) for who in people_named(form, answers))
        elif (
            topics
            and question.kind is not AnswerKind.SEVERAL_OF
            and (who := _knower(case, question, answer))
        ):
            yield who, topics


def also_there(case: Case, form: Form) -> Iterator[str]:
    """Yield who else was there when somebody was spoken with: people of the case, then its staff.

    Of what was typed only what is somebody’s name counts, and a first name that no two have: who is
    written of in other words, as that they were asked to come, was perhaps not there.
    """
    if not isinstance(form, LearnerConversation | ParentContact) or not form.present:
        return
    typed = {names.key(one) for one in _NEXT.split(form.present)}
    called = {key: known.person.name for key, known in case.people.items()}
    firsts = {key: names.key(names.first_name(name)) for key, name in called.items()}
    alone = {first for first, many in Counter(firsts.values()).items() if many == 1}
    for key, name in called.items():
        if names.key(name) in typed or firsts[key] in typed & alone:
            yield key
    staff = dict.fromkeys(one.name for one in staff_named(case))
    yield from (name for name in staff if names.key(name) in typed)


_NEXT = re.compile(r"[;,]|\band\b")
"""What stands between the people of a line."""


def _topics(question: Question) -> tuple[Topic, ...]:
    """Return what whoever a question names knows; staff who did something, that it happened."""
    if question.ask.teaches is None:
        return (Topic.HAPPENED,) if question.kind is AnswerKind.STAFF else ()
    return tuple(Topic(one) for one in question.ask.teaches)


def _of_referral(case: Case, answer: Answer) -> set[str]:
    """Return whom a referral is about that an answer points at."""
    opened: list[Form] = [one.opened for one in case.referrals if one.id == answer]
    opened += [one.opened for one in case.body_referrals if one.id == answer]
    return {who for one in opened for who in people_named(type(one), answers_of(one))}


def _is_of(case: Case, topic: Topic, about: set[str]) -> bool:
    """Return whether a topic is of nobody but these people, or has to do with no part in it."""
    if topic is Topic.POLICE:
        return _police_told(case)
    if topic not in _PARTS:
        return True
    theirs = with_part(case, topic)
    return bool(theirs) and theirs <= about


def _in_letter(case: Case, topic: Topic, met: str, about: set[str]) -> bool:
    """Return whether a letter says this to a body. The police alone are told of everybody."""
    if topic is Topic.REFERRED:
        return any(one.made for one in case.referrals)
    if topic is Topic.DEVICE:
        return met == POLICE and bool(case.all_of(DeviceTaken))
    if met == POLICE and topic in _PARTS:
        return bool(with_part(case, topic))
    return _is_of(case, topic, about)


def _issued(case: Case, answers: Answers) -> bool:
    """Return whether a paper was issued on the referral that answers point at."""
    referral = answers.get(name_of(BodyContact.referral))
    return any(one.referral == referral for one in case.all_of(DocumentIssued))


def with_part(case: Case, topic: Topic) -> set[str]:
    """Return who in a case has the part that a topic is about, by id."""
    parts = _PARTS[topic]
    return {key for key, one in case.people.items() if any(part in one.roles for part in parts)}


def _police_told(case: Case) -> bool:
    """Return whether the police or CEOP were told: a letter names the other bodies that were."""
    return any(one.made and one.opened.body in POLICE_BODIES for one in case.body_referrals)


def _by_name(case: Case, form: Form) -> Iterator[Implied]:
    match form:
        case ParentDecision():
            yield from _deciding(case, form)
        case DeviceInstruction() | DeviceMoved(movement=Movement.POLICE):
            yield Implied(POLICE, (Topic.HAPPENED, Topic.POLICE, Topic.DEVICE), form.title)
        case DeviceTaken(owner=str(owner), handed_by=by) if names.contains(by, case.names[owner]):
            yield Implied(owner, (Topic.DEVICE,), form.title)


def _deciding(case: Case, form: ParentDecision) -> Iterator[Implied]:
    """Yield what a decision on telling a parent implies.

    Only a decision to tell frees topics, and not while they are not told of another child.
    """
    decided = case.stands.of(Fact.DECISION, form.parent)
    tell = form.decision is Telling.TELL
    if tell and any(one.answer is not Telling.TELL for one in decided):
        return
    yield Implied(
        form.parent,
        tuple(Topic),
        form.decision.label,
        knowing=Knowing.FREE if tell else Knowing.NOT_TO_KNOW,
        why=form.why or "",
        until=form.review_on,
    )
