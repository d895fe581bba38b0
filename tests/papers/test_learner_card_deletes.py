"""The learner’s card says one thing about deleting: what is decided, if nothing holds it."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.copies import CopyState, HolderKind
from app.domain.forms.deletion import Deletion, DeletionDecided, HoldLifted
from app.domain.kit.answers import Involved, Role, StaffMember
from app.papers.kinds import offers_for
from app.papers.learner_card import LEFT_OUT
from tests.casefold import AVA, BEN, NOW, concern_case
from tests.domain.gate_answers import LIFTED
from tests.domain.ledger import BENS, found
from tests.domain.people_of_two import AT, CALLED, POLICE, SOON
from tests.papers.paper import issue

LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
NOT_YET = "Do not delete anything yet."
FIRST = "Do this first, and delete afterwards."
AGREED = (
    LearnerCard,
    {"learner": "ava", "at": AT, "next_step": "You delete it by tomorrow.", "review_on": SOON},
)


def decided(decision):
    answers = {
        "decided_at": AT,
        "decision": decision,
        "decided_by": LEAD,
        "learner": "ava",
        "what": "Her own telephone",
        "delete_by": NOW.date(),
        "why": "She wants it gone.",
    }
    return DeletionDecided, answers


@pytest.mark.parametrize(
    ("entries", "says", "never"),
    [
        ((), NOT_YET, FIRST),
        ((decided(Deletion.LEARNER),), FIRST, NOT_YET),
        ((decided(Deletion.KEEP),), NOT_YET, FIRST),
        ((decided(Deletion.LEARNER), decided(Deletion.KEEP)), NOT_YET, FIRST),
        ((decided(Deletion.LEARNER), (BodyReferralOpened, POLICE)), NOT_YET, FIRST),
    ],
)
def test_the_card_says_one_thing_about_deleting(entries, says, never):
    case = concern_case(found(BENS, BENS | {"person": "ava"}), *entries, AGREED)
    offer = next(one for one in offers_for(case) if one.kind.key == "learner_card")
    said = str(offer.kind.content(case, offer.subject, issue()).parts)
    assert says in said
    assert never not in said
    assert ("You delete it by tomorrow." in said) is (says == FIRST)
    assert (LEFT_OUT in offer.kind.look_at(case, offer.subject)) is (says == NOT_YET)


TOLD = (BodyReferralOpened, POLICE)
AGREE = (HoldLifted, LIFTED)
CLOUD = {"held_by": HolderKind.BACKUP}


def hers(state, **more):
    return found({"held_by": HolderKind.DEVICE, "person": "ava", "state": state} | more)


def keep(what, **more):
    return BodyContact, CALLED | {"keep": (AskedToKeep(what=what, **more),)}


@pytest.mark.parametrize(
    ("roles", "entries", "says"),
    [
        ((Role.TOLD_US,), (TOLD,), False),
        ((Role.WITNESS,), (TOLD,), False),
        ((Role.PICTURED,), (TOLD,), False),
        ((Role.MADE,), (), False),
        *(
            ((role,), (TOLD,), True)
            for role in (Role.MADE, Role.SHARED, Role.RECEIVED, Role.FORWARDED, Role.PRESSURED)
        ),
        *(
            ((Role.RECEIVED,), (TOLD, hers(state)), there)
            for state, there in {
                CopyState.SEEN: False,
                CopyState.HELD: False,
                CopyState.CONFIRMED: False,
                CopyState.SAYS_GONE: False,
                CopyState.SUSPECTED: True,
                CopyState.KNOWN: True,
                CopyState.ASKED: True,
            }.items()
        ),
        ((Role.TOLD_US,), (TOLD, hers(CopyState.KNOWN)), True),
        ((Role.MADE,), (TOLD, hers(CopyState.HELD), hers(CopyState.KNOWN, **CLOUD)), True),
        ((Role.MADE,), (TOLD, AGREE, hers(CopyState.KNOWN)), False),
        ((Role.TOLD_US,), (TOLD, keep("Ava’s telephone, and what is on it")), True),
        ((Role.TOLD_US,), (TOLD, keep("Ben’s telephone")), False),
        ((Role.MADE,), (TOLD, AGREE, keep("Ava’s messages")), True),
        ((Role.MADE,), (TOLD, AGREE, keep("Ava’s messages", until=NOW.date())), False),
        (
            (Role.MADE,),
            (TOLD, AGREE, hers(CopyState.KNOWN), keep("It", copy="entry-4:copy:1")),
            True,
        ),
    ],
)
def test_only_who_has_something_is_asked_to_delete_nothing(roles, entries, says):
    people = (Involved(AVA, roles), Involved(BEN, (Role.MADE,)))
    case = concern_case(*entries, AGREED, people=people)
    offer = next(one for one in offers_for(case) if one.kind.key == "learner_card")
    tomorrow = issue(at=NOW + timedelta(days=1))
    said = str(offer.kind.content(case, offer.subject, tomorrow).parts)
    assert (NOT_YET in said) is says
