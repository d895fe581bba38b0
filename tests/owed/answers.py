"""Situations: what bodies answer, what is decided, and whose answer is waited for."""

from app.domain.forms.decision import Body
from app.domain.forms.outcome import BodyAnswer
from app.domain.kit.answers import StaffMember
from tests.domain.gate_answers import LEAD
from tests.owed.bodies import CLOCK, TWO_TOLD
from tests.owed.later import not_needed
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, BOTH_NOW, NOBODY, SCOPE, STAFF
from tests.owed.story import (
    ACKNOWLEDGED,
    ASSESSMENT,
    BOTH,
    CEOP,
    COLLEGE,
    EARLY_HELP,
    LADO,
    LOOKING,
    NO_ACTION,
    POLICE,
    POLICE_NFA,
    SOCIAL_CARE,
    TAKE_IT_ON,
    against,
    answered,
    decided,
    escalated,
    found,
    referred_to,
    told,
    told_us,
    wrote,
)
from tests.owed.telling import AVA, COACH, NO, PICTURED, RECEIVED, YES, who

DISAGREE = "Working Together 2026, professional disagreement (uk-guidance 3.2)"
AND_OR = f"{STAFF}: “children’s social care and/or the police”"
SECOND = "UKCIS March 2024; our rule: the second person is another person, not another spelling"

