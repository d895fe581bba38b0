"""The risk assessment as it was before today’s: frozen, as `older.py` says."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import SIGNS, Actions, Extortion, HarmNow, Under13, UnusualActs, When
from app.domain.forms.risk import AlsoKnown, IncidentKind
from app.domain.kit.answers import StaffMember, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, not_in_past, said, said_yes
from app.domain.kit.record import Audience
from app.domain.kit.stage import Sign, Stage

_ADULT = said("incident", IncidentKind.ADULT)
_INTENT = said("incident", IncidentKind.INTENT)


class RiskAssessed1(Form, tag="risk_assessed", frozen=True, kw_only=True):
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
