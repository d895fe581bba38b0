"""What was done although a body asked, or the college decided, that it is not: a reason for it."""

import pytest

from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.forms.device import (
    DeviceInstruction,
    DeviceMoved,
    DeviceSearched,
    DeviceTaken,
    Movement,
)
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.sharing import InformationShared, Shared
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import YesNoUnknown
from tests.casefold import concern_case
from tests.domain.gate_answers import DELETE, INSTRUCTED, LIFTED, MOVED, SEARCH, TAKEN
from tests.domain.people_of_two import NOT_TOLD, PARENTS, POLICE
from tests.domain.test_case import OPENED
from tests.domain.test_instructions import CHATS, MET_KARL, REASON, asked, at, despite, police, row


def asked_third(*contacts):
    """Return the same where it is the third entry of the case."""
    return (BodyReferralOpened, POLICE), *(
        (form, answers | {"referral": "entry-3"}) for form, answers in contacts
    )


TWICE = (DeletionConfirmed, {"deletion": "entry-2", "confirmed_at": at(3)})
BACKGROUND = {"referral": "entry-2", "parents": ({"who": "karl", "told": YesNoUnknown.YES},)}
DEVICE = (DeviceTaken, TAKEN)
SAID = (DeviceInstruction, INSTRUCTED | {"given_at": at(1)})
BACK = (DeviceMoved, MOVED | {"moved_at": at(3)})
LIFTS = (HoldLifted, LIFTED | {"agreed_at": at(2)})
SHARE = {"decision": Shared.SHARED, "recipient": "Karl Stone, father", "about": "ava"}
SHARING = (InformationShared, SHARE | {"at": at(3)})
AGAINST = {
    "a parent who is not told for now was told something": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        SHARING,
        "Karl Stone is not to be told for now",
    ),
    "nobody speaks with Ben, and he was searched": (
        asked(police(row())),
        (DeviceSearched, SEARCH | {"searched_at": at(3)}),
        "nobody speaks with Ben Marsh",
    ),
    "nobody speaks with Ben, and he confirmed a deletion": (
        ((DeletionDecided, DELETE), *asked_third(police(row()))),
        TWICE,
        "nobody speaks with Ben Marsh",
    ),
    "a parent who is not told was told of the referral": (
        ((ReferralOpened, OPENED), PARENTS, (ParentDecision, NOT_TOLD)),
        (ReferralBackground, BACKGROUND),
        "Karl Stone is not to be told for now",
    ),
    "the police said what is to be done with a device, and it was given back": (
        (DEVICE, SAID),
        BACK,
        "PC 4417 said on 19 Nov 2026, 11:22 of this device: Delete nothing.",
    ),
    "both chats are to be kept, and a device was given back": (
        (DEVICE, *asked_third(police(keep=(CHATS,)))),
        BACK,
        "that this is not deleted until they say otherwise: Both chats.",
    ),
}
IN_LINE = {
    "nothing was shared with him": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        (InformationShared, SHARE | {"decision": Shared.REFUSED}),
    ),
    "it was shared of another child": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        (InformationShared, SHARE | {"about": "ben"}),
    ),
    "it was shared with somebody else": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        (InformationShared, SHARE | {"recipient": "Dee Stone"}),
    ),
    "another learner was searched": (
        asked(police(row("ava"))),
        (DeviceSearched, SEARCH | {"searched_at": at(3)}),
    ),
    "the referral was not told": (
        ((ReferralOpened, OPENED), PARENTS, (ParentDecision, NOT_TOLD)),
        (ReferralBackground, {"referral": "entry-2", "parents": ({"who": "karl", "told": "no"},)}),
    ),
    "not told of another child": (
        ((ReferralOpened, OPENED | {"child": "ben"}), PARENTS, (ParentDecision, NOT_TOLD)),
        (ReferralBackground, BACKGROUND),
    ),
    "the contact says why already": (
        (
            (ReferralOpened, OPENED),
            PARENTS,
            (ParentDecision, NOT_TOLD),
            (ParentContact, MET_KARL | REASON),
        ),
        (ReferralBackground, BACKGROUND),
    ),
    "the police agreed before it was given back": ((DEVICE, SAID, LIFTS), BACK),
    "it was moved in the college": (
        (DEVICE, SAID),
        (DeviceMoved, BACK[1] | {"movement": Movement.STORED}),
    ),
}


@pytest.mark.parametrize(("entries", "recorded", "says"), AGAINST.values(), ids=AGAINST)
def test_what_nobody_was_to_do_asks_for_a_reason_on_whatever_form_shows_that_it_was_done(
    entries, recorded, says
):
    form, answers = recorded
    case = concern_case(*entries)
    (sentence,) = despite(form, answers, case)
    assert says in sentence
    assert despite(form, answers | REASON, case) == []


@pytest.mark.parametrize(("entries", "recorded"), IN_LINE.values(), ids=IN_LINE)
def test_what_no_instruction_stands_against_asks_for_nothing_there(entries, recorded):
    assert despite(*recorded, concern_case(*entries)) == []
