"""Requests for removal: what was asked of which service, when, and what came back.

Source: Online Safety Act 2023, section 20A (the six statements, 48 hours); Report Remove; UKCIS
(March 2024). Nobody opens, searches for or photographs what is to be removed.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Annotated, ClassVar

from app.domain.forms.asked import When
from app.domain.forms.routes import WRITTEN, DoneBy, RouteKind
from app.domain.kit.answers import (
    Choice,
    EntryRef,
    Inert,
    Line,
    Refers,
    ServiceName,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, not_in_future, said, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Statement(Choice):
    """What a statutory report has to state (Online Safety Act 2023, section 20A)."""

    INTIMATE = "intimate", "It is intimate image content"
    SUBJECT = "subject", "It comes from the person shown, or on their behalf"
    GOOD_FAITH = "good_faith", "It is made in good faith"
    TRUE = "true", "It is true to the best of their knowledge and belief"
    LOCATED = "located", "It says enough to find the content"
    CONTACT = "contact", "It gives contact details"


class Acting(Choice):
    """By what right the college reports for the person shown."""

    AGREED = "agreed", "They agreed to it"
    PARENT = "parent", "A parent or carer asked for it"
    PROTECTS = "protects", "It protects them, and they were not asked"


_ACTING: Mapping[Acting | None, str] = {
    Acting.AGREED: "I act for the person shown, who agreed to this report.",
    Acting.PARENT: "I act for the person shown, as their parent or carer asked.",
    Acting.PROTECTS: "I act for the person shown, to protect them.",
    None: "I act for the person shown.",
}
STATED: Mapping[Statement, str] = {
    Statement.INTIMATE: "The content is intimate image content.",
    Statement.SUBJECT: _ACTING[None],
    Statement.GOOD_FAITH: "I make this report in good faith.",
    Statement.TRUE: "What I say is true to the best of my knowledge and belief.",
    Statement.LOCATED: "I have given what is needed to find the content.",
    Statement.CONTACT: "I can be reached at the address given below.",
}
"""Each statement as the report makes it. Source: Online Safety Act 2023 s.20A."""


def stated(made: Iterable[Statement], acting: Acting | None) -> tuple[str, ...]:
    """Return the statements of a report in words, and by what right it was made."""
    subject = {Statement.SUBJECT: _ACTING[acting]}
    return tuple(subject.get(one, STATED[one]) for one in made)


TAKEN_DOWN = timedelta(hours=48)
"""How long a service has from receiving the report. Source: the same Act, s.10(3B). Helplines such
as POSH ask for about as long before they take a request on."""


OF_ONE_COPY = said("route", *WRITTEN)
STATUTORY = said("route", RouteKind.STATUTORY)
NOT_STATUTORY = said("route", *(kind for kind in RouteKind if kind is not RouteKind.STATUTORY))
READ_THERE = Audience.SERVICES
"""The answers that the service itself reads. The rest is for the college and agencies."""

# What the wizard asks in the same words is declared once, for both.
MadeBy = Annotated[DoneBy, Ask("Made by", audience=READ_THERE)]
SentAt = Annotated[Moment, Ask("When it was sent", check=not_in_future, audience=READ_THERE)]
RequestReference = Annotated[
    Line | None,
    Ask("Reference", help="Never a password, a log-in or a case PIN.", audience=READ_THERE),
]
SeenAt = Annotated[
    Moment | None, Ask("When the learner saw it there", check=not_in_future, audience=READ_THERE)
]
ActingFor = Annotated[
    Acting | None,
    Ask(
        "By what right you act for the person shown",
        help="The report says what you choose, and nothing of it where you leave it open.",
        shown_if=STATUTORY,
        audience=READ_THERE,
    ),
]
Category = Annotated[Line | None, Ask("Category chosen at the service", audience=READ_THERE)]
HoldAgreed = Annotated[
    YesNoUnknown | None,
    Ask(
        "If a hold stands: is this request agreed?",
        help="By the police or children’s social care, whoever the hold is for.",
    ),
]
AgreedIn = Annotated[
    EntryRef | None,
    Ask(
        "In which contact with them",
        help="The call, meeting or answer in which they agreed, as it is recorded. If it is not "
        "recorded yet, keep this draft and record it first.",
        refers_to=Refers.CONTACT,
        shown_if=said_yes("hold_agreed"),
    ),
]
AskedAgain = Annotated[
    Words | None, Ask("If the same was asked before and is still open: why again", reason=True)
]


class RemovalRequested(Form, tag="removal_requested", frozen=True, kw_only=True):
    """Record one request for one item. Nobody opens a link or asks the learner for a password."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.CONTAINMENT
    in_short: ClassVar[str] = (
        "asked {service_name} for removal[, {route}][, reference {reference}]; made by: {done_by}"
    )
    on_timeline: ClassVar[str] = "Asked {service_name}"
    title: ClassVar[str] = "Removal request"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STATUTORY_REPORT, Cited.REMOVAL_TOOLS)
    is_step: ClassVar[bool] = True
    happened_in: ClassVar[str] = "sent_at"
    in_order: ClassVar[tuple[str, ...]] = ("seen_at", "sent_at")

    route: Annotated[RouteKind, Ask("By which route", section="The request", audience=READ_THERE)]
    service_name: Annotated[ServiceName, Ask("To which service", audience=READ_THERE)]
    copy: Annotated[
        EntryRef | None,
        Ask(
            "Which copy",
            refers_to=Refers.COPY,
            help="Leave open where the route covers every copy, as Report Remove does.",
            required_if=OF_ONE_COPY,
        ),
    ] = None
    done_by: MadeBy
    sent_at: SentAt
    reference: RequestReference = None
    where_it_is: Annotated[
        Inert | None,
        Ask(
            "Where it is, as told",
            help="Address, handle or group. Nothing opens it.",
            section="What it says",
            audience=READ_THERE,
        ),
    ] = None
    seen_at: SeenAt = None
    service: Annotated[
        Line | None,
        Ask("Its key in the list of services", help="Leave open for one that is not listed."),
    ] = None
    category: Category = None
    text: Annotated[
        Words | None,
        Ask(
            "The words that were sent",
            help="No child’s name, and nothing of what it shows beyond “intimate image of a "
            "person under 18”.",
            audience=READ_THERE,
        ),
    ] = None
    statements: Annotated[
        tuple[Statement, ...],
        Ask(
            "What the report states",
            shown_if=STATUTORY,
            required_if=STATUTORY,
            audience=READ_THERE,
        ),
    ] = ()
    acting: ActingFor = None
    why: Annotated[Words, Ask("Reason for this route", section="Why, and why now", reason=True)]
    hold_agreed: HoldAgreed = None
    agreed_in: AgreedIn = None
    police_agreed: Annotated[
        Line | None,
        Ask(
            "Who agreed to it, and when",
            example="PC 4417 A. Singh, today 11:20",
            required_if=said_yes("hold_agreed"),
        ),
    ] = None
    despite: Annotated[
        Words | None,
        Ask("If a hold stands and nobody was asked: why it could not wait", reason=True),
    ] = None
    again: AskedAgain = None


