"""The record: sealed entries, chained within their case and signed by their author."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.kit.moments import LONDON
from app.domain.kit.record import Audience, Author, CaseId, EntryId, NewEntry, SealedEntry, Source
from app.domain.kit.registry import UNREADABLE
from app.vault.canonical import canonical, read_instant_if_any, whole_second
from app.vault.database import Database, Row
from app.vault.drafts import Drafts
from app.vault.events import Action, Events, Fault
from app.vault.projections import Projections
from app.vault.verification import case_faults, genesis
from app.vault.vocabulary import Vocabulary

_UNSEALED = NewEntry.__struct_fields__


class ChainHead(msgspec.Struct, frozen=True):
    """The end of the chain of a case: the number of its last entry and that entry's hash."""

    seq: int
    hash: bytes


class Journal:
    """The entries of one open casebook."""

    def __init__(
        self,
        db: Database,
        *,
        casebook: str,
        author: Author,
        signer: Ed25519PrivateKey,
        clock: Callable[[], datetime],
        events: Events,
        drafts: Drafts,
        projections: Projections,
        vocabulary: Vocabulary,
    ) -> None:
        self._db = db
        self._casebook = casebook
        self._author = author
        self._signer = signer
        self._clock = clock
        self._events = events
        self._drafts = drafts
        self._projections = projections
        self._vocabulary = vocabulary

    def append(
        self, entries: Sequence[NewEntry], *, settles: str | None = None
    ) -> tuple[SealedEntry, ...]:
        """Seal entries, update the lists and remove the draft `settles`; all or nothing.

        The first entry of a case opens the case and gives it its number. Sealing an entry again
        returns the one already sealed. Raises ValueError when an id was sealed with other content;
        TooLong, ImageryRefused, DiskFull, DiskFailed, ReadOnly.
        """
        now = whole_second(self._clock())
        with self._db.change():
            sealed = []
            touched: dict[CaseId, None] = {}
            for entry in entries:
                known = self._same_as(entry)
                if known is None:
                    known = self._seal(entry, now)
                    touched[entry.case] = None
                sealed.append(known)
            for case in touched:
                self._projections.project(case, self.entries(case))
            if settles is not None:
                self._drafts.settle(settles)
        return tuple(sealed)

    def entries(self, case: CaseId) -> tuple[SealedEntry, ...]:
        """Return the entries of a case in order, none for a case that does not exist."""
        return read_entries(self._db, case)

    def entry(self, entry: EntryId) -> SealedEntry | None:
        """Return one entry, None when there is no such entry."""
        found = self._db.rows(f"{_ENTRIES} WHERE id = ?", entry)
        return next((_read_or_keep(row) for row in found), None)

    def head(self, case: CaseId) -> ChainHead:
        """Return the head of a case's chain. `seq` is 0 when nothing was sealed in it."""
        found = self._db.row(
            "SELECT seq, hash FROM entry WHERE case_id = ? ORDER BY seq DESC LIMIT 1", case
        )
        return ChainHead(*found) if found else ChainHead(0, genesis(self._casebook, case))

    def number(self, case: CaseId) -> str | None:
        """Return the number of a case, None for one that does not exist."""
        found = self._db.value("SELECT number FROM casefile WHERE case_id = ?", case)
        return None if found is None else str(found)

    def verify(self, case: CaseId | None = None) -> tuple[Fault, ...]:
        """Check a case, or every case, against its chain, its signatures and the log.

        Finds altered, removed, added and exchanged entries. It trusts the log: check that with
        `Events.verify`, or both with `Casebook.verify`.
        """
        cases = [case] if case is not None else _all_cases(self._db)
        return tuple(
            fault for each in cases for fault in case_faults(self._db, self._casebook, each)
        )

    def _same_as(self, entry: NewEntry) -> SealedEntry | None:
        known = self.entry(entry.id)
        if known is not None and _content(known) != _content(entry):
            message = "an entry with this id is sealed with other content"
            raise ValueError(message)
        return known

    def _seal(self, entry: NewEntry, now: datetime) -> SealedEntry:
        number = self.number(entry.case) or self._open(entry.case, now)
        head = self.head(entry.case)
        sealed = SealedEntry(
            **{name: getattr(entry, name) for name in _UNSEALED},
            number=number,
            seq=head.seq + 1,
            recorded=now,
            author=self._author,
        )
        written = canonical(sealed)
        digest = sha256(head.hash + written).digest()
        self._db.run(
            "INSERT INTO entry (case_id, seq, id, sealed, prev, hash, signature)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            entry.case,
            sealed.seq,
            entry.id,
            written.decode(),
            head.hash,
            digest,
            self._signer.sign(digest),
        )
        detail = {"number": number, "seq": str(sealed.seq), "hash": digest.hex()}
        self._events.note(Action.ENTRY_SEALED, entry.case, detail)
        self._vocabulary.note_entry(sealed)
        return _read(written)

    def _open(self, case: CaseId, now: datetime) -> str:
        """Store a new case under the next number of the year in London and return that number."""
        year = now.astimezone(LONDON).year
        last = self._db.value("SELECT max(serial) FROM casefile WHERE year = ?", year) or 0
        number = f"{year:04d}-{last + 1:04d}"
        self._db.run(
            "INSERT INTO casefile (case_id, year, serial, number) VALUES (?, ?, ?, ?)",
            case,
            year,
            last + 1,
            number,
        )
        return number


def read_entries(db: Database, case: CaseId) -> tuple[SealedEntry, ...]:
    """Return the entries of a case in order."""
    found = db.rows(f"{_ENTRIES} WHERE case_id = ? ORDER BY seq", case)
    return tuple(_read_or_keep(row) for row in found)


_ENTRIES = (
    "SELECT sealed, id, case_id, seq, number, recorded FROM entry JOIN casefile USING (case_id)"
)


def _read_or_keep(row: Row) -> SealedEntry:
    """Read an entry. If this version does not know its shape, keep all of it as the body."""
    sealed, entry, case, seq, number, recorded = row
    try:
        return _read(sealed)
    except UNREADABLE:
        return SealedEntry(
            id=entry,
            case=case,
            form="",
            version=0,
            body=msgspec.Raw(sealed.encode()),
            audience=Audience.DSL,
            source=Source.OTHER,
            number=number,
            seq=seq,
            recorded=read_instant_if_any(recorded) or _LONG_AGO,
            author=Author("", "Not known", ""),
        )


_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def _all_cases(db: Database) -> Iterable[CaseId]:
    """Return every case that is in the record or that the log mentions."""
    found = db.rows(
        "SELECT case_id FROM casefile UNION SELECT case_id FROM event WHERE action = ?"
        " AND case_id IS NOT NULL ORDER BY 1",
        Action.ENTRY_SEALED,
    )
    return [case for (case,) in found]


def _content(entry: NewEntry) -> bytes:
    return canonical({name: getattr(entry, name) for name in _UNSEALED})


def _read(sealed: str | bytes) -> SealedEntry:
    return msgspec.json.decode(sealed, type=SealedEntry)
