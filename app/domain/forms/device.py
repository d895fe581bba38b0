"""A device: searched for, taken into custody, moved, under the police's instruction, returned.

Source: Further and Higher Education Act 1992, sections 85AA to 85AC (colleges do not use the power
that schools have): subsections 85AB(6) and (6A) on searching the person, (7) and (7A) on searching
possessions. The Further Education Institutions and 16 to 19 Academies (Specification and Disposal
of Articles) Regulations 2012, regulation 4: an indecent image of a child found in a search goes to
a constable. UKCIS "Sharing nudes and semi-nudes" (March 2024), searching devices.
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Despite, Reason, When
from app.domain.forms.knowledge import Topic
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    EntryRef,
    Line,
    PersonRef,
    Refers,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import ALWAYS, Ask, Form, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience, Source
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage

_TAKEN = (Topic.HAPPENED, Topic.DEVICE)
"""What a member of staff knows who received or moved a device."""


class Power(Choice):
    """By what right a device was looked for or taken."""

    HANDED_OVER = "handed_over", "Handed over freely"
    FHEA = "fhea", "Searched for, Further and Higher Education Act 1992, section 85AA"
    COLLEGE_OWN = "college_own", "The college’s own device"
    POLICE = "police", "Taken by the police"


class Lock(Choice):
    """Whether somebody could use a device when it was received. Nobody unlocks it to find out."""

    LOCKED = "locked", "Locked"
    UNLOCKED = "unlocked", "Unlocked"
    NOT_KNOWN = "not_known", "Not known"


class Running(Choice):
    """Whether a device was on when it was received."""

    ON = "on", "On"
    OFF = "off", "Off"
    NOT_KNOWN = "not_known", "Not known"


class Searched(Choice):
    """What was searched. The Act asks more for a search of the person than of possessions."""

    PERSON = "person", "The person"
    POSSESSIONS = "possessions", "Possessions, such as a bag or a locker"


MAY_BE_ON_IT = (YesNoUnknown.YES, YesNoUnknown.NOT_KNOWN)
"""The answers that count as imagery on a device: “not known” is never “no”."""
_FROM_POLICE = said("instruction", YesNoUnknown.YES)

_NOBODY_LOOKS = "Go by what was said: nobody looks to find out. “Not known” counts as “may be”."
_OF_PERSON = said("searched", Searched.PERSON)
_BY_SEARCH = said("power", Power.FHEA)
WhichDevice = Annotated[EntryRef, Ask("Which device", refers_to=Refers.DEVICE)]


class DeviceSearched(Form, tag="device_searched", frozen=True, kw_only=True):
    """A search needs agreement or a ground, and a second member of staff.

    Only a search of the person needs a searcher of the same sex.
    """

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = "search for a device with {learner}, by {searcher}: {found}"
    on_timeline: ClassVar[str] = "Search"
    title: ClassVar[str] = "Search for a device"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.SEARCH_PERSON, Cited.SEARCH_THINGS)
    happened_in: ClassVar[str] = "searched_at"

    searched_at: When
    learner: Annotated[PersonRef, Ask("Which learner", who=A_LEARNER)]
    searched: Annotated[
        tuple[Searched, ...],
        Ask("What was searched", help="Tick both if both were.", required_if=ALWAYS),
    ] = ()
    consent: Annotated[
        YesNoUnknown,
        Ask(
            "Did they agree to the search?",
            help="With their agreement anything may be searched. Without it the 1992 Act applies.",
        ),
    ]
    grounds: Annotated[
        Words | None,
        Ask(
            "Without their agreement: what gave reasonable ground to suspect it",
            reason=True,
            help="The 1992 Act allows a search for what has been, or is likely to be, used to "
            "commit an offence.",
            required_if=said("consent", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN),
        ),
    ] = None
    searcher: Annotated[StaffMember, Ask("Searched by", help="Authorised by the principal.")]
    witness: Annotated[StaffMember | None, Ask("Other member of staff present")] = None
    same_sex: Annotated[
        YesNoUnknown | None,
        Ask(
            "Is the searcher of the same sex as the learner?",
            help="Asked for a search of the person, not of possessions.",
            shown_if=_OF_PERSON,
            required_if=_OF_PERSON,
        ),
    ] = None
    urgent_why: Annotated[
        Words | None,
        Ask(
            "If it could not wait for a second member of staff, or for someone of the same sex: "
            "why",
            help="Only where serious harm was feared.",
            reason=True,
        ),
    ] = None
    place: Annotated[Line, Ask("Where")]
    found: Annotated[Words, Ask("What was found, and what was done with it")]
    imagery: Annotated[
        YesNoUnknown | None,
        Ask(
            "Is imagery of somebody under 18 on what was found, or may it be?",
            help=f"{_NOBODY_LOOKS} It then goes to the police as soon as can be. Nothing found: "
            "no.",
            required_if=ALWAYS,
        ),
    ] = None
    parents_told: Annotated[
        Moment | None, Ask("When a parent or carer was told of the search", check=not_in_future)
    ] = None
    despite: Despite = None


class DeviceTaken(Form, tag="device_taken", frozen=True, kw_only=True):
    """Record how it came and where it is kept. Nobody opens it, and no screen is photographed."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = (
        "{device}[ of {owner}] taken into custody by {received_by}, seal {seal}. Handed over by: "
        "{handed_by}"
    )
    on_timeline: ClassVar[str] = "Device taken"
    title: ClassVar[str] = "Device taken into custody"
    happened_in: ClassVar[str] = "taken_at"
    then: ClassVar[str] = "When it was taken"

    device: Annotated[
        Line,
        Ask(
            "Device",
            example="Make, model, colour, marks",
            section="The device",
            audience=Audience.LEARNER,
        ),
    ]
    owner: Annotated[
        PersonRef | None, Ask("Whose it is", help="Leave open for a college device.")
    ] = None
    power: Annotated[Power, Ask("By what right")]
    found_in: Annotated[
        EntryRef | None,
        Ask(
            "Which search found it",
            help="Record the search too, if it is not here yet.",
            refers_to=Refers.SEARCH,
            shown_if=_BY_SEARCH,
        ),
    ] = None
    imagery: Annotated[
        YesNoUnknown | None,
        Ask(
            "Is imagery of somebody under 18 on it, or may it be?",
            help=f"{_NOBODY_LOOKS} If a search found it, it then goes to the police as soon as can "
            "be.",
            required_if=ALWAYS,
        ),
    ] = None
    why: Annotated[Words, Ask("Reason for keeping it", reason=True)]
    taken_at: Annotated[Moment, Ask("When", section="How it was received", check=not_in_future)]
    handed_by: Annotated[Line, Ask("Handed over by")]
    received_by: Annotated[StaffMember, Ask("Received by", teaches=_TAKEN)]
    running: Annotated[Running, Ask("On or off when received")]
    locked: Annotated[Lock, Ask("Locked when received")]
    state: Annotated[
        Line | None, Ask("Charge, flight mode, damage", help="What can be seen from outside.")
    ] = None
    seal: Annotated[
        Line, Ask("Seal or bag number", section="Where it is kept", audience=Audience.LEARNER)
    ]
    storage: Annotated[Line, Ask("Where it is kept, and who has the key")]
    instruction: Annotated[
        YesNoUnknown,
        Ask(
            "Have the police said what to do with it?",
            help="On or off, networks, charging: do as they say. Forces differ.",
        ),
    ]
    instruction_what: Annotated[
        Words | None,
        Ask(
            "What they said, who and when",
            fact=Fact.INSTRUCTION,
            shown_if=_FROM_POLICE,
            required_if=_FROM_POLICE,
        ),
    ] = None
    receipt: Annotated[Line, Ask("Receipt given to", help="Or the reason why none was given.")]


