"""The register of documents: what was issued from any case, found by digest, words or number."""

from collections.abc import Collection

import msgspec

from app.domain.kit.record import CaseId, SealedEntry
from app.domain.kit.unread import Unread, read_or_keep
from app.vault.database import Database

_ISSUED = "form = 'document_issued'"
_KNOWN = "form IN ('document_issued', 'document_protected')"


class Register:
    """Reads issued documents over all cases, straight from the record by its indexes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def by_digest(self, digest: str) -> tuple[SealedEntry | Unread, ...]:
        """Give the entries of the file with this SHA-256 (hexadecimal): issued, or protected."""
        return self._found(f"{_KNOWN} AND sealed ->> '$.body.digest' = ?", digest)

    def by_words(self, words: str) -> tuple[SealedEntry | Unread, ...]:
        """Give the documents that bear these six check words."""
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.words' = ?", words)

    def by_any_words(self, orders: Collection[str]) -> tuple[SealedEntry | Unread, ...]:
        """Give the documents that bear any of these, each six check words in some order."""
        asked = msgspec.json.encode(sorted(orders)).decode()
        among = "(SELECT value FROM json_each(?))"
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.words' IN {among}", asked)

    def by_number(self, number: str) -> tuple[SealedEntry | Unread, ...]:
        """Give the document with this number, such as 2026-0042-D1."""
        return self._found(f"{_ISSUED} AND sealed ->> '$.body.number' = ?", number)

    def newest(self, limit: int = 200) -> tuple[SealedEntry | Unread, ...]:
        """Give the documents issued last, the newest first."""
        return self._found(f"{_ISSUED} ORDER BY position DESC LIMIT ?", limit)

    def of_case(self, case: CaseId) -> tuple[SealedEntry | Unread, ...]:
        """Give the documents issued from one case, in the order in which they were sealed."""
        return self._found(f"{_ISSUED} AND case_id = ? ORDER BY seq", case)

    def _found(self, where: str, value: object) -> tuple[SealedEntry | Unread, ...]:
        rows = self._db.rows(f"SELECT sealed, id, case_id FROM entry WHERE {where}", value)  # noqa: S608 - bound
        return tuple(read_or_keep(sealed, SealedEntry, *place) for sealed, *place in rows)
