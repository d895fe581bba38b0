"""Late: one line of reason where a time limit was missed, or no longer applies."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When
from app.domain.kit.answers import Choice, EntryRef, Refers, StaffMember
from app.domain.kit.form import Ask, Form, said
from app.domain.kit.stage import Stage


class Missed(Choice):
    """What has become of something that was due."""

    LATE = "late", "It was done late, or is still to be done"
    NOT_NEEDED = "not_needed", "It is no longer needed"


class ClockMissed(Form, tag="clock_missed", frozen=True, kw_only=True):
    """One line is enough: what got in the way. It is written for whoever reads this later."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Why something was late"
    happened_in: ClassVar[str] = "said_at"

    which: Annotated[EntryRef, Ask("What was due", refers_to=Refers.CLOCK)]
    missed: Annotated[Missed, Ask("What has become of it")]
    why: Reason
    said_by: Annotated[
        StaffMember | None,
        Ask(
            "Who decided that it is not needed",
            shown_if=said("missed", Missed.NOT_NEEDED),
            required_if=said("missed", Missed.NOT_NEEDED),
        ),
    ] = None
    said_at: When
