"""Drafts: what a user types, kept in the casebook from the first seconds until it is sealed."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from datetime import datetime

import msgspec

from app.domain.kit.record import CaseId, EntryId, UserId
from app.vault.ballast import Ballast
from app.vault.canonical import read_instant_if_any, write_instant
from app.vault.database import Database, Row
from app.vault.errors import DiskFull
from app.vault.events import Action, Events
from app.vault.vocabulary import Vocabulary

_COLUMNS = "id, user_id, case_id, form, version, corrects, answers, updated"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An unfinished form. `answers` is JSON in UTF-8. `updated` is UTC, or None if unreadable."""

    id: str
    user: UserId
    case: CaseId | None
    form: str
    version: int
    corrects: EntryId | None
    answers: bytes
    updated: datetime | None


class Drafts:
    """The drafts of the user who unlocked. Drafts of others are neither shown nor changed."""

    def __init__(
        self,
        db: Database,
        user: UserId,
        events: Events,
        ballast: Ballast,
        vocabulary: Vocabulary,
    ) -> None:
        self._db = db
        self._vocabulary = vocabulary
        self._ballast = ballast
        self._user = user
        self._events = events

    def save(self, draft: Draft) -> None:
        """Store a draft in place of its earlier state. On a full disk, drop the ballast first.

        Raises ValueError for another user's draft; TooLong, ImageryRefused, DiskFull, ReadOnly.
        """
        if draft.user != self._user:
            raise ValueError(_NOT_YOURS)
        try:
            self._put(draft)
        except DiskFull:
            if not self._ballast.drop():
                raise
            self._put(draft)

    def mine(self) -> tuple[Draft, ...]:
        """Return this user's drafts, the newest first."""
        found = self._db.rows(
            f"SELECT {_COLUMNS} FROM draft WHERE user_id = ? ORDER BY updated DESC, id", self._user
        )
        return tuple(_read(row) for row in found)

    def get(self, draft: str) -> Draft | None:
        """Return one of this user's drafts, None when there is no such draft."""
        found = self._db.row(
            f"SELECT {_COLUMNS} FROM draft WHERE id = ? AND user_id = ?", draft, self._user
        )
        return None if found is None else _read(found)

    def discard(self, draft: str) -> None:
        """Remove one of this user's drafts and log it. Do nothing when there is no such draft."""
        with self._db.change():
            kept = self.get(draft)
            if kept is not None:
                self.settle(draft)
                self._events.note(Action.DRAFT_DISCARDED, kept.case, {"draft": draft})

    def settle(self, draft: str) -> None:
        """Remove a draft whose words are sealed in the same transaction."""
        self._db.run("DELETE FROM draft WHERE id = ? AND user_id = ?", draft, self._user)

    def _put(self, draft: Draft) -> None:
        with self._db.change():
            changed = self._db.run(
                f"INSERT INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, form = excluded.form,"
                " version = excluded.version, corrects = excluded.corrects,"
                " answers = excluded.answers, updated = excluded.updated"
                " WHERE draft.user_id = excluded.user_id",
                draft.id,
                draft.user,
                draft.case,
                draft.form,
                draft.version,
                draft.corrects,
                draft.answers.decode(),
                write_instant(draft.updated) if draft.updated else "",
            )
            if not changed:
                raise ValueError(_NOT_YOURS)
            self._vocabulary.note_draft(draft.form, draft.version, draft.answers)


_NOT_YOURS = "a user keeps their own drafts only"


def _read(row: Row) -> Draft:
    return Draft(
        id=row[0],
        user=row[1],
        case=row[2],
        form=row[3],
        version=row[4],
        corrects=row[5],
        answers=row[6].encode(),
        updated=read_instant_if_any(row[7]),
    )
