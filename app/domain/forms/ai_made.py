"""AI-made imagery of a learner: the same harm, and its own few questions.

Source: KCSIE 2026 (imagery made with AI is included); uk-guidance 1.15.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, AdultInvolved, Coercion, HarmNow
from app.domain.kit.answers import A_LEARNER, Line, PersonRef, StaffMember, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, Says, not_in_future, not_in_past, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage

_COLLEGE = said_yes("college_photo")


class AiMadeImagery(Form, tag="ai_made_imagery", frozen=True, kw_only=True):
    """Imagery made or altered by a program harms like any other, and is handled like any other."""

    stage: ClassVar[Stage] = Stage.AI_MADE
    title: ClassVar[str] = "AI-made imagery"
    happened_in: ClassVar[str] = "at"

    learner: Annotated[PersonRef, Ask("Who is shown", who=A_LEARNER, says=Says.TELLER)]
    by: Annotated[StaffMember, Ask("Taken down by", says=Says.HEARER)]
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    described: Annotated[Words, Ask("What is said to have been made, in the fewest words")]
    lifelike: Annotated[
        YesNoUnknown | None,
        Ask(
            "Is it said to look like a photograph?",
            help="As described. Nobody looks to find out.",
        ),
    ] = None
    aware: Annotated[YesNoUnknown | None, Ask("Does the learner shown know of it?")] = None
    impact: Annotated[Words | None, Ask("What it means for them")] = None
    made_by: Annotated[
        Words | None, Ask("Who made it, and who asked for it, as told", retold="Made by, as told: ")
    ] = None
    tool: Annotated[Line | None, Ask("Program or app, if known", retold="Program or app: ")] = None
    origin: Annotated[
        Words | None, Ask("Where the photograph behind it came from", section="The source")
    ] = None
    college_photo: Annotated[
        YesNoUnknown | None, Ask("Was it one of the college’s own photographs?")
    ] = None
    data_officer: Annotated[
        Line | None,
        Ask(
            "When the data protection officer was told, and by whom",
            shown_if=_COLLEGE,
            required_if=_COLLEGE,
        ),
    ] = None
    done: Annotated[Words, Ask("What has been done, and why", section="What was done")]
    coercion: Coercion = None
    harm: HarmNow = None
    adult: AdultInvolved = None
    review_on: Annotated[
        date | None,
        Ask(
            "See them again on",
            section="Next",
            check=not_in_past,
            review="See how they are",
            leads_to="note",
        ),
    ] = None
    actions: Actions = ()
