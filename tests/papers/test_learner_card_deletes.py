"""The learner’s card says one thing about deleting: what is decided, if nothing holds it."""

import pytest

from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.deletion import Deletion, DeletionDecided
from app.domain.kit.answers import StaffMember
from app.papers.kinds import offers_for
from app.papers.learner_card import LEFT_OUT
from tests.casefold import NOW, concern_case
from tests.domain.ledger import BENS, found
from tests.domain.people_of_two import AT, POLICE, SOON
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
    case = concern_case(found(BENS), *entries, AGREED)
    offer = next(one for one in offers_for(case) if one.kind.key == "learner_card")
    said = str(offer.kind.content(case, offer.subject, issue()).parts)
    assert says in said
    assert never not in said
    assert ("You delete it by tomorrow." in said) is (says == FIRST)
    assert (LEFT_OUT in offer.kind.look_at(case, offer.subject)) is (says == NOT_YET)
