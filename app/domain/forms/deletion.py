"""Deletion: who decided it, whose agreement lifted a hold, and what the learner confirmed.

Source: the college's guidance, "Viewing the imagery" (the Lead Safeguarding Manager or a member of
SMT decides; the learner deletes and confirms); UKCIS "Sharing nudes and semi-nudes" (March 2024).
"""

from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    EntryRef,
    ExactWords,
    Line,
    PersonRef,
    Refers,
    StaffMember,
    StaffRole,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, answered, said
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Hold(Choice):
    """Why nothing may be deleted yet."""

    POLICE = "police", "The police are involved"
    REFERRAL = "referral", "A referral is open or called for"
    ADULT = "adult", "An adult is involved"
    EXTORTION = "extortion", "There is blackmail or extortion"
    VIEWING = "viewing", "A viewing is not settled"
    FOUND = "found", "What a search found has to go to the police"


class Agreeing(Choice):
    """Who agreed that deletion may go on."""

    POLICE = "police", "Police"
    SOCIAL_CARE = "social_care", "Children’s social care"
    LEAD = "lead", "Lead Safeguarding Manager or a member of SMT"


_FROM_OUTSIDE = said("agreeing", Agreeing.POLICE, Agreeing.SOCIAL_CARE)


class HoldLifted(Form, tag="hold_lifted", frozen=True, kw_only=True):
    """Record who agreed that copies may be deleted. That lifts the hold, and nothing else does."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = "hold lifted, as agreed by {agreed_by}: {agreed_what!}"
    title: ClassVar[str] = "Agreement that lifts a hold"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.UKCIS_DELETION,)
    version: ClassVar[int] = 2
    happened_in: ClassVar[str] = "agreed_at"

    holds: Annotated[tuple[Hold, ...], Ask("Which hold this lifts")]
    agreeing: Annotated[Agreeing, Ask("Who agreed")]
    agreed_by: Annotated[
        Line, Ask("Name, role and number", example="PC 4417 A. Singh, Exampleshire")
    ]
    contact: Annotated[
        EntryRef | None,
        Ask(
            "In which contact with them",
            help="The call, meeting or answer in which they agreed, as it is recorded. CEOP is "
            "part of the police.",
            refers_to=Refers.CONTACT,
            shown_if=_FROM_OUTSIDE,
            required_if=_FROM_OUTSIDE,
            missing="Choose the call, meeting or answer in which they agreed. If it is not "
            "recorded yet, keep this draft and record it first.",
        ),
    ] = None
    agreed_at: When
    reference: Annotated[Line | None, Ask("Their reference")] = None
    agreed_what: Annotated[Words, Ask("What exactly was agreed, and any condition")]
    why: Annotated[
        Words, Ask("Reason", help="Why copies need not be kept any longer.", reason=True)
    ]


class Deletion(Choice):
    """What is decided about copies on devices."""

    LEARNER = "learner", "Ask the learner to delete and confirm"
    COLLEGE = "college", "Delete from the college’s own device or account"
    KEEP = "keep", "Nothing is deleted yet"


class Authority(Choice):
    """Who may decide a deletion in this college."""

    LEAD = "lead", "Lead Safeguarding Manager"
    SMT = "smt", "Member of SMT"


DECIDE_AS: Mapping[Authority, tuple[StaffRole, ...]] = {
    Authority.LEAD: (StaffRole.LEAD,),
    Authority.SMT: (StaffRole.SMT, StaffRole.PRINCIPAL),
}
"""The roles in the college that an authority stands for: a principal is a member of SMT."""
DELETES = (Deletion.LEARNER, Deletion.COLLEGE)
_DELETES = said("decision", *DELETES)
_ASKS = said("decision", Deletion.LEARNER)


class DeletionDecided(Form, tag="deletion_decided", frozen=True, kw_only=True):
    """Deleting is decided by the Lead Safeguarding Manager or SMT, with the reason, never alone."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = (
        "deletion[ by {learner}] ({what}), decided by {decided_by}: {decision}. {why}"
    )
    title: ClassVar[str] = "Deletion decision"
    for_several: ClassVar[bool] = True
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_VIEWING, Cited.UKCIS_DELETION)
    happened_in: ClassVar[str] = "decided_at"
    in_order: ClassVar[tuple[str, ...]] = ("decided_at", "delete_by")

    decided_at: When
    decision: Annotated[Deletion, Ask("Decision")]
    decided_by: Annotated[StaffMember, Ask("Decided by", roles=tuple(chain(*DECIDE_AS.values())))]
    authority: Annotated[
        Authority | None,
        Ask("They decide as", shown_if=_DELETES),
    ] = None
    learner: Annotated[
        PersonRef | None, Ask("Which learner", who=A_LEARNER, shown_if=_ASKS, required_if=_ASKS)
    ] = None
    what: Annotated[Line, Ask("Which copies", example="Her own phone, its cloud backup, two chats")]
    removal: Annotated[
        Words | None,
        Ask(
            "Removal online: what was done or considered first",
            help="Report Remove and Take It Down need the file on the device it was made on.",
            shown_if=_DELETES,
        ),
    ] = None
    delete_by: Annotated[
        date | None, Ask("To be deleted by", shown_if=_DELETES, required_if=_DELETES)
    ] = None
    why: Reason


class CopyPlace(Choice):
    """Where copies can lie."""

    DEVICE = "device", "The device itself"
    RECENT = "recent", "Recently deleted"
    CLOUD = "cloud", "Cloud and backups"
    APPS = "apps", "Apps and chats"
    OTHERS = "others", "Other devices"


class DeletionConfirmed(Form, tag="deletion_confirmed", frozen=True, kw_only=True):
    """The learner deletes and tells you so. Nobody looks to check."""

    stage: ClassVar[Stage] = Stage.IMAGERY
    in_short: ClassVar[str] = (
        "{confirmed?deletion confirmed|not all deleted}, told to {confirmed_to}: {deletion}"
        "[. Left: {left!}]"
    )
    on_timeline: ClassVar[str] = "{confirmed?Deleted|Not all deleted}"
    title: ClassVar[str] = "Deletion confirmed"
    for_several: ClassVar[bool] = True
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_VIEWING, Cited.UKCIS_DELETION)
    happened_in: ClassVar[str] = "confirmed_at"

    deletion: Annotated[EntryRef, Ask("Which deletion decision", refers_to=Refers.DELETION)]
    confirmed_at: When
    confirmed_to: Annotated[StaffMember, Ask("Told whom")]
    confirmed: Annotated[YesNoUnknown, Ask("Do they say that all of it is deleted?")]
    places: Annotated[
        tuple[CopyPlace, ...],
        Ask(
            "Where they deleted it",
            shown_if=said("confirmed", YesNoUnknown.YES),
            required_if=said("confirmed", YesNoUnknown.YES),
        ),
    ] = ()
    words: Annotated[ExactWords | None, Ask("Their words", own=True)] = None
    left: Annotated[
        Words | None,
        Ask(
            "What is left, why, and what happens next",
            required_if=said("confirmed", YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN),
        ),
    ] = None
    explained: Annotated[
        Words, Ask("What was explained to them", help="Why keeping a copy can bring trouble.")
    ]
    despite: Annotated[
        Words | None,
        Ask(
            "If it was deleted while a hold stood: how that came, and whom you told",
            reason=True,
            help="It happens. Write it down and tell the police the same day.",
        ),
    ] = None
    despite_told: Annotated[
        Line | None,
        Ask("Who was told of it, and when", shown_if=answered("despite")),
    ] = None
