"""One entry of the record: as sealed, and read by the form it was written under."""

import msgspec

from app.domain.form import Entry
from app.domain.record import EntryId, Sealed


class Item(msgspec.Struct, frozen=True):
    """One entry of the record: as sealed, and read by the form it was written under.

    `root` is the id of the entry it corrects, or its own. What points at an entry points there.
    """

    sealed: Sealed
    form: Entry
    root: EntryId
