"""Released forms as they were before each further time was asked for."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    Actions,
    AdultInvolved,
    Coercion,
    Extortion,
    FamilyOf,
    HarmNow,
    ImageryKind,
    Under13,
    UnusualActs,
    When,
)
from app.domain.forms.concern import Medium, Scope
from app.domain.forms.support import Course
from app.domain.kit.acts import Says, Settles
from app.domain.kit.answers import (
    A_LEARNER,
    ExactWords,
    Involved,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, answered, not_in_future, not_in_past, said
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Sign, Stage

SCOPES_1 = tuple(scope for scope in Scope if scope is not Scope.BELIEVED)


class ConcernReceived1(Form, tag="concern_received", frozen=True, kw_only=True):
    """Write what you were told, as it was told. Nobody looks at the imagery to find out more."""

    stage: ClassVar[Stage] = Stage.CONCERN
    title: ClassVar[str] = "Concern received"
    happened_in: ClassVar[str] = "told_at"
    is_event: ClassVar[bool] = True
    in_order: ClassVar[tuple[str, ...]] = ("happened_at", "told_at")

    reported_by: Annotated[
        Line,
        Ask(
            "Who told the college",
            example="Name and role",
            section="Who told whom",
            says=Says.TELLER,
        ),
    ]
    told_to: Annotated[StaffMember, Ask("Who was told", says=Says.HEARER)]
    told_at: Annotated[Moment, Ask("When the college was told", check=not_in_future)]
    how: Annotated[Medium, Ask("How")]
    email_reference: Annotated[
        Line | None,
        Ask(
            "E-mail to the Safeguarding Team",
            help="Staff follow up every concern by e-mail.",
            example="Date and subject line",
        ),
    ] = None
    happened_at: Annotated[
        Moment | None,
        Ask("When it happened, if known", check=not_in_future, retold="Said to have happened "),
    ] = None
    account: Annotated[
        Words,
        Ask(
            "What you were told",
            retold="",
            help="Facts as you were given them. Keep what is thought apart from what is known.",
            section="What was said",
        ),
    ]
    exact_words: Annotated[
        ExactWords | None, Ask("The learner’s exact words, where someone heard them", retold="")
    ] = None
    imagery: Annotated[tuple[ImageryKind, ...], Ask("Kind of imagery spoken of")]
    scope: Annotated[
        Scope,
        Ask(
            "What kind of incident this is",
            raises=((Scope.ADULT, (Sign.ADULT,)),),
            offers=SCOPES_1,
        ),
    ]
    goes_to: Annotated[
        Words | None,
        Ask(
            "Where this goes instead, and why",
            help="The guidance does not cover it. The record stays; the case is no longer open.",
            shown_if=said("scope", Scope.NO_IMAGERY),
            required_if=said("scope", Scope.NO_IMAGERY),
        ),
    ] = None
    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None
    people: Annotated[
        tuple[Involved, ...],
        Ask(
            "People and their part in it",
            help="Type a name. Someone already in the casebook is offered; anyone else is added.",
            section="Who is involved",
        ),
    ]
    family_of: FamilyOf = None
    safe_now: Annotated[
        Words | None,
        Ask(
            "Where the learner is now, and who is with them",
            fact=Fact.WHEREABOUTS,
            section="First steps",
        ),
    ] = None
    done: Annotated[Words | None, Ask("What has been done so far")] = None
    done_why: Annotated[
        Words | None,
        Ask("Reason for it", shown_if=answered("done"), required_if=answered("done")),
    ] = None


class SupportReview1(Form, tag="support_review", frozen=True, kw_only=True):
    """Ask the learner how things are, and whether it has come up again anywhere."""

    stage: ClassVar[Stage] = Stage.SUPPORT
    title: ClassVar[str] = "Support review"
    happened_in: ClassVar[str] = "at"

    child: Annotated[PersonRef, Ask("For whom", who=A_LEARNER, settles=Settles.SPEAKING_AGAIN)]
    by: Annotated[StaffMember, Ask("By")]
    at: When
    how_is: Annotated[Words, Ask("How things are, and what the learner says")]
    again: Annotated[
        YesNoUnknown | None,
        Ask("Has it been shared again, or have they been contacted again?", fact=Fact.AGAIN),
    ] = None
    peers: Annotated[Words | None, Ask("How others treat them, in college and online")] = None
    harm: HarmNow = None
    course: Annotated[Course, Ask("The plan")]
    why: Annotated[Words, Ask("Reason, and what changes")]
    review_on: Annotated[
        date | None,
        Ask(
            "Look again on",
            shown_if=said("course", Course.SAME, Course.CHANGED),
            required_if=said("course", Course.SAME, Course.CHANGED),
            check=not_in_past,
            review="Review the support plan",
        ),
    ] = None
    actions: Actions = ()
