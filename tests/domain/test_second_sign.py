"""That a copy is gone is confirmed by somebody who has not got it, whatever they are called."""

import pytest

from app.domain.forms.copies import CopyState, HolderKind
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from tests.domain.ledger import BENS, FIRST, changed, ledger_case
from tests.grids import in_each

DEE = Person(id="dee", kind=PersonKind.PARENT, name="Dee Marsh", known_as="Didi, D. Holt")
BENNY = Person(id="benny", kind=PersonKind.LEARNER, name="Benedict Marsh", known_as="Benno")
NAMED = (
    PeopleNamed,
    {
        "people": (Involved(DEE, (Role.FAMILY,)), Involved(BENNY, (Role.RECEIVED,))),
        "why": "Ben said.",
    },
)
ONE = (
    PeopleMerged,
    {"keep": "ben", "other": "benny", "same": YesNoUnknown.YES, "name": "Ben Marsh", "why": "So."},
)
OWNED = [HolderKind.PERSON, HolderKind.DEVICE, HolderKind.BACKUP]


def refused(by, held_by=HolderKind.DEVICE, person="ben", **row):
    held = BENS | {"held_by": held_by, "person": person} | row
    case = ledger_case(NAMED, ONE, rows=(held,))
    form, answers = changed(FIRST, CopyState.CONFIRMED, confirmed_by=by)
    return [one.sentence for one in gate_problems(form, answers, case)]


@pytest.mark.parametrize("held_by", OWNED)
@in_each(
    "by",
    [
        "Ben Marsh",
        "MARSH, Ben",
        "marsh ben",
        "Ben",
        "Ben, by telephone",
        "B. Marsh",
        "Ben Marsh (himself)",
        "Ben Marsh - he rang",
        "Benedict Marsh",
        "Benedict",
        "Benno",
    ],
)
def test_the_holder_is_no_second_sign_by_any_name_they_are_known_by(by, held_by):
    (sentence,) = refused(by, held_by)
    assert sentence.startswith("Ben Marsh has the copy and cannot be the second sign too.")


@in_each("by", ["he himself", "the learner", "The holder", "same person", "Him"])
def test_a_word_that_names_nobody_is_asked_for_a_name(by):
    (sentence,) = refused(by)
    assert "does not say who that is, and Ben Marsh has the copy" in sentence


@in_each("by", ["his mum", "Mum", "Ben’s mother", "the parent", "her father", "Bens dad"])
def test_where_a_parent_has_the_copy_a_relation_alone_names_nobody(by):
    (sentence,) = refused(by, person="dee")
    assert "does not say who that is, and Dee Marsh has the copy" in sentence
    assert refused(by) == []


@in_each("by", ["Dee", "D. Holt", "Didi"])
def test_a_parent_is_known_by_their_other_names_too(by):
    assert refused(by, person="dee")
    assert refused(by) == []


@in_each(
    "by",
    [
        "Dee Marsh, who sat with him",
        "Ben’s mother, Dee Marsh",
        "PC 4417 A. Singh",
        "A learner in the chat, named to C. Verity",
        "Ava Stone",
        "S. Iqbal, who was told by both",
        "",
    ],
)
def test_somebody_else_is_a_second_sign(by):
    assert refused(by) == []


def test_an_account_is_no_second_sign_for_itself():
    of = {"held_by": HolderKind.ACCOUNT, "person": None, "name": "@ben_m"}
    assert refused("@Ben_M", **of)[0].startswith("@ben_m has the copy")
    assert refused("Ben Marsh", **of) == []


def test_one_word_is_a_first_sign_by_whoever_gives_it():
    case = ledger_case(NAMED, ONE, rows=(BENS,))
    form, answers = changed(FIRST, CopyState.SAYS_GONE, confirmed_by="Ben")
    assert gate_problems(form, answers, case) == ()
