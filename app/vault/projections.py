"""Rows for lists and clocks, and words for search. All can be rebuilt from the entries."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

import msgspec

from app.domain.case.summary import DueRow, PersonRow, Summary, TextRow, unread_summary
from app.domain.kit.record import CaseId, EntryId, SealedEntry
from app.domain.kit.registry import UNREADABLE
from app.domain.names.folding import squash
from app.domain.names.looking import as_spelt
from app.vault.canonical import read_instant, read_instant_if_any, write_instant
from app.vault.database import Database, Row
from app.vault.names import index_of

Summarise = Callable[[Sequence[SealedEntry]], Summary]

Read = Callable[[CaseId], Sequence[SealedEntry]]
"""Returns the entries of a case, oldest first."""

MADE = ("text_row", "name_row", "person_row", "due_row", "case_row")
"""The tables that are made from entries and can be rebuilt."""

CASE_COLUMNS = (
    "case_id, number, opened, last_recorded, entries, state, stage, heading, refer_now, signs_open"
)
PERSON_COLUMNS = "person, name, kind, born, roles, names, details"
DUE_COLUMNS = "key, what, because, due, stage"


class Projections:
    """Writes the rows of a case in the transaction that seals its entries."""

    def __init__(self, db: Database, summarise: Summarise) -> None:
        self._db = db
        self._summarise = summarise

    def project(self, case: CaseId, entries: Sequence[SealedEntry]) -> None:
        """Update the rows of one case from its entries."""
        self._put(case, self._summarise(entries), indexed=True)

    def refresh(self, case: CaseId, read: Read) -> None:
        """Rebuild the rows of one case. A case that cannot be read keeps the rows it has."""
        with suppress(*UNREADABLE):
            self.project(case, read(case))

    def _put(self, case: CaseId, summary: Summary, *, indexed: bool) -> None:
        with self._db.change():
            self._put_case(case, summary)
            self._put_due(case, summary.due)
            self._put_people(case, summary.people, indexed=indexed)
            self._put_texts(case, summary.texts, indexed=indexed)

    def rebuild(self, read: Read) -> None:
        """Delete every row and rebuild it from the entries.

        A case that this version cannot read gets one row that says so.
        """
        with self._db.change():
            for table in MADE:
                self._db.run(f"DELETE FROM {table}")
            for case in _cases(self._db):
                self._put(case, self._made(case, read) or self._bare(case), indexed=False)
            for index in ("search", "near"):
                self._db.run(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")

    def compare(self, read: Read) -> tuple[str, ...]:
        """Return a sentence for each difference from rows rebuilt in memory. Quotes no text."""
        found = []
        cases = list(_cases(self._db))
        for case in cases:
            fresh, kept = self._made(case, read), read_summary(self._db, case)
            if fresh is None:
                found.append(f"Case {self._bare(case).number} cannot be read by this version.")
            elif kept is None:
                found.append(f"Case {fresh.number} is missing from the lists.")
            else:
                found += [
                    f"Case {fresh.number}: the lists differ in {name}."
                    for name in Summary.__struct_fields__
                    if _comparable(fresh, name) != _comparable(kept, name)
                ]
        for (number,) in self._db.rows(
            "SELECT number FROM case_row WHERE case_id NOT IN (SELECT case_id FROM entry)"
        ):
            found.append(f"Case {number} is in the lists but not in the record.")
        return (*found, *self.index_faults())

    def _made(self, case: CaseId, read: Read) -> Summary | None:
        """Return all rows of one case, None if this version cannot read the case."""
        try:
            return self._summarise(read(case))
        except UNREADABLE:
            return None

    def _bare(self, case: CaseId) -> Summary:
        """Return the row of a case that cannot be read: number, count of entries, instants."""
        number, entries, first, last = self._db.rows(
            "SELECT number, count(*), min(recorded), max(recorded) FROM entry"
            " JOIN casefile USING (case_id) WHERE case_id = ?",
            case,
        )[0]
        opened, recorded = (read_instant_if_any(text) or _UNKNOWN for text in (first, last))
        return unread_summary(
            case=case, number=number, entries=entries, opened=opened, last_recorded=recorded
        )

    def index_faults(self) -> Iterator[str]:
        """Yield a sentence for each search index that does not hold the words of its rows."""
        for index in ("search", "near"):
            if not self._db.index_whole(index):
                yield f"The index {index} does not fit the record."
        if not self._names_whole():
            yield "The index names does not fit the record."

    def _names_whole(self) -> bool:
        """Return whether the index of names holds exactly the parts and sounds of every name."""
        kept = defaultdict(set)
        for how, part, position in self._db.each("SELECT how, part, position FROM name_row"):
            kept[position].add((how, part))
        people = self._db.rows("SELECT position, names, spelt FROM person_row")
        return kept == {position: index_of(spelt) for position, _, spelt in people} and all(
            spelt == as_spelt(names) for _, names, spelt in people
        )

    def _put_case(self, case: CaseId, summary: Summary) -> None:
        self._db.run(
            f"INSERT OR REPLACE INTO case_row ({CASE_COLUMNS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            case,
            summary.number,
            write_instant(summary.opened),
            write_instant(summary.last_recorded),
            summary.entries,
            summary.state,
            summary.stage,
            summary.heading,
            summary.refer_now,
            summary.signs_open,
        )

    def _put_due(self, case: CaseId, due: Sequence[DueRow]) -> None:
        self._db.run("DELETE FROM due_row WHERE case_id = ?", case)
        for row in due:
            self._db.run(
                f"INSERT INTO due_row (case_id, {DUE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                case,
                row.key,
                row.what,
                row.because,
                write_instant(row.due),
                row.stage,
            )

    def _put_people(self, case: CaseId, people: Sequence[PersonRow], *, indexed: bool) -> None:
        fresh = [(place, *_person_values(row)) for place, row in enumerate(people)]
        kept = self._db.rows(
            f"SELECT place, {PERSON_COLUMNS} FROM person_row WHERE case_id = ? ORDER BY place", case
        )
        if fresh == kept:
            return
        for position, spelt in self._db.rows(
            "SELECT position, spelt FROM person_row WHERE case_id = ?", case
        ):
            self._unindex("near", "spelt", position, spelt)
            self._db.run("DELETE FROM name_row WHERE position = ?", position)
        self._db.run("DELETE FROM person_row WHERE case_id = ?", case)
        for row, values in zip(people, fresh, strict=True):
            self._db.run(
                f"INSERT INTO person_row (case_id, spelt, place, {PERSON_COLUMNS})"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                case,
                as_spelt(row.names),
                *values,
            )
        for position, spelt in self._db.rows(
            "SELECT position, spelt FROM person_row WHERE case_id = ?", case
        ):
            for how, part in index_of(spelt):
                self._db.run("INSERT INTO name_row VALUES (?, ?, ?)", int(how), part, position)
        if indexed:
            self._db.run(
                "INSERT INTO near (rowid, spelt)"
                " SELECT position, spelt FROM person_row WHERE case_id = ?",
                case,
            )

    def _put_texts(self, case: CaseId, texts: Sequence[TextRow], *, indexed: bool) -> None:
        """Change only the texts that differ, so that adding to a long case stays fast.

        The text of an entry is at its position. A person's names are at minus their position.
        """
        places: dict[EntryId, int] = dict(
            self._db.rows("SELECT id, position FROM entry WHERE case_id = ?", case)
        )
        fresh = {places[row.entry]: row.text for row in texts}
        for position, names in self._db.rows(
            "SELECT position, names FROM person_row WHERE case_id = ?", case
        ):
            fresh[-position] = _with_spellings(names)
        kept: dict[int, str] = dict(
            self._db.rows("SELECT position, text FROM text_row WHERE case_id = ?", case)
        )
        for position, text in kept.items():
            if fresh.get(position) != text:
                self._unindex("search", "text", position, text)
                self._db.run("DELETE FROM text_row WHERE position = ?", position)
        for position, text in fresh.items():
            if kept.get(position) != text:
                self._db.run(
                    "INSERT INTO text_row (position, case_id, text) VALUES (?, ?, ?)",
                    position,
                    case,
                    text,
                )
                if indexed:
                    self._db.run("INSERT INTO search (rowid, text) VALUES (?, ?)", position, text)

    def _unindex(self, index: str, column: str, position: int, text: str) -> None:
        self._db.run(
            f"INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', ?, ?)",
            position,
            text,
        )


_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Used when an instant of recording cannot be read. Such a case comes last in lists."""


