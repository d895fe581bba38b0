"""Upgrade a casebook of an older version: build a new generation, check it, then switch to it.

The old generation is never changed. Until the switch it is the casebook, whatever happens.
"""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

import shutil
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from app.vault import generations, schema
from app.vault.database import Database
from app.vault.errors import DiskFull, NotUpgraded
from app.vault.events import Action
from app.vault.files import disk_errors_told, sync_file, sync_folder
from app.vault.journal import read_entries
from app.vault.lists import RENEWING
from app.vault.open_casebook import Casebook, Opened, Terms
from app.vault.projections import MADE, Projections

COPYING = "Copying the records, so that the old ones stay as they are…"
CHECKING = "Checking the copy, entry by entry…"
SWITCHING = "Changing over to the checked copy…"

_TIMES = 2
"""How many times the size of the records must be free: for the copy and for its change."""


def brought_up_to_date(opened: Opened, terms: Terms) -> Opened:
    """Build the next generation with the structure of this version and return it, opened.

    The old generation is closed, left as it is, and kept until the next unlock.
    Raises ReadOnly, DiskFull, DiskFailed, Damaged, NotUpgraded: then nothing has changed.
    """
    pointer = opened.pointer.next()
    # Changes no byte, but raises ReadOnly when nothing can be changed.
    opened.db.run("UPDATE meta SET value = value WHERE 0")
    try:
        _check_room(opened.folder, opened.pointer.records(opened.folder))
        made = generations.begin(opened.folder, pointer)
        terms.tell(COPYING)
        # VACUUM stops at a damaged page. The engine's own backup would leave rows out.
        opened.db.run("VACUUM INTO ?", str(made.absolute()))
        _renew(opened, terms, made)
        terms.tell(SWITCHING)
        opened.db.close()
        generations.finish(opened.folder, pointer)
    except BaseException as error:
        generations.clear_halves(opened.folder)
        if isinstance(error, DiskFull):
            raise _no_room(opened.pointer.records(opened.folder)) from None
        raise
    db = Database(pointer.records(opened.folder), opened.keys.records)
    return replace(opened, pointer=pointer, db=db)


def _renew(opened: Opened, terms: Terms, made: Path) -> None:
    """Upgrade the copy, compare it with the original, and make it durable. Raises NotUpgraded."""
    with closing(Database(made, opened.keys.records)) as db:
        fresh = Casebook(replace(opened, db=db), terms)
        schema.lay_out(db)
        schema.check_structure(db)
        terms.tell(RENEWING)
        lists = Projections(db, terms.summarise)
        lists.rebuild(lambda case: read_entries(db, case))
        terms.tell(CHECKING)
        faults, columns = fresh.verify(), _columns(opened.db)
        if (
            (faults and faults != Casebook(opened, terms).verify())
            or _record(db, columns) != _record(opened.db, columns)
            or _damaged(db)
            or any(lists.index_faults())
        ):
            raise NotUpgraded
        versions = (schema.version_of(opened.db), schema.version_of(db))
        detail = dict(zip(("from", "to"), map(str, versions), strict=True))
        fresh.vocabulary.note_all()
        fresh.events.note(Action.BROUGHT_UP_TO_DATE, None, detail)
        fresh.lists.mark(fresh.vocabulary.mark)
        db.checkpoint()
    sync_file(made)
    sync_folder(made.parent)


def _columns(db: Database) -> dict[str, str]:
    """Return the columns of each table that is not rebuilt from entries.

    Columns that the engine computes are left out.
    """
    tables = db.rows("SELECT name FROM pragma_table_list WHERE type = 'table' ORDER BY name")
    return {
        table: ", ".join(
            name
            for (name,) in db.rows(
                "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", table
            )
        )
        for (table,) in tables
        if table not in MADE and not table.startswith("sqlite_")
    }


def _record(db: Database, columns: dict[str, str]) -> dict[str, str]:
    """Return for each of these tables the SHA-256 over all its rows in order."""
    found = {}
    for table, names in columns.items():
        digest = sha256()
        for row in db.each(f"SELECT {names} FROM {table} ORDER BY {names}"):
            digest.update(repr(row).encode())
        found[table] = digest.hexdigest()
    return found


def _damaged(db: Database) -> bool:
    """Return whether any page, row, index or reference of a records file is damaged."""
    db.checkpoint()
    return (
        db.rows("PRAGMA integrity_check") != [("ok",)]
        or bool(db.rows("PRAGMA cipher_integrity_check"))
        or bool(db.rows("PRAGMA foreign_key_check"))
    )


def _check_room(folder: Path, records: Path) -> None:
    with disk_errors_told():
        if shutil.disk_usage(folder).free < _needed(records):
            raise DiskFull


def _needed(records: Path) -> int:
    """Return how many bytes must be free to upgrade a records file."""
    return _TIMES * sum(file.stat().st_size for file in records.parent.iterdir())


def _no_room(records: Path) -> DiskFull:
    size = _needed(records) // 1_000_000 + 1
    return DiskFull(
        "There is not enough room on the disk to bring this casebook up to date. It was left as it "
        f"was. Make about {size:,} MB free, then unlock again."
    )
