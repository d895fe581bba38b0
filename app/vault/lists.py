"""Reading the lists: cases, what is due, and people across cases."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

import msgspec

from app.domain.case.summary import DueRow, PersonRow, Summary
from app.domain.kit.record import CaseId, SealedEntry
from app.domain.kit.registry import Unread, read_or_keep
from app.vault.canonical import write_instant
from app.vault.database import Database
from app.vault.events import Action, Events
from app.vault.people import PeopleIndex
from app.vault.projections import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    PERSON_COLUMNS,
    Projections,
    read_case_row,
    read_due,
    read_person,
    read_summary,
)

_ISSUED = "form = 'document_issued'"
_KNOWN = "form IN ('document_issued', 'document_protected')"


class Register:
    """Reads issued documents over all cases, straight from the record by its indexes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def by_digest(self, digest: str) -> tuple[SealedEntry | Unread, ...]:
        """Return the entries on the file with this SHA-256 (hexadecimal): issued, or protected."""
        return self._found(f"{_KNOWN} AND sealed ->> '$.body.digest' = ?", digest)

    def by_words(self, words: str) -> tuple[SealedEntry | Unread, ...]:
        """Return the documents that bear these six check words."""
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.words' = ?", words)

    def by_any_words(self, orders: Collection[str]) -> tuple[SealedEntry | Unread, ...]:
        """Return the documents that bear any of these; each is six check words in some order."""
        asked = msgspec.json.encode(sorted(orders)).decode()
        among = "(SELECT value FROM json_each(?))"
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.words' IN {among}", asked)

    def by_number(self, number: str) -> tuple[SealedEntry | Unread, ...]:
        """Return the document with this number, such as 2026-0042-D1."""
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.number' = ?", number)

    def newest(self, limit: int = 200) -> tuple[SealedEntry | Unread, ...]:
        """Return the documents issued last, the newest first."""
        return self._found(f"{_ISSUED} ORDER BY position DESC LIMIT ?", limit)

    def of_case(self, case: CaseId) -> tuple[SealedEntry | Unread, ...]:
        """Return the documents issued from one case, in the order in which they were sealed."""
        return self._found(f"{_ISSUED} AND case_id = ? ORDER BY seq", case)

    def _found(self, where: str, value: object) -> tuple[SealedEntry | Unread, ...]:
        rows = self._db.rows(f"SELECT sealed, id, case_id FROM entry WHERE {where}", value)
        return tuple(read_or_keep(sealed, SealedEntry, *place) for sealed, *place in rows)


RENEWING = "Making the lists and the search anew…"
_MADE_BY = "lists"


class DueInCase(msgspec.Struct, frozen=True):
    """One thing due, with the case it belongs to."""

    case: CaseId
    number: str
    heading: str
    row: DueRow


class KnownPerson(msgspec.Struct, frozen=True):
    """A person as the case recorded in last describes them, and the number of their cases."""

    row: PersonRow
    case: CaseId
    number: str
    cases: int


