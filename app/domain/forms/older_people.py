"""Released forms about parents, carers and bodies, as they were before today’s."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, HarmNow, When
from app.domain.forms.bodies import Way, WhichBody
from app.domain.forms.parents import Advice, AgreedWithThem, ContactMethod
from app.domain.kit.answers import (
    A_LEARNER,
    A_PARENT,
    ExactWords,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, not_in_past, said_yes
from app.domain.kit.record import Audience, Source
from app.domain.kit.stage import Stage

_REACHED = said_yes("reached")


class ParentContact1(Form, tag="parent_contact", frozen=True, kw_only=True):
    """Record each contact with one parent or carer: what they were told, said and agreed.

    What stands under “Their summary” may be read by them. A summary is made for one parent, not for
    the child, so that it never carries what was agreed with another.
    """

    stage: ClassVar[Stage] = Stage.PARENTS
    title: ClassVar[str] = "Contact with a parent or carer"
    is_step: ClassVar[bool] = True
    source: ClassVar[Source] = Source.PARENT
    happened_in: ClassVar[str] = "at"
    apart: ClassVar[tuple[str, ...]] = ("parent", "child")

    parent: Annotated[PersonRef, Ask("Parent or carer", who=A_PARENT, meets=True)]
    child: Annotated[PersonRef, Ask("Of which learner", who=A_LEARNER)]
    at: When
    by: Annotated[StaffMember, Ask("By")]
    how: Annotated[ContactMethod, Ask("How")]
    why: Annotated[Line, Ask("Reason for it", example="To tell her; she asked; agreed last time")]
    reached: Annotated[YesNoUnknown, Ask("Did you speak with them?")]
    present: Annotated[Line | None, Ask("Who else was there", shown_if=_REACHED)] = None
    told: Annotated[
        Words | None,
        Ask(
            "What they were told",
            help="Of their own child only.",
            shown_if=_REACHED,
            required_if=_REACHED,
        ),
    ] = None
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
    happened: Annotated[
        Words | None,
        Ask(
            "What happened",
            help="For them to read and keep. Their own child only; nobody else’s name.",
            section="Their summary",
            shown_if=_REACHED,
            audience=Audience.PARENTS,
        ),
    ] = None
    agreed: Annotated[
        Words | None,
        Ask("What was agreed with them", help="They may read this.", audience=Audience.PARENTS),
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


class BodyContact1(Form, tag="body_contact", frozen=True, kw_only=True):
    """Log each call, report or visit while it is fresh: who, what they advised, their numbers."""

    stage: ClassVar[Stage] = Stage.POLICE
    title: ClassVar[str] = "Contact with the police or another body"
    happened_in: ClassVar[str] = "at"

    referral: WhichBody
    at: When
    by: Annotated[StaffMember, Ask("By")]
    way: Annotated[Way, Ask("How")]
    reached: Annotated[
        YesNoUnknown,
        Ask(
            "Did you reach them?", help="An online report or a letter that went off counts as yes."
        ),
    ]
    spoke_to: Annotated[
        Line | None, Ask("With whom", example="Name, rank or role, number", shown_if=_REACHED)
    ] = None
    reference: Annotated[Line | None, Ask("Their log or reference number")] = None
    crime_number: Annotated[Line | None, Ask("Crime number, if they gave one")] = None
    why: Annotated[Line, Ask("Reason for it", example="To report; they called back; to ask again")]
    said: Annotated[Words, Ask("What was said and advised")]
    instructions: Annotated[
        Words | None,
        Ask(
            "What they ask the college to do, or not to do",
            help="About parents, devices, deletion, talking to learners.",
            shown_if=_REACHED,
        ),
    ] = None
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask how it stands"),
    ] = None
    actions: Actions = ()
