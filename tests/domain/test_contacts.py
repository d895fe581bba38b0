"""A hold is lifted by those whose it is, in a contact with them that is in the record."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import SignsFound
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.close import Resurfaced
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import DeviceInstruction
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply, Reply
from app.domain.gates import gate_problems
from app.domain.kit.answers import Refers, StaffRole, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.owed.references import references
from app.domain.rules.staff import NO_LIST, Appointed, Listed, StaffList
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import ALL_NO, AT, INSTRUCTED, LIFTED
from tests.domain.ledger import REQUEST
from tests.domain.test_case import CALL, OPENED

EARLIER = moment(NOW - timedelta(hours=1))
LATER = moment(NOW + timedelta(minutes=1))


def opened(body):
    asked = {"why": "A picture.", "asked_for": "Advice."}
    return BodyReferralOpened, {"body": body, "name": "Exampleshire"} | asked


def contact(**more):
    said = {"why": "To ask.", "said": "Copies may go.", "way": Way.NON_EMERGENCY, "by": DSL}
    step = {"referral": "entry-2", "at": EARLIER, "reached": YesNoUnknown.YES, "spoke_to": "PC 1"}
    return BodyContact, said | step | more


ANSWER = {"referral": "entry-2", "at": EARLIER, "told_by": "PC 1"} | {
    "answer": BodyAnswer.NO_ACTION,
    "why": "Enough.",
}
REPLY = {"referral": "entry-2", "received_at": EARLIER, "answered_by": "J. Marlow"} | {
    "reply": Reply.NO_ACTION
}
CALLED = CALL | {"referral": "entry-2", "called_at": EARLIER}
CARE = (ReferralOpened, OPENED)
POLICE = opened(OtherBody.POLICE)
POLICE_ALONE, CARE_ALONE = {Agreeing.POLICE}, {Agreeing.SOCIAL_CARE}

# what is recorded before, and who has agreed in it
TABLE = {
    "a call to the police": ((POLICE, contact()), POLICE_ALONE),
    "a report to CEOP": ((opened(OtherBody.CEOP), contact()), POLICE_ALONE),
    "an answer of the police": ((POLICE, (BodyOutcome, ANSWER)), POLICE_ALONE),
    "an instruction of the police": (
        (POLICE, (DeviceInstruction, INSTRUCTED | {"given_at": EARLIER})),
        POLICE_ALONE,
    ),
    "a call to social care": ((CARE, (ReferralCall, CALLED)), CARE_ALONE),
    "an answer of social care": ((CARE, (ReferralReply, REPLY)), CARE_ALONE),
    "a call to the LADO": ((opened(OtherBody.LADO), contact()), set()),
    "a call to another college": ((opened(OtherBody.COLLEGE), contact()), set()),
    "nobody at the police": ((POLICE, contact(reached=YesNoUnknown.NO)), set()),
    "not known if they were reached": ((POLICE, contact(reached=YesNoUnknown.NOT_KNOWN)), set()),
    "nobody at social care": ((CARE, (ReferralCall, CALLED | {"reached": "no"})), set()),
    "a call that came after": ((POLICE, contact(at=LATER)), set()),
}


def refused(case, staff=NO_LIST, **answers):
    found = gate_problems(HoldLifted, LIFTED | answers, case, staff=staff)
    return {one.name: one.sentence for one in found}


@pytest.mark.parametrize(("before", "whose"), TABLE.values(), ids=TABLE)
@pytest.mark.parametrize("agreeing", [Agreeing.POLICE, Agreeing.SOCIAL_CARE])
def test_an_agreement_stands_in_a_contact_with_whoever_agreed(before, whose, agreeing):
    case = concern_case(*before, **ALL_NO)
    found = refused(case, agreeing=agreeing, contact="entry-3", agreed_at=AT)
    assert ("contact" not in found) is (agreeing in whose)


def test_no_contact_at_all_is_asked_for_by_name_and_for_the_college_s_own_it_is_not():
    def asked(**answers):
        found = problems(HoldLifted, LIFTED | answers, NOW)
        return [one.sentence for one in found if one.name == "contact"]

    (sentence,) = asked()
    assert sentence.startswith("Choose the call, meeting or answer in which they agreed.")
    assert asked(agreeing=Agreeing.LEAD) == []


def test_an_entry_that_is_no_contact_is_refused_with_the_form_to_record_one():
    case = concern_case(POLICE, contact(), **ALL_NO)
    sentence = refused(case, contact="entry-1")["contact"]
    assert "no contact in which the police were reached" in sentence
    assert f"record it first under “{BodyContact.title}”" in sentence
    care = refused(case, contact="entry-3", agreeing=Agreeing.SOCIAL_CARE)["contact"]
    assert f"record it first under “{ReferralCall.title}”" in care


def test_only_contacts_in_which_somebody_was_reached_are_offered_in_words():
    case = concern_case(
        POLICE, contact(), contact(reached=YesNoUnknown.NO), (BodyOutcome, ANSWER), **ALL_NO
    )
    offered = references(case, Refers.CONTACT, TimeLimits({}))
    assert [(one.key, one.words) for one in offered] == [
        ("entry-3", "19 Nov 2026, 09:22, Exampleshire, PC 1"),
        ("entry-5", "19 Nov 2026, 09:22, Exampleshire, PC 1"),
    ]


AGAIN = {"told_at": LATER, "told_to": DSL, "known_by": "learner", "account": "Again."} | {
    "safe_now": "Here.",
    "next_step": "Meet.",
    "why": "New.",
}


@pytest.mark.parametrize(
    ("holds", "agreed", "after"),
    [
        ((Hold.POLICE,), AT, True),
        ((Hold.POLICE,), LATER, False),
        ((Hold.ADULT,), AT, True),
        ((Hold.FOUND,), AT, False),
        ((Hold.FOUND, Hold.POLICE), AT, True),
    ],
)
def test_an_agreement_from_before_the_imagery_was_about_again_lifts_nothing(holds, agreed, after):
    case = concern_case(POLICE, contact(), (Resurfaced, AGAIN), **ALL_NO)
    found = refused(case, holds=holds, contact="entry-3", agreed_at=agreed)
    assert ("agreed_at" in found) is after
    assert "agreed before the imagery was about again" in found.get("agreed_at", "") or not after


@pytest.mark.parametrize("sign", ["adult", "extortion"])
@pytest.mark.parametrize(("agreed", "late"), [(AT, True), (LATER, False)])
def test_an_agreement_from_before_the_sign_that_holds_deletion_lifts_nothing(sign, agreed, late):
    known = {"found_at": LATER, "found_by": DSL, "how": "She said so.", sign: YesNoUnknown.YES}
    case = concern_case(POLICE, contact(), (SignsFound, known), **ALL_NO)
    earlier = Resurfaced, AGAIN | {"told_at": AT}
    both = concern_case(POLICE, contact(), (SignsFound, known), earlier, **ALL_NO)
    for one in (case, both):
        found = refused(one, holds=(Hold(sign),), contact="entry-3", agreed_at=agreed)
        assert ("agreed_at" in found) is late
        assert late or "before “" in found["contact"]
    put_right = gate_problems(
        HoldLifted, LIFTED | {"holds": (Hold(sign),), "agreed_at": agreed}, case, corrects="entry-3"
    )
    assert "agreed_at" not in {one.name for one in put_right}


@pytest.mark.parametrize(("at", "old"), [(EARLIER, True), (LATER, False)])
def test_a_contact_from_before_what_holds_deletion_agreed_to_no_request_either(at, old):
    known = {"found_at": LATER, "found_by": DSL, "how": "She said so.", "adult": YesNoUnknown.YES}
    case = concern_case(POLICE, contact(at=at), (SignsFound, known), **ALL_NO)
    ticked = {"hold_agreed": YesNoUnknown.YES, "agreed_in": "entry-3", "sent_at": at}
    found = {one.name for one in gate_problems(RemovalRequested, REQUEST | ticked, case)}
    assert ("agreed_in" in found) is old


LEAD = Listed(name="L. Haines", roles=(Appointed(role=StaffRole.LEAD),))
TUTOR = Listed(name="M. Reyes", roles=(Appointed(role=StaffRole.SUPERVISOR),))


@pytest.mark.parametrize(
    ("by", "may"),
    [
        ("L. Haines", True),
        ("L Haines, Lead Safeguarding Manager, ext. 12", True),
        ("M. Reyes, Lead Safeguarding Manager", False),
        ("PC 4417 A. Singh", False),
    ],
)
def test_what_the_college_itself_may_lift_is_agreed_by_whom_the_list_has_for_it(by, may):
    holds = {"holds": (Hold.VIEWING,), "agreeing": Agreeing.LEAD, "agreed_by": by}
    case = concern_case(**ALL_NO)
    kept = refused(case, StaffList((LEAD, TUTOR), kept=True), **holds)
    assert ("agreed_by" not in kept) is may
    assert "agreed_by" not in refused(case, **holds)
