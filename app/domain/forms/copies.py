"""The ledger of copies: who has the imagery, where, and what has become of each copy.

Source: the college's guidance, "Interviewing and talking to the learner involved" (find out who has
seen or shared the image and how further distribution can be prevented); UKCIS (March 2024), 2.5.
A row says where a copy is. It never says what a copy shows.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import When
from app.domain.kit.answers import (
    Choice,
    EntryRef,
    Inert,
    Line,
    PersonRef,
    Refers,
    ServiceName,
    Words,
)
from app.domain.kit.form import Ask, Form, Row, not_in_future, not_in_past, said
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class HolderKind(Choice):
    """Who or what has a copy."""

    PERSON = "person", "A person"
    DEVICE = "device", "A phone or other device"
    BACKUP = "backup", "A cloud back-up"
    ACCOUNT = "account", "An account"
    GROUP = "group", "A group chat"
    PAGE = "page", "A public page"
    UNKNOWN = "unknown", "Not known"


class CopyState(Choice):
    """How a copy stands. Who has only seen it holds none, and may yet turn out to."""

    SEEN = "seen", "Only seen"
    SUSPECTED = "suspected", "Suspected"
    KNOWN = "known", "Known to be there"
    ASKED = "asked", "Removal asked for"
    SAYS_GONE = "says_gone", "Said to be gone"
    CONFIRMED = "confirmed", "Gone, by a second sign"
    HELD = "held", "Held for the police"
    UNTRACED = "untraced", "Cannot be traced"


class HowKnown(Choice):
    """How it is known. Nobody looks, searches or opens anything to find out."""

    LEARNER = "learner", "A learner said so"
    HOLDER = "holder", "Whoever has it said so"
    PARENT = "parent", "A parent or carer said so"
    STAFF = "staff", "A member of staff was told"
    AGENCY = "agency", "The police or another body said so"
    SERVICE = "service", "The service said so"
    OTHER = "other", "From somebody else"


_OWNED = said("held_by", HolderKind.PERSON, HolderKind.DEVICE, HolderKind.BACKUP)
_CALLED = said("held_by", HolderKind.ACCOUNT, HolderKind.GROUP, HolderKind.PAGE, HolderKind.UNKNOWN)


class KnownCopy(Row, frozen=True, kw_only=True):
    """One copy, or one person who has seen it: four picks, and one thing to type at most."""

    held_by: Annotated[HolderKind, Ask("Who or what has it")]
    person: Annotated[
        PersonRef | None,
        Ask("Whose", shown_if=_OWNED, required_if=said("held_by", HolderKind.PERSON)),
    ] = None
    name: Annotated[
        Inert | None,
        Ask(
            "What it is called, as told",
            help="A handle, a group’s name or an address. Nothing opens it.",
            shown_if=_CALLED,
            required_if=said("held_by", HolderKind.ACCOUNT, HolderKind.GROUP, HolderKind.PAGE),
        ),
    ] = None
    service: Annotated[
        ServiceName | None,
        Ask("Where, or by which service", example="Snapchat; own phone"),
    ] = None
    came_from: Annotated[EntryRef | None, Ask("Passed on from", refers_to=Refers.COPY)] = None
    state: Annotated[CopyState, Ask("How it stands")]


Copies = Annotated[
    tuple[KnownCopy, ...],
    Ask(
        "Each copy, and everyone who has seen it",
        help="One row each, where it is and never what it shows. Nobody looks to make sure.",
    ),
]


class CopiesFound(Form, tag="copies_found", frozen=True, kw_only=True):
    """Add each copy you hear of. Where it is, who has it, and how you know: nothing else."""

    stage: ClassVar[Stage] = Stage.CONTAINMENT
    in_short: ClassVar[str] = "copies noted: {copies}; known from: {how}"
    on_timeline: ClassVar[str] = "Copies found"
    title: ClassVar[str] = "Copies found"
    happened_in: ClassVar[str] = "at"

    copies: Copies
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    how: Annotated[HowKnown, Ask("How it is known")]
    why: Annotated[
        Words | None,
        Ask("Anything to add", help="Who said it, in which words.", retold="Of the copies: "),
    ] = None


ENDS = (CopyState.ASKED, CopyState.SAYS_GONE, CopyState.CONFIRMED)
"""The states about deletion: asked for, said, or confirmed."""
_BY_SOMEBODY = said("state", CopyState.SAYS_GONE, CopyState.CONFIRMED, CopyState.HELD)


class CopyChanged(Form, tag="copy_changed", frozen=True, kw_only=True):
    """Say how a copy stands now. Its holder’s word is one sign; only a second one confirms it."""

    stage: ClassVar[Stage] = Stage.CONTAINMENT
    in_short: ClassVar[str] = "{copy}: {state}[, confirmed by {confirmed_by}]. {why}"
    title: ClassVar[str] = "Copy looked at again"
    for_several: ClassVar[bool] = True
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.STAFF_TALKING,)
    happened_in: ClassVar[str] = "at"

    copy: Annotated[EntryRef, Ask("Which copy", refers_to=Refers.COPY)]
    at: When
    state: Annotated[CopyState, Ask("How it stands now")]
    how: Annotated[HowKnown, Ask("How it is known")]
    confirmed_by: Annotated[
        Line | None,
        Ask(
            "Who confirms it",
            help="For a second sign, somebody other than the holder: a parent who was there, the "
            "service, the police.",
            shown_if=_BY_SOMEBODY,
            required_if=said("state", CopyState.CONFIRMED, CopyState.HELD),
        ),
    ] = None
    why: Annotated[Words, Ask("What was said or done, and why", reason=True)]
    despite: Annotated[
        Words | None,
        Ask(
            "If deletion was held: how it came all the same, and whom you told",
            reason=True,
            help="It happens. Write it down and tell the police the same day.",
            shown_if=said("state", *ENDS),
        ),
    ] = None
    next_check: Annotated[
        date | None, Ask("Look again on", check=not_in_past, review="Look at a copy again")
    ] = None
