"""What a form of this case is filled in with: people, staff, entries it may point to."""

from functools import partial
from uuid import uuid4

from app.casework.desk import Desk
from app.casework.reading import find_people, staff_of
from app.domain.answers import ANYONE, SETTLING, Answer, Kind, Person, Refers, Who
from app.domain.case import Case
from app.domain.form import Answers, Entry, Question, answers_to_edit, name_of, questions_of
from app.domain.marks import services_in
from app.domain.moments import day_of
from app.domain.people import PersonInCase, takes
from app.domain.stages.knowledge import Knower, KnowledgeNoted
from app.domain.stages.parts import PartChanged, PeopleMerged
from app.domain.stages.person import PersonDetails
from app.domain.targets import likely, targets
from app.ui.forms.context import FormContext


def context_for(desk: Desk, form: type[Entry], case: Case | None, *, own: str = "") -> FormContext:
    """Gather what the editors of one form need to know. `own` is the id its entry will have."""
    return FormContext(
        now=desk.now,
        new_id=lambda: str(uuid4()),
        people=_people(form, case) if case else (),
        whom=partial(_whom, desk, case),
        find_people=partial(_find, desk),
        staff=staff_of(desk),
        targets=partial(_targets, desk, case),
        own=own,
        services=services_in(case) if case else (),
        wording=desk.wording,
    )


def _find(desk: Desk, like: str) -> list[Person]:
    return list(find_people(desk, like))


def _people(form: type[Entry], case: Case) -> tuple[Person, ...]:
    people = tuple(known.person for known in case.people.values())
    if form is PeopleMerged:  # so that a joining can be corrected
        people += tuple(
            one
            for known in case.people.values()
            for one in known.joined
            if one.id not in case.people
        )
    return people


def _whom(desk: Desk, case: Case | None, who: Who) -> tuple[Person, ...]:
    today = day_of(desk.now())
    people = case.people.values() if case else ()
    return tuple(known.person for known in people if takes(who, known, today))


def _targets(desk: Desk, case: Case | None, refers: Refers) -> tuple[tuple[str, str], ...]:
    found = targets(case, refers, desk.clocks) if case else ()
    return tuple((target.key, target.words) for target in found)


def starting_answers(
    desk: Desk, form: type[Entry], case: Case | None, about: str | None
) -> Answers:
    """Return what need not be asked again: what the form is about, where there is only one.

    `about` is the id of the person or referral the form was opened from. Nothing that could read as
    a judgement is ever filled in, nor that something is settled.
    """
    answers: dict[str, Answer] = {}
    if case is None:
        return answers
    asked = questions_of(form)
    first = next((question for question in asked if question.kind is Kind.PERSON), None)
    for question in asked:
        refers = question.ask.refers_to
        if refers and refers not in SETTLING:
            found = targets(case, refers, desk.clocks)
            answers[question.name] = about or (likely(found, form) if question.required else None)
        elif question.kind is Kind.PERSON:
            answers[question.name] = _likely(desk, case, question, about, first=question is first)
    if form is PersonDetails and about and about in case.people:
        answers |= _details(case.people[about])
    if form is PartChanged and about and about in case.people:
        answers[name_of(PartChanged.person)] = about
        answers[name_of(PartChanged.roles)] = case.people[about].roles or None
    if form is KnowledgeNoted and about:
        answers |= _knower(case, about)
    return {name: answer for name, answer in answers.items() if answer is not None}


def _likely(
    desk: Desk, case: Case, question: Question, about: str | None, *, first: bool
) -> str | None:
    """Return whom a question is about: who the form was opened for, or the only one it takes."""
    who = question.ask.who
    if who == ANYONE:
        return about if first and about in case.people else None
    taken = [person.id for person in _whom(desk, case, who)]
    if about in taken:
        return about
    return taken[0] if len(taken) == 1 else None


def _knower(case: Case, about: str) -> dict[str, Answer]:
    who, person = name_of(KnowledgeNoted.who), name_of(KnowledgeNoted.person)
    if about in case.people:
        return {who: Knower.PERSON, person: about}
    return {who: Knower(about)} if about in {knower.value for knower in Knower} else {}


def _details(known: PersonInCase) -> dict[str, Answer]:
    person = known.person
    return (answers_to_edit(known.details) if known.details else {}) | {
        name_of(PersonDetails.person): person.id,
        name_of(PersonDetails.kind): person.kind,
        name_of(PersonDetails.name): person.name,
        name_of(PersonDetails.known_as): person.known_as or None,
        name_of(PersonDetails.born): person.born,
        name_of(PersonDetails.group): person.group or None,
        name_of(PersonDetails.roles): known.roles,
    }
