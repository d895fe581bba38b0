"""That a copy is gone is confirmed by somebody who has not got it, whatever they are called."""

import pytest

from app.domain.case.copies import copy_questions
from app.domain.forms import FORMS
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.form import form_name
from tests.domain.ledger import BENS, FIRST, changed, found, ledger_case
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


ACCOUNT = Person(id="acc", kind=PersonKind.ACCOUNT, name="@ben_m")
THEIRS = (PeopleNamed, {"people": (Involved(ACCOUNT, (Role.RECEIVED,)),), "why": "Ben said."})
HIS = (PeopleMerged, ONE[1] | {"keep": "ben", "other": "acc"})
ON_ACCOUNT = {"held_by": HolderKind.ACCOUNT, "person": None, "name": "@Ben_M"}


@in_each("by", ["Ben Marsh", "B. Marsh", "Ben, by telephone", "@ben_m", "the account @ben_m", "He"])
def test_whoever_an_account_was_found_to_be_is_no_second_sign_for_it(by):
    case = ledger_case(THEIRS, HIS, rows=(BENS | ON_ACCOUNT,))
    form, answers = changed(FIRST, CopyState.CONFIRMED, confirmed_by=by)
    assert [one.name for one in gate_problems(form, answers, case)] == ["confirmed_by"]


@in_each("by", ["ben_m", "@ben_m (his own word)", "user @ben_m", "the account @ben_m"])
def test_an_account_of_nobody_known_is_no_second_sign_in_any_writing(by):
    assert refused(by, **ON_ACCOUNT)
    assert refused("S. Iqbal, told by @ben_m", **ON_ACCOUNT) == []


LISTING = [form for form in FORMS if copy_questions(form)]


@in_each("form", LISTING, form_name)
def test_no_list_of_copies_says_gone_by_a_second_sign_that_nobody_gave(form):
    (question,) = copy_questions(form)

    def places(*states, **more):
        rows = tuple(BENS | {"state": state} for state in states)
        found = gate_problems(form, {question.name: rows}, ledger_case(), **more)
        return [one.name for one in found if one.name.endswith("state")]

    assert places(CopyState.SAYS_GONE, CopyState.CONFIRMED) == ["copies.2.state"]
    assert places(CopyState.SAYS_GONE, CopyState.HELD) == []


def test_a_correction_keeps_what_an_older_list_said_is_gone():
    row = BENS | {"state": CopyState.CONFIRMED}
    case = ledger_case(rows=(row,))
    assert gate_problems(CopiesFound, found(row)[1], case, corrects="entry-2") == ()
    (more,) = gate_problems(CopiesFound, found(row, row)[1], case, corrects="entry-2")
    assert more.name == "copies.2.state"


def test_one_word_is_a_first_sign_by_whoever_gives_it():
    case = ledger_case(NAMED, ONE, rows=(BENS,))
    form, answers = changed(FIRST, CopyState.SAYS_GONE, confirmed_by="Ben")
    assert gate_problems(form, answers, case) == ()
