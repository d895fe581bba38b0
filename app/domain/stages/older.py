"""Released forms as they were before today's: frozen, so that what was written on them is shown."""

from typing import Annotated, ClassVar

from app.domain.answers import Involved
from app.domain.form import Ask, Entry
from app.domain.stage import Stage
from app.domain.stages.asked import FamilyOf
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
