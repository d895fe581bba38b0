"""Risk assessment: what is known after the conversations, and what it means.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), assessing the risks; the kinds of
incident follow Wolak and Finkelhor (2011) as adapted there.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import SIGNS, Actions, Extortion, HarmNow, Under13, UnusualActs, When
from app.domain.kit.answers import Choice, StaffMember, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, not_in_past, said, said_yes
from app.domain.kit.record import Audience
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


class RiskAssessed(Form, tag="risk_assessed", frozen=True, kw_only=True):
    """Bring together what the conversations showed. Assess again whenever something changes."""

    stage: ClassVar[Stage] = Stage.RISK
    title: ClassVar[str] = "Risk assessment"
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
        YesNoUnknown | None, Ask("Did everyone pictured know, and agree to it being made?")
    ] = None
    beyond: Annotated[YesNoUnknown | None, Ask("Shared further without their agreement?")] = None
    several: Annotated[YesNoUnknown | None, Ask("Sent to more than one person?")] = None
    online: Annotated[YesNoUnknown | None, Ask("On social media or anywhere else online?")] = None
    contained: Annotated[
        Words | None,
        Ask("Where, and what has been done to contain it", shown_if=said_yes("online")),
    ] = None
    imbalance: Annotated[
        YesNoUnknown | None, Ask("Is there a difference in age, power or dependence?")
    ] = None
    repeated: Annotated[YesNoUnknown | None, Ask("Has something like it happened before?")] = None
    also: Annotated[tuple[AlsoKnown, ...], Ask("Also known")] = ()
    vulnerable: Annotated[
        YesNoUnknown | None,
        Ask(
            "Are there needs or circumstances that add to the risk?",
            help="Special needs, care, mental health, earlier harm, being alone, home.",
            section="What it means",
        ),
    ] = None
    vulnerable_how: Annotated[
        Words | None, Ask("Whose, and how", shown_if=said_yes("vulnerable"))
    ] = None
    impact: Annotated[Words | None, Ask("What it means for each young person")] = None
    severity: Annotated[Words | None, Ask("How serious what was described is")] = None
    if_told: Annotated[Words | None, Ask("Any further worry if parents or carers are told")] = None
    risk: Annotated[Words, Ask("The risk now, and what lowers it")]
    why: Annotated[
        Words, Ask("What this rests on", help="Whom you spoke with, and what is still open.")
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
