"""Released forms as they were before today's: frozen, so that old entries are shown as written."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    Coercion,
    DecidedBy,
    Extortion,
    FamilyOf,
    HarmNow,
    Reason,
    Under13,
    UnusualActs,
    When,
)
from app.domain.forms.decision import Body, Decision
from app.domain.forms.person import HowNamed
from app.domain.forms.requests import (
    OF_ONE_COPY,
    READ_THERE,
    STATUTORY,
    AskedAgain,
    Category,
    MadeBy,
    RequestReference,
    SeenAt,
    SentAt,
    Statement,
)
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import (
    EntryRef,
    Inert,
    Involved,
    Line,
    Refers,
    ServiceName,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, answered, not_in_future, not_in_past, said, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.registry import Stored
from app.domain.kit.stage import Stage


class PeopleNamed1(Form, tag="people_named", frozen=True, kw_only=True):
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


class CaseReviewed1(Form, tag="case_reviewed", frozen=True, kw_only=True):
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


class RemovalRequested1(Form, tag="removal_requested", frozen=True, kw_only=True):
    """Record one request for one item. Nobody opens a link or asks the learner for a password."""

    stage: ClassVar[Stage] = Stage.CONTAINMENT
    title: ClassVar[str] = "Removal request"
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
    why: Annotated[Words, Ask("Reason for this route", section="Why, and why now")]
    police_agreed: Annotated[
        Line | None,
        Ask("Who at the police agreed to it, and when", example="PC 4417 A. Singh, today 11:20"),
    ] = None
    despite: Annotated[
        Words | None, Ask("If a hold stands and nobody was asked: why it could not wait")
    ] = None
    again: AskedAgain = None


class DecisionMade1(Form, tag="decision_made", frozen=True, kw_only=True):
    """Decide with what is known today. A decision can be made again whenever something changes."""

    stage: ClassVar[Stage] = Stage.DECISION
    title: ClassVar[str] = "Decision"
    is_step: ClassVar[bool] = True
    happened_in: ClassVar[str] = "decided_at"

    decided_at: When
    decided_by: DecidedBy
    decision: Annotated[Decision, Ask("Decision")]
    refer_to: Annotated[
        tuple[Body, ...],
        Ask(
            "Refer to",
            shown_if=said("decision", Decision.REFER),
            required_if=said("decision", Decision.REFER),
        ),
    ] = ()
    why: Annotated[
        Words,
        Ask("Reason", help="What you relied on, and what you weighed against it."),
    ]
    consulted: Annotated[
        Words | None,
        Ask(
            "Who was consulted, and what they said",
            help="A name, their role, when, and their advice. The front door takes advice calls.",
            required_if=said("decision", Decision.NOT_REFERRED),
        ),
    ] = None
    agreed_by: Annotated[
        StaffMember | None,
        Ask(
            "Second person who agrees",
            help="Needed where a sign was answered yes. Not the one who decided.",
            shown_if=said("decision", Decision.NOT_REFERRED),
        ),
    ] = None
    agreed_at: Annotated[
        Moment | None,
        Ask(
            "When they agreed",
            shown_if=said("decision", Decision.NOT_REFERRED),
            required_if=answered("agreed_by"),
            check=not_in_future,
        ),
    ] = None
    plan: Annotated[
        Words | None,
        Ask(
            "What happens instead",
            shown_if=said("decision", Decision.COLLEGE, Decision.NOT_REFERRED),
            required_if=said("decision", Decision.COLLEGE, Decision.NOT_REFERRED),
        ),
    ] = None
    review_on: Annotated[
        date | None,
        Ask(
            "Review on",
            shown_if=said("decision", Decision.COLLEGE, Decision.NOT_REFERRED),
            required_if=said("decision", Decision.COLLEGE, Decision.NOT_REFERRED),
            check=not_in_past,
            review="Review the decision",
        ),
    ] = None
    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None


def spoken_in_words(answers: Stored) -> Stored:
    """Return a review's words on who was spoken with as `how_they_are`: they name no person."""
    said = answers.pop("spoke_with", None)
    return answers | ({"how_they_are": said} if said else {})
