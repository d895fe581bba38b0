"""Risk assessment: what is known after the conversations, and what it means.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), assessing the risks, among them whether
a child understands consent; the kinds of incident follow Wolak and Finkelhor (2011) as adapted
there. Capacity: Mental Capacity Act 2005, from 16. Competence: Gillick v West Norfolk and Wisbech
Area Health Authority (1985).
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import SIGNS, Actions, Extortion, HarmNow, Under13, UnusualActs, When
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Row, not_in_past, said, said_yes
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign, Stage


class AlsoKnown(Choice):
    """Circumstances that change what has to be done."""

    AI_MADE = "ai_made", "AI-made or altered"
    PAYMENT = "payment", "Money or a gift asked for or offered"
    THREAT = "threat", "A threat to share it"
    ACCOUNT = "account", "A false account, or one that was taken over"
    LIVE = "live", "Streamed live"
    COLLEGE = "college", "Made in college or on a college device"
    VANISHING = "vanishing", "Sent so that it disappears"


class IncidentKind(Choice):
    """A kind of incident, as the DSL sees it. It describes what happened, never a child."""

    ADULT = "adult", "Adult involved"
    INTENT = "intent", "Aggravated: meant to harm"
    RECKLESS = "reckless", "Aggravated: shared without consent, harm not meant"
    ROMANTIC = "romantic", "Experimental: within a relationship"
    ATTENTION = "attention", "Experimental: to interest somebody"
    OTHER = "other", "Experimental: other"


_ADULT = said("incident", IncidentKind.ADULT)
_INTENT = said("incident", IncidentKind.INTENT)


class Understanding(Row, frozen=True, kw_only=True):
    """What one learner understands and can decide: who assessed it, on what, and what follows."""

    learner: Annotated[PersonRef, Ask("Learner", who=A_LEARNER)]
    consent: Annotated[
        YesNoUnknown,
        Ask(
            "Do they understand consent?",
            help="That it is asked for each time, can be taken back, and is none under pressure.",
        ),
    ]
    competent: Annotated[
        YesNoUnknown | None,
        Ask(
            "Gillick competent: can they decide this for themselves?",
            help="They understand enough of it, and what may come of it, to decide wisely.",
        ),
    ] = None
    capacity: Annotated[
        YesNoUnknown | None,
        Ask(
            "From 16: have they the capacity to decide this?",
            help="It is presumed, for one decision at one time, unless it is shown that they have "
            "not (Mental Capacity Act 2005).",
        ),
    ] = None
    decision: Annotated[
        Line | None, Ask("Which decision it is about", example="Whether her mother is told")
    ] = None
    by: Annotated[Line, Ask("Assessed by", example="Name and role")]
    basis: Annotated[Words, Ask("What it rests on")]
    follows: Annotated[Words, Ask("What follows from it")]


class RiskAssessed(Form, tag="risk_assessed", frozen=True, kw_only=True):
    """Bring together what the conversations showed. Assess again whenever something changes."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.RISK
    in_short: ClassVar[str] = "risk assessed by {by}: {risk}"
    on_timeline: ClassVar[str] = "Risk assessed"
    title: ClassVar[str] = "Risk assessment"
    then: ClassVar[str] = "At the risk assessment"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.UKCIS_RISK, Cited.CAPACITY)
    weighs: ClassVar[bool] = True
    happened_in: ClassVar[str] = "at"

    at: When
    by: Annotated[StaffMember, Ask("By")]
    reason_shared: Annotated[
        Words,
        Ask(
            "Why it was made and shared, as far as is known",
            help="What each young person says, and what is not known.",
            section="How it came about",
        ),
    ]
    agreed: Annotated[
        YesNoUnknown | None,
        Ask("Did everyone pictured know, and agree to it being made?", fact=Fact.MADE_AGREED),
    ] = None
    beyond: Annotated[
        YesNoUnknown | None, Ask("Shared further without their agreement?", fact=Fact.SPREAD)
    ] = None
    several: Annotated[YesNoUnknown | None, Ask("Sent to more than one person?")] = None
    online: Annotated[YesNoUnknown | None, Ask("On social media or anywhere else online?")] = None
    contained: Annotated[
        Words | None,
        Ask(
            "Where, and what has been done to contain it", shown_if=said_yes("online"), passing=True
        ),
    ] = None
    imbalance: Annotated[
        YesNoUnknown | None, Ask("Is there a difference in age, power or dependence?")
    ] = None
    repeated: Annotated[
        YesNoUnknown | None, Ask("Has something like it happened before?", of_before=True)
    ] = None
    also: Annotated[
        tuple[AlsoKnown, ...],
        Ask(
            "Also known",
            raises=(
                (AlsoKnown.PAYMENT, (Sign.COERCION, Sign.EXTORTION)),
                (AlsoKnown.THREAT, (Sign.COERCION, Sign.EXTORTION)),
            ),
            leaves_open=((AlsoKnown.ACCOUNT, (Sign.ADULT,)),),
        ),
    ] = ()
    vulnerable: Annotated[
        YesNoUnknown | None,
        Ask(
            "Are there needs or circumstances that add to the risk?",
            help="Special needs, care, mental health, earlier harm, being alone, home.",
            section="What it means",
        ),
    ] = None
    vulnerable_how: Annotated[
        Words | None, Ask("Whose, and how", shown_if=said_yes("vulnerable"), passing=True)
    ] = None
    understanding: Annotated[
        tuple[Understanding, ...],
        Ask(
            "Each learner: what they understand, and can decide",
            help="A row each, also for whoever shared it. “Not known” is an answer.",
        ),
    ] = ()
    impact: Annotated[
        Words | None, Ask("What it means for each young person", fact=Fact.IMPACT)
    ] = None
    severity: Annotated[Words | None, Ask("How serious what was described is", passing=True)] = None
    if_told: Annotated[
        Words | None,
        Ask("Any further worry if parents or carers are told", passing=True, fact=Fact.IF_TOLD),
    ] = None
    risk: Annotated[Words, Ask("The risk now, and what lowers it", fact=Fact.RISK)]
    why: Annotated[
        Words,
        Ask("What this rests on", help="Whom you spoke with, and what is still open.", reason=True),
    ]
    incident: Annotated[
        IncidentKind | None,
        Ask(
            "Kind of incident, if it helps you",
            help="Your own choice. Only the DSL reads it; it is never given to a learner.",
            audience=Audience.DSL,
        ),
    ] = None
    adult: Annotated[
        YesNoUnknown | None,
        Ask(
            "An adult is involved, or someone posing as under 18",
            section=SIGNS,
            sign=Sign.ADULT,
            required_if=_ADULT,
        ),
    ] = None
    coercion: Annotated[
        YesNoUnknown | None,
        Ask(
            "Pressure, threat, payment or grooming, or doubt that they could consent",
            sign=Sign.COERCION,
            required_if=_INTENT,
        ),
    ] = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None
    review_on: Annotated[
        date | None,
        Ask("Assess again on", section="Next", check=not_in_past, review="Assess the risk again"),
    ] = None
    actions: Actions = ()
