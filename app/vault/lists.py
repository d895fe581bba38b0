"""Reading the lists: cases, what is due, and people across cases."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from app.domain.record import CaseId, Sealed
from app.domain.sounds import sounds_alike
from app.domain.summary import DueRow, PersonRow, Summary
from app.vault.canonical import write_instant
from app.vault.database import Database, Row
from app.vault.events import Action, Events
from app.vault.projections import (
    CASE_COLUMNS,
    DUE_COLUMNS,
    PERSON_COLUMNS,
    Projections,
    read_case,
    read_due,
    read_person,
    read_summary,
)
from app.vault.search import searchable

_CANDIDATES = 200
_ALIKE = 0.6
_TRIGRAM = 3


class DueInCase(msgspec.Struct, frozen=True):
    """One thing due, with the case it belongs to."""

    case: CaseId
    number: str
    heading: str
    row: DueRow


class KnownPerson(msgspec.Struct, frozen=True):
    """A person as the case recorded last says, and in how many cases they are."""

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
        read: Callable[[CaseId], Sequence[Sealed]],
        events: Events,
    ) -> None:
        self._db = db
        self._projections = projections
        self._read = read
        self._events = events

    def cases(
        self, state: str | None = None, *, limit: int = 200, offset: int = 0
    ) -> tuple[Summary, ...]:
        """Give cases, the one recorded in last first, without their people, clocks and texts."""
        where, values = ("", ()) if state is None else ("WHERE state = ?", (state,))
        found = self._db.rows(
            f"SELECT {CASE_COLUMNS} FROM case_row {where}"
            " ORDER BY last_recorded DESC, number DESC LIMIT ? OFFSET ?",
            *values,
            limit,
            offset,
        )
        return tuple(read_case(row) for row in found)

    def count(self, state: str | None = None) -> int:
        """Give the number of cases, of all or of those in one state."""
        if state is None:
            return int(self._db.value("SELECT count(*) FROM case_row"))
        return int(self._db.value("SELECT count(*) FROM case_row WHERE state = ?", state))

    def summary(self, case: CaseId) -> Summary | None:
        """Give everything the lists know of one case, None when there is no such case."""
        return read_summary(self._db, case)

    def case_of(self, number: str) -> CaseId | None:
        """Give the case with this number, such as 2026-0001."""
        found = self._db.value("SELECT case_id FROM casefile WHERE number = ?", number)
        return None if found is None else str(found)

    def due(self, until: datetime | None = None, *, limit: int = 1000) -> tuple[DueInCase, ...]:
        """Give what is due at or before an instant, or at any time, the most urgent first."""
        where, values = ("", ()) if until is None else ("WHERE due <= ?", (write_instant(until),))
        found = self._db.rows(
            f"SELECT case_id, number, heading, {DUE_COLUMNS.replace('stage', 'due_row.stage')}"
            f" FROM due_row JOIN case_row USING (case_id) {where}"
            " ORDER BY due, case_id, key LIMIT ?",
            *values,
            limit,
        )
        return tuple(DueInCase(row[0], row[1], row[2], read_due(row[3:])) for row in found)

    def people(self, like: str, *, limit: int = 20) -> tuple[KnownPerson, ...]:
        """Give people whose name begins with, holds, is like or sounds like `like`, the best first.

        Each person once, as the case recorded in last knows them. With nothing asked: nobody.
        """
        asked = " ".join(searchable(like).split()).casefold()
        if not asked:
            return ()
        best: dict[str, tuple[float, Row]] = {}
        for row in (*self._candidates(asked), *_sounding(self._db, asked)):
            likeness = _likeness(asked, row[7].casefold())
            person = row[2]
            if likeness >= _ALIKE and likeness > best.get(person, (0.0, ()))[0]:
                best[person] = (likeness, row)
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1][3].casefold()))
        return tuple(self._known(row[2]) for _, row in ranked[:limit])

    def person(self, person: str) -> KnownPerson | None:
        """Give one person as the case recorded in last knows them, None for an unknown one."""
        found = self._db.value("SELECT 1 FROM person_row WHERE person = ?", person)
        return None if found is None else self._known(person)

    def people_of(self, case: CaseId) -> tuple[PersonRow, ...]:
        """Give the people of one case, in its order."""
        found = self._db.rows(
            f"SELECT {PERSON_COLUMNS} FROM person_row WHERE case_id = ? ORDER BY place", case
        )
        return tuple(read_person(row) for row in found)

    def cases_of(self, person: str) -> tuple[Summary, ...]:
        """Give the cases a person is in, the one recorded in last first."""
        found = self._db.rows(
            f"SELECT {CASE_COLUMNS} FROM case_row WHERE case_id IN"
            " (SELECT case_id FROM person_row WHERE person = ?)"
            " ORDER BY last_recorded DESC, number DESC",
            person,
        )
        return tuple(read_case(row) for row in found)

    def refreshing(self, state: str) -> Iterator[None]:
        """Make the rows of every case in one state again, where a rule they rest on has changed.

        One case a step, so that a window can go on between them; a step left out is made up for
        when its case is next recorded in.
        """
        for (case,) in self._db.rows("SELECT case_id FROM case_row WHERE state = ?", state):
            self._projections.project(case, self._read(case))
            yield

    def rebuild(self) -> None:
        """Make every list and the search index again from the record, and log it."""
        with self._db.change():
            self._projections.rebuild(self._read)
            self._events.note(Action.LISTS_REBUILT)

    def compare(self) -> tuple[str, ...]:
        """Tell, one sentence each, where the lists do not fit the record; nothing when they do."""
        return self._projections.compare(self._read)

    def _candidates(self, asked: str) -> list[Row]:
        pieces = {asked[i : i + _TRIGRAM] for i in range(len(asked) - _TRIGRAM + 1)}
        columns = f"case_id, place, {PERSON_COLUMNS}"
        if not pieces:
            return self._db.rows(
                f"SELECT {columns} FROM person_row WHERE instr(lower(names), ?) > 0 LIMIT ?",
                asked,
                _CANDIDATES,
            )
        quoted = " OR ".join('"' + p.replace('"', '""') + '"' for p in sorted(pieces))
        return self._db.rows(
            f"SELECT {columns} FROM person_row WHERE position IN"
            " (SELECT rowid FROM near WHERE near MATCH ? ORDER BY rank LIMIT ?)",
            quoted,
            _CANDIDATES,
        )

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


def _sounding(db: Database, asked: str) -> list[Row]:
    """Give the rows whose names sound like what was asked, however they are spelt."""
    if len(asked) < _TRIGRAM:
        return []
    names = db.rows("SELECT position, names FROM person_row")
    alike = [place for place, name in names if sounds_alike(asked, name)][:_CANDIDATES]
    marks = ", ".join("?" * len(alike))
    columns = f"case_id, place, {PERSON_COLUMNS}"
    return db.rows(f"SELECT {columns} FROM person_row WHERE position IN ({marks})", *alike)


def _likeness(asked: str, names: str) -> float:
    """How well names answer what was asked: 1 or more when they hold it, less when only like it."""
    words = names.split()
    if names.startswith(asked):
        return 3.0
    if any(word.startswith(asked) for word in words):
        return 2.0
    if asked in names or all(any(w.startswith(a) for w in words) for a in asked.split()):
        return 1.0
    if sounds_alike(asked, names):
        return 0.95
    whole = " ".join(words)
    parts = [whole, *words, *(" ".join(pair) for pair in pairwise(words))]
    return max(_ratio(asked, part) for part in parts)


def _ratio(asked: str, part: str) -> float:
    """How alike two words are, 0 to 1; 0 at once for those that cannot be alike enough."""
    match = SequenceMatcher(None, part, asked)
    alike = match.real_quick_ratio() >= _ALIKE and match.quick_ratio() >= _ALIKE
    return match.ratio() if alike else 0.0
