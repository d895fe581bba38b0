"""Holds on deletion: what raises each, and whose agreement alone lifts it."""

import pytest

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement, Power
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply, Reply
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.rules.holds import LIFTED_BY, because, holds_on, raised_on, who_lifts
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import (
    ALL_NO,
    AT,
    LIFTED,
    POLICE_ON,
    REFER_POLICE,
    REVIEW,
    TAKEN,
    VIEWED,
)
from tests.domain.people_of_two import POLICE
from tests.domain.test_case import CALL, OPENED, reply

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN
MOVED = {
    "device": "entry-2",
    "moved_at": AT,
    "moved_by": DSL,
    "went_to": "There",
    "seal_whole": YES,
    "officer": "PC 4417",
    "receipt": "Signed",
    "why": "Agreed.",
}
ASKED = {"asked_at": AT, "asked_by": DSL, "why": "Near it."}
CALLED = ((ReferralOpened, OPENED), (ReferralCall, CALL))


def body(kind):
    return BodyReferralOpened, POLICE | {"body": kind}


def moved(movement):
    return (DeviceTaken, TAKEN), (DeviceMoved, MOVED | {"movement": movement})


def answered(answer):
    return *CALLED, (ReferralReply, reply(answer))


def seen(answer):
    return ViewingAsked, ASKED | {"staff": ({"who": DSL, "seen": answer, "how": "Shown it."},)}


def must_be_viewed(answer):
    return InitialReview, REVIEW | {"view": answer}


@pytest.mark.parametrize(
    ("steps", "holds"),
    [
        ((), ()),
        (((DecisionMade, REFER_POLICE),), (Hold.POLICE,)),
        ((body(OtherBody.POLICE),), (Hold.POLICE,)),
        ((body(OtherBody.CEOP),), (Hold.POLICE,)),
        ((body(OtherBody.COLLEGE),), ()),
        ((POLICE_ON[0],), (Hold.POLICE,)),
        ((POLICE_ON[1],), (Hold.POLICE,)),
        (((DeviceTaken, TAKEN),), ()),
        (((DeviceTaken, TAKEN | {"power": Power.POLICE}),), (Hold.POLICE,)),
        (moved(Movement.STORED), ()),
        (moved(Movement.POLICE), (Hold.POLICE,)),
        (CALLED[:1], (Hold.REFERRAL,)),
        (CALLED, (Hold.REFERRAL,)),
        (answered(Reply.ACKNOWLEDGED), (Hold.REFERRAL,)),
        (answered(Reply.NO_ACTION), ()),
        ((must_be_viewed(NO),), ()),
        ((must_be_viewed(NOT_KNOWN),), (Hold.VIEWING,)),
        ((must_be_viewed(YES),), (Hold.VIEWING,)),
        ((must_be_viewed(YES), (ViewingRecorded, VIEWED)), ()),
        ((seen(NO),), ()),
        ((seen(YES),), (Hold.VIEWING,)),
        ((seen(YES), (ViewingRecorded, VIEWED)), ()),
    ],
)
def test_each_thing_that_may_be_evidence_holds_deletion(steps, holds):
    assert holds_on(concern_case(*steps, **ALL_NO)) == holds


@pytest.mark.parametrize("hold", Hold)
@pytest.mark.parametrize("agreeing", Agreeing)
def test_a_hold_is_lifted_by_those_whose_it_is_and_by_nobody_else(hold, agreeing):
    lifted = (HoldLifted, LIFTED | {"holds": (hold,), "agreeing": agreeing})
    raising = ((DecisionMade, REFER_POLICE), CALLED[0], seen(YES))
    case = concern_case(*raising, lifted, **ALL_NO | {"adult": YES, "extortion": YES})
    assert raised_on(case) == tuple(Hold)
    assert (hold not in holds_on(case)) is (agreeing in LIFTED_BY[hold])
    assert set(Hold) - set(holds_on(case)) <= {hold}


def test_holds_are_written_with_whose_agreement_lifts_them_all():
    assert because(Hold.ADULT, Hold.VIEWING) == "an adult is involved; a viewing is not settled"
    assert who_lifts(Hold.REFERRAL) == "children’s social care or the police"
    assert who_lifts(Hold.REFERRAL, Hold.ADULT) == "the police"
