"""Through which hands a device in custody went, and where the record does not say how."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement
from app.domain.kit.answers import StaffMember
from app.domain.kit.record import EntryId
from app.domain.kit.staff import surely_same
from app.domain.kit.wording import write_staff

AWAY = (Movement.POLICE, Movement.RETURNED)
"""The movements by which a device leaves the college."""


class Hand(msgspec.Struct, frozen=True):
    """Who had a device, since when (UTC), and the root of the entry that says so.

    Whoever has it outside the college stands as they were written when it went to them.
    """

    who: StaffMember | str
    at: datetime
    entry: EntryId

    @property
    def name(self) -> str:
        """Their name, without a role."""
        return self.who if isinstance(self.who, str) else self.who.name

    @property
    def written(self) -> str:
        """Their name, with their role if they are of the staff."""
        return self.who if isinstance(self.who, str) else write_staff(self.who)


class Gap(msgspec.Struct, frozen=True):
    """Two hands that follow each other, with no entry on how the device passed between them."""

    before: Hand
    after: Hand


def moves_of(case: Case, device: EntryId) -> tuple[Entry, ...]:
    """Return every movement of a device, in the order in which they happened."""
    found = (
        one
        for one in case.current
        if isinstance(one.form, DeviceMoved) and one.form.device == device
    )
    return tuple(sorted(found, key=lambda entry: entry.at))


def away(case: Case, device: EntryId) -> Entry | None:
    """Return the movement by which a device left the college; None while the college has it.

    What left and was stored again has come back. A seal that was checked moves nothing.
    """
    moved = [move for move in moves_of(case, device) if _moved(move) is not Movement.CHECKED]
    return moved[-1] if moved and _moved(moved[-1]) in AWAY else None


def last_hand(case: Case, device: EntryId, at: datetime) -> Hand | None:
    """Return who had a device last by an instant (UTC); None if it was not received by then."""
    hands = [hand for hand, _ in _hands(case, device) if hand.at <= at]
    return hands[-1] if hands else None


def gaps(case: Case, device: EntryId) -> tuple[Gap, ...]:
    """Return where a device passed from one hand to another without an entry.

    From outside the college it comes back by no entry of its own, so that is one too.
    """
    found, before = list[Gap](), None
    for hand, told in _hands(case, device):
        if before and not told and not _same(before.who, hand.who):
            found.append(Gap(before, hand))
        before = hand
    return tuple(found)


def _same(one: StaffMember | str, other: StaffMember | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return surely_same(one, other)


def _moved(move: Entry) -> Movement:
    assert isinstance(move.form, DeviceMoved)
    return move.form.movement


def _hands(case: Case, device: EntryId) -> Iterator[tuple[Hand, bool]]:
    """Yield each hand in order, with whether the record says how it came to them.

    The entry before says so too, where it was brought to whoever moved it next.
    """
    taken = case.entry(device)
    assert isinstance(taken.form, DeviceTaken)
    yield Hand(taken.form.received_by, taken.at, taken.root), True
    brought_to = ""
    for move in moves_of(case, device):
        form = move.form
        assert isinstance(form, DeviceMoved)
        brought = names.contains(brought_to, form.moved_by.name)
        yield Hand(form.moved_by, move.at, move.root), bool(form.came_by) or brought
        if form.movement in AWAY:
            yield Hand(form.went_to, move.at, move.root), True
        brought_to = form.went_to if form.movement is Movement.STORED else ""
