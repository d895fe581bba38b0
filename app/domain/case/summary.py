"""What lists, clocks and search show of a case: rows derived from its entries alone."""

from datetime import date, datetime

import msgspec

from app.domain.kit.keys import Key, read_key
from app.domain.kit.record import CaseId, EntryId


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person in one case, as lists show them. `names` is the text that a search compares."""

    person: str
    name: str
    kind: str
    born: date | None
    roles: tuple[str, ...]
    names: str
    details: msgspec.Raw


class DueRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do by an instant (`due`, UTC). `stage` is that of the form that settles it."""

    key: str
    what: str
    because: str
    due: datetime
    stage: str

    @property
    def which(self) -> Key:
        """The key of what is due."""
        return read_key(self.key)


class TextRow(msgspec.Struct, frozen=True):
    """The searchable words of one entry."""

    entry: EntryId
    text: str


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the lists know of one case."""

    case: CaseId
    number: str
    opened: datetime
    last_recorded: datetime
    entries: int
    state: str
    stage: str
    heading: str
    refer_now: bool
    signs_open: int
    people: tuple[PersonRow, ...] = ()
    due: tuple[DueRow, ...] = ()
    texts: tuple[TextRow, ...] = ()


def unread_summary(
    *, case: CaseId, number: str, entries: int, opened: datetime, last_recorded: datetime
) -> Summary:
    """Return the summary of a case that this version cannot read. It is listed as open."""
    return Summary(
        case=case,
        number=number,
        opened=opened,
        last_recorded=last_recorded,
        entries=entries,
        state="open",
        stage="Written by a newer version",
        heading="Cannot be read by this version",
        refer_now=False,
        signs_open=0,
    )