class RequestReply(Choice):
    """What came back."""

    ACKNOWLEDGED = "acknowledged", "Received, not decided"
    REMOVED = "removed", "Removed"
    REFUSED = "refused", "Refused"
    CAME_BACK = "came_back", "Removed, and back again"
    NOTHING = "nothing", "No reply yet"


class RemovalReply(Form, tag="removal_reply", frozen=True, kw_only=True):
    """Record what came back, or that nothing did. Ask the learner or the service; never look."""

    stage: ClassVar[Stage] = Stage.CONTAINMENT
    in_short: ClassVar[str] = "{request}: {reply}[. {why}]"
    on_timeline: ClassVar[str] = "Answer on removal"
    title: ClassVar[str] = "Reply to a removal request"
    happened_in: ClassVar[str] = "at"

    request: Annotated[EntryRef, Ask("Which request", refers_to=Refers.REQUEST)]
    at: When
    reply: Annotated[RequestReply, Ask("What came back")]
    known_by: Annotated[
        Line,
        Ask(
            "How it is known",
            help="From the learner, or from the service’s own message. Nobody opens the link.",
        ),
    ]
    reference: Annotated[Line | None, Ask("Their reference")] = None
    next_step: Annotated[
        Words | None,
        Ask(
            "What happens next, and who does it",
            required_if=said(
                "reply", RequestReply.REFUSED, RequestReply.CAME_BACK, RequestReply.NOTHING
            ),
        ),
    ] = None
    why: Annotated[Words | None, Ask("Their reason, or anything to add")] = None
