"""Finding words in the record: every word asked for must be there, the newest entries first."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from datetime import datetime

import msgspec

from app.domain.record import CaseId, EntryId
from app.vault.canonical import read_instant
from app.vault.database import Database, Row

_OPEN, _CLOSE = "\x02", "\x03"
_LONGEST = 400
_CLOSELY = 200
"""How many of the newest entries that hold a phrase are looked at."""


class Piece(msgspec.Struct, frozen=True):
    """A part of an extract; `found` when it is what was searched for."""

    text: str
    found: bool


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where the words stand: an entry, or a person of a case. `at` is UTC."""

    case: CaseId
    number: str
    heading: str
    at: datetime
    extract: tuple[Piece, ...]
    entry: EntryId | None = None
    person: str | None = None


class Search:
    """The search of one open casebook."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Give at most `limit` places that hold every word; the last word may be a beginning.

        Nothing typed can be a query error. Nothing searchable asked for gives nothing.
        """
        asked = _query(words)
        if not asked:
            return ()
        extract = f"snippet(search, 0, '{_OPEN}', '{_CLOSE}', '…', 24)"
        entries = self._db.rows(
            f"SELECT case_id, number, heading, e.recorded, e.id, NULL, {extract} FROM search"
            " JOIN entry AS e ON e.position = search.rowid JOIN case_row USING (case_id)"
            " WHERE search MATCH ? AND search.rowid > 0 ORDER BY search.rowid DESC LIMIT ?",
            asked,
            limit,
        )
        people = self._db.rows(
            f"SELECT case_id, number, heading, last_recorded, NULL, p.person, {extract} FROM search"
            " JOIN person_row AS p ON p.position = -search.rowid JOIN case_row USING (case_id)"
            " WHERE search MATCH ? AND search.rowid < 0 ORDER BY search.rowid LIMIT ?",
            asked,
            limit,
        )
        hits = sorted(map(_read, people + entries), key=lambda hit: hit.at, reverse=True)
        return tuple(hits[:limit])

    def elsewhere(self, phrase: str, case: CaseId, limit: int = 5) -> tuple[CaseId, ...]:
        """Give at most `limit` other cases in which these words stand side by side, newest first.

        A phrase without a letter or a digit is found nowhere. Only the newest entries that hold the
        words are looked at: what is said everywhere marks nothing.
        """
        words = " ".join(searchable(phrase).split())
        if not any(sign.isalnum() for sign in words):
            return ()
        quoted = '"' + words.replace('"', '""') + '"'
        found = self._db.rows(
            "SELECT case_id FROM text_row WHERE position IN"
            " (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)"
            " AND case_id <> ? GROUP BY case_id ORDER BY max(abs(position)) DESC LIMIT ?",
            quoted,
            _CLOSELY,
            case,
            limit,
        )
        return tuple(case_id for (case_id,) in found)


def searchable(words: str) -> str:
    """Give what was typed without signs that no text of the record can hold, 400 at most."""
    return words[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()


def _query(words: str) -> str:
    """Quote each word, so that no sign in it is taken for the language of the index."""
    said = [word for word in searchable(words).split() if any(sign.isalnum() for sign in word)]
    quoted = ['"' + word.replace('"', '""') + '"' for word in said]
    return " ".join(quoted) + "*" if quoted else ""


def _read(row: Row) -> Hit:
    return Hit(
        case=row[0],
        number=row[1],
        heading=row[2],
        at=read_instant(row[3]),
        entry=row[4],
        person=row[5],
        extract=_pieces(row[6]),
    )


def _pieces(marked: str) -> tuple[Piece, ...]:
    pieces = []
    for part in marked.split(_OPEN):
        found, closed, rest = part.rpartition(_CLOSE)
        if closed:
            pieces.append(Piece(found, found=True))
        pieces.append(Piece(rest, found=False))
    return tuple(piece for piece in pieces if piece.text)
