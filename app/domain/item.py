"""One entry of the record: as sealed, and read by the form it was written under."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.domain.form import Entry
from app.domain.record import EntryId, Sealed


class Item(msgspec.Struct, frozen=True):
    """One entry of the record: as sealed, and read by the form it was written under.

    `root` is the id of the entry it corrects, or its own. What points at an entry points there.
    `first` is when the first word of it was recorded (UTC): a correction does not make it later.
    """

    sealed: Sealed
    form: Entry
    root: EntryId
    first: datetime

    @property
    def at(self) -> datetime:
        """When what it tells of happened, else when it was first recorded (UTC)."""
        return self.sealed.happened.at if self.sealed.happened else self.first


def holding(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give the entries that hold: in the place of a corrected one stands its newest correction."""
    return tuple({item.root: item for item in items}.values())
