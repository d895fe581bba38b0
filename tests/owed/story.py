"""Words to tell the story of a case with: each is one or two entries, and short enough to read.

A story begins on Thursday 19 November 2026 at 10:22 and goes on ten minutes at a time, unless a
step says when: `on="fri 16:10"`, `on="thu+1 09:00"` for a week later, `on="30d 09:00"` for so many
days later, `-9d` for before. Ava is 15 and pictured; Ben and Cal are 16, Dee is 18. Whatever a step
leaves open is answered as calmly as can be. How it goes on is in `later.py`.
"""

from app.domain.forms.any_time import SignsFound
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.close import HowResurfaced, Resurfaced
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
    Threshold,
)
from tests.casefold import DSL, concern
from tests.domain.gate_answers import ALL_NO, LEAD, REVIEW, TUTOR
from tests.owed.telling import AVA, BEN, FORWARDED, PICTURED, THEN, YES, Step, Steps, day, who

SOCIAL_CARE = Body.SOCIAL_CARE
POLICE, CEOP, LADO = OtherBody.POLICE, OtherBody.CEOP, OtherBody.LADO
COLLEGE, EARLY_HELP = OtherBody.COLLEGE, OtherBody.EARLY_HELP
NO_ACTION, ACKNOWLEDGED, ASSESSMENT = Reply.NO_ACTION, Reply.ACKNOWLEDGED, Reply.ASSESSMENT
POLICE_NFA, LOOKING, TAKE_IT_ON = BodyAnswer.NO_ACTION, BodyAnswer.LOOKING, BodyAnswer.ACCEPTED


# The concern and what is found

ONLY_AVA = who((AVA, PICTURED))
BOTH = who((AVA, PICTURED), (BEN, FORWARDED))


def told_us(people=ONLY_AVA, on="", scope=Scope.OWN, no="all", n="", **answers) -> Step:
    """A concern; every sign is answered no, or left blank with `no=""`. `n` tells a second one."""
    signs = ALL_NO if no == "all" else {}
    given = {"people": people, "scope": scope, "told_at": THEN, **signs, **answers}
    return Step(ConcernReceived, concern(**given), on, f"concern{n}")


def again(people=(), on="", **answers) -> Step:
    """It came back: the imagery is about again, or it happened again."""
    given = {
        "told_at": THEN,
        "told_to": DSL,
        "known_by": HowResurfaced.LEARNER,
        "account": "It is going round again.",
        "people": people,
        "safe_now": "At home with her mother.",
        "next_step": "R. Okafor sees her.",
        "why": "She asked.",
    }
    return Step(Resurfaced, given | answers, on, "again")


def found(on="", **signs) -> Step:
    """Signs answered later: `found(harm=YES)`."""
    given = {"found_at": THEN, "found_by": DSL, "how": "She said so."}
    return Step(SignsFound, given | signs, on)


def talked(about="ava", on="", **answers) -> Step:
    """Somebody spoke with a learner."""
    given = {"learner": about, "held_by": DSL, "held_at": THEN, "contains": "She said little."}
    return Step(LearnerConversation, given | answers, on)


def not_talked(about="ava", on="", **answers) -> Step:
    """A decision not to speak with a learner, or not yet."""
    given = {"learner": about, "decided_by": DSL, "decided_at": THEN, "why": "The police asked."}
    return Step(ConversationNotHeld, given | answers, on)


def met(on="", n="", **answers) -> Step:
    """The initial review meeting; each of its nine questions answered no unless said."""
    return Step(InitialReview, REVIEW | {"held_at": THEN} | answers, on, f"review{n}")


def assessed(on="", n="", **answers) -> Step:
    """The risk assessment."""
    given = {"at": THEN, "by": DSL, "risk": "Low now.", "why": "Spoken with both."}
    given["reason_shared"] = "As a joke, he says."
    return Step(RiskAssessed, given | answers, on, f"risk{n}")


def demanded(about="ava", on="", **answers) -> Step:
    """The form on demands and threats; who is with them tonight is left open unless said."""
    given = {"learner": about, "by": DSL, "at": THEN, "happened": "Money.", "done": "Told police."}
    return Step(DemandsRecorded, given | answers, on)


def ai_form(about="ava", on="", **answers) -> Step:
    """The form on AI-made imagery."""
    given = {
        "learner": about,
        "by": DSL,
        "at": THEN,
        "described": "A face put on.",
        "done": "All.",
    }
    return Step(AiMadeImagery, given | answers, on)


# Whom we told, and what they said


