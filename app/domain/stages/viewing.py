"""Staff asked about viewing: so that the case can say truthfully who has seen the imagery."""

from typing import Annotated, ClassVar

from app.domain.answers import StaffMember, Words, YesNoUnknown
from app.domain.form import Ask, Entry, Row, not_in_future, said_yes
from app.domain.moments import Moment
from app.domain.stage import Stage


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


class ViewingAsked(Entry, tag="viewing_asked", frozen=True, kw_only=True):
    """Ask each member of staff who was near it. Every referral says what they answered."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Staff asked about viewing"
    happened_in: ClassVar[str] = "asked_at"

    asked_at: Annotated[Moment, Ask("When", check=not_in_future)]
    asked_by: Annotated[StaffMember, Ask("Asked by")]
    staff: Annotated[tuple[StaffAsked, ...], Ask("Who was asked, and what they said")]
    why: Annotated[Words, Ask("Reason", help="Why these members of staff, and nobody else.")]
