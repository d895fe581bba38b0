"""Concern received: the form for the first minutes."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    AdultInvolved,
    Coercion,
    Extortion,
    FamilyOf,
    FurtherTimes,
    HarmNow,
    ImageryKind,
    Under13,
    UnusualActs,
)
from app.domain.forms.knowledge import Topic
from app.domain.kit.acts import Says
from app.domain.kit.answers import Choice, ExactWords, Involved, Line, StaffMember, Words
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, answered, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Sign, Stage


class Medium(Choice):
    """How a concern reached the college."""

    SPOKEN = "spoken", "Spoken"
    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "E-mail"
    WRITTEN = "written", "Note or message"
    OTHER = "other", "Another way"


class Scope(Choice):
    """What kind of incident it is by the guidance: the kinds in scope, and the ways out."""

    OWN = "own", "Under 18, shared imagery of themselves with someone under 18"
    OTHERS = "others", "Under 18, shared imagery made by someone else under 18"
    HOLDS = "holds", "Under 18, has imagery made by someone else under 18"
    BELIEVED = "believed", "Under 18, sent to an unknown account, or to somebody believed under 18"
    ADULT = "adult", "An adult shared, has or asked for imagery of someone under 18"
    NO_IMAGERY = "no_imagery", "Adult pornography, or sexual texts without imagery"
    UNCLEAR = "unclear", "Not clear yet"


class ConcernReceived(Form, tag="concern_received", frozen=True, kw_only=True):
    """Write what you were told, as it was told. Nobody looks at the imagery to find out more."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.CONCERN
    in_short: ClassVar[str] = (
        "{told_to} was told[ (e-mail: {email_reference})] by {reported_by}: {account}"
    )
    on_timeline: ClassVar[str] = "Told"
    title: ClassVar[str] = "Concern received"
    then: ClassVar[str] = "When reported"
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
            teaches=(Topic.HAPPENED,),
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
    further: FurtherTimes = ()
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
    words_of: Annotated[
        Line | None,
        Ask(
            "Whose words these are, and to whom they were said",
            example="Ava, to her tutor",
            retold="Said by ",
            shown_if=answered("exact_words"),
        ),
    ] = None
    imagery: Annotated[tuple[ImageryKind, ...], Ask("Kind of imagery spoken of")]
    scope: Annotated[
        Scope,
        Ask(
            "What kind of incident this is",
            raises=((Scope.ADULT, (Sign.ADULT,)),),
            leaves_open=((Scope.BELIEVED, (Sign.ADULT,)),),
        ),
    ]
    goes_to: Annotated[
        Words | None,
        Ask(
            "Where this goes instead, and why",
            help="The guidance does not cover it. The record stays; the case is no longer open.",
            shown_if=said("scope", Scope.NO_IMAGERY),
            required_if=said("scope", Scope.NO_IMAGERY),
            reason=True,
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
    done: Annotated[Words | None, Ask("What has been done so far", passing=True)] = None
    done_why: Annotated[
        Words | None,
        Ask("Reason for it", shown_if=answered("done"), required_if=answered("done"), reason=True),
    ] = None