class Lists:
    """The lists of one open casebook."""

    def __init__(
        self,
        db: Database,
        projections: Projections,
        read: Callable[[CaseId], Sequence[SealedEntry]],
        events: Events,
    ) -> None:
        self._db = db
        self._people = PeopleIndex(db)
        self._projections = projections
        self._read = read
        self._events = events

    def cases(
        self, state: str | None = None, *, limit: int = 200, offset: int = 0
    ) -> tuple[Summary, ...]:
        """Return cases, the one recorded in last first, without people, things due and texts."""
        where, values = ("", ()) if state is None else ("WHERE state = ?", (state,))
        found = self._db.rows(
            f"SELECT {CASE_COLUMNS} FROM case_row {where}"
            " ORDER BY last_recorded DESC, number DESC LIMIT ? OFFSET ?",
            *values,
            limit,
            offset,
        )
        return tuple(read_case_row(row) for row in found)

    def summary(self, case: CaseId) -> Summary | None:
        """Return everything the lists hold on one case, None when there is no such case."""
        return read_summary(self._db, case)

    def case_of(self, number: str) -> CaseId | None:
        """Return the id of the case with this number, such as 2026-0001, None if there is none."""
        found = self._db.value("SELECT case_id FROM casefile WHERE number = ?", number)
        return None if found is None else str(found)

    def due(
        self, until: datetime | None = None, *, since: datetime | None = None, limit: int = 1000
    ) -> tuple[DueInCase, ...]:
        """Return what is due after `since` and at or before `until`, the most urgent first.

        An instant that is None sets no bound.
        """
        where, values = _between(since, until)
        found = self._db.rows(
            f"SELECT case_id, number, heading, {DUE_COLUMNS.replace('stage', 'due_row.stage')}"
            f" FROM due_row JOIN case_row USING (case_id) {where}"
            " ORDER BY due, case_id, key LIMIT ?",
            *values,
            limit,
        )
        return tuple(DueInCase(row[0], row[1], row[2], read_due(row[3:])) for row in found)

    def count_due(
        self, until: datetime | None = None, *, since: datetime | None = None, as_one: str
    ) -> int:
        """Return how many things are due, with the bounds of `due`.

        Those whose key begins with `as_one` count once for each case and stage.
        """
        where, values = _between(since, until)
        return int(
            self._db.value(
                "SELECT count(*) FROM (SELECT DISTINCT case_id, stage,"
                f" iif(substr(key, 1, ?) = ?, '', key) FROM due_row {where})",
                len(as_one),
                as_one,
                *values,
            )
            or 0
        )

    def people(self, like: str, *, limit: int = 20) -> tuple[KnownPerson, ...]:
        """Return people whose name is like `like`, the best match first.

        A name may begin with it, hold it, be spelt like it or sound like it. Each person comes
        once, as in the case recorded in last. An empty `like` finds nobody.
        """
        return tuple(self._known(person) for person in self._people.find(like, limit))

    def people_of(self, case: CaseId) -> tuple[PersonRow, ...]:
        """Return the people of one case, in its order."""
        found = self._db.rows(
            f"SELECT {PERSON_COLUMNS} FROM person_row WHERE case_id = ? ORDER BY place", case
        )
        return tuple(read_person(row) for row in found)

    def maybe_same(
        self, people: Iterable[str], born: date | None
    ) -> tuple[tuple[Summary, PersonRow], ...]:
        """Return everybody with one of these ids, or born on this day, each with their case.

        So is everybody whose details keep the ids of records joined to theirs: it may be one of
        them. The case recorded in last comes first; each is as `cases` returns it.
        """
        found = self._db.rows(
            f"SELECT {PERSON_COLUMNS}, {CASE_COLUMNS} FROM person_row JOIN case_row USING (case_id)"
            " WHERE person IN (SELECT value FROM json_each(?)) OR born = ? OR instr(details, ?)"
            " ORDER BY last_recorded DESC, number DESC",
            json.dumps(sorted(people)),
            born.isoformat() if born else None,
            '"joined":',
        )
        wide = len(PERSON_COLUMNS.split(", "))
        return tuple((read_case_row(row[wide:]), read_person(row[:wide])) for row in found)

    def refreshing(self, state: str) -> Iterator[None]:
        """Rebuild the rows of every case in one state, after a rule behind them has changed.

        Each step does one case, so that a window stays usable between steps. A case that was left
        out is rebuilt when an entry is next sealed in it.
        """
        for (case,) in self._db.rows("SELECT case_id FROM case_row WHERE state = ?", state):
            self._projections.refresh(case, self._read)
            yield

    def made_by(self, mark: str) -> bool:
        """Return whether the rows were made by a program with this mark."""
        return bool(self._db.value("SELECT value FROM meta WHERE name = ?", _MADE_BY) == mark)

    def mark(self, mark: str) -> None:
        """Store which program made the rows."""
        self._db.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", _MADE_BY, mark)

    def rebuild(self) -> None:
        """Rebuild every list and the search index from the record, and log it."""
        with self._db.change():
            self._projections.rebuild(self._read)
            self._events.note(Action.LISTS_REBUILT)

    def compare(self) -> tuple[str, ...]:
        """Return a sentence for each place where the lists do not fit the record."""
        return self._projections.compare(self._read)

    def _known(self, person: str) -> KnownPerson:
        found = self._db.rows(
            "SELECT case_id, number, "
            + ", ".join(f"person_row.{name}" for name in PERSON_COLUMNS.split(", "))
            + " FROM person_row JOIN case_row USING (case_id) WHERE person = ?"
            " ORDER BY last_recorded DESC, number DESC",
            person,
        )
        case, number, *values = found[0]
        return KnownPerson(read_person(tuple(values)), case, number, len(found))


def _between(since: datetime | None, until: datetime | None) -> tuple[str, tuple[str, ...]]:
    """Return the SQL condition on when something is due, and its values."""
    bounds = [("due > ?", since), ("due <= ?", until)]
    asked = [(text, write_instant(at)) for text, at in bounds if at is not None]
    where = f"WHERE {' AND '.join(text for text, _ in asked)}" if asked else ""
    return where, tuple(value for _, value in asked)
