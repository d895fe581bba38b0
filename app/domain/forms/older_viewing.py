"""How imagery came to be seen, as it was asked before today’s: frozen, as `older.py` says."""

from typing import Annotated, ClassVar

from app.domain.forms.viewing import MAY_AGREE, PLANNED, ViewingGround
from app.domain.kit.answers import Line, StaffMember, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage


class ViewingRecorded1(Form, tag="viewing_recorded", frozen=True, kw_only=True):
    """Only where there was no other way. Agreed before, two people in the room, nothing copied."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Imagery viewed by staff"
    happened_in: ClassVar[str] = "began_at"
    in_order: ClassVar[tuple[str, ...]] = ("began_at", "ended_at")

    ground: Annotated[ViewingGround, Ask("Ground", section="Why")]
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
        Line, Ask("Where", help="In college, in a senior leader’s office if possible.")
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
