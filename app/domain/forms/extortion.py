"""Demands and threats over imagery (“sextortion”): urgent, and always a sign to refer.

Source: NCA alert for education settings, financially motivated sexual extortion (April 2024).
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, AdultInvolved, Coercion, HarmNow, SafeReach, Unsafe
from app.domain.kit.acts import Says
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    ExactWords,
    Inert,
    Line,
    Money,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Row, not_in_future, not_in_past, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign, Stage

_COLLEGE = said_yes("college_photo")


class AiMadeImagery(Form, tag="ai_made_imagery", frozen=True, kw_only=True):
    """Imagery made or altered by a program harms like any other, and is handled like any other."""

    stage: ClassVar[Stage] = Stage.AI_MADE
    in_short: ClassVar[str] = (
        "{by} noted AI-made imagery of {learner}[. Made by, as told: {made_by}]"
    )
    on_timeline: ClassVar[str] = "AI-made imagery"
    title: ClassVar[str] = "AI-made imagery"
    then: ClassVar[str] = "When told"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.KCSIE_AI,)
    happened_in: ClassVar[str] = "at"

    learner: Annotated[PersonRef, Ask("Who is shown", who=A_LEARNER, says=Says.TELLER)]
    by: Annotated[StaffMember, Ask("Taken down by", says=Says.HEARER)]
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    described: Annotated[Words, Ask("What is said to have been made, in the fewest words")]
    lifelike: Annotated[
        YesNoUnknown | None,
        Ask(
            "Is it said to look like a photograph?",
            help="As described. Nobody looks to find out.",
        ),
    ] = None
    aware: Annotated[YesNoUnknown | None, Ask("Does the learner shown know of it?")] = None
    impact: Annotated[Words | None, Ask("What it means for them", fact=Fact.IMPACT)] = None
    made_by: Annotated[
        Words | None,
        Ask(
            "Who made it, and who asked for it, as told",
            retold="Made by, as told: ",
            passing=True,
        ),
    ] = None
    tool: Annotated[Line | None, Ask("Program or app, if known", retold="Program or app: ")] = None
    origin: Annotated[
        Words | None, Ask("Where the photograph behind it came from", section="The source")
    ] = None
    college_photo: Annotated[
        YesNoUnknown | None, Ask("Was it one of the college’s own photographs?")
    ] = None
    data_officer: Annotated[
        Line | None,
        Ask(
            "When the data protection officer was told, and by whom",
            shown_if=_COLLEGE,
            required_if=_COLLEGE,
        ),
    ] = None
    done: Annotated[
        Words,
        Ask("What has been done, and why", section="What was done", reason=True, passing=True),
    ]
    coercion: Coercion = None
    harm: HarmNow = None
    adult: AdultInvolved = None
    review_on: Annotated[
        date | None,
        Ask(
            "See them again on",
            section="Next",
            check=not_in_past,
            review="See how they are",
            leads_to="note",
        ),
    ] = None
    actions: Actions = ()


class Demand(Choice):
    """What is demanded."""

    MONEY = "money", "Money by bank or app"
    CARDS = "cards", "Gift cards"
    CRYPTO = "crypto", "Cryptocurrency"
    IMAGES = "images", "More images"
    OTHER = "other", "Something else"


class AccountUsed(Row, frozen=True, kw_only=True):
    """An account the demands came from."""

    name: Annotated[Inert, Ask("Name or handle")]
    service: Annotated[Line, Ask("Service")]
    address: Annotated[Inert | None, Ask("Profile, number or bank details")] = None


class DemandingAccount(AccountUsed, frozen=True, kw_only=True):
    """An account the demands came from, with the number that a service gives it."""

    user_id: Annotated[
        Inert | None,
        Ask("User ID, if the app shows one", help="A name can be changed; the ID stays."),
    ] = None


class Payment(Row, frozen=True, kw_only=True):
    """Something that was paid or handed over."""

    amount: Annotated[Money, Ask("How much")]
    on: Annotated[date | None, Ask("On", check=not_in_future)] = None
    how: Annotated[Line | None, Ask("How, to whom, reference")] = None


class AdviceGiven(Choice):
    """What the learner was told to do now."""

    NOT_TO_BLAME = "not_to_blame", "They are not to blame"
    DO_NOT_PAY = "do_not_pay", "Not to pay, or pay more"
    STOP = "stop", "To stop answering, and block"
    KEEP = "keep", "To keep messages, names and bank details"
    REPORT = "report", "How to report it and ask for removal"
    BANK = "bank", "To tell the bank, where money went"


class DemandsRecorded(Form, tag="demands_recorded", frozen=True, kw_only=True):
    """Blackmail over imagery (“sextortion”) is referred at once. The learner is not to blame."""

    stage: ClassVar[Stage] = Stage.EXTORTION
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = (
        "{by} took down threats against {learner}[; demanded: {demands}]. {happened}"
    )
    on_timeline: ClassVar[str] = "Demands"
    title: ClassVar[str] = "Demands and threats"
    then: ClassVar[str] = "When told"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.EXTORTION_ALERT,)
    happened_in: ClassVar[str] = "at"
    in_order: ClassVar[tuple[str, ...]] = ("first_at", "last_at", "at")
    raises: ClassVar[tuple[Sign, ...]] = (Sign.EXTORTION, Sign.COERCION)

    learner: Annotated[PersonRef, Ask("Who is threatened", who=A_LEARNER, says=Says.TELLER)]
    by: Annotated[StaffMember, Ask("Taken down by", says=Says.HEARER)]
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    happened: Annotated[Words, Ask("What is happening, as you were told", retold="")]
    harm: HarmNow = None
    tonight: Annotated[
        Words | None,
        Ask(
            "Who is with them today and tonight",
            fact=Fact.WHEREABOUTS,
            help="Ask today, plainly, about thoughts of suicide or self-harm.",
        ),
    ] = None
    adult_there: Annotated[
        StaffMember | None, Ask("The adult they can go to", fact=Fact.NAMED_ADULT, teaches=())
    ] = None
    reach: SafeReach = None
    unsafe: Unsafe = None
    demands: Annotated[tuple[Demand, ...], Ask("What is demanded", section="The demands")] = ()
    threats: Annotated[ExactWords | None, Ask("The threats, word for word")] = None
    threatened: Annotated[Words | None, Ask("To whom they threaten to send it")] = None
    deadline: Annotated[
        Line | None,
        Ask("By when they demand it", example="Sunday 22 November, midnight", passing=True),
    ] = None
    carried_out: Annotated[YesNoUnknown | None, Ask("Has any threat been carried out?")] = None
    accounts: Annotated[tuple[DemandingAccount, ...], Ask("Accounts used")] = ()
    first_at: Annotated[Moment | None, Ask("First contact", check=not_in_future)] = None
    last_at: Annotated[Moment | None, Ask("Last contact", check=not_in_future)] = None
    moved_to: Annotated[Line | None, Ask("Where the talk was moved to")] = None
    writes_from: Annotated[
        Line | None,
        Ask(
            "Time zone, country or language they seem to write from",
            help="What the learner noticed. Nobody writes to them to find out.",
        ),
    ] = None
    pay_to: Annotated[
        Inert | None, Ask("Where money or codes were to go: account, wallet or name")
    ] = None
    paid: Annotated[tuple[Payment, ...], Ask("Paid or handed over")] = ()
    kept: Annotated[
        Words | None,
        Ask("What is kept as evidence, and by whom", help="Text only. No imagery is copied."),
    ] = None
    advice: Annotated[tuple[AdviceGiven, ...], Ask("Advice given", section="What was done")] = ()
    done: Annotated[Words, Ask("What has been done, and why", reason=True, passing=True)]
    adult: AdultInvolved = None
    review_on: Annotated[
        date | None,
        Ask(
            "See them again on",
            section="Next",
            check=not_in_past,
            review="See how they are",
            leads_to="note",
        ),
    ] = None
    actions: Actions = ()
