"""Holds on deletion: what raises each, and whose agreement alone lifts it."""

import pytest

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.close import Resurfaced
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import DeviceMoved, DeviceSearched, DeviceTaken, Movement, Power
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply, Reply
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.rules.holds import LIFTED_BY, because, holds_on, raised_on, to_hand_over, who_lifts
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import (
    ALL_NO,
    AT,
    LIFTED,
    MOVED,
    POLICE_ON,
    REFER_POLICE,
    REVIEW,
    SEARCH,
    TAKEN,
    VIEWED,
)
from tests.domain.people_of_two import POLICE
from tests.domain.test_case import CALL, OPENED, reply

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN
AGAIN = {
    "told_at": AT,
    "told_to": DSL,
    "known_by": "learner",
    "account": "Again.",
    "safe_now": "Here.",
    "next_step": "Meet.",
    "why": "New.",
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


def searched(answer):
    return DeviceSearched, SEARCH | {"imagery": answer}


def taken(answer, **more):
    return DeviceTaken, TAKEN | {"power": Power.FHEA, "imagery": answer} | more


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
        ((searched(NO),), ()),
        ((searched(YES),), (Hold.FOUND,)),
        ((searched(NOT_KNOWN),), (Hold.FOUND,)),
        ((taken(NO),), ()),
        ((taken(YES),), (Hold.FOUND,)),
        ((taken(NOT_KNOWN),), (Hold.FOUND,)),
        ((taken(None),), ()),
        (((DeviceTaken, TAKEN | {"imagery": YES}),), ()),
        ((taken(YES), moved(Movement.RETURNED)[1]), (Hold.FOUND,)),
        ((taken(YES), moved(Movement.POLICE)[1]), (Hold.POLICE,)),
    ],
)
def test_each_thing_that_may_be_evidence_holds_deletion(steps, holds):
    assert holds_on(concern_case(*steps, **ALL_NO)) == holds


@pytest.mark.parametrize("hold", Hold)
@pytest.mark.parametrize("agreeing", Agreeing)
def test_a_hold_is_lifted_by_those_whose_it_is_and_by_nobody_else(hold, agreeing):
    lifted = (HoldLifted, LIFTED | {"holds": (hold,), "agreeing": agreeing})
    raising = ((DecisionMade, REFER_POLICE), CALLED[0], seen(YES), taken(YES))
    case = concern_case(*raising, lifted, **ALL_NO | {"adult": YES, "extortion": YES})
    assert raised_on(case) == tuple(Hold)
    assert (hold not in holds_on(case)) is (agreeing in LIFTED_BY[hold])
    assert set(Hold) - set(holds_on(case)) <= {hold}


def test_holds_are_written_with_whose_agreement_lifts_them_all():
    assert because(Hold.ADULT, Hold.VIEWING) == "an adult is involved; a viewing is not settled"
    assert who_lifts(Hold.REFERRAL) == "children’s social care or the police"
    assert who_lifts(Hold.REFERRAL, Hold.ADULT) == "the police"


AGREED = (HoldLifted, LIFTED | {"holds": (Hold.FOUND,)})
BY_US = (HoldLifted, LIFTED | {"holds": (Hold.FOUND,), "agreeing": Agreeing.LEAD})
FROM_IT = {"found_in": "entry-2"}


@pytest.mark.parametrize(
    ("steps", "waiting"),
    [
        ((), []),
        ((searched(NO),), []),
        ((searched(YES),), ["entry-2"]),
        ((searched(NOT_KNOWN),), ["entry-2"]),
        ((searched(YES), taken(YES, **FROM_IT)), ["entry-3"]),
        ((searched(YES), taken(NO, **FROM_IT)), ["entry-2"]),
        ((searched(YES), taken(YES)), ["entry-2", "entry-3"]),
        ((taken(YES), moved(Movement.STORED)[1]), ["entry-2"]),
        ((taken(YES), moved(Movement.POLICE)[1]), []),
        ((taken(YES), moved(Movement.RETURNED)[1]), []),
        ((taken(YES), BY_US), ["entry-2"]),
        ((taken(YES), AGREED), []),
        ((taken(YES), AGREED, (Resurfaced, AGAIN)), []),
        ((taken(YES), AGREED, taken(NOT_KNOWN)), ["entry-4"]),
        ((taken(YES), taken(YES), moved(Movement.POLICE)[1]), ["entry-3"]),
    ],
)
def test_what_a_search_found_waits_for_a_constable_until_they_have_it_or_agree(steps, waiting):
    case = concern_case(*steps, **ALL_NO)
    found = to_hand_over(case)
    assert [one.entry.root for one in found] == waiting
    assert all(one.since == AT.at and one.words == case.names[one.entry.root] for one in found)
