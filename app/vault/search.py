"""Find cases by words of the record. A case must hold every word; the newest come first."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from app.domain.case.summary import Summary
from app.domain.kit.record import CaseId
from app.vault.database import Database
from app.vault.projections import CASE_COLUMNS, read_case_row

_LONGEST = 400
_CLOSELY = 200
"""The most places with the words that are read, the newest first."""


class Search:
    """The search of one open casebook."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: str, limit: int = 50) -> tuple[Summary, ...]:
        """Return at most `limit` cases that hold every word in an entry or a person's names.

        The case recorded in last comes first. The last word may be the beginning of a word. No
        text causes a query error. Words without a letter or digit find nothing. Only the newest
        places with the words are read, so that a common word is found as fast as a rare one.
        """
        asked = _query(words)
        if not asked:
            return ()
        entries, people = (
            "SELECT case_id FROM text_row WHERE position IN (SELECT rowid FROM search"
            f" WHERE search MATCH ? AND rowid {side} LIMIT ?)"
            for side in ("> 0 ORDER BY rowid DESC", "< 0 ORDER BY rowid")
        )
        found = self._db.rows(
            f"SELECT {CASE_COLUMNS} FROM case_row WHERE case_id IN ({entries} UNION {people})"
            " ORDER BY last_recorded DESC, number DESC LIMIT ?",
            *(asked, _CLOSELY, asked, _CLOSELY, limit),
        )
        return tuple(read_case_row(row) for row in found)

    def elsewhere(self, phrase: str, case: CaseId, limit: int = 5) -> tuple[CaseId, ...]:
        """Return at most `limit` other cases that hold exactly this phrase, the newest first.

        A phrase without a letter or a digit finds nothing. Only the newest entries with the phrase
        are read: a phrase found everywhere marks no case.
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

    def names_elsewhere(self, case: CaseId) -> tuple[str, ...]:
        """Return the names of the learners, families and accounts that only other cases have."""
        found = self._db.rows(
            "SELECT DISTINCT name FROM person_row WHERE kind <> 'staff' AND person NOT IN"
            " (SELECT person FROM person_row WHERE case_id = ?)",
            case,
        )
        return tuple(str(name) for (name,) in found)


def searchable(words: str) -> str:
    """Return the first 400 characters, without those that no text of the record can hold."""
    return words[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()


def _query(words: str) -> str:
    """Return the query with each word quoted, so that no sign is taken for query language."""
    said = [word for word in searchable(words).split() if any(sign.isalnum() for sign in word)]
    quoted = ['"' + word.replace('"', '""') + '"' for word in said]
    return " ".join(quoted) + "*" if quoted else ""
