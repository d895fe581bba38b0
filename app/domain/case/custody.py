"""Through which hands a device in custody went, and where the record does not say how."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.device import DeviceMoved, DeviceTaken
from app.domain.kit.answers import StaffMember
from app.domain.kit.record import EntryId
from app.domain.kit.staff import surely_same


class Hand(msgspec.Struct, frozen=True):
    """Who had a device, since when (UTC), and the root of the entry that says so."""

    who: StaffMember
    at: datetime
    entry: EntryId


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


def last_hand(case: Case, device: EntryId, at: datetime) -> Hand | None:
    """Return who had a device last by an instant (UTC); None if it was not received by then."""
    hands = [hand for hand, _ in _hands(case, device) if hand.at <= at]
    return hands[-1] if hands else None


def gaps(case: Case, device: EntryId) -> tuple[Gap, ...]:
    """Return where a device passed from one member of staff to another without an entry."""
    found, before = list[Gap](), None
    for hand, told in _hands(case, device):
        if before and not told and not surely_same(before.who, hand.who):
            found.append(Gap(before, hand))
        before = hand
    return tuple(found)


def _hands(case: Case, device: EntryId) -> Iterator[tuple[Hand, bool]]:
    """Yield each hand in order, with whether the record says how it came to them."""
    taken = case.entry(device)
    assert isinstance(taken.form, DeviceTaken)
    yield Hand(taken.form.received_by, taken.at, taken.root), True
    for move in moves_of(case, device):
        assert isinstance(move.form, DeviceMoved)
        yield Hand(move.form.moved_by, move.at, move.root), bool(move.form.came_by)
