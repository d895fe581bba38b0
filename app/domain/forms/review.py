"""Initial review meeting: nine questions, each with its reason.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), the initial review meeting; the college's
guidance, "Handling incidents".
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    AgreedAction,
    Coercion,
    Extortion,
    HarmNow,
    Under13,
    UnusualActs,
)
from app.domain.kit.answers import StaffMember, Words, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Row, answered, not_in_future
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Sign, Stage


class Present(Row, frozen=True, kw_only=True):
    """Someone at the meeting."""

    who: Annotated[StaffMember, Ask("Name and role")]


def _reason_for(question: str) -> Ask:
    """Ask why a question was answered as it was."""
    return Ask("Reason", required_if=answered(question), reason=True)


class InitialReview(Form, tag="initial_review", frozen=True, kw_only=True):
    """Settle nine questions together, soon, from what has been told. Give the reason for each."""

    stage: ClassVar[Stage] = Stage.REVIEW
    in_short: ClassVar[str] = (
        "initial review led by {chair}: refer now: {refer}; tell parents now: {parents}; "
        "view the imagery: {view}"
    )
    on_timeline: ClassVar[str] = "Review"
    title: ClassVar[str] = "Initial review meeting"
    then: ClassVar[str] = "At the initial review"
    weighs: ClassVar[bool] = True
    is_step: ClassVar[bool] = True
    happened_in: ClassVar[str] = "held_at"

    held_at: Annotated[Moment, Ask("When", section="The meeting", check=not_in_future)]
    chair: Annotated[StaffMember, Ask("Led by")]
    present: Annotated[tuple[Present, ...], Ask("Also present")] = ()

    risk_now: Annotated[
        YesNoUnknown,
        Ask(
            "1. Is any child or young person at immediate risk?",
            section="The nine questions",
            fact=Fact.DANGER,
            raises=((YesNoUnknown.YES, (Sign.HARM,)),),
        ),
    ]
    risk_now_why: Annotated[Words | None, _reason_for("risk_now")] = None
    refer: Annotated[
        YesNoUnknown, Ask("2. Should the police or children’s social care be told now?")
    ]
    refer_why: Annotated[Words | None, _reason_for("refer")] = None
    view: Annotated[
        YesNoUnknown,
        Ask(
            "3. Must the imagery be viewed to safeguard a child?",
            help="In most cases no. Nobody views it because of this answer.",
        ),
    ]
    view_why: Annotated[Words | None, _reason_for("view")] = None
    more: Annotated[YesNoUnknown, Ask("4. Is more information needed to decide what to do?")]
    more_why: Annotated[
        Words | None,
        Ask("What is needed, from whom, and the reason", required_if=answered("more"), reason=True),
    ] = None
    spread: Annotated[YesNoUnknown, Ask("5. Has it been shared further?", fact=Fact.SPREAD)]
    spread_why: Annotated[
        Words | None,
        Ask(
            "With whom, on which services, and how this is known",
            required_if=answered("spread"),
            passing=True,
        ),
    ] = None
    remove: Annotated[YesNoUnknown, Ask("6. Should copies be deleted or removed online at once?")]
    remove_why: Annotated[Words | None, _reason_for("remove")] = None
    facts: Annotated[
        YesNoUnknown,
        Ask("7. Are there facts about the young people that affect the risk?"),
    ]
    facts_why: Annotated[
        Words | None,
        Ask(
            "Which, and how they matter",
            help="Age, needs, care status, social worker, earlier concerns.",
            required_if=answered("facts"),
        ),
    ] = None
    elsewhere: Annotated[
        YesNoUnknown, Ask("8. Must another school, college or service be contacted?")
    ]
    elsewhere_why: Annotated[
        Words | None, Ask("Which, and the reason", required_if=answered("elsewhere"), reason=True)
    ] = None
    parents: Annotated[
        YesNoUnknown,
        Ask(
            "9. Should parents or carers be told now?",
            help="In most cases yes, unless telling them would put a child at risk of harm.",
        ),
    ]
    parents_why: Annotated[Words | None, _reason_for("parents")] = None

    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None

    actions: Annotated[
        tuple[AgreedAction, ...],
        Ask("What was agreed", section="Next steps", help="Each becomes something due on Today."),
    ] = ()
