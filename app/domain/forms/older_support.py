"""The support plan before it asked for the day, a next time, and what the child keeps."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, When
from app.domain.forms.support import SupportKind
from app.domain.kit.answers import A_LEARNER, ExactWords, Line, PersonRef, StaffMember, Words
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, not_in_past
from app.domain.kit.stage import Stage


class SupportPlan1(Form, tag="support_plan", frozen=True, kw_only=True):
    """Every child involved gets one, whether harmed or sharing, and a day to look again."""

    stage: ClassVar[Stage] = Stage.SUPPORT
    title: ClassVar[str] = "Support plan"
    happened_in: ClassVar[str] = "at"

    child: Annotated[PersonRef, Ask("For whom", who=A_LEARNER)]
    made_by: Annotated[StaffMember, Ask("Made by")]
    at: When
    wants: Annotated[ExactWords | None, Ask("What they ask for, in their words")] = None
    kinds: Annotated[tuple[SupportKind, ...], Ask("Support")] = ()
    what: Annotated[Words, Ask("What is put in place")]
    why: Annotated[Words, Ask("Reason", help="How it answers what this child needs.", reason=True)]
    named_adult: Annotated[
        StaffMember | None, Ask("The adult they can go to", fact=Fact.NAMED_ADULT)
    ] = None
    after_hours: Annotated[
        Line | None, Ask("Evenings and weekends", example="Who, and which helpline")
    ] = None
    family: Annotated[Line | None, Ask("Who at home knows of the plan")] = None
    review_on: Annotated[
        date,
        Ask(
            "Look again on",
            check=not_in_past,
            review="Review the support plan",
            leads_to="support_review",
        ),
    ]
    actions: Actions = ()