def read_summary(db: Database, case: CaseId) -> Summary | None:
    """Return everything the lists hold on one case, None when it is not in the lists."""
    row = db.row(f"SELECT {CASE_COLUMNS} FROM case_row WHERE case_id = ?", case)
    if row is None:
        return None
    people = db.rows(
        f"SELECT {PERSON_COLUMNS} FROM person_row WHERE case_id = ? ORDER BY place", case
    )
    due = db.rows(f"SELECT {DUE_COLUMNS} FROM due_row WHERE case_id = ? ORDER BY due, key", case)
    texts: list[tuple[EntryId, str]] = [
        (entry, text)
        for entry, text in db.rows(
            "SELECT e.id, t.text FROM text_row AS t JOIN entry AS e ON e.position = t.position"
            " WHERE t.case_id = ? AND t.position > 0 ORDER BY e.seq",
            case,
        )
    ]
    return msgspec.structs.replace(
        read_case_row(row),
        people=tuple(read_person(values) for values in people),
        due=tuple(read_due(values) for values in due),
        texts=tuple(TextRow(entry, text) for entry, text in texts),
    )


def read_case_row(row: Row) -> Summary:
    """Read a row of CASE_COLUMNS: a summary without people, things due and texts."""
    return Summary(
        case=row[0],
        number=row[1],
        opened=read_instant(row[2]),
        last_recorded=read_instant(row[3]),
        entries=row[4],
        state=row[5],
        stage=row[6],
        heading=row[7],
        refer_now=bool(row[8]),
        signs_open=row[9],
    )


