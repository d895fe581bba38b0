"""Add a parent or carer to a case where a form asks for one: new, or already in the case."""

from uuid import uuid4

import msgspec

from app.casework.recording import missing_now, seal
from app.casework.session import Session
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.families import family_links
from app.domain.forms.person import NewParent, PeopleNamed
from app.domain.kit.answers import A_LEARNER, A_PARENT, Involved, Person, PersonKind, Role
from app.domain.kit.checks import Problem, problems
from app.domain.kit.form import Answers, given, name_of


class NamedPerson(msgspec.Struct, frozen=True):
    """A person who is in the case now, the case as it now is, and a sentence on what was done."""

    case: Case
    person: Person
    said: str


def what_a_parent_lacks(session: Session, case: Case, answers: Answers) -> tuple[Problem, ...]:
    """Return what stops a parent or carer from being added, each at a question of `NewParent`."""
    found = problems(NewParent, answers, session.now())
    if found:
        return found
    involved = _involved(case, answers)
    if A_LEARNER.fits(involved):
        sentence = (
            f"{involved.person.name} is a learner of this case. If a parent or carer bears the "
            f"same name, name both under “{PeopleNamed.title}” and say there which is which."
        )
        return (Problem(_NAME, sentence),)
    entry = _entry(involved, answers)
    missing = missing_now(session, PeopleNamed, entry, case)
    return tuple(one if one.name in answers else Problem(_NAME, one.sentence) for one in missing)


def name_parent(session: Session, case: Case, answers: Answers) -> NamedPerson:
    """Seal who a parent or carer is, of which child, and how they came to be named.

    A person of the case with the same name is taken to be that parent: no second record is made,
    and nothing already in the record is sealed again. Raises ValueError when something is missing
    (`what_a_parent_lacks`), and the vault's errors when it cannot be kept.
    """
    involved = _involved(case, answers)
    person = involved.person
    before = case.people.get(person.id)
    link = (person.id, given(answers, NewParent.parent_of))
    if not (
        before
        and A_PARENT.fits(Involved(before.person, before.roles))
        and link in family_links(case)
    ):
        case = seal(session, PeopleNamed, _entry(involved, answers), case=case)
    said = (
        "was named in this case already: that record is chosen"
        if before
        else "is added to the case"
    )
    return NamedPerson(case, person, f"{person.name} {said}.")


_NAME = name_of(NewParent.name)


def _involved(case: Case, answers: Answers) -> Involved:
    """Return the person of the case who has the name, or a new one, with their parts in it.

    What stays open when a person is named again stays as it was.
    """
    name = (given(answers, NewParent.name) or "").strip()
    known_as = (given(answers, NewParent.known_as) or "").strip()
    alike = [one for one in case.people.values() if names.same(one.person.name, name)]
    alike.sort(key=lambda one: not A_PARENT.fits(Involved(one.person, one.roles)))
    if not alike:
        new = Person(id=str(uuid4()), kind=PersonKind.PARENT, name=name, known_as=known_as)
        return Involved(new, (Role.FAMILY,))
    before, roles = alike[0].person, alike[0].roles
    person = Person(id=before.id, kind=before.kind, name=before.name, known_as=known_as)
    return Involved(person, tuple(dict.fromkeys((*roles, Role.FAMILY))))


def _entry(involved: Involved, answers: Answers) -> Answers:
    return {
        name_of(PeopleNamed.people): (involved,),
        name_of(PeopleNamed.parent_of): given(answers, NewParent.parent_of),
        name_of(PeopleNamed.why): given(answers, NewParent.why),
    }
