"""Who knows what: what somebody was told, by whom and how, or must not be told for now."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.kit.answers import Choice, Line, PersonRef, Words
from app.domain.kit.form import Ask, Condition, Form, Offered, not_in_future, not_in_past, said
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage


class Knower(Choice):
    """Who it is about: somebody named in the case, or a body."""

    PERSON = "person", "Somebody named in this case"
    SOCIAL_CARE = "social_care", "Children’s social care"
    POLICE = "police", "Police"
    LEADERS = "leaders", "Principal and senior leaders"
    OTHER = "other", "Another body or person"


class Topic(Choice):
    """What there is to know. Never what the imagery shows."""

    HAPPENED = "happened", "That it happened", "It happened"
    PICTURED = "pictured", "Who is pictured"
    SHARED = "shared", "Who shared it"
    REFERRED = "referred", "That a referral was made", "Referral made"
    POLICE = "police", "That the police are involved", "Police involved"
    DEVICE = "device", "That a device was taken", "Device taken"


def what_they_know(*beforehand: Topic, shown_if: Condition | None = None) -> Ask:
    """Ask what whoever was spoken with, or written to, now knows; some topics are ticked already.

    Who is pictured and who shared it are ticked only where that is nobody but whom it is about.
    """
    return Ask(
        "What they now know",
        help="What this tells them is marked. Change it where something else was said.",
        shown_if=shown_if,
        teaches=beforehand,
    )


class Knowing(Choice):
    """How they stand to it."""

    KNOWS = "knows", "They know"
    NOT_TO_KNOW = "not_to_know", "They must not be told for now"
    FREE = "free", "They may be told from now on"


class ToldBy(Choice):
    """How somebody came to know."""

    SPOKEN = "spoken", "Spoken"
    TELEPHONE = "telephone", "Telephone"
    WRITTEN = "written", "Letter or e-mail"
    OVERHEARD = "overheard", "From somebody else"
    NOT_KNOWN = "not_known", "Not known"


class KnowledgeNoted(Form, tag="knowledge_noted", frozen=True, kw_only=True):
    """Note who was told what, or who must not be told. It is shown before anyone speaks to them."""

    stage: ClassVar[Stage] = Stage.PEOPLE
    in_short: ClassVar[str] = "{person|body|who}: {knowing} ({facts})"
    title: ClassVar[str] = "Who knows what"
    offer: ClassVar[Offered] = Offered.ON_A_CARD
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "at"

    who: Annotated[Knower, Ask("Who")]
    person: Annotated[
        PersonRef | None,
        Ask(
            "Which person",
            shown_if=said("who", Knower.PERSON),
            required_if=said("who", Knower.PERSON),
        ),
    ] = None
    body: Annotated[
        Line | None,
        Ask(
            "Name and role",
            shown_if=said("who", Knower.OTHER),
            required_if=said("who", Knower.OTHER),
        ),
    ] = None
    facts: Annotated[tuple[Topic, ...], Ask("What")]
    knowing: Annotated[Knowing, Ask("Do they know?")]
    at: Annotated[
        Moment,
        Ask("When", help="When they were told, or when this was decided.", check=not_in_future),
    ]
    told_by: Annotated[Line | None, Ask("Told by", shown_if=said("knowing", Knowing.KNOWS))] = None
    how: Annotated[ToldBy | None, Ask("How", shown_if=said("knowing", Knowing.KNOWS))] = None
    why: Annotated[
        Words | None,
        Ask(
            "Reason",
            shown_if=said("knowing", Knowing.NOT_TO_KNOW, Knowing.FREE),
            required_if=said("knowing", Knowing.NOT_TO_KNOW, Knowing.FREE),
            reason=True,
        ),
    ] = None
    until: Annotated[
        date | None,
        Ask(
            "Look at this again on",
            help="It does not lapse by itself: it holds until somebody says otherwise.",
            shown_if=said("knowing", Knowing.NOT_TO_KNOW),
            required_if=said("knowing", Knowing.NOT_TO_KNOW),
            check=not_in_past,
        ),
    ] = None
