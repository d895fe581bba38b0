"""Finding words in the record: every word asked for must be there, the newest places first."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from app.domain.case.summary import Summary
from app.domain.kit.record import CaseId
from app.vault.database import Database
from app.vault.projections import CASE_COLUMNS, read_case_row

_LONGEST = 400
_CLOSELY = 200
"""How many of the newest places that hold the words are looked at."""


class Search:
    """The search of one open casebook."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: str, limit: int = 50) -> tuple[Summary, ...]:
        """Return at most `limit` cases that hold every word in an entry or a person's names.

        The one recorded in last comes first; the last word may be a beginning. Nothing typed can
        be a query error. Nothing searchable asked for gives nothing. Only the newest places that
        hold the words are looked at: so a word that stands everywhere is found as quickly.
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
        """Return at most `limit` other cases in which these words stand side by side, newest first.

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
    """Return what was typed without signs that no text of the record can hold, 400 at most."""
    return words[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()


def _query(words: str) -> str:
    """Quote each word, so that no sign in it is taken for the language of the index."""
    said = [word for word in searchable(words).split() if any(sign.isalnum() for sign in word)]
    quoted = ['"' + word.replace('"', '""') + '"' for word in said]
    return " ".join(quoted) + "*" if quoted else ""
