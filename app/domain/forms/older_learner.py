"""Released forms about one learner, as they were before today's."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    Actions,
    AdultInvolved,
    Coercion,
    Extortion,
    HarmNow,
    Under13,
    UnusualActs,
    When,
)
from app.domain.forms.copies import Copies
from app.domain.forms.extortion import AccountUsed, AdviceGiven, Demand, Payment
from app.domain.kit.acts import Says, Settles
from app.domain.kit.answers import (
    A_LEARNER,
    ExactWords,
    Line,
    Minutes,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, not_in_future, not_in_past, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience, Source
from app.domain.kit.stage import Sign, Stage


class LearnerConversation1(Form, tag="learner_conversation", frozen=True, kw_only=True):
    """Listen first. Write what this learner told you, in words; nobody looks at the imagery."""

    stage: ClassVar[Stage] = Stage.CONVERSATION
    title: ClassVar[str] = "Learner conversation"
    source: ClassVar[Source] = Source.LEARNER
    happened_in: ClassVar[str] = "held_at"
    is_step: ClassVar[bool] = True

    learner: Annotated[
        PersonRef,
        Ask(
            "Learner",
            help="Each learner is seen apart.",
            who=A_LEARNER,
            says=Says.TELLER,
            settles=Settles.SPEAKING_AGAIN,
        ),
    ]
    held_by: Annotated[StaffMember, Ask("Held by", says=Says.HEARER)]
    held_at: When
    where: Annotated[Line | None, Ask("Where", example="Somewhere private")] = None
    present: Annotated[
        Line | None, Ask("Who else was there", example="Someone the learner chose")
    ] = None
    lasted: Annotated[Minutes | None, Ask("How long it took")] = None
    told_limits: Annotated[
        YesNoUnknown | None,
        Ask(
            "Told what will be shared, with whom, and why",
            help="You cannot keep it secret; say so early and kindly.",
        ),
    ] = None
    feels: Annotated[
        Words | None,
        Ask("How they are, and what worries them most", section="Reassure"),
    ] = None
    harm: HarmNow = None
    helps_now: Annotated[
        Words | None, Ask("What would help now", section="Look for what helps")
    ] = None
    contains: Annotated[
        Words,
        Ask(
            "What the learner says the imagery contains",
            help="In the fewest plain words. “Does not want to say” is an answer.",
            section="What they told you",
        ),
    ]
    exact_words: Annotated[ExactWords | None, Ask("The learner’s exact words", retold="")] = None
    others: Annotated[
        Words | None, Ask("Who else is involved, and how", retold="Others involved: ")
    ] = None
    coercion: Coercion = None
    pressure_how: Annotated[
        Words | None,
        Ask("What was said or done to them", shown_if=said_yes("coercion"), retold="Pressure: "),
    ] = None
    motives: Annotated[
        Words | None, Ask("What may have moved whoever passed it on, as you talked about it")
    ] = None
    trust: Annotated[
        Words | None,
        Ask(
            "Consent and trust: what you talked about",
            help="Nobody may press them or make them uneasy, and they can always come to the team.",
        ),
    ] = None
    seen_by: Annotated[
        Words | None,
        Ask(
            "Who has seen it, has it, or shared it",
            retold="Seen by: ",
            help="People, services, groups and accounts, and how the learner knows.",
            section="Stop it spreading",
        ),
    ] = None
    copies: Copies = ()
    stop_spread: Annotated[Words | None, Ask("How further sharing can be stopped")] = None
    already_told: Annotated[
        Words | None,
        Ask("What has already been told, and to whom", example="Parents, friends, a tutor"),
    ] = None
    wants: Annotated[
        ExactWords | None,
        Ask("What they want to happen, in their words", section="What the learner wants"),
    ] = None
    on_parents: Annotated[Words | None, Ask("What they say about telling parents or carers")] = None
    noticed: Annotated[
        Words | None,
        Ask(
            "Your own view",
            help="Kept apart from what the learner said. Read by the DSL alone.",
            section="What you noticed",
            audience=Audience.DSL,
        ),
    ] = None
    adult: AdultInvolved = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    extortion: Extortion = None
    review_on: Annotated[
        date | None,
        Ask("Talk again on", section="Next", check=not_in_past, review="Talk with the learner"),
    ] = None
    actions: Actions = ()


class DemandsRecorded1(Form, tag="demands_recorded", frozen=True, kw_only=True):
    """Blackmail over imagery (“sextortion”) is referred at once. The learner is not to blame."""

    stage: ClassVar[Stage] = Stage.EXTORTION
    title: ClassVar[str] = "Demands and threats"
    happened_in: ClassVar[str] = "at"
    in_order: ClassVar[tuple[str, ...]] = ("first_at", "last_at", "at")
    raises: ClassVar[tuple[Sign, ...]] = (Sign.EXTORTION,)

    learner: Annotated[PersonRef, Ask("Who is threatened", who=A_LEARNER, says=Says.TELLER)]
    by: Annotated[StaffMember, Ask("Taken down by", says=Says.HEARER)]
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    happened: Annotated[Words, Ask("What is happening, as you were told", retold="")]
    harm: HarmNow = None
    tonight: Annotated[
        Words | None,
        Ask(
            "Who is with them today and tonight",
            help="Ask today, plainly, about thoughts of suicide or self-harm.",
        ),
    ] = None
    adult_there: Annotated[StaffMember | None, Ask("The adult they can go to")] = None
    demands: Annotated[tuple[Demand, ...], Ask("What is demanded", section="The demands")] = ()
    threats: Annotated[ExactWords | None, Ask("The threats, word for word")] = None
    threatened: Annotated[Words | None, Ask("To whom they threaten to send it")] = None
    carried_out: Annotated[YesNoUnknown | None, Ask("Has any threat been carried out?")] = None
    accounts: Annotated[tuple[AccountUsed, ...], Ask("Accounts used")] = ()
    first_at: Annotated[Moment | None, Ask("First contact", check=not_in_future)] = None
    last_at: Annotated[Moment | None, Ask("Last contact", check=not_in_future)] = None
    moved_to: Annotated[Line | None, Ask("Where the talk was moved to")] = None
    paid: Annotated[tuple[Payment, ...], Ask("Paid or handed over")] = ()
    kept: Annotated[
        Words | None,
        Ask("What is kept as evidence, and by whom", help="Text only. No imagery is copied."),
    ] = None
    advice: Annotated[tuple[AdviceGiven, ...], Ask("Advice given", section="What was done")] = ()
    done: Annotated[Words, Ask("What has been done, and why")]
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
