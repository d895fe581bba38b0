"""Decision: refer, handle in college, or considered and not referred, always with the reason."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    Coercion,
    DecidedBy,
    Extortion,
    HarmNow,
    Under13,
    UnusualActs,
    When,
)
from app.domain.kit.answers import Choice, StaffMember, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, answered, not_in_future, not_in_past, said
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Decision(Choice):
    """What the Safeguarding Team decides."""

    REFER = "refer", "Refer"
    COLLEGE = "college", "Handle in college, with support"
    NOT_REFERRED = "not_referred", "Referral considered and not made"


class Body(Choice):
    """Who a case can be referred to."""

    SOCIAL_CARE = "social_care", "Children’s social care"
    POLICE = "police", "Police"
    OTHER = "other", "Another body"


class DecisionMade(Form, tag="decision_made", frozen=True, kw_only=True):
    """Decide with what is known today. A decision can be made again whenever something changes."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.DECISION
    in_short: ClassVar[str] = (
        "decided by {decided_by}[, agreed by {agreed_by}]: {decision}[ to {refer_to}]. {why}"
    )
    on_timeline: ClassVar[str] = "Decision"
    title: ClassVar[str] = "Decision"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_INCIDENTS, Cited.UKCIS_REFERRAL)
    weighs: ClassVar[bool] = True
    is_step: ClassVar[bool] = True
    happened_in: ClassVar[str] = "decided_at"
    then: ClassVar[str] = "When decided"

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
        Ask("Reason", help="What you relied on, and what you weighed against it.", reason=True),
    ]
    asked_outside: Annotated[
        YesNoUnknown | None,
        Ask(
            "Was anybody outside the Safeguarding Team asked for advice?",
            help="The front door, the police on 101, or another body.",
            required_if=said("decision", Decision.NOT_REFERRED),
        ),
    ] = None
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
