"""Released forms around devices as they were before today’s: frozen, as `older.py` says."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When
from app.domain.forms.deletion import Agreeing, Hold
from app.domain.forms.device import Lock, Movement, Power, Running, WhichDevice
from app.domain.kit.answers import (
    A_LEARNER,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage

HOLDS_1 = (Hold.POLICE, Hold.REFERRAL, Hold.ADULT, Hold.EXTORTION, Hold.VIEWING)
"""The holds there were when the first agreement was written."""
_NOT_SAME = said("same_sex", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN)
_FROM_POLICE = said("instruction", YesNoUnknown.YES)
_TO_POLICE = said("movement", Movement.POLICE)
_HANDED_ON = said("movement", Movement.POLICE, Movement.RETURNED)


class DeviceSearched1(Form, tag="device_searched", frozen=True, kw_only=True):
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


class DeviceTaken1(Form, tag="device_taken", frozen=True, kw_only=True):
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


class DeviceMoved1(Form, tag="device_moved", frozen=True, kw_only=True):
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


class HoldLifted1(Form, tag="hold_lifted", frozen=True, kw_only=True):
    """Record who agreed that copies may be deleted. That lifts the hold, and nothing else does."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    title: ClassVar[str] = "Agreement that lifts a hold"
    happened_in: ClassVar[str] = "agreed_at"

    holds: Annotated[tuple[Hold, ...], Ask("Which hold this lifts", offers=HOLDS_1)]
    agreeing: Annotated[Agreeing, Ask("Who agreed")]
    agreed_by: Annotated[
        Line, Ask("Name, role and number", example="PC 4417 A. Singh, Exampleshire")
    ]
    agreed_at: When
    reference: Annotated[Line | None, Ask("Their reference")] = None
    agreed_what: Annotated[Words, Ask("What exactly was agreed, and any condition")]
    why: Annotated[Words, Ask("Reason", help="Why copies need not be kept any longer.")]
