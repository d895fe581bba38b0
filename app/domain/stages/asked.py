"""Questions that several forms ask in the same words."""

from datetime import date
from typing import Annotated

from app.domain.answers import Choice, EntryRef, Line, StaffMember, YesNoUnknown
from app.domain.form import Ask, Row
from app.domain.sign import Sign

SIGNS = "Signs that call for referral at once"

AdultInvolved = Annotated[
    YesNoUnknown | None,
    Ask(
        "An adult is involved, or someone posing as under 18",
        help="A learner who is 18 or over counts as an adult.",
        section=SIGNS,
        sign=Sign.ADULT,
    ),
]
Coercion = Annotated[
    YesNoUnknown | None,
    Ask(
        "Pressure, threat, payment or grooming, or doubt that they could consent",
        sign=Sign.COERCION,
    ),
]
UnusualActs = Annotated[
    YesNoUnknown | None,
    Ask("Violent acts, or sexual acts unusual for their age", sign=Sign.UNUSUAL),
]
Under13 = Annotated[
    YesNoUnknown | None,
    Ask("Sexual acts, and someone pictured is under 13", sign=Sign.UNDER_13),
]
HarmNow = Annotated[
    YesNoUnknown | None,
    Ask(
        "Someone is harmed or at risk of harm now",
        help="For example talk of suicide or self-harm, violence, or danger at home.",
        sign=Sign.HARM,
    ),
]
Extortion = Annotated[
    YesNoUnknown | None,
    Ask("Demands for money, gifts or more images", sign=Sign.EXTORTION),
]


class ImageryKind(Choice):
    """What kind of imagery is spoken of. Nobody looks to find out."""

    STILL = "still", "Still picture"
    VIDEO = "video", "Video"
    LIVE = "live", "Live stream or call"
    ALTERED = "altered", "AI-made or altered"
    NOT_KNOWN = "not_known", "Not known"


WhichReferral = Annotated[EntryRef, Ask("Which referral")]


class AgreedAction(Row, frozen=True, kw_only=True):
    """Something a member of staff agreed to do."""

    what: Annotated[Line, Ask("What")]
    who: Annotated[StaffMember, Ask("Who")]
    by: Annotated[date, Ask("By")]
    why: Annotated[Line, Ask("Reason")]


Actions = Annotated[
    tuple[AgreedAction, ...],
    Ask("Who does what", help="Each becomes something due on Today."),
]
