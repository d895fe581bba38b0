"""Parts that change, and two records of one person: how people stay right as a case unfolds."""

from typing import Annotated, ClassVar

from app.domain.kit.answers import Line, PersonRef, Role, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, Offered, not_in_future, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage


class PartChanged(Form, tag="part_changed", frozen=True, kw_only=True):
    """Record that somebody’s part is another than was thought. What was thought before stays."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    title: ClassVar[str] = "Part changed"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    happened_in: ClassVar[str] = "since"

    person: Annotated[PersonRef, Ask("Person")]
    roles: Annotated[
        tuple[Role, ...],
        Ask("All the parts they have now", help="Someone may be harmed and have shared it too."),
    ]
    since: Annotated[Moment, Ask("Known since", check=not_in_future)]
    why: Annotated[Words, Ask("How this is known")]


class PeopleMerged(Form, tag="people_merged", frozen=True, kw_only=True):
    """Say that two records are one person. Both stay readable, and are read as one from now on."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    title: ClassVar[str] = "Two records of one person"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    apart: ClassVar[tuple[str, ...]] = ("keep", "other")

    keep: Annotated[PersonRef, Ask("Record that stays")]
    other: Annotated[PersonRef, Ask("Record that is joined to it")]
    same: Annotated[
        YesNoUnknown,
        Ask(
            "Are they the same person?",
            help="Two records joined by mistake come apart again when this is corrected to “no”.",
        ),
    ]
    name: Annotated[
        Line | None,
        Ask(
            "Name from now on",
            help="The other name is kept beside it, so that letters never let it slip.",
            shown_if=said_yes("same"),
            required_if=said_yes("same"),
        ),
    ] = None
    why: Annotated[Words, Ask("How this is known")]
