"""A device: searched for, taken into custody, moved, under the police's instruction, returned.

Source: Further and Higher Education Act 1992, sections 85AA to 85AC (colleges do not use the power
that schools have); UKCIS "Sharing nudes and semi-nudes" (March 2024), searching devices.
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When
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
from app.domain.kit.form import Ask, Form, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.record import Source
from app.domain.kit.stage import Stage


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


_NOT_SAME = said("same_sex", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN)
_FROM_POLICE = said("instruction", YesNoUnknown.YES)

WhichDevice = Annotated[EntryRef, Ask("Which device", refers_to=Refers.DEVICE)]


class DeviceSearched(Form, tag="device_searched", frozen=True, kw_only=True):
    """A search needs a ground, a searcher of the same sex and a second member of staff."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Search for a device"
    happened_in: ClassVar[str] = "searched_at"

    searched_at: When
    learner: Annotated[PersonRef, Ask("Who was searched", who=A_LEARNER)]
    grounds: Annotated[
        Words,
        Ask(
            "What gave reasonable ground to suspect it",
            help="The 1992 Act allows a search for what has been, or is likely to be, used to "
            "commit an offence.",
        ),
    ]
    consent: Annotated[YesNoUnknown, Ask("Did they agree to the search?")]
    searcher: Annotated[StaffMember, Ask("Searched by", help="Authorised by the principal.")]
    witness: Annotated[StaffMember | None, Ask("Other member of staff present")] = None
    same_sex: Annotated[YesNoUnknown, Ask("Is the searcher of the same sex as the learner?")]
    urgent_why: Annotated[
        Words | None,
        Ask(
            "Why it could not wait for someone of the same sex, or for a witness",
            help="Only where serious harm was feared.",
            required_if=_NOT_SAME,
        ),
    ] = None
    place: Annotated[Line, Ask("Where")]
    found: Annotated[Words, Ask("What was found, and what was done with it")]


class DeviceTaken(Form, tag="device_taken", frozen=True, kw_only=True):
    """Record how it came and where it is kept. Nobody opens it, and no screen is photographed."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Device taken into custody"
    happened_in: ClassVar[str] = "taken_at"

    device: Annotated[
        Line, Ask("Device", example="Make, model, colour, marks", section="The device")
    ]
    owner: Annotated[
        PersonRef | None, Ask("Whose it is", help="Leave open for a college device.")
    ] = None
    power: Annotated[Power, Ask("By what right")]
    why: Annotated[Words, Ask("Reason for keeping it")]
    taken_at: Annotated[Moment, Ask("When", section="How it was received", check=not_in_future)]
    handed_by: Annotated[Line, Ask("Handed over by")]
    received_by: Annotated[StaffMember, Ask("Received by")]
    running: Annotated[Running, Ask("On or off when received")]
    locked: Annotated[Lock, Ask("Locked when received")]
    state: Annotated[
        Line | None, Ask("Charge, flight mode, damage", help="What can be seen from outside.")
    ] = None
    seal: Annotated[Line, Ask("Seal or bag number", section="Where it is kept")]
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

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Device moved or given back"
    happened_in: ClassVar[str] = "moved_at"

    device: WhichDevice
    moved_at: When
    movement: Annotated[Movement, Ask("What happened")]
    moved_by: Annotated[StaffMember, Ask("By")]
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


class DeviceInstruction(Form, tag="device_instruction", frozen=True, kw_only=True):
    """What the police say is to be done with a device, in their words as far as you have them."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Police instruction on a device"
    source: ClassVar[Source] = Source.POLICE
    happened_in: ClassVar[str] = "given_at"

    device: WhichDevice
    given_at: When
    officer: Annotated[Line, Ask("From", example="Officer, collar number, force")]
    reference: Annotated[Line | None, Ask("Crime or log reference")] = None
    said: Annotated[Words, Ask("What they said")]
    done: Annotated[Words, Ask("What was done about it")]
