"""What stands against a deletion or a move of a device is said where its reason is asked."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.deletion import Deletion, DeletionConfirmed, DeletionDecided
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken, Movement
from app.domain.gates import asked_about, gate_problems
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import name_of
from app.domain.kit.moments import moment
from app.domain.rules.instructions import met_again
from tests.casefold import NOW, concern_case
from tests.domain.gate_answers import DELETE, MOVED, TAKEN
from tests.domain.ledger import BENS, FIRST, found
from tests.domain.people_of_two import CALLED, POLICE


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def asks_to_keep(copy=None, hours=0):
    """Return entries by which a college, which holds nothing by itself, asks that it is kept."""
    opened = POLICE | {"body": OtherBody.COLLEGE, "name": "Exampleton Academy"}
    row = {"what": "Their officer comes on Monday.", "copy": copy}
    asked = {"referral": "entry-3", "at": at(hours), "keep": (row,)}
    return found(BENS), (BodyReferralOpened, opened), (BodyContact, CALLED | asked)


def police_say(*said):
    """Return a device in custody, and what the police said of it."""
    rest = {"device": "entry-2", "officer": "PC 1", "done": "So."}
    given = [rest | {"given_at": at(n), "said": words} for n, words in enumerate(said)]
    return (DeviceTaken, TAKEN), *((DeviceInstruction, one) for one in given)


DECIDED = DELETE | {"decided_at": at(3)}
OF_AVA = DECIDED | {"learner": "ava"}
BY_COLLEGE = DECIDED | {"decision": Deletion.COLLEGE, "learner": None}
KEPT = "Exampleton Academy asked on 19 Nov 2026, 10:22 that this is not deleted"
LEFT = "PC 1 said on 19 Nov 2026, 10:22 of this device: Leave it off."


def moved(movement):
    return DeviceMoved, MOVED | {"moved_at": at(3), "movement": movement}


AGAINST = {
    "everything is kept, a learner deletes": (asks_to_keep(), (DeletionDecided, DECIDED), KEPT),
    "everything is kept, the college deletes": (
        asks_to_keep(),
        (DeletionDecided, BY_COLLEGE),
        KEPT,
    ),
    "his copy is kept, he deletes": (asks_to_keep(FIRST), (DeletionDecided, DECIDED), KEPT),
    "his copy is kept, the college deletes": (
        asks_to_keep(FIRST),
        (DeletionDecided, BY_COLLEGE),
        KEPT,
    ),
    "the police spoke of it, it is given back": (
        police_say("Leave it off."),
        moved(Movement.RETURNED),
        LEFT,
    ),
    "the police spoke of it, it is moved": (
        police_say("Leave it off."),
        moved(Movement.STORED),
        LEFT,
    ),
}
NOT_AGAINST = {
    "nothing is deleted yet": (
        asks_to_keep(),
        (DeletionDecided, DECIDED | {"decision": Deletion.KEEP}),
    ),
    "his copy is kept, she deletes": (asks_to_keep(FIRST), (DeletionDecided, OF_AVA)),
    "it was decided before they asked": (asks_to_keep(hours=5), (DeletionDecided, DECIDED)),
    "the police have it": (police_say("Leave it off."), moved(Movement.POLICE)),
    "only the seal was looked at": (police_say("Leave it off."), moved(Movement.CHECKED)),
}


@pytest.mark.parametrize(("entries", "recorded", "says"), AGAINST.values(), ids=AGAINST)
def test_it_is_said_at_the_reason_and_above_the_form(entries, recorded, says):
    form, answers = recorded
    case = concern_case(*entries)
    (asked,) = asked_about(form, answers, case, NOW.date())
    assert asked.name == name_of(form.why)
    assert asked.sentence.startswith(says)
    assert asked.sentence.endswith("Does the reason say how this goes with it?")
    assert any(one.sentence.startswith(says) for one in met_again(case, form, answers, at(3).at))


@pytest.mark.parametrize(("entries", "recorded"), NOT_AGAINST.values(), ids=NOT_AGAINST)
def test_what_goes_against_nothing_asks_nothing(entries, recorded):
    assert asked_about(*recorded, concern_case(*entries), NOW.date()) == ()


def test_of_what_the_police_said_of_a_device_the_newest_is_asked_about():
    case = concern_case(*police_say("Leave it off.", "He may have it back."))
    (asked,) = asked_about(*moved(Movement.RETURNED), case, NOW.date())
    assert "He may have it back." in asked.sentence
    assert "Leave it off." not in asked.sentence


@pytest.mark.parametrize("learner", ["ben", "ava"])
def test_a_copy_that_was_to_be_kept_asks_for_a_reason_once_its_holder_has_deleted(learner):
    decided = (DeletionDecided, DELETE | {"learner": learner})
    case = concern_case(*asks_to_keep(FIRST), decided)
    gone = {
        "deletion": "entry-5",
        "confirmed_at": at(3),
        "confirmed": YesNoUnknown.YES,
    }
    name = name_of(DeletionConfirmed.despite)
    said = [
        one.sentence for one in gate_problems(DeletionConfirmed, gone, case) if one.name == name
    ]
    assert any(one.startswith(KEPT) for one in said) is (learner == "ben")
