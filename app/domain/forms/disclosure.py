"""Disclosure: words that would tell who somebody is, and what was found in a document and let pass.

Source: ICO reprimands for text that reached another reader than it was written for.
"""

from typing import Annotated, ClassVar

from app.domain.kit.answers import Line, PersonRef, Words
from app.domain.kit.form import Ask, Form, Offered
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage


class IdentifyingFact(Form, tag="identifying_fact", frozen=True, kw_only=True):
    """Mark words that would tell others who somebody is, though they name nobody."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Identifying words"
    audience: ClassVar[Audience] = Audience.DSL

    about: Annotated[PersonRef, Ask("About whom")]
    words: Annotated[
        Line,
        Ask(
            "The words, as they may stand in the record",
            help="They are left out of what other families read, and no such document leaves with"
            " them.",
            example="The only girl in the plumbing group",
        ),
    ]
    why: Annotated[Words, Ask("Reason", help="Who would know from these words whom they mean.")]


class LeakReleased(Form, tag="leak_released", frozen=True, kw_only=True):
    """Say why words found in a document tell nothing about anybody else, and may stand there."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Words let stand in a document"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL

    document: Annotated[Line, Ask("Which document", example="Number, or what it is")]
    readers: Annotated[Audience | None, Ask("Written for")] = None
    reader: Annotated[PersonRef | None, Ask("Whom it is for or about")] = None
    found: Annotated[Line, Ask("The words that were found")]
    around: Annotated[Line, Ask("The words around them, as printed")]
    why: Annotated[Words, Ask("Reason", help="What the words mean here, and why nobody is named.")]
