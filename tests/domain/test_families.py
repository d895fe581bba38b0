"""Parents belong to the children the record connects them with, and to no others."""

import pytest

from app.domain.case.families import children_of_parent, family_links, rules_of_contact
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleNamed, PersonDetails, Relative
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from tests.casefold import AVA, concern_case
from tests.domain.people_of_two import MET, NOT_TOLD, PARENTS

OPENED = {
    "child": "ben",
    "threshold": "need",
    "team": "Exampleshire MASH",
    "why_now": "Now.",
    "safe_now": "At home.",
    "asked_for": "Help.",
}


def at_home(*names):
    household = tuple(Relative(name=name, relation="Parent") for name in names)
    return PersonDetails, {
        "person": "ben",
        "kind": PersonKind.LEARNER,
        "name": "Ben Marsh",
        "household": household,
    }


def test_being_named_in_one_case_connects_nobody():
    assert family_links(concern_case(PARENTS)) == frozenset()


def test_a_contact_or_a_decision_connects_a_parent_with_the_child_it_names():
    case = concern_case(PARENTS, (ParentContact, MET), (ParentDecision, NOT_TOLD))
    assert family_links(case) == {("dee", "ava"), ("karl", "ava")}
    assert children_of_parent(case, "dee") == {"ava"}


def test_whom_a_referral_says_was_told_belongs_to_its_child():
    told = ParentTold(who="dee", told=YesNoUnknown.YES, how="By telephone.")
    background = {"referral": "entry-3", "parents": (told,)}
    case = concern_case(PARENTS, (ReferralOpened, OPENED), (ReferralBackground, background))
    assert family_links(case) == {("dee", "ben")}


def test_an_entry_that_names_a_parent_says_whose():
    form, named = PARENTS
    case = concern_case((form, named | {"parent_of": "ben"}))
    assert family_links(case) == {("dee", "ben"), ("karl", "ben")}


def test_a_sister_named_with_a_parent_is_nobody_s_parent():
    sister = Person(id="eva", kind=PersonKind.LEARNER, name="Eva Stone")
    form, named = PARENTS
    people = (*named["people"][:1], Involved(sister, (Role.FAMILY,)))
    named = named | {"people": people, "parent_of": "ava", "family_of": "Of Ava."}
    assert family_links(concern_case((form, named))) == {("dee", "ava")}


def test_the_household_connects_by_name_unless_two_people_have_it():
    assert family_links(concern_case(PARENTS, at_home("dee stone"))) == {("dee", "ben")}
    other = Person(id="dee2", kind=PersonKind.PARENT, name="Dee Stone")
    twice = (PeopleNamed, {"people": (Involved(other, (Role.FAMILY,)),), "why": "Also."})
    assert family_links(concern_case(PARENTS, twice, at_home("Dee Stone"))) == frozenset()


def test_another_learner_in_the_household_is_no_parent():
    assert family_links(concern_case(PARENTS, at_home("Ava Stone"))) == frozenset()


def ruled(person, kind, name, rule):
    told = {"person": person, "kind": kind, "name": name, "may_contact": rule}
    return PersonDetails, told


RULED = (
    ruled("ava", PersonKind.LEARNER, "Ava Stone", "Mother only."),
    ruled("ben", PersonKind.LEARNER, "Ben Marsh", "Ring his aunt."),
    ruled("dee", PersonKind.PARENT, "Dee Stone", "Never at work."),
)


@pytest.mark.parametrize(
    ("person", "read"),
    [
        ("dee", ("Ava Stone: Mother only.", "Dee Stone: Never at work.")),
        ("ava", ("Ava Stone: Mother only.",)),
        ("ben", ("Ben Marsh: Ring his aunt.",)),
        ("nobody", ()),
    ],
)
def test_the_rules_of_contact_are_those_of_their_own_family(person, read):
    pictured = Involved(AVA, (Role.PICTURED,))
    case = concern_case(PARENTS, (ParentContact, MET), *RULED, people=(pictured,))
    assert rules_of_contact(case, person) == read


def test_a_parent_connected_with_no_child_is_spoken_with_by_every_rule_there_is():
    every = ("Ava Stone: Mother only.", "Ben Marsh: Ring his aunt.")
    assert rules_of_contact(concern_case(PARENTS, *RULED[:2]), "karl") == every
