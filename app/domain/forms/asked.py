"""Questions that several forms ask in the same words."""

from datetime import date
from typing import Annotated

import msgspec

from app.domain import names
from app.domain.kit.answers import (
    A_PARENT,
    Choice,
    EntryRef,
    Involved,
    Line,
    PersonKind,
    Refers,
    Role,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Answers, Ask, Condition, Row, not_in_future, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.stage import Sign

SIGNS = "Signs that call for referral at once"

AdultInvolved = Annotated[
    YesNoUnknown | None,
    Ask(
        "An adult is involved, or someone posing as under 18",
        help="A learner who is 18 or over counts as an adult.",
        section=SIGNS,
        sign=Sign.ADULT,
    ),
]
Coercion = Annotated[
    YesNoUnknown | None,
    Ask(
        "Pressure, threat, payment or grooming, or doubt that they could consent",
        sign=Sign.COERCION,
    ),
]
UnusualActs = Annotated[
    YesNoUnknown | None,
    Ask("Violent acts, or sexual acts unusual for their age", sign=Sign.UNUSUAL),
]
Under13 = Annotated[
    YesNoUnknown | None,
    Ask("Sexual acts, and someone pictured is under 13", sign=Sign.UNDER_13),
]
HarmNow = Annotated[
    YesNoUnknown | None,
    Ask(
        "Someone is harmed or at risk of harm now",
        help="For example talk of suicide or self-harm, violence, or danger at home.",
        sign=Sign.HARM,
        fact=Fact.DANGER,
    ),
]
Extortion = Annotated[
    YesNoUnknown | None,
    Ask("Demands for money, gifts or more images", sign=Sign.EXTORTION),
]


When = Annotated[Moment, Ask("When", check=not_in_future)]
"""When the event or step of a form happened."""
DecidedBy = Annotated[StaffMember, Ask("Decided by")]
Reason = Annotated[Words, Ask("Reason", reason=True)]


class ImageryKind(Choice):
    """What kind of imagery is spoken of. Nobody looks to find out."""

    STILL = "still", "Still picture"
    VIDEO = "video", "Video"
    LIVE = "live", "Live stream or call"
    ALTERED = "altered", "AI-made or altered"
    NOT_KNOWN = "not_known", "Not known"


WhichReferral = Annotated[EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL)]


class LearnerAsFamily(Condition, frozen=True):
    """True when somebody among the people `name` is a learner and a parent, carer or family too.

    That can be two records of one name, or one record with both parts.
    """

    def holds(self, answers: Answers) -> bool:
        """Return whether this is true of the people named so far."""
        given = answers.get(self.name)
        people = (
            [one for one in given if isinstance(one, Involved)] if isinstance(given, tuple) else []
        )
        named: dict[PersonKind, set[str]] = {}
        for one in people:
            named.setdefault(one.person.kind, set()).add(names.key(one.person.name))
        learner, parent = named.get(PersonKind.LEARNER, set()), named.get(PersonKind.PARENT, set())
        return bool(learner & parent) or any(
            one.person.kind is PersonKind.LEARNER and Role.FAMILY in one.roles for one in people
        )


class NamesParent(Condition, frozen=True):
    """True when a parent or carer is among the people `name`."""

    def holds(self, answers: Answers) -> bool:
        """Return whether this is true of the people named so far."""
        given = answers.get(self.name)
        people = given if isinstance(given, tuple) else ()
        return any(isinstance(one, Involved) and A_PARENT.fits(one) for one in people)


_AS_FAMILY = LearnerAsFamily("people")
FamilyOf = Annotated[
    Words | None,
    Ask(
        "A learner is also named as parent, carer or family: of whom?",
        help="It can be so. If two people bear one name, say which is which.",
        shown_if=_AS_FAMILY,
        required_if=_AS_FAMILY,
    ),
]


class FurtherTime(Row, frozen=True, kw_only=True):
    """A further time it happened, as somebody told it."""

    at: Annotated[Moment, Ask("When", check=not_in_future)]
    what: Annotated[Words, Ask("What is known of it, in a few words")]


_FURTHER = Ask(
    "It happened again: each further time",
    help="“About” will do for the day. Everybody’s age is counted on each of them.",
    retold="It happened again: ",
)
FurtherTimes = Annotated[tuple[FurtherTime, ...], _FURTHER]
FurtherIfAgain = Annotated[
    tuple[FurtherTime, ...], msgspec.structs.replace(_FURTHER, shown_if=said_yes("again"))
]
"""The same where a form has just asked whether it was `again`."""


SafeReach = Annotated[
    Line | None,
    Ask(
        "Safe way to reach them",
        help="It is shown before every contact with them.",
        example="Her own mobile only; not at home",
        fact=Fact.REACH,
    ),
]
Unsafe = Annotated[
    Words | None,
    Ask(
        "Anything that makes contact unsafe",
        help="For example somebody who reads their messages. Bodies that are told of the child "
        "read it; no family does.",
        audience=Audience.AGENCIES,
        fact=Fact.UNSAFE,
    ),
]


Despite = Annotated[
    Words | None,
    Ask(
        "If it was asked or decided that this does not happen: why it was done all the same",
        reason=True,
        help="It can happen. Write how it came, and whom you told.",
    ),
]


class AgreedAction(Row, frozen=True, kw_only=True):
    """Something a member of staff agreed to do."""

    what: Annotated[Line, Ask("What")]
    who: Annotated[StaffMember, Ask("Who", teaches=())]
    by: Annotated[date, Ask("By")]
    why: Annotated[Line, Ask("Reason", reason=True)]


Actions = Annotated[
    tuple[AgreedAction, ...],
    Ask("Who does what", help="Each becomes something due on Today."),
]
