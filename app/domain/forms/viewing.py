"""Viewing: who was asked whether they saw the imagery, and how a member of staff came to see it.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery; the college's guidance,
"Viewing the imagery".
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import When
from app.domain.kit.answers import Choice, Line, StaffMember, StaffRole, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, Row, not_in_future, said, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class StaffAsked(Row, frozen=True, kw_only=True):
    """One member of staff who could have seen it."""

    who: Annotated[StaffMember, Ask("Name and role")]
    seen: Annotated[YesNoUnknown, Ask("Have they seen the imagery?")]
    how: Annotated[
        Words | None,
        Ask(
            "How it came about, and what support they were offered",
            shown_if=said_yes("seen"),
            required_if=said_yes("seen"),
        ),
    ] = None


class ViewingAsked(Form, tag="viewing_asked", frozen=True, kw_only=True):
    """Ask each member of staff who was near it. Every referral says what they answered."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "{asked_by} asked staff whether they had seen the imagery: {staff}"
    title: ClassVar[str] = "Staff asked about viewing"
    happened_in: ClassVar[str] = "asked_at"

    asked_at: When
    asked_by: Annotated[StaffMember, Ask("Asked by")]
    staff: Annotated[tuple[StaffAsked, ...], Ask("Who was asked, and what they said")]
    why: Annotated[
        Words, Ask("Reason", help="Why these members of staff, and nobody else.", reason=True)
    ]


class ViewingGround(Choice):
    """The only three grounds on which staff may come to see imagery."""

    AGENCIES = "agencies", "No other way to decide whether other agencies must be told"
    REPORT = "report", "Needed to report it, or to help a learner or parent report it"
    UNAVOIDABLE = "unavoidable", "It was shown to staff, or met on a college device or network"


class CameAbout(Choice):
    """How staff came to see imagery that nobody chose to look at."""

    SHOWN = "shown", "It was shown to them"
    DEVICE = "device", "They met it on a college device"
    NETWORK = "network", "They met it on the college’s network"


MAY_AGREE = (StaffRole.PRINCIPAL, StaffRole.SMT)
"""Who may agree to a viewing: the principal or a member of SMT."""
PLANNED = said("ground", ViewingGround.AGENCIES, ViewingGround.REPORT)
_UNPLANNED = said("ground", ViewingGround.UNAVOIDABLE)


class ViewingRecorded(Form, tag="viewing_recorded", frozen=True, kw_only=True):
    """Only where there was no other way. Write who agreed, who was there, and what followed."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = (
        "{viewed_by} saw the imagery[, {second} present][, agreed by {agreed_by}]: {why}"
    )
    on_timeline: ClassVar[str] = "Viewing"
    title: ClassVar[str] = "Imagery viewed by staff"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_VIEWING, Cited.UKCIS_VIEWING)
    happened_in: ClassVar[str] = "began_at"
    in_order: ClassVar[tuple[str, ...]] = ("began_at", "ended_at")

    ground: Annotated[ViewingGround, Ask("Ground", section="Why")]
    came: Annotated[
        CameAbout | None,
        Ask("How it came about", shown_if=_UNPLANNED, required_if=_UNPLANNED),
    ] = None
    why: Annotated[
        Words,
        Ask(
            "Reason",
            help="What had been told, why that was not enough, and why no young person was "
            "distressed or harmed by it.",
            reason=True,
        ),
    ]
    agreed_by: Annotated[
        StaffMember | None,
        Ask(
            "Agreed by, before the viewing",
            help="The principal or a member of SMT.",
            unseen=True,
            section="Agreement and people",
            shown_if=PLANNED,
            roles=MAY_AGREE,
        ),
    ] = None
    agreed_at: Annotated[
        Moment | None,
        Ask("When it was agreed", shown_if=PLANNED, required_if=PLANNED, check=not_in_future),
    ] = None
    viewed_by: Annotated[StaffMember, Ask("Who saw it")]
    second: Annotated[
        StaffMember | None,
        Ask("Second person in the room", help="They need not look."),
    ] = None
    alone: Annotated[
        YesNoUnknown | None,
        Ask("Was the viewer alone when they saw it?", shown_if=_UNPLANNED),
    ] = None
    same_sex: Annotated[
        YesNoUnknown, Ask("Is the viewer of the same sex as the young person pictured?")
    ]
    same_sex_why: Annotated[
        Words | None,
        Ask(
            "Reason, where they are not or it is not known",
            shown_if=said("same_sex", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN),
            required_if=said("same_sex", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN),
            reason=True,
        ),
    ] = None
    began_at: Annotated[Moment, Ask("Began", section="The viewing", check=not_in_future)]
    ended_at: Annotated[Moment, Ask("Ended", check=not_in_future)]
    place: Annotated[
        Line,
        Ask("Where", help="In college, in a senior leader’s office if possible.", unseen=True),
    ]
    device: Annotated[Line, Ask("On which device, and whose it is")]
    copied: Annotated[
        YesNoUnknown,
        Ask(
            "Was anything copied, printed, sent, saved or photographed?",
            help="By answering no, the viewer declares that nothing was.",
        ),
    ]
    copied_advice: Annotated[
        Words | None,
        Ask(
            "What the police advised about it, who and when",
            shown_if=said("copied", YesNoUnknown.YES, YesNoUnknown.NOT_KNOWN),
            required_if=said("copied", YesNoUnknown.YES, YesNoUnknown.NOT_KNOWN),
        ),
    ] = None
    welfare: Annotated[
        Words,
        Ask("Support offered to those who saw it", help="Who was asked, when, what they wanted."),
    ]
    followed: Annotated[Words, Ask("What followed")]
