"""What the connection of an open casebook may be asked to do. Everything else is denied."""

from sqlcipher3 import dbapi2 as driver

_ALLOWED = {
    driver.SQLITE_SELECT,
    driver.SQLITE_READ,
    driver.SQLITE_FUNCTION,
    driver.SQLITE_TRANSACTION,
    driver.SQLITE_SAVEPOINT,
    driver.SQLITE_RECURSIVE,
    driver.SQLITE_INSERT,
    driver.SQLITE_UPDATE,
    driver.SQLITE_DELETE,
    driver.SQLITE_PRAGMA,
}
# Changing a cipher or key setting after the first read can make the file unreadable.
_PRAGMAS = {
    "wal_checkpoint",
    "cipher_integrity_check",
    "integrity_check",
    "quick_check",
    "foreign_key_check",
    "data_version",
    "table_list",
    "table_info",
    "table_xinfo",
}
_NEVER_CHANGED = {"entry", "event", "vocabulary", "sqlite_master", "sqlite_schema"}
_NEVER_REMOVED = {"event", "casefile", "vocabulary", "sqlite_master", "sqlite_schema"}


def allow(action: int, first: str | None, _second: str | None, _db: str, _via: str | None) -> int:
    """Answer SQLite's question whether a statement may be prepared."""
    denied = (
        action not in _ALLOWED
        or (action == driver.SQLITE_PRAGMA and first not in _PRAGMAS)
        or (action == driver.SQLITE_UPDATE and first in _NEVER_CHANGED)
        or (action == driver.SQLITE_DELETE and first in _NEVER_REMOVED)
    )
    return int(driver.SQLITE_DENY if denied else driver.SQLITE_OK)
