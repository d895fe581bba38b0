"""A parent or carer is added where a form asks for one, with whose they are, and never twice."""

import pytest

from app.casework.naming import name_parent, what_a_parent_lacks
from app.casework.recording import seal
from app.domain.case.families import family_links
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import NewParent, PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.form import questions_of
from tests.casefold import concern
from tests.domain.people_of_two import PARENTS

FERN = {"name": "Fern Stone", "parent_of": "ava", "why": "Ava says so."}


@pytest.fixture
def case(session):
    opened = seal(session, ConcernReceived, concern())
    return seal(session, *PARENTS, case=opened)


def test_somebody_new_is_sealed_as_family_of_the_learner(session, case):
    named = name_parent(session, case, FERN)
    known = named.case.people[named.person.id]
    assert (known.person.kind, known.roles) == (PersonKind.PARENT, (Role.FAMILY,))
    assert (named.person.id, "ava") in family_links(named.case)
    assert named.case.entries[-1].form.why == "Ava says so."
    assert named.said == "Fern Stone is added to the case."


def test_a_name_of_the_case_is_the_person_who_bears_it_however_it_is_written(session, case):
    named = name_parent(session, case, FERN | {"name": "dee  STONE", "known_as": "Dodo"})
    assert named.person.id == "dee"
    assert len(named.case.people) == len(case.people)
    assert named.case.people["dee"].person.known_as == "Dodo"
    assert ("dee", "ava") in family_links(named.case)
    assert "already" in named.said


def test_what_the_record_says_already_is_not_sealed_again(session, case):
    once = name_parent(session, case, FERN).case
    assert name_parent(session, once, FERN).case is once
    assert name_parent(session, once, FERN | {"parent_of": "ben"}).case is not once


def test_another_adult_of_that_name_gets_the_part_and_stays_what_they_are(session, case):
    carer = Person(id="cal", kind=PersonKind.ADULT, name="Cal Roe")
    told = {"people": (Involved(carer, (Role.TOLD_US,)),), "why": "He rang."}
    case = seal(session, PeopleNamed, told, case=case)
    known = name_parent(session, case, FERN | {"name": "Cal Roe"}).case.people["cal"]
    assert known.person.kind is PersonKind.ADULT
    assert known.roles == (Role.TOLD_US, Role.FAMILY)


@pytest.mark.parametrize("asked", [one.name for one in questions_of(NewParent) if one.required])
def test_what_is_asked_of_a_parent_is_asked_for(session, case, asked):
    (problem,) = what_a_parent_lacks(session, case, {**FERN, asked: None})
    assert problem.name == asked


def test_a_learner_of_that_name_is_not_taken_for_their_own_parent(session, case):
    (problem,) = what_a_parent_lacks(
        session, case, FERN | {"name": "Ben Marsh", "parent_of": "ben"}
    )
    assert problem.name == "name"
    assert "which is which" in problem.sentence
    assert what_a_parent_lacks(session, case, FERN) == ()
