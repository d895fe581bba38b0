"""The released record of an issued document, and of words to be left out, as they were before."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason
from app.domain.kit.answers import EntryRef, Line, PersonRef, Refers, Words
from app.domain.kit.form import Ask, Form, Offered
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage


class DocumentIssued1(Form, tag="document_issued", frozen=True, kw_only=True):
    """A document was made from the record and issued to somebody."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "{number}, {kind}, to {recipient}"
    title: ClassVar[str] = "Document issued"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "issued_at"

    issued_at: Annotated[Moment, Ask("When")]
    number: Annotated[Line, Ask("Number")]
    key: Annotated[Line, Ask("Kind", silent=True)] = "social_care"
    kind: Annotated[Line, Ask("Document")]
    recipient: Annotated[Line, Ask("Issued to")]
    readers: Annotated[Audience, Ask("Written for")] = Audience.AGENCIES
    child: Annotated[PersonRef | None, Ask("About")] = None
    reader: Annotated[PersonRef | None, Ask("For")] = None
    referral: Annotated[
        EntryRef | None, Ask("Referral or entry", silent=True, refers_to=Refers.ANY_ENTRY)
    ] = None
    why: Reason
    replaces: Annotated[Line | None, Ask("Takes the place of")] = None
    edition: Annotated[Line | None, Ask("Guidance")] = None
    pages: Annotated[Line, Ask("Pages")]
    words: Annotated[Line, Ask("Check words")]
    digest: Annotated[Line, Ask("SHA-256", silent=True)]
    record_head: Annotated[Line, Ask("Head of the record", silent=True)]
    sender: Annotated[Words | None, Ask("Letterhead", silent=True)] = None
    """The sender as printed, so that an old letter can be made again after the college moves."""
    beside: Annotated[Words | None, Ask("Printed from outside the case", silent=True)] = None
    """Contacts, rules, routes and due rows as printed: they change, but the paper does not."""


class IdentifyingFact1(Form, tag="identifying_fact", frozen=True, kw_only=True):
    """Mark words that would tell others who somebody is, though they name nobody."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "words noted that tell who {about} is"
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
    why: Annotated[
        Words, Ask("Reason", help="Who would know from these words whom they mean.", reason=True)
    ]