ROWS = (
    # Decisions
    Situation(
        what="two people decide against",
        said=(told_us(coercion=YES), against()),
        not_owed=NOBODY,
        alarm=False,
        source="UKCIS March 2024; our rule: or decide with a second person",
    ),
    Situation(
        what="the second person is the first, spelled without the stop",
        said=(told_us(coercion=YES),),
        refused=((against(agreed_by=StaffMember("M Reyes", "Lead")), "agreed_by"),),
        source=SECOND,
    ),
    Situation(
        what="the second person is the first, with another apostrophe",
        said=(told_us(coercion=YES),),
        refused=(
            (
                against(
                    decided_by=StaffMember("P. O’Neil", "DSL"),
                    agreed_by=StaffMember("P. O'Neil", "Lead"),
                ),
                "agreed_by",
            ),
        ),
        source=SECOND,
    ),
    Situation(
        what="nobody is the second person, or nobody outside was asked",
        said=(told_us(coercion=YES),),
        refused=(
            (against(agreed_by=None), "agreed_by"),
            (against(agreed_at=None), "agreed_at"),
            (against(asked_outside=NO), "asked_outside"),
            (against(agreed_by=StaffMember("L. Haines")), "agreed_by"),
        ),
        passed=(against(agreed_by=LEAD),),
        source=SECOND,
    ),
    Situation(
        what="coercion referred to the police only, with the reason, and they are told",
        said=(told_us(coercion=YES), referred_to(Body.POLICE), told(POLICE)),
        not_owed=NOBODY,
        alarm=False,
        source=AND_OR,
    ),
    Situation(
        what="harm referred to the police only: social care all the same",
        said=(told_us(harm=YES), referred_to(Body.POLICE), told(POLICE)),
        owed=("tell social care",),
        alarm=True,
        source="our rule: harm: social care, and police",
    ),
    Situation(
        what="an adult referred to social care only: the police all the same",
        said=(told_us(adult=YES), referred_to(Body.SOCIAL_CARE), told(SOCIAL_CARE)),
        owed=("tell police",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="harm referred to another body only",
        said=(told_us(harm=YES), referred_to(Body.OTHER), told(EARLY_HELP)),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="no sign, decided to refer to social care",
        said=(told_us(), referred_to(Body.SOCIAL_CARE)),
        owed=("tell social care by at once",),
        alarm=True,
        source=STAFF,
    ),
    Situation(
        what="no sign, decided to refer to both, one told",
        said=(told_us(), referred_to(Body.SOCIAL_CARE, Body.POLICE), told(SOCIAL_CARE)),
        owed=("tell police",),
        not_owed=("tell social care",),
        alarm=True,
        source=STAFF,
    ),
    Situation(
        what="rung in the first minutes, the decision written down after it",
        said=(told_us(), told(POLICE), referred_to(Body.POLICE)),
        not_owed=NOBODY,
        alarm=False,
        source="UKCIS: in danger the call comes before the form",
    ),
    Situation(
        what="the police ended their part, then the decision to refer to them again",
        said=(
            told_us(),
            told(POLICE),
            answered(POLICE, POLICE_NFA),
            referred_to(Body.POLICE, on="thu+1 09:00"),
        ),
        owed=("tell police",),
        alarm=True,
        source=STAFF,
    ),
    Situation(
        what="a yes after the decision to handle it in college",
        said=(told_us(), decided(), found(on="fri 09:00", coercion=YES)),
        owed=(*BOTH_NOW, "decide again by at once"),
        refused=((decided(on="fri 10:00"), "decision"),),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="setting a call aside as not needed settles nothing",
        said=(
            told_us(harm=YES),
            not_needed("refer:police"),
            not_needed("refer"),
            not_needed("find-out:harm"),
        ),
        owed=BOTH_NOW,
        alarm=True,
        source="our rule: only telling them, or two who decide against",
    ),
    # Answers
    Situation(
        what="coercion, social care say no further action",
        said=(told_us(coercion=YES), *TWO_TOLD, answered(SOCIAL_CARE, NO_ACTION)),
        owed=("escalate · ava by thu 17:00",),
        source=DISAGREE,
    ),
    Situation(
        what="no further action, given on a Friday evening",
        said=(told_us(harm=YES), *TWO_TOLD, answered(SOCIAL_CARE, NO_ACTION, on="fri 18:10")),
        owed=("escalate · ava by at once",),
        source=DISAGREE,
    ),
    Situation(
        what="no further action, then escalated",
        said=(told_us(harm=YES), *TWO_TOLD, answered(SOCIAL_CARE, NO_ACTION), escalated()),
        owed=("escalation answer · ava by mon 17:00",),
        not_owed=("escalate ·",),
        source=DISAGREE,
    ),
    Situation(
        what="no further action, decided again with a second person",
        said=(told_us(harm=YES), *TWO_TOLD, answered(SOCIAL_CARE, NO_ACTION), against()),
        not_owed=("escalate", *NOBODY),
        source=DISAGREE,
    ),
    Situation(
        what="no further action where no sign is yes",
        said=(told_us(), told(SOCIAL_CARE), answered(SOCIAL_CARE, NO_ACTION)),
        not_owed=("escalate",),
        source=DISAGREE,
    ),
    Situation(
        what="no further action on Ava; Ben’s referral is assessed",
        said=(
            told_us(BOTH, harm=YES),
            told(SOCIAL_CARE, "ava"),
            told(SOCIAL_CARE, "ben"),
            answered(SOCIAL_CARE, NO_ACTION, "ava"),
            answered(SOCIAL_CARE, ASSESSMENT, "ben"),
        ),
        owed=("escalate · ava",),
        not_owed=("escalate · ben",),
        source=f"{DISAGREE}; each child in their own right",
    ),
    Situation(
        what="no further action by the police while an adult is involved",
        said=(told_us(adult=YES), *TWO_TOLD, answered(POLICE, POLICE_NFA)),
        owed=("escalate · ava by thu 17:00",),
        source="our rule: “no further action” while a sign stands: escalate, or decide again",
    ),
    Situation(
        what="no further action by the police, decided again with a second person",
        said=(told_us(adult=YES), *TWO_TOLD, answered(POLICE, POLICE_NFA), against()),
        not_owed=("escalate", *NOBODY),
        source="our rule: “no further action” while a sign stands: escalate, or decide again",
    ),
    *(
        Situation(
            what=f"no further action on harm, and one person decides to refer to {whom} alone",
            said=(
                told_us(harm=YES),
                *TWO_TOLD,
                answered(SOCIAL_CARE, NO_ACTION),
                referred_to(body),
            ),
            owed=("escalate · ava by thu 17:00",),
            source=f"{DISAGREE}; escalate, or decide again with a second person",
        )
        for body, whom in ((Body.POLICE, "the police"), (Body.OTHER, "another body"))
    ),
    Situation(
        what="no further action by the police on an adult, and one person decides on social care",
        said=(
            told_us(adult=YES),
            *TWO_TOLD,
            answered(POLICE, POLICE_NFA),
            referred_to(Body.SOCIAL_CARE),
        ),
        owed=("escalate · ava by thu 17:00",),
        source=f"{SCOPE}; escalate, or decide again with a second person",
    ),
    Situation(
        what="no further action on coercion, and it is decided, with the reason, on the police",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            referred_to(Body.POLICE),
        ),
        not_owed=("escalate", *NOBODY),
        source=AND_OR,
    ),
    Situation(
        what="no further action on harm, and it is decided to refer to them again: told again",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            referred_to(Body.SOCIAL_CARE),
        ),
        owed=("tell social care by at once",),
        not_owed=("escalate",),
        alarm=True,
        source=DISAGREE,
    ),
    Situation(
        what="no further action on the first referral; the second on her is assessed",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            told(SOCIAL_CARE, n="2"),
            answered(SOCIAL_CARE, ASSESSMENT, n="2"),
        ),
        not_owed=("escalate", *NOBODY),
        source=f"{DISAGREE}; they act on it now",
    ),
    Situation(
        what="no further action on the first referral; the second on her is only received",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            told(SOCIAL_CARE, n="2"),
            answered(SOCIAL_CARE, ACKNOWLEDGED, n="2"),
        ),
        owed=("escalate · ava",),
        source=DISAGREE,
    ),
    Situation(
        what="the police give advice only while there are demands",
        said=(told_us(extortion=YES), *TWO_TOLD, answered(POLICE, BodyAnswer.ADVICE)),
        owed=("escalate · ava by thu 17:00",),
        source="our rule: “no further action” while a sign stands: escalate, or decide again",
    ),
    Situation(
        what="the police take no action on the adult, and CEOP deals with it",
        said=(
            told_us(adult=YES),
            *TWO_TOLD,
            answered(POLICE, POLICE_NFA),
            told(CEOP),
            answered(CEOP, TAKE_IT_ON),
        ),
        not_owed=("escalate", *NOBODY),
        source="our rule: CEOP is police",
    ),
    Situation(
        what="the LADO takes no action on a member of staff who was sent it",
        said=(
            told_us(who((AVA, PICTURED), (COACH, RECEIVED))),
            *TWO_TOLD,
            told(LADO, "coach"),
            answered(LADO, POLICE_NFA, "coach"),
        ),
        owed=("escalate · coach by thu 17:00",),
        source="KCSIE 2026, part four; our rule: escalate, or decide again",
    ),
    Situation(
        what="the LADO takes no action, and the police are to go on with it",
        said=(
            told_us(who((AVA, PICTURED), (COACH, RECEIVED))),
            *TWO_TOLD,
            told(LADO, "coach"),
            answered(LADO, POLICE_NFA, "coach"),
            referred_to(Body.POLICE, Body.SOCIAL_CARE),
        ),
        not_owed=("escalate", *NOBODY),
        source="KCSIE 2026, part four",
    ),
    # Waiting for them
    Situation(
        what="rung: written confirmation within 24 hours",
        said=(told_us(on="sat 09:00"), told(SOCIAL_CARE, on="sat 10:00")),
        owed=("written confirmation · ava by sun 10:05",),
        source=f"{CLOCK}: 24 hours, the strictest seen",
    ),
    Situation(
        what="written: an answer by the next working day",
        said=(told_us(), told(SOCIAL_CARE), wrote(on="fri 15:00")),
        owed=("acknowledgement · ava by mon 17:00",),
        not_owed=("written confirmation",),
        source=f"{CLOCK}: within one working day, Working Together",
    ),
    Situation(
        what="received without a decision: chased",
        said=(told_us(), told(SOCIAL_CARE), wrote(), answered(SOCIAL_CARE, ACKNOWLEDGED)),
        owed=("outcome chase · ava by thu+1 17:00",),
        not_owed=("acknowledgement",),
        source=CLOCK,
    ),
    Situation(
        what="assessed: nothing to chase",
        said=(told_us(), told(SOCIAL_CARE), wrote(), answered(SOCIAL_CARE, ASSESSMENT)),
        not_owed=("outcome chase", "acknowledgement"),
        source=CLOCK,
    ),
    *(
        Situation(
            what=f"{body.value} told: their answer is owed from that moment",
            said=(told_us(), told(body)),
            owed=("body answer · ava by thu+1 17:00",),
            source=f"{CLOCK}",
        )
        for body in (POLICE, CEOP, LADO, COLLEGE)
    ),
    Situation(
        what="the police are looking into it: still awaited",
        said=(told_us(), told(POLICE), answered(POLICE, LOOKING)),
        owed=("body answer · ava",),
        source="uk-guidance 3.2: who was told owes an answer, and is chased",
    ),
    Situation(
        what="the police answered",
        said=(told_us(), told(POLICE), answered(POLICE, POLICE_NFA)),
        not_owed=("body answer",),
        source="uk-guidance 3.2: who was told owes an answer, and is chased",
    ),
    Situation(
        what="two bodies told, one has answered",
        said=(told_us(), told(POLICE), told(LADO), answered(POLICE, POLICE_NFA)),
        owed=("body answer · ava",),
        source="uk-guidance 3.2: once for each body",
    ),
)
