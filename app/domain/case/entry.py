"""One entry of the record: as sealed, as it was written, and as today's form reads it."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.domain.kit.form import Form
from app.domain.kit.record import EntryId, SealedEntry


class Entry(msgspec.Struct, frozen=True):
    """One entry of the record: as sealed, as written, and on today's form, which the rules read.

    `written` is read by the form it was written on, for the record, the chronology and its own
    paper. `form` is the same on today's form: they differ only where that form has changed since.
    `root` is the id of the entry it corrects, or its own; other entries point to the root. `first`
    is when the original was recorded (UTC): a correction does not make it later. `apart` is the
    form while joined records of one person still were two, where it is read as one.
    """

    sealed: SealedEntry
    form: Form
    root: EntryId
    first: datetime
    written: Form
    apart: Form | None = None

    @property
    def renewed(self) -> bool:
        """Whether its form has changed since it was written."""
        return type(self.written) is not type(self.form)

    @property
    def readings(self) -> tuple[Form, ...]:
        """Today's form, and the entry as it was written where that differs."""
        return (self.form, self.written) if self.renewed else (self.form,)

    @property
    def at(self) -> datetime:
        """When the event it describes happened, else when it was first recorded (UTC)."""
        return self.sealed.happened.at if self.sealed.happened else self.first


def entries_that_hold(items: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that hold, with the newest correction in place of a corrected one."""
    return tuple({item.root: item for item in items}.values())
