"""Holds on deletion: what raises each, and whose agreement alone lifts it."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.close import Resurfaced
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import (
    DeviceInstruction,
    DeviceMoved,
    DeviceSearched,
    DeviceTaken,
    Movement,
    Power,
)
from app.domain.forms.person import PeopleNamed
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply, Reply
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.rules.holds import LIFTED_BY, because, holds_on, raised_on, to_hand_over, who_lifts
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.domain.gate_answers import (
    ALL_NO,
    AT,
    INSTRUCTED,
    LATER,
    LIFTED,
    MOVED,
    POLICE_ON,
    REFER_POLICE,
    REVIEW,
    SEARCH,
    TAKEN,
    VIEWED,
)
from tests.domain.people_of_two import CALLED as CALLED_POLICE
from tests.domain.people_of_two import POLICE, TALKED
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
    lifted = (HoldLifted, LIFTED | {"holds": (hold,), "agreeing": agreeing, "agreed_at": LATER})
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


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def said_by(learner, hours, sign="adult"):
    return LearnerConversation, TALKED | {"learner": learner, "held_at": at(hours), sign: YES}


def named(adult):
    one = Involved(Person(id=adult, kind=PersonKind.ADULT, name=adult), (Role.ASKED,))
    return PeopleNamed, {"people": (one,), "why": "Ava said so."}


SAID_OF_ONE = DeviceInstruction, INSTRUCTED | {"device": "entry-2"}
ON_ONE = (HoldLifted, AGREED[1] | {"contact": "entry-4"})
NO_KEEP = CALLED_POLICE | {"at": at(5)}
KEEP = CALLED_POLICE | {"keep": (AskedToKeep(what="Both chats."),), "at": at(5)}
OF_LADO = BodyContact, KEEP | {"referral": "entry-3"}
SPOKE = DeviceInstruction, INSTRUCTED | {"given_at": at(5)}
BOTH = ALL_NO | {"people": tuple(Involved(who, (Role.PICTURED,)) for who in (AVA, BEN))}
WAS_SEEN = seen(YES)[1] | {"asked_at": at(5)}
REFERRED = OPENED | {"child": "ben"}
ANEW = [
    # the hold, who lifts it and how it was raised, what came later, whether it raised it anew
    (Hold.POLICE, (body(OtherBody.POLICE),), (BodyContact, KEEP), True),
    (Hold.POLICE, (body(OtherBody.POLICE),), (BodyContact, NO_KEEP), False),
    (Hold.POLICE, (body(OtherBody.POLICE), body(OtherBody.LADO)), OF_LADO, False),
    (Hold.POLICE, (body(OtherBody.POLICE),), SPOKE, True),
    (Hold.POLICE, (body(OtherBody.POLICE),), taken(NO, power=Power.POLICE, taken_at=at(5)), True),
    (Hold.POLICE, (body(OtherBody.POLICE),), taken(NO, taken_at=at(5)), False),
    (Hold.ADULT, (said_by("ava", 0),), said_by("ava", 5), False),
    (Hold.ADULT, (said_by("ava", 0),), said_by("ben", 5), True),
    (Hold.ADULT, (named("Roy"),), named("Lee"), True),
    (Hold.EXTORTION, (said_by("ava", 0, "extortion"),), said_by("ava", 5, "extortion"), False),
    (Hold.REFERRAL, CALLED[:1], (ReferralOpened, REFERRED), True),
    (Hold.VIEWING, (seen(YES),), (ViewingAsked, WAS_SEEN), True),
    (Hold.VIEWING, (seen(YES),), (ViewingAsked, seen(NO)[1] | {"asked_at": at(5)}), False),
]


@pytest.mark.parametrize(("hold", "before", "later", "anew"), ANEW)
def test_what_raises_a_hold_anew_is_not_lifted_by_an_agreement_from_before_it(
    hold, before, later, anew
):
    agreeing = LIFTED_BY[hold][0]
    lift = LIFTED | {"holds": (hold,), "agreeing": agreeing, "agreed_by": "L. Haines"}
    agreed = (HoldLifted, lift | {"agreed_at": at(0.25)})
    assert hold not in holds_on(concern_case(*before, agreed, **BOTH))
    case = concern_case(*before, agreed, later, **BOTH)
    assert (hold in holds_on(case)) is anew
    late = concern_case(*before, later, **BOTH)
    for which, hours, refused in ((case, 0.25, anew), (late, 0.25, anew), (late, 6, False)):
        answers = lift | {"agreed_at": at(hours)}
        found = {one.name for one in gate_problems(HoldLifted, answers, which)}
        assert ("agreed_at" in found) is refused
        assert (hold in holds_on(concern_case(*before, later, (HoldLifted, answers), **BOTH))) is (
            refused
        )


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
        ((taken(YES), (HoldLifted, AGREED[1] | {"agreed_at": at(-1)})), ["entry-2"]),
        ((taken(YES), taken(YES), AGREED), []),
        ((taken(YES), taken(YES), SAID_OF_ONE, ON_ONE), ["entry-3"]),
        ((taken(YES), AGREED, taken(NOT_KNOWN)), ["entry-4"]),
        ((taken(YES), taken(YES), moved(Movement.POLICE)[1]), ["entry-3"]),
    ],
)
def test_what_a_search_found_waits_for_a_constable_until_they_have_it_or_agree(steps, waiting):
    case = concern_case(*steps, **ALL_NO)
    found = to_hand_over(case)
    assert [one.entry.root for one in found] == waiting
    assert all(one.since == AT.at and one.words == case.names[one.entry.root] for one in found)
