"""Released forms as they were before today's: frozen, so that what was written on them is shown."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.answers import Involved, StaffMember, Words, YesNoUnknown
from app.domain.form import Ask, Entry, not_in_past, said_yes
from app.domain.registry import Stored
from app.domain.stage import Stage
from app.domain.stages.asked import FamilyOf, Reason, When
from app.domain.stages.person import HowNamed


class PeopleNamed1(Entry, tag="people_named", frozen=True, kw_only=True):
    """Add people as their names come up, with the part they have in this."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    title: ClassVar[str] = "Add people"

    people: Annotated[
        tuple[Involved, ...],
        Ask(
            "People and their part in it",
            help="Type a name. Someone already in the casebook is offered; anyone else is added.",
        ),
    ]
    family_of: FamilyOf = None
    why: HowNamed


class CaseReviewed1(Entry, tag="case_reviewed", frozen=True, kw_only=True):
    """Look at the case again: how each learner is, whether it was shared again, what is next."""

    stage: ClassVar[Stage] = Stage.CLOSE
    title: ClassVar[str] = "Case review"
    happened_in: ClassVar[str] = "reviewed_at"

    reviewed_at: When
    reviewed_by: Annotated[StaffMember, Ask("Reviewed by")]
    spoke_with: Annotated[
        Words, Ask("Which learners were spoken with, and how they are", help="Each by name.")
    ]
    again: Annotated[YesNoUnknown, Ask("Has it been shared or talked about again?")]
    again_what: Annotated[
        Words | None,
        Ask("What is known of it", shown_if=said_yes("again"), required_if=said_yes("again")),
    ] = None
    change: Annotated[Words, Ask("What is kept, and what changes")]
    why: Reason
    next_on: Annotated[date | None, Ask("Review again on", check=not_in_past)] = None


def spoken_in_words(answers: Stored) -> Stored:
    """Keep what a review said in words as words: whom somebody spoke with is not read from them."""
    said = answers.pop("spoke_with", None)
    return answers | ({"how_they_are": said} if said else {})
