"""What a form of this case is filled in with: people, staff, entries it may point to."""

from functools import partial

from app.casework.desk import Desk
from app.casework.reading import find_people, staff_of
from app.domain.actions import open_actions
from app.domain.answers import Answer, Kind, Person
from app.domain.case import Case
from app.domain.clocks import may_be_missed
from app.domain.copies import copy_questions
from app.domain.form import Answers, Entry, answers_to_edit, questions_of
from app.domain.marks import services_in
from app.domain.moments import day_of, write_day
from app.domain.people import PersonInCase, children_of
from app.domain.pointed import POINTS_TO, pointed_to
from app.domain.reviews import ToReview, people_named, reviews_of
from app.domain.stages.bodies import BodyContact, BodyOutcome
from app.domain.stages.copies import CopyChanged
from app.domain.stages.knowledge import Knower, KnowledgeNoted
from app.domain.stages.late import ClockMissed
from app.domain.stages.note import Note
from app.domain.stages.parts import PartChanged, PeopleMerged
from app.domain.stages.person import PersonDetails
from app.domain.stages.requests import RemovalReply, RemovalRequested
from app.domain.stages.social_care import ReferralOpened, ReferralReply, ReferralSent
from app.domain.whom import may_be
from app.ui.forms.context import FormContext


def context_for(desk: Desk, form: type[Entry], case: Case | None, *, own: str = "") -> FormContext:
    """Gather what the editors of one form need to know. `own` is the id its entry will have."""
    return FormContext(
        now=desk.now,
        people=_people(desk, form, case) if case else (),
        narrowed=_narrowed(form, case) if case else {},
        find_people=partial(_find, desk),
        staff=staff_of(desk),
        entries=_entries(desk, form, case) if case else (),
        own=own,
        services=services_in(case) if case else (),
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


def _narrowed(form: type[Entry], case: Case) -> dict[str, tuple[Person, ...]]:
    if form is ReferralOpened:
        return {}
    return {
        question.name: tuple(known.person for known in may_be(case, question.name))
        for question in questions_of(form)
        if question.kind is Kind.PERSON
    }


def _entries(desk: Desk, form: type[Entry], case: Case) -> tuple[tuple[str, str], ...]:
    if form is Note:
        agreed = [(key, action.what) for key, action in open_actions(case.current).items()]
        return (*agreed, *((day.key, _day_words(case, day)) for day in reviews_of(case.current)))
    if form is ClockMissed:
        return may_be_missed(case, desk.clocks)
    if form in POINTS_TO:
        return pointed_to(form, case.current)
    return tuple((key, case.names[key]) for key in _may_be_about(form, case))


def _day_words(case: Case, day: ToReview) -> str:
    """Say what is to be done and for whom: `Review the support plan: Alex Example, 3 Dec 2026`."""
    whom = next(iter(people_named(day.item.form)), "")
    words = (case.names.get(whom, ""), write_day(day.on))
    return f"{day.what}: {', '.join(filter(None, words))}"


def _may_be_about(form: type[Entry], case: Case) -> tuple[str, ...]:
    """Give the ids of the copies, requests or referrals a form may be a step of."""
    if form in {CopyChanged, RemovalRequested} or copy_questions(form):
        return tuple(case.copies)
    if form is RemovalReply:
        return tuple(case.requests)
    if form in {BodyContact, BodyOutcome}:
        return tuple(referral.id for referral in case.body_referrals)
    return tuple(referral.id for referral in case.referrals)


def starting_answers(form: type[Entry], case: Case | None, about: str | None) -> Answers:
    """Give what need not be asked again: what the form is about, where there is only one candidate.

    `about` is the id of the person or referral the form was opened from. Nothing that could read as
    a judgement is ever filled in.
    """
    answers: dict[str, Answer] = {}
    if case is None:
        return answers
    for question in questions_of(form):
        if question.kind is Kind.ENTRY and form not in {Note, ClockMissed}:
            answers[question.name] = about or (_only(form, case) if question.required else None)
        elif question.kind is Kind.PERSON:
            likely = [known.person.id for known in may_be(case, question.name)]
            only = likely[0] if len(likely) == 1 else None
            answers[question.name] = about if about in likely else only
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


def _only(form: type[Entry], case: Case) -> str | None:
    """Give the one earlier entry a form can be about: the only one, or the only one that waits."""
    ids = list(_may_be_about(form, case))
    if form is RemovalReply:
        ids = [key for key in ids if case.requests[key].waiting] or ids
    if form is ReferralSent:
        ids = [one.id for one in case.referrals if not one.sent] or ids
    if form is ReferralReply:
        ids = [one.id for one in case.referrals if one.sent and not one.replies] or ids
    if form in POINTS_TO:
        ids = [key for key, _ in pointed_to(form, case.current)]
    return ids[0] if len(ids) == 1 else None


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
