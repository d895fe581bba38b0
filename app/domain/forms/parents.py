"""Parents or carers, each apart: the decision to tell them or not, and each contact with them.

Source: the college's guidance, "Handling incidents": told early, unless there is good reason to
believe that telling them would put the learner at risk of harm.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, DecidedBy, Despite, HarmNow, SafeReach, Unsafe, When
from app.domain.forms.knowledge import Topic, what_they_know
from app.domain.kit.answers import (
    A_LEARNER,
    A_PARENT,
    Choice,
    ExactWords,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Condition, Form, Row, not_in_past, said, said_yes
from app.domain.kit.record import Audience, Source
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Telling(Choice):
    """What is decided about one parent or carer."""

    TELL = "tell", "Tell them"
    NOT_NOW = "not_now", "Do not tell them for now"
    NO_CONTACT = "no_contact", "They must not be contacted"


NOT_TOLD = (Telling.NOT_NOW, Telling.NO_CONTACT)
_TELL = said("decision", Telling.TELL)
_NOT_TOLD = said("decision", *NOT_TOLD)


class ParentDecision(Form, tag="parent_decision", frozen=True, kw_only=True):
    """Decide for each parent or carer apart. The usual answer is to tell them, and soon."""

    stage: ClassVar[Stage] = Stage.PARENTS
    in_short: ClassVar[str] = (
        "{decided_by} decided on telling {parent} about {child}: {decision}. {why}"
    )
    title: ClassVar[str] = "Telling a parent or carer"
    version: ClassVar[int] = 2
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_INCIDENTS, Cited.UKCIS_PARENTS)
    for_several: ClassVar[bool] = True
    happened_in: ClassVar[str] = "decided_at"
    then: ClassVar[str] = "When decided"
    apart: ClassVar[tuple[str, ...]] = ("parent", "child")

    parent: Annotated[PersonRef, Ask("Parent or carer", who=A_PARENT, meets=True)]
    child: Annotated[PersonRef, Ask("Of which learner", who=A_LEARNER)]
    responsible: Annotated[
        YesNoUnknown | None, Ask("Parental responsibility?", fact=Fact.RESPONSIBLE, own=True)
    ] = None
    decided_by: DecidedBy
    decided_at: When
    decision: Annotated[Telling, Ask("Decision", fact=Fact.DECISION)]
    why: Annotated[
        Words,
        Ask(
            "Reason",
            help="Not telling is for when telling would put a child at risk of harm.",
            reason=True,
        ),
    ]
    learner_view: Annotated[
        Words | None,
        Ask("What the learner says about it, and what they fear", fact=Fact.ON_PARENTS, own=True),
    ] = None
    consulted: Annotated[
        Words | None,
        Ask(
            "Who was consulted, and what they said",
            help="Children’s social care or the police, where they are involved.",
            shown_if=_NOT_TOLD,
        ),
    ] = None
    review_on: Annotated[
        date | None,
        Ask(
            "Look again on",
            shown_if=_NOT_TOLD,
            required_if=_NOT_TOLD,
            check=not_in_past,
            review="Decide again whether to tell this parent or carer",
            stays=True,
        ),
    ] = None
    tell_by: Annotated[
        date | None,
        Ask(
            "Tell them by",
            section="Prepare",
            shown_if=_TELL,
            check=not_in_past,
            review="Tell this parent or carer",
        ),
    ] = None
    teller: Annotated[StaffMember | None, Ask("Who tells them", shown_if=_TELL, teaches=())] = None
    prepare: Annotated[
        Words | None,
        Ask(
            "What to say, and what not to say",
            fact=Fact.PREPARED,
            help="Their own child only. No other learner’s name.",
            shown_if=_TELL,
        ),
    ] = None
    reach: Annotated[
        Line | None,
        Ask("Language, interpreter, safe way to reach them", fact=Fact.REACH, own=True),
    ] = None
    safety: Annotated[
        Words | None,
        Ask(
            "Anything that makes contact unsafe",
            fact=Fact.UNSAFE,
            own=True,
            help="For example domestic or honour-based abuse. Bodies that are told of the child "
            "read it; no family does.",
            audience=Audience.AGENCIES,
        ),
    ] = None


class ContactMethod(Choice):
    """How somebody was reached."""

    MEETING = "meeting", "Meeting"
    TELEPHONE = "telephone", "Telephone"
    VIDEO = "video", "Video call"
    MESSAGE = "message", "Letter or message"


class Advice(Choice):
    """What parents or carers were advised."""

    DO_NOT_LOOK = "do_not_look", "Not to look at it or pass it on"
    LISTEN = "listen", "To listen, without blame"
    KEEP = "keep", "To keep messages and account names as evidence"
    HELP = "help", "Where to get help: CEOP, NSPCC"


class AgreedWithThem(Row, frozen=True, kw_only=True):
    """Something agreed with a parent or carer, as it stands in their summary."""

    what: Annotated[Line, Ask("What")]
    who: Annotated[Line, Ask("Who", example="You; R. Okafor; the college")]
    by: Annotated[date | None, Ask("By")] = None


_REACHED = said_yes("reached")


class ParentContact(Form, tag="parent_contact", frozen=True, kw_only=True):
    """Record each contact with one parent or carer: what they were told, said and agreed.

    What stands under “Their summary” may be read by them. A summary is made for one parent, not for
    the child, so that it never carries what was agreed with another.
    """

    stage: ClassVar[Stage] = Stage.PARENTS
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = (
        "{by} {reached?spoke with|tried to reach} {parent} about {child}, {how}[: {told}]"
    )
    in_short_if: ClassVar[tuple[tuple[Condition, str], ...]] = (
        (
            said("how", ContactMethod.MESSAGE),
            "{by} {reached?wrote to|tried to write to} {parent} about {child}[: {told}]",
        ),
    )
    on_timeline: ClassVar[str] = "{parent}{reached?| not reached}"
    title: ClassVar[str] = "Contact with a parent or carer"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_INCIDENTS,)
    is_step: ClassVar[bool] = True
    source: ClassVar[Source] = Source.PARENT
    happened_in: ClassVar[str] = "at"
    then: ClassVar[str] = "In a talk with the family"
    apart: ClassVar[tuple[str, ...]] = ("parent", "child")

    parent: Annotated[PersonRef, Ask("Parent or carer", who=A_PARENT, meets=True)]
    child: Annotated[PersonRef, Ask("Of which learner", who=A_LEARNER)]
    at: When
    by: Annotated[StaffMember, Ask("By")]
    how: Annotated[ContactMethod, Ask("How")]
    why: Annotated[
        Line, Ask("Reason for it", example="To tell her; she asked; agreed last time", reason=True)
    ]
    reached: Annotated[
        YesNoUnknown,
        Ask("Did you reach them?", help="A letter or message that went off counts as yes."),
    ]
    present: Annotated[Line | None, Ask("Who else was there", shown_if=_REACHED)] = None
    told: Annotated[
        Words | None,
        Ask(
            "What they were told",
            fact=Fact.TOLD,
            help="Of their own child only.",
            shown_if=_REACHED,
            required_if=_REACHED,
        ),
    ] = None
    now_know: Annotated[
        tuple[Topic, ...],
        what_they_know(Topic.HAPPENED, Topic.PICTURED, Topic.SHARED, shown_if=_REACHED),
    ] = ()
    wider: Annotated[
        Words | None,
        Ask("What was said about the pressures young people are under", shown_if=_REACHED),
    ] = None
    said: Annotated[
        Words | None, Ask("What they said, and how they took it", shown_if=_REACHED)
    ] = None
    exact_words: Annotated[ExactWords | None, Ask("Their exact words", shown_if=_REACHED)] = None
    advice: Annotated[
        tuple[Advice, ...],
        Ask("Advice given", shown_if=_REACHED, audience=Audience.PARENTS),
    ] = ()
    harm: HarmNow = None
    review_on: Annotated[
        date | None,
        Ask(
            "Speak again on",
            section="Next",
            check=not_in_past,
            review="Speak again with this parent or carer",
        ),
    ] = None
    actions: Actions = ()
    reach: SafeReach = None
    unsafe: Unsafe = None
    despite: Despite = None
    happened: Annotated[
        Words | None,
        Ask(
            "What happened",
            help="For them to read and keep. Write “you” for them. Their own child only; nobody "
            "else’s name.",
            section="Their summary",
            shown_if=_REACHED,
            required_if=_REACHED,
            begins_with="told",
            audience=Audience.PARENTS,
        ),
    ] = None
    agreed: Annotated[
        Words | None,
        Ask(
            "What was agreed with them",
            help="They may read this: write “you” for them.",
            audience=Audience.PARENTS,
        ),
    ] = None
    promised: Annotated[
        tuple[AgreedWithThem, ...],
        Ask(
            "Agreed, with days",
            help="They may read this. What staff do becomes due only under “Who does what”.",
            shown_if=_REACHED,
            audience=Audience.PARENTS,
        ),
    ] = ()
    next_step: Annotated[
        Words | None,
        Ask(
            "What happens next",
            help="They may read this. Say when you speak again.",
            shown_if=_REACHED,
            audience=Audience.PARENTS,
        ),
    ] = None