def started(body, about="ava", on="", n="") -> Step:
    """A referral begun: nobody has been told yet."""
    referral = referral_id(body, about, n)
    if body is SOCIAL_CARE:
        given = {
            "child": about,
            "threshold": Threshold.PROTECTION,
            "team": "Exampleshire MASH",
            "why_now": "She is frightened.",
            "safe_now": "With her tutor.",
            "asked_for": "Advice today.",
        }
        return Step(ReferralOpened, given, on, referral)
    given = {"body": body, "name": "Exampleshire", "about": about or None}
    return Step(
        BodyReferralOpened, given | {"why": "A sign.", "asked_for": "Advice."}, on, referral
    )


def rang(body, about="ava", reached=YES, on="", n="", **answers) -> Step:
    """A call about a referral that was begun."""
    referral = referral_id(body, about, n)
    if body is SOCIAL_CARE:
        given = {"called_at": THEN, "called_by": DSL, "spoke_to": "J. Marlow", "advice": "Wait."}
        return Step(ReferralCall, given | {"referral": referral, "reached": reached} | answers, on)
    given = {
        "at": THEN,
        "by": DSL,
        "way": Way.NON_EMERGENCY,
        "why": "To report.",
        "said": "Heard.",
    }
    return Step(BodyContact, given | {"referral": referral, "reached": reached} | answers, on)


def told(body, about="ava", on="", reached=YES, n="", **answers) -> Steps:
    """A body told of a child by telephone: the referral begun, and the call."""
    return started(body, about, on, n), rang(body, about, reached, later_than(on), n, **answers)


def wrote(about="ava", on="", n="") -> Step:
    """The written referral has gone to social care."""
    given = {
        "referral": referral_id(SOCIAL_CARE, about, n),
        "sent_at": THEN,
        "sent_by": DSL,
        "route": ReferralRoute.PORTAL,
        "sent_to": "The MASH",
    }
    return Step(ReferralSent, given, on)


def answered(body, answer, about="ava", on="", n="", **answers) -> Step:
    """What a body answered."""
    referral = referral_id(body, about, n)
    if body is SOCIAL_CARE:
        given = {"received_at": THEN, "answered_by": "J. Marlow", "reply": answer}
        return Step(ReferralReply, given | {"referral": referral} | answers, on)
    given = {"at": THEN, "told_by": "PC 4417", "answer": answer, "why": "Their reason."}
    return Step(BodyOutcome, given | {"referral": referral} | answers, on)


def escalated(about="ava", on="", n="") -> Step:
    """A referral raised with somebody higher."""
    given = {"at": THEN, "raised_with": "The team manager", "why": "The sign stands."}
    return Step(ReferralEscalated, given | {"referral": referral_id(SOCIAL_CARE, about, n)}, on)


def principal_told(on="") -> Step:
    """The principal was told."""
    given = {
        "who": Knower.LEADERS,
        "facts": (Topic.HAPPENED,),
        "knowing": Knowing.KNOWS,
        "at": THEN,
    }
    return Step(KnowledgeNoted, given, on)


def must_not_know(person, until, on="") -> Step:
    """Somebody must not be told for now."""
    given = {
        "who": Knower.PERSON,
        "person": person,
        "facts": (Topic.HAPPENED,),
        "knowing": Knowing.NOT_TO_KNOW,
        "at": THEN,
        "why": "She is afraid of him.",
        "until": day(until),
    }
    return Step(KnowledgeNoted, given, on, "not-to-know")


def decided(decision=Decision.COLLEGE, to=(), on="", **answers) -> Step:
    """The decision: in college, refer, or not referred with a second person."""
    given = {"decided_at": THEN, "decided_by": TUTOR, "decision": decision, "why": "Weighed."}
    if decision is Decision.REFER:
        given["refer_to"] = to
    else:
        given |= {"plan": "Support.", "review_on": day("wed+2")}
    if decision is Decision.NOT_REFERRED:
        given |= {"asked_outside": YES, "consulted": "J. Marlow, MASH.", "agreed_by": LEAD}
        given["agreed_at"] = THEN
    return Step(DecisionMade, given | answers, on, f"decision{on}")


def against(on="", **answers) -> Step:
    """Two people decide against a referral."""
    return decided(Decision.NOT_REFERRED, on=on, **answers)


def referred_to(*bodies, on="", **answers) -> Step:
    """The decision to refer."""
    return decided(Decision.REFER, bodies, on, **answers)


def referral_id(body, about, n) -> str:
    return f"{body.value}-{about}{n}"


def later_than(on: str) -> str:
    """Return five minutes after a time, or nothing for nothing."""
    if not on:
        return ""
    name, _, clock = on.partition(" ")
    hour, minute = map(int, clock.split(":"))
    return f"{name} {hour:02}:{min(minute + 5, 59):02}"
