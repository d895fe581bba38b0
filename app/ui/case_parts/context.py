"""The context in which a form of a case is filled in: people, staff, entries to refer to."""

from collections.abc import Callable
from datetime import date
from functools import partial

from app.casework.named_before import papers_naming
from app.casework.reading import find_people, other_cases, write_case
from app.casework.session import Session
from app.casework.staff import staff_of, who_may
from app.domain.case.ages import began
from app.domain.case.case import Case
from app.domain.case.marks import services_in
from app.domain.case.people import PersonInCase, taken_by
from app.domain.case.reviews import people_named
from app.domain.forms.knowledge import Knower, KnowledgeNoted
from app.domain.forms.person import PartChanged, PeopleMerged, PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import (
    A_LEARNER,
    ANYONE,
    SETTLING,
    Answer,
    AnswerKind,
    Person,
    Refers,
    Who,
)
from app.domain.kit.doubts import far_from
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers, Form, Question, Row, name_of, questions_of
from app.domain.kit.moments import day_of
from app.domain.kit.wording import lower
from app.domain.owed.people import involved_learners
from app.domain.owed.references import likely_reference, references
from app.domain.rules.shared import shared_answers
from app.ui.forms.context import Adding, FormContext
from app.ui.forms.earlier_cases import earlier_sentence


def context_for(
    session: Session,
    form: type[Form],
    look: Callable[[], Case | None],
    *,
    own: str = "",
    adding: Adding | None = None,
) -> FormContext:
    """Build the context for the editors of one form. `own` is the id its entry will have.

    `look` returns the case as it is now: people may be added while the form is filled in.
    """
    case = look()
    return FormContext(
        now=session.now,
        far=lambda day: _far(session, look(), day),
        whom=lambda who: _whom(session, form, look(), who),
        adding=adding,
        find_people=partial(_find, session),
        other_cases=lambda person: cases_besides(session, look(), person),
        papers_naming=lambda person: papers_naming(session, look(), person),
        hint=lambda question: _hint(session, look(), question),
        staff=staff_of(session, case),
        who_may=partial(who_may, session),
        references=lambda refers: _references(session, look(), refers),
        own=own,
        services=services_in(case) if case else (),
        wording=session.wording,
    )


def _far(session: Session, case: Case | None, day: date) -> str:
    return far_from(day, day_of(session.now()), began(case.current) if case else None)


def _find(session: Session, like: str) -> list[Person]:
    return list(find_people(session, like))


def cases_besides(session: Session, case: Case | None, person: Person) -> tuple[str, ...]:
    """Return the other cases that name somebody, each in words that tell nothing of it."""
    found = other_cases(session, person, case.id if case else None)
    return tuple(write_case(one) for one in found)


def _hint(session: Session, case: Case | None, question: Question) -> str:
    """Return where the casebook has the learners involved before, for a question that asks it."""
    if not (question.ask.of_before and case):
        return ""
    found = {
        known.person.name: earlier_sentence(cases_besides(session, case, known.person))
        for known in involved_learners(case)
    }
    return " ".join(f"{name}: {lower(words)}" for name, words in found.items() if words)


def _whom(session: Session, form: type[Form], case: Case | None, who: Who) -> tuple[Person, ...]:
    if not case:
        return ()
    people = taken_by(who, case.people, day_of(session.now()))
    if form is PeopleMerged:  # so that a wrong merge can be corrected
        joined = (one for known in case.people.values() for one in known.joined)
        people += tuple(one for one in joined if one.id not in case.people)
    return people


def _references(session: Session, case: Case | None, refers: Refers) -> tuple[tuple[str, str], ...]:
    found = references(case, refers, session.clocks) if case else ()
    return tuple((target.key, target.words) for target in found)


def starting_answers(
    session: Session, form: type[Form], case: Case | None, about: str | None
) -> Answers:
    """Return answers that need no asking: what the form is about, where there is only one.

    `about` is the id of the person or referral the form was opened from. Never fill in a judgement,
    or that something is settled.
    """
    answers: dict[str, Answer] = {}
    if case is None:
        return answers
    asked = questions_of(form)
    first = next((question for question in asked if question.kind is AnswerKind.PERSON), None)
    for question in asked:
        refers = question.ask.refers_to
        if refers and refers not in SETTLING:
            found = references(case, refers, session.clocks)
            answers[question.name] = about or (
                likely_reference(found, form) if question.required else None
            )
        elif question.kind is AnswerKind.PERSON:
            answers[question.name] = _likely(
                session, case, question, about, first=question is first
            )
        elif question.row:
            answers[question.name] = _a_row_each(case, question.row)
    if form is ReferralBackground:
        referral = answers.get(name_of(ReferralBackground.referral))
        answers |= shared_answers(case, str(referral or ""))
    if form is PersonDetails and about and about in case.people:
        answers |= _details(case.people[about])
    if form is PartChanged and about and about in case.people:
        answers[name_of(PartChanged.person)] = about
        answers[name_of(PartChanged.roles)] = case.people[about].roles or None
    if form is KnowledgeNoted and about:
        answers |= _knower(case, about)
    return {name: answer for name, answer in answers.items() if answer is not None}


def _a_row_each(case: Case, row: type[Row]) -> Answer:
    """Return a row for each learner involved, if a row records whether somebody spoke with them."""
    asked = questions_of(row)
    if not any(question.ask.settles for question in asked):
        return None
    whom = next(question for question in asked if question.kind is AnswerKind.PERSON)
    return tuple({whom.name: known.person.id} for known in involved_learners(case)) or None


def _likely(
    session: Session, case: Case, question: Question, about: str | None, *, first: bool
) -> str | None:
    """Return the person a question is about: the one the form was opened for, or the only option.

    Leave an optional question open, unless the form was opened for somebody.
    """
    who = question.ask.who
    if who == ANYONE:
        return about if first and about in case.people else None
    taken = [person.id for person in taken_by(who, case.people, day_of(session.now()))]
    if about in taken:
        return about
    needed = question.required or question.ask.required_if is not None
    return taken[0] if needed and len(taken) == 1 else None


def learner_named(session: Session, case: Case, form: type[Form], answers: Answers) -> str | None:
    """Return the id of the one learner the answers are about, else of the only learner there is."""
    named = {*people_named(form, answers)}
    named |= {one.opened.child for one in case.referrals if one.id in answers.values()}
    learners = {one.id for one in taken_by(A_LEARNER, case.people, day_of(session.now()))}
    found = named & learners or learners
    return found.pop() if len(found) == 1 else None


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