def read_person(row: Row) -> PersonRow:
    """Read a row of PERSON_COLUMNS."""
    return PersonRow(
        person=row[0],
        name=row[1],
        kind=row[2],
        born=None if row[3] is None else date.fromisoformat(row[3]),
        roles=tuple(json.loads(row[4])),
        names=row[5],
        details=msgspec.Raw(row[6].encode()),
    )


def read_due(row: Row) -> DueRow:
    """Read a row of DUE_COLUMNS."""
    return DueRow(key=row[0], what=row[1], because=row[2], due=read_instant(row[3]), stage=row[4])


def _person_values(row: PersonRow) -> Row:
    return (
        row.person,
        row.name,
        row.kind,
        None if row.born is None else row.born.isoformat(),
        json.dumps(row.roles),
        row.names,
        bytes(row.details).decode(),
    )


def _with_spellings(names: str) -> str:
    """Return names and, for each word with signs or accents, its plain form: `O’Connor oconnor`."""
    typed = (squash(word) for word in names.split() if not word.isascii() or not word.isalnum())
    return " ".join((names, *dict.fromkeys(filter(None, typed))))


def _cases(db: Database) -> Iterator[CaseId]:
    found = db.rows("SELECT DISTINCT case_id FROM entry ORDER BY position")
    return (case for (case,) in found)


def _comparable(summary: Summary, name: str) -> object:
    """Return a part of a summary in the order in which the lists keep it."""
    value = getattr(summary, name)
    if name == "people":
        return [_person_values(row) for row in value]
    if name == "due":
        return sorted(value, key=lambda row: (row.due, row.key))
    if name == "texts":
        return sorted(value, key=lambda row: row.entry)
    return value
