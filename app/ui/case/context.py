"""What a form of this case is filled in with: people, staff, entries it may point to."""

from functools import partial
from uuid import uuid4

from app.casework.desk import Desk
from app.casework.reading import find_people, staff_of
from app.domain.actions import open_actions
from app.domain.answers import Answer, Kind, Person
from app.domain.case import Case
from app.domain.form import Answers, Entry, answers_to_edit, questions_of
from app.domain.moments import day_of
from app.domain.people import PersonInCase, children_of
from app.domain.stages.knowledge import Knower, KnowledgeNoted
from app.domain.stages.note import Note
from app.domain.stages.parts import PartChanged, PeopleMerged
from app.domain.stages.person import PersonDetails
from app.domain.stages.social_care import ReferralOpened, ReferralReply, ReferralSent
from app.ui.forms.context import FormContext


def context_for(desk: Desk, form: type[Entry], case: Case | None) -> FormContext:
    """Gather what the editors of one form need to know."""
    return FormContext(
        now=desk.now,
        new_id=lambda: str(uuid4()),
        people=_people(desk, form, case) if case else (),
        find_people=partial(_find, desk),
        staff=staff_of(desk),
        entries=_entries(form, case) if case else (),
        wording=desk.wording,
    )


def _find(desk: Desk, like: str) -> list[Person]:
    return list(find_people(desk, like))


def _people(desk: Desk, form: type[Entry], case: Case) -> tuple[Person, ...]:
    if form is ReferralOpened:
        children = children_of(case.people, day_of(desk.now()))
        return tuple(known.person for known in children)
    people = tuple(known.person for known in case.people.values())
    if form is PeopleMerged:  # so that a joining can be corrected
        people += tuple(
            one
            for known in case.people.values()
            for one in known.joined
            if one.id not in case.people
        )
    return people


def _entries(form: type[Entry], case: Case) -> tuple[tuple[str, str], ...]:
    if form is Note:
        return tuple((key, action.what) for key, action in open_actions(case.current).items())
    return tuple((referral.id, case.names[referral.id]) for referral in case.referrals)


def starting_answers(form: type[Entry], case: Case | None, about: str | None) -> Answers:
    """Give what need not be asked again: what the form is about, where there is only one candidate.

    `about` is the id of the person or referral the form was opened from. Nothing that could read as
    a judgement is ever filled in.
    """
    answers: dict[str, Answer] = {}
    if case is None:
        return answers
    for question in questions_of(form):
        if question.kind is Kind.ENTRY and form is not Note:
            answers[question.name] = about or _only_referral(form, case)
    if form is PersonDetails and about and about in case.people:
        answers |= _details(case.people[about])
    if form is PartChanged and about and about in case.people:
        answers |= {"person": about, "roles": case.people[about].roles or None}
    if form is KnowledgeNoted and about:
        answers |= _knower(case, about)
    if form is PeopleMerged and about in case.people:
        answers["keep"] = about
    if form is ReferralOpened and about in case.people:
        answers["child"] = about
    return {name: answer for name, answer in answers.items() if answer is not None}


def _only_referral(form: type[Entry], case: Case) -> str | None:
    """Give the referral a step can only belong to: the only one, or the only one that waits."""
    waiting = [referral.id for referral in case.referrals]
    if form is ReferralSent:
        waiting = [one.id for one in case.referrals if not one.sent] or waiting
    if form is ReferralReply:
        waiting = [one.id for one in case.referrals if one.sent and not one.replies] or waiting
    return waiting[0] if len(waiting) == 1 else None


def _knower(case: Case, about: str) -> dict[str, Answer]:
    if about in case.people:
        return {"who": Knower.PERSON, "person": about}
    return {"who": Knower(about)} if about in {knower.value for knower in Knower} else {}


def _details(known: PersonInCase) -> dict[str, Answer]:
    person = known.person
    return (answers_to_edit(known.details) if known.details else {}) | {
        "person": person.id,
        "kind": person.kind,
        "name": person.name,
        "known_as": person.known_as or None,
        "born": person.born,
        "group": person.group or None,
        "roles": known.roles,
    }
