"""Information shared, or refused: with whom, on what basis and why.

Source: KCSIE 2026 and the information sharing guidance; uk-guidance 2.4. Refusals count too.
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import DecidedBy, When
from app.domain.kit.answers import Choice, Line, PersonRef, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, said
from app.domain.kit.stage import Stage


class Shared(Choice):
    """What was done about a wish to know."""

    SHARED = "shared", "Shared"
    REFUSED = "refused", "Not shared"


class Basis(Choice):
    """What allows it. Safeguarding does not wait for agreement."""

    DUTY = "duty", "Duty to share for safeguarding"
    TASK = "task", "Public task"
    OBLIGATION = "obligation", "Another legal obligation"
    VITAL = "vital", "To protect somebody’s life"
    AGREED = "agreed", "They agreed"


_SHARED = said("decision", Shared.SHARED)


class InformationShared(Form, tag="information_shared", frozen=True, kw_only=True):
    """Record what was shared about somebody, or refused, with the reason. Only what is needed."""

    stage: ClassVar[Stage] = Stage.SHARING
    title: ClassVar[str] = "Information shared"
    happened_in: ClassVar[str] = "at"

    decision: Annotated[Shared, Ask("Shared or not")]
    recipient: Annotated[
        Line, Ask("Who asked or was told", example="Name, role, organisation", meets=True)
    ]
    about: Annotated[PersonRef | None, Ask("About whom")] = None
    at: When
    by: DecidedBy
    what: Annotated[Words, Ask("What was shared, or was asked for")]
    basis: Annotated[Basis | None, Ask("On what basis", shown_if=_SHARED, required_if=_SHARED)] = (
        None
    )
    how: Annotated[
        Line | None, Ask("How", example="In person; secure e-mail", shown_if=_SHARED)
    ] = None
    why: Annotated[Words, Ask("Reason", help="Why they need it, or why not this, or not now.")]
    they_know: Annotated[
        YesNoUnknown | None, Ask("Does whoever it is about know?", shown_if=_SHARED)
    ] = None
    not_told_why: Annotated[
        Words | None,
        Ask(
            "Reason for not telling them",
            shown_if=said("they_know", YesNoUnknown.NO),
            required_if=said("they_know", YesNoUnknown.NO),
        ),
    ] = None
