"""Information shared, or refused: with whom, on what basis and why.

Source: KCSIE 2026 and the information sharing guidance; uk-guidance 2.4. Refusals count too.
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import DecidedBy, Despite, Reason, When
from app.domain.forms.knowledge import Topic, what_they_know
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    EntryRef,
    Line,
    PersonRef,
    Refers,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Offered, said
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class LetterMeant(Choice):
    """What a letter, or a call, is to a body that was told on an earlier day."""

    CONFIRMS = "confirms", "The written confirmation of it"
    UPDATES = "updates", "An update of it"
    NEW = "new", "A new referral"


class DocumentIssued(Form, tag="document_issued", frozen=True, kw_only=True):
    """A document was made from the record and issued to somebody."""

    stage: ClassVar[Stage] = Stage.RECORD
    version: ClassVar[int] = 2
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
    meant: Annotated[LetterMeant | None, Ask("What it is, to what its reader was told before")] = (
        None
    )
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


class DocumentProtected(Form, tag="document_protected", frozen=True, kw_only=True):
    """A copy of an issued document was saved that only its passphrase opens."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "protected copy of {number} saved"
    title: ClassVar[str] = "Protected copy saved"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "saved_at"

    saved_at: Annotated[Moment, Ask("When")]
    number: Annotated[Line, Ask("Number")]
    digest: Annotated[Line, Ask("SHA-256 of the protected file", silent=True)]


class IdentifyingFact(Form, tag="identifying_fact", frozen=True, kw_only=True):
    """Mark words that tell others who somebody is, or that one of their own must not read."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "words noted that tell who {about} is[, not for {not_for} either]"
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
    not_for: Annotated[
        PersonRef | None,
        Ask(
            "Whose own paper must not show them either",
            help="Somebody of their own family, who reads of them otherwise: the address of a "
            "refuge, the number of a new telephone. One entry for each reader.",
        ),
    ] = None
    why: Annotated[
        Words,
        Ask(
            "Reason",
            help="Who would know from these words whom they mean, or why this reader must not.",
            reason=True,
        ),
    ]


class LeakReleased(Form, tag="leak_released", frozen=True, kw_only=True):
    """Say why words found in a document tell nothing about anybody else, and may stand there."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "words let stand in {document}: {why}"
    title: ClassVar[str] = "Words let stand in a document"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL

    document: Annotated[Line, Ask("Which document", example="Number, or what it is")]
    readers: Annotated[Audience | None, Ask("Written for")] = None
    reader: Annotated[PersonRef | None, Ask("Whom it is for or about")] = None
    found: Annotated[Line, Ask("The words that were found")]
    around: Annotated[Line, Ask("The words around them, as printed")]
    why: Annotated[
        Words, Ask("Reason", help="What the words mean here, and why nobody is named.", reason=True)
    ]


class OthersKind(Choice):
    """Whether words that were let stand name a child of another family."""

    NO_CHILD = "no_child", "No child of another family"
    CHILD = "child", "A child of another family"


class OthersLetStand(Form, tag="others_let_stand", frozen=True, kw_only=True):
    """Say who is meant by names and addresses that are not registered, and why they may stand."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "names let stand in {document}: {why}"
    title: ClassVar[str] = "Names let stand in a document"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL

    document: Annotated[Line, Ask("Which document", example="Number, or what it is")]
    readers: Annotated[Audience, Ask("Written for")]
    reader: Annotated[PersonRef | None, Ask("Whom it is for or about")] = None
    found: Annotated[Words, Ask("The words that were found, one in each line")]
    names: Annotated[OthersKind, Ask("Whom they name")]
    why: Annotated[
        Words,
        Ask("Reason", help="Who or what is meant, and why the reader may read it.", reason=True),
    ]


class HowItIsNow(Form, tag="how_it_is_now", frozen=True, kw_only=True):
    """Say how something is now that a letter would tell as it was: it is printed beside it."""

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "looked at again: {now}"
    title: ClassVar[str] = "How it is now"
    then: ClassVar[str] = "Looked at again"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False
    happened_in: ClassVar[str] = "at"

    of: Annotated[EntryRef, Ask("Said in", silent=True, refers_to=Refers.ANY_ENTRY)]
    question: Annotated[Line, Ask("Which answer", silent=True)]
    before: Annotated[Words, Ask("What was recorded")]
    at: When
    now: Annotated[Words, Ask("How is it now?")]


class NamedAs(Choice):
    """As what another child is named to an agency, or that they need not be."""

    ALLEGED = "alleged", "Named: alleged to have caused harm"
    AT_RISK = "at_risk", "Named: at risk too"
    NOT_NEEDED = "not_needed", "Not needed"


class OtherChildNamed(Form, tag="other_child_named", frozen=True, kw_only=True):
    """Say whether an agency that is told of one child needs the name of another, and as what.

    Source: KCSIE 2026 and the information sharing guidance: what is shared is necessary and
    proportionate, and why is recorded.
    """

    stage: ClassVar[Stage] = Stage.RECORD
    in_short: ClassVar[str] = "{child} in a referral about another learner: {named}"
    title: ClassVar[str] = "Another child in a referral"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False
    audience: ClassVar[Audience] = Audience.DSL

    referral: Annotated[EntryRef, Ask("In which referral", silent=True, refers_to=Refers.ANY_ENTRY)]
    child: Annotated[PersonRef, Ask("Which child", silent=True, who=A_LEARNER)]
    named: Annotated[NamedAs, Ask("Does this reader need their name?")]
    knows: Annotated[
        Line | None,
        Ask(
            "How the two know each other",
            example="One tutor group; together until June",
            shown_if=said("named", NamedAs.ALLEGED, NamedAs.AT_RISK),
        ),
    ] = None
    access: Annotated[
        Line | None,
        Ask(
            "Other children they live with or look after",
            example="Two younger sisters at home; helps at a football club",
            shown_if=said("named", NamedAs.ALLEGED),
        ),
    ] = None
    why: Annotated[Words, Ask("Reason", example="Both children may need protecting", reason=True)]


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
    in_short: ClassVar[str] = "{decision} with {recipient}[, about {about}], by {by}: {what}"
    version: ClassVar[int] = 2
    title: ClassVar[str] = "Information shared"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_INCIDENTS,)
    happened_in: ClassVar[str] = "at"
    then: ClassVar[str] = "When shared"

    decision: Annotated[Shared, Ask("Shared or not")]
    recipient: Annotated[
        Line, Ask("Who asked or was told", example="Name, role, organisation", meets=True)
    ]
    about: Annotated[PersonRef | None, Ask("About whom")] = None
    at: When
    by: DecidedBy
    what: Annotated[Words, Ask("What was shared, or was asked for")]
    now_know: Annotated[tuple[Topic, ...], what_they_know(shown_if=_SHARED)] = ()
    basis: Annotated[
        Basis | None, Ask("On what basis", shown_if=_SHARED, required_if=_SHARED, fact=Fact.SHARING)
    ] = None
    how: Annotated[
        Line | None, Ask("How", example="In person; secure e-mail", shown_if=_SHARED)
    ] = None
    why: Annotated[
        Words, Ask("Reason", help="Why they need it, or why not this, or not now.", reason=True)
    ]
    they_know: Annotated[
        YesNoUnknown | None, Ask("Does whoever it is about know?", shown_if=_SHARED)
    ] = None
    not_told_why: Annotated[
        Words | None,
        Ask(
            "Reason for not telling them",
            shown_if=said("they_know", YesNoUnknown.NO),
            required_if=said("they_know", YesNoUnknown.NO),
            reason=True,
        ),
    ] = None
    despite: Despite = None
