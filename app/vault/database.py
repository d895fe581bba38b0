"""The SQLCipher connection of a casebook: opening, guarding, reading and changing it."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from app.vault.errors import (
    Damaged,
    DiskFailed,
    DiskFull,
    EmptyFile,
    EngineTooOld,
    ImageryRefused,
    InUseElsewhere,
    ListsDamaged,
    MemoryShort,
    NotACasebook,
    ReadOnly,
    TooLong,
    VaultError,
)
from app.vault.files import disk_errors_told

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
    """Return SQLITE_OK or SQLITE_DENY for one action of a statement that SQLite prepares."""
    denied = (
        action not in _ALLOWED
        or (action == driver.SQLITE_PRAGMA and first not in _PRAGMAS)
        or (action == driver.SQLITE_UPDATE and first in _NEVER_CHANGED)
        or (action == driver.SQLITE_DELETE and first in _NEVER_REMOVED)
    )
    return int(driver.SQLITE_DENY if denied else driver.SQLITE_OK)


ENGINE_FLOOR = (3, 51, 3)  # below it, SQLite could lose a commit when a WAL file was reset
PAGE = 4096
_KEY_LENGTH = 48
_AT_A_TIME = 500

Row = tuple[Any, ...]

_BY_CODE: dict[int, type[VaultError]] = {
    driver.SQLITE_BUSY: InUseElsewhere,
    driver.SQLITE_LOCKED: InUseElsewhere,
    driver.SQLITE_NOMEM: MemoryShort,
    driver.SQLITE_READONLY: ReadOnly,
    driver.SQLITE_IOERR: DiskFailed,
    driver.SQLITE_CORRUPT: Damaged,
    driver.SQLITE_FULL: DiskFull,
    driver.SQLITE_CANTOPEN: ReadOnly,
    driver.SQLITE_TOOBIG: TooLong,
    driver.SQLITE_NOTADB: Damaged,
}
_BY_CONSTRAINT = {"text_length": TooLong, "no_picture": ImageryRefused}


class Database:
    """One connection with one owner: the thread that opened it, or that adopted it later.

    Once damage is found, every call raises Damaged: such a connection may leave rows out.
    """

    def __init__(self, records: Path, key: bytes, *, new: bool = False) -> None:
        """Open an existing records file, or an empty one just made for a new casebook.

        Raises MissingFile, EmptyFile, NotACasebook, Damaged, ReadOnly, EngineTooOld.
        """
        if not new:
            _check_file(records)
        self._damaged = False
        self._owner = threading.get_ident()
        self._connection = _connect(records, key)
        self.undone = 0
        """The number of transactions rolled back."""

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return every row of a query."""
        with self._told():
            found: list[Row] = self._connection.execute(sql, values).fetchall()
            return found

    def row(self, sql: str, *values: object) -> Row | None:
        """Return the first row of a query, None when there is none."""
        with self._told():
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: object) -> Any:
        """Return the first value of the first row, None when there is none."""
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def each(self, sql: str, *values: object) -> Iterator[Row]:
        """Yield the rows of a query, reading 500 at a time."""
        with self._told():
            cursor = self._connection.execute(sql, values)
        while True:
            with self._told():
                some: list[Row] = cursor.fetchmany(_AT_A_TIME)
            if not some:
                return
            yield from some

    def run(self, sql: str, *values: object) -> int:
        """Change rows and return how many. Outside `change` this is a transaction of its own."""
        with self._told():
            return int(self._connection.execute(sql, values).rowcount)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Run the block as one transaction, all or nothing. Inside another one, join it."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.undone += 1
            # A full disk may have rolled back already, and a second ROLLBACK would raise.
            if self._connection.in_transaction:
                self._connection.rollback()
            raise

    def adopt(self) -> None:
        """Make the calling thread the owner. The earlier owner must have finished with it."""
        self._owner = threading.get_ident()

    def lay_out(self, script: str) -> None:
        """Run a script that makes tables."""
        with self._told():
            self._connection.executescript(script)

    def guard(self) -> None:
        """Refuse from now on every statement that the program never needs."""
        with self._told():
            # Open both indexes now: their own start-up would be refused afterwards.
            for index in ("search", "near"):
                self._connection.execute(f"SELECT rowid FROM {index} WHERE 0").fetchall()
        self._connection.set_authorizer(allow)

    def index_whole(self, index: str) -> bool:
        """Return whether a search index holds exactly the words of its rows."""
        try:
            self.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except ListsDamaged:
            return False
        return True

    def checkpoint(self) -> None:
        """Copy every change from the WAL into the records file and empty the WAL."""
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connection. Closing twice is harmless."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        if self._owner != threading.get_ident():
            raise RuntimeError("a casebook is used by the thread that owns it")
        if self._damaged:
            raise Damaged
        try:
            yield
        except driver.Error as error:
            plain = plainly(error)
            if isinstance(plain, Damaged) and self._pages_whole():
                plain = ListsDamaged()
            self._damaged = isinstance(plain, Damaged)
            if plain is error:
                raise
            # The driver's own message may quote what the user typed.
            raise plain from None

    def _pages_whole(self) -> bool:
        """Return whether only a search index is damaged. The engine has one code for both."""
        try:
            found = self._connection.execute("PRAGMA quick_check").fetchall()
        except driver.Error:
            return False
        return all(said == "ok" or "fts5" in said.casefold() for (said,) in found)


