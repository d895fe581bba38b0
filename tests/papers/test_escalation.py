"""The letter that escalates a disagreement with social care: what, why, what is asked, by when."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import AskedOfPerson, OtherBody, Restraint
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import (
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    Reply,
    Threshold,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import BEN, NOW, concern_case
from tests.domain.people_of_two import RISK, TALKED
from tests.papers.paper import flat, printed
from tests.papers.test_body_letters import (
    ASK_COLLEGE,
    LATER,
    all_words,
    contact,
    letter,
    rows,
    told,
)


def escalated(*more, **answers):
    """Return a case whose referral ended in no further action and was escalated after that."""
    opened = {
        "child": "ava",
        "threshold": Threshold.PROTECTION,
        "team": "Hub",
        "why_now": "She is at risk.",
        "safe_now": "In college.",
        "asked_for": "A social worker.",
    }
    reply = {
        "referral": "entry-2",
        "received_at": moment(NOW + timedelta(minutes=15)),
        "answered_by": "S. Pell",
        "reply": Reply.NO_ACTION,
        "said": "It does not meet the criteria.",
    }
    usual = {
        "referral": "entry-2",
        "at": moment(NOW + timedelta(minutes=25)),
        "raised_with": "V. Amory, team manager",
        "why": "Nobody has looked at home.",
        "asked_for": "That she is seen.",
    }
    return concern_case(
        (ReferralOpened, opened),
        (ReferralReply, reply),
        (ReferralEscalated, usual | answers),
        *more,
    )


def test_an_escalation_opens_with_whom_nobody_is_to_speak_with():
    asked = (AskedOfPerson(who="ava", what=Restraint.NOT_SPOKEN),)
    police = told(OtherBody.POLICE)
    case = escalated(police, contact(referral="entry-5", people_asked=asked))
    first = flat(letter(case, "entry-4").callout[0])
    assert first.startswith("Not for now. ")
    assert "nobody speaks with Ava Stone" in first
    assert "Not for now" not in all_words(letter(escalated(police), "entry-4"))


def test_an_escalation_says_what_was_referred_decided_and_asked_and_why_we_disagree():
    case = escalated(
        step="Step 2 of the procedure",
        criteria="Level 4.",
        answer_by=LATER.date(),
        send_by=ReferralRoute.SECURE_EMAIL,
    )
    content = letter(case, "entry-4")
    leads = [flat(line) for line in content.callout]
    assert leads == [
        "Your decision. No further action, 19 Nov 2026, 10:37.",
        "We disagree. Nobody has looked at home.",
        "We ask. That she is seen.",
        "Answer asked for by. 21 Nov 2026",
    ]
    found = rows(content)
    assert found["Why it was referred"] == "She is at risk."
    assert found["Your reason"] == "It does not meet the criteria."
    assert found["Criteria that are met"] == "Level 4."
    assert found["Step of the procedure"] == "Step 2 of the procedure"
    assert found["How it is sent"] == "Secure e-mail"
    assert content.recipient == "V. Amory, team manager"
    assert printed(content).pages


def test_an_escalation_counts_no_no_against_itself_and_names_no_other_learner():
    case = escalated(why="Ben Marsh said that nobody looked.")
    said = all_words(letter(case, "entry-4"))
    assert "Signs" not in said
    assert BEN.name not in said
    assert ASK_COLLEGE in said


@pytest.mark.parametrize(
    ("impact", "risk"), [("She does not sleep.", "He knows where she lives."), (None, None)]
)
def test_an_escalation_has_the_risk_assessed_of_the_whole_case_and_calls_it_so(impact, risk):
    assessed = (RiskAssessed, RISK | {"impact": impact, "risk": risk or "x"})
    said = rows(letter(escalated(*([assessed] if risk else [])), "entry-4", at=LATER))
    assert ("Risk now" in said) is ("What it means for the child" in said) is bool(risk)
    if risk:
        lead = "Of the young people in this case: At the risk assessment, 19 Nov 2026, "
        assert said["Risk now"].startswith(lead)
        assert said["Risk now"].endswith(risk)
        assert said["What it means for the child"].endswith(impact)


def test_an_answer_after_the_escalation_is_none_it_disagrees_with():
    later = {
        "referral": "entry-2",
        "received_at": moment(NOW + timedelta(minutes=40)),
        "answered_by": "V. Amory",
        "reply": Reply.ASSESSMENT,
    }
    found = rows(letter(escalated((ReferralReply, later)), "entry-4"), "Your decision")
    assert "S. Pell" in str(found)
    assert "V. Amory" not in str(found)


@pytest.mark.parametrize(("learner", "stands"), [("ava", True), ("ben", False)])
def test_a_sign_that_came_up_for_another_child_alone_is_no_reason_to_escalate(learner, stands):
    talk = (LearnerConversation, TALKED | {"learner": learner, "harm": YesNoUnknown.YES})
    said = rows(letter(escalated(talk), "entry-4"))
    signs = said.get("Signs that came up", "")
    assert ("In immediate danger when asked, 19 Nov 2026, 10:22" in signs) is stands