class Movement(Choice):
    """What happened to a device in custody."""

    STORED = "stored", "Moved to another place"
    CHECKED = "checked", "Seal checked, not moved"
    POLICE = "police", "Handed to the police"
    RETURNED = "returned", "Given back"


_TO_POLICE = said("movement", Movement.POLICE)
_HANDED_ON = said("movement", Movement.POLICE, Movement.RETURNED)


class DeviceMoved(Form, tag="device_moved", frozen=True, kw_only=True):
    """Every hand it passes through, so that nobody need wonder later."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = "{device}: {movement}, by {moved_by}: {went_to}"
    on_timeline: ClassVar[str] = "Device moved"
    title: ClassVar[str] = "Device moved or given back"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.TO_A_CONSTABLE,)
    happened_in: ClassVar[str] = "moved_at"

    device: WhichDevice
    moved_at: When
    movement: Annotated[Movement, Ask("What happened")]
    moved_by: Annotated[StaffMember, Ask("By", teaches=_TAKEN)]
    came_by: Annotated[
        Line | None,
        Ask(
            "If somebody else had it last: how it came to them",
            reason=True,
            example="L. Haines took it out of the safe, 09:00",
        ),
    ] = None
    went_to: Annotated[Line, Ask("Where it is now, or who received it")]
    officer: Annotated[
        Line | None,
        Ask(
            "Officer, collar number, force and crime reference",
            shown_if=_TO_POLICE,
            required_if=_TO_POLICE,
        ),
    ] = None
    seal_whole: Annotated[YesNoUnknown, Ask("Was the seal unbroken?")]
    new_seal: Annotated[
        Line | None,
        Ask("New seal, and why", required_if=said("seal_whole", YesNoUnknown.NO)),
    ] = None
    receipt: Annotated[
        Line | None, Ask("Receipt signed by", shown_if=_HANDED_ON, required_if=_HANDED_ON)
    ] = None
    why: Reason
    despite: Annotated[
        Words | None,
        Ask(
            "If it is given back before the police have agreed to that: how it came, and whom you "
            "told",
            reason=True,
            help="It happens. Write it down and tell the police the same day.",
            shown_if=said("movement", Movement.RETURNED),
        ),
    ] = None


class DeviceInstruction(Form, tag="device_instruction", frozen=True, kw_only=True):
    """What the police say is to be done with a device, in their words as far as you have them."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = "said of {device} by {officer}: {said!}"
    title: ClassVar[str] = "Police instruction on a device"
    source: ClassVar[Source] = Source.POLICE
    happened_in: ClassVar[str] = "given_at"
    then: ClassVar[str] = "When instructed"

    device: WhichDevice
    given_at: When
    officer: Annotated[Line, Ask("From", example="Officer, collar number, force")]
    reference: Annotated[Line | None, Ask("Crime or log reference")] = None
    said: Annotated[Words, Ask("What they said", fact=Fact.INSTRUCTION)]
    done: Annotated[Words, Ask("What was done about it")]
