"""Learner conversation: one learner, spoken with alone, in the order of the guidance.

Source: the college's guidance, "Interviewing and talking to the learner involved"; UKCIS "Sharing
nudes and semi-nudes" (March 2024), talking to the young people.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    Actions,
    AdultInvolved,
    Coercion,
    DecidedBy,
    Despite,
    Extortion,
    FurtherTimes,
    HarmNow,
    SafeReach,
    Under13,
    Unsafe,
    UnusualActs,
    When,
)
from app.domain.forms.copies import Copies
from app.domain.forms.knowledge import Topic, what_they_know
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
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, not_in_future, not_in_past, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience, Source
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class LearnerConversation(Form, tag="learner_conversation", frozen=True, kw_only=True):
    """Listen first. Write what this learner told you, in words; nobody looks at the imagery."""

    stage: ClassVar[Stage] = Stage.CONVERSATION
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = (
        "{held_by} talked with {learner}[. Also there: {present}][. Wants: {wants!}]"
    )
    on_timeline: ClassVar[str] = "Talk with {learner}"
    title: ClassVar[str] = "Learner conversation"
    then: ClassVar[str] = "When asked"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_TALKING,)
    source: ClassVar[Source] = Source.LEARNER
    happened_in: ClassVar[str] = "held_at"
    is_step: ClassVar[bool] = True

    learner: Annotated[
        PersonRef,
        Ask(
            "Learner",
            help="Each learner is seen apart.",
            who=A_LEARNER,
            meets=True,
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
    afterwards: Annotated[
        Line | None,
        Ask("Where they went after the talk, and with whom", example="To lessons, with a friend"),
    ] = None
    contains: Annotated[
        Words | None,
        Ask(
            "What the learner says the imagery contains",
            help="In the fewest words; “does not want to say” is an answer. Ask nobody twice.",
            section="What they told you",
        ),
    ] = None
    exact_words: Annotated[ExactWords | None, Ask("The learner’s exact words", retold="")] = None
    questions: Annotated[
        Words | None,
        Ask("The questions you put, as you put them", help="Open ones, and as few as will do."),
    ] = None
    observed: Annotated[
        Words | None,
        Ask(
            "What could be seen of how they were",
            help="What anybody there could see, such as tears. What you make of it comes below.",
            passing=True,
        ),
    ] = None
    further: FurtherTimes = ()
    others: Annotated[
        Words | None,
        Ask("Who else is involved, and how", retold="Others involved: "),
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
        Ask(
            "What has already been told, and to whom",
            example="Parents, friends, a tutor",
            fact=Fact.ALREADY_TOLD,
        ),
    ] = None
    now_know: Annotated[
        tuple[Topic, ...], what_they_know(Topic.HAPPENED, Topic.PICTURED, Topic.SHARED)
    ] = ()
    wants: Annotated[
        ExactWords | None,
        Ask(
            "What they want to happen, in their words",
            help="They may read this on their card. A letter quotes it alone: where they say “he” "
            "or “she”, add whom they mean in [square brackets], which their card leaves out.",
            section="What the learner wants",
            fact=Fact.WANTS,
            audience=Audience.LEARNER,
        ),
    ] = None
    on_parents: Annotated[
        Words | None, Ask("What they say about telling parents or carers", fact=Fact.ON_PARENTS)
    ] = None
    reach: SafeReach = None
    unsafe: Unsafe = None
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
    despite: Despite = None


class LearnerCard(Form, tag="learner_card", frozen=True, kw_only=True):
    """Agree with the learner what stands on the card they keep. They read every word of it."""

    stage: ClassVar[Stage] = Stage.CONVERSATION
    in_short: ClassVar[str] = "agreed the card with {learner}; they meet again on {review_on}"
    title: ClassVar[str] = "Card for the learner"
    audience: ClassVar[Audience] = Audience.LEARNER
    source: ClassVar[Source] = Source.LEARNER
    happened_in: ClassVar[str] = "at"
    then: ClassVar[str] = "On the learner’s card"

    learner: Annotated[PersonRef, Ask("Learner", who=A_LEARNER)]
    at: Annotated[Moment, Ask("When you agreed it", check=not_in_future)]
    next_step: Annotated[
        Words | None,
        Ask(
            "What happens next",
            help="Nothing that says what it is about: a card may be found in a pocket.",
            example="I ring your mum at 3. Tomorrow we fill in the page together.",
        ),
    ] = None
    who_will_know: Annotated[
        Words | None,
        Ask("Who will know", help="Do not promise that nobody else will.", example="You, Mum, me"),
    ] = None
    wants: Annotated[
        ExactWords | None, Ask("What they want to happen, in their words", fact=Fact.WANTS)
    ] = None
    review_on: Annotated[
        date,
        Ask(
            "You meet again on",
            check=not_in_past,
            review="Talk with the learner",
            leads_to="learner_conversation",
        ),
    ]
    where: Annotated[
        Line | None, Ask("At what time, and where", example="10:15, my room, or ask at reception")
    ] = None


class ConversationNotHeld(Form, tag="conversation_not_held", frozen=True, kw_only=True):
    """Say why this learner is not spoken with, or not yet, and who looks after them meanwhile."""

    stage: ClassVar[Stage] = Stage.CONVERSATION
    in_short: ClassVar[str] = "no conversation with {learner}, decided by {decided_by}: {why}"
    title: ClassVar[str] = "Conversation not held"
    for_several: ClassVar[bool] = True
    happened_in: ClassVar[str] = "decided_at"
    then: ClassVar[str] = "When decided"

    learner: Annotated[PersonRef, Ask("Learner", who=A_LEARNER)]
    decided_by: DecidedBy
    decided_at: When
    why: Annotated[
        Words,
        Ask(
            "Reason",
            example="The police asked us to wait; another college speaks with them",
            fact=Fact.NOT_SPOKEN,
            reason=True,
        ),
    ]
    meanwhile: Annotated[Words | None, Ask("How they are looked after meanwhile")] = None
    review_on: Annotated[
        date | None,
        Ask("Look again on", check=not_in_past, review="Decide on the learner conversation"),
    ] = None