class InMemory(Database):
    """An empty database in memory, without a key, on which a structure is tried."""

    def __init__(self) -> None:
        self._damaged = False
        self._owner = threading.get_ident()
        self._connection = driver.connect(":memory:", isolation_level=None)
        self.undone = 0


def plainly(error: Exception) -> Exception:
    """Return the vault's own error for the driver's. Return an error that is a bug as it is."""
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return error
    if number & 0xFF == driver.SQLITE_CONSTRAINT:
        name = str(error).rpartition(": ")[2]
        return _BY_CONSTRAINT[name]() if name in _BY_CONSTRAINT else error
    kind = _BY_CODE.get(number & 0xFF)
    return error if kind is None else kind()


def check_engine() -> None:
    """Raise EngineTooOld unless the engine is at or above the floor."""
    if driver.sqlite_version_info < ENGINE_FLOOR:
        raise EngineTooOld


def _check_file(records: Path) -> None:
    """Check the file before the engine opens it, which would accept an empty one as sound."""
    with disk_errors_told(), records.open("rb") as file:
        head = file.read(16)
        size = file.seek(0, 2)
    wal = records.with_name(records.name + "-wal")
    if size == 0:
        raise EmptyFile
    if head == b"SQLite format 3\0":
        raise NotACasebook("The records file is not encrypted, so it is not part of a casebook.")
    # The WAL repairs a file that grew during a power cut. Without a WAL the file was cut off.
    if size % PAGE and not (wal.exists() and wal.stat().st_size):
        raise Damaged


def _connect(records: Path, key: bytes) -> Any:
    check_engine()
    # A malformed raw key would silently be taken for a passphrase.
    if len(key) != _KEY_LENGTH:
        message = "the key of a records file is 48 bytes"
        raise ValueError(message)
    connection = None
    try:
        connection = driver.connect(
            records.absolute().as_uri() + "?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # Database checks its owner itself
        )
        _set_up(connection, key)
    except BaseException as error:
        if connection is not None:
            connection.close()
        plain = plainly(error) if isinstance(error, driver.Error) else error
        if isinstance(plain, Damaged):
            plain = Damaged(
                "The records file cannot be read with the keys of this casebook. It is damaged, or "
                "it belongs to another casebook. Do not delete anything: copy the whole folder to "
                "a safe place, then restore your newest backup."
            )
        if plain is error:
            raise
        raise plain from None
    return connection


def wipe_memory(connection: Any) -> None:
    """Have the engine wipe what it frees and keep it out of swap, in this process for good."""
    connection.execute("PRAGMA cipher_memory_security = ON")


def _set_up(connection: Any, key: bytes) -> None:
    """Set the connection up. The order matters: logging off, memory wiping on, key, first read."""
    # Bytes that are not UTF-8 are read as far as possible; the check of the entry reports them.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    run = connection.execute
    run("PRAGMA cipher_log_level = NONE")
    wipe_memory(connection)
    connection.set_key(f"x'{key.hex()}'")
    run("SELECT count(*) FROM sqlite_schema").fetchone()
    version, provider = run("PRAGMA cipher_version").fetchone(), run("PRAGMA cipher_provider")
    if not version or provider.fetchone() != ("openssl",):
        raise EngineTooOld
    run("PRAGMA temp_store = MEMORY")
    run("PRAGMA journal_mode = WAL")
    run("PRAGMA synchronous = FULL")
    if sys.platform == "darwin":
        run("PRAGMA fullfsync = ON")
        run("PRAGMA checkpoint_fullfsync = ON")
    run("PRAGMA secure_delete = ON")
    run("PRAGMA foreign_keys = ON")
    run("PRAGMA trusted_schema = OFF")
    run("PRAGMA cell_size_check = ON")
    run("PRAGMA wal_autocheckpoint = 250")
    run("PRAGMA busy_timeout = 5000")
    run("PRAGMA mmap_size = 0")
