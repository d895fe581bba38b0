"""The structure of a records file: its migrations, its check, and the promise of no imagery."""

import hashlib
import re
from contextlib import closing
from importlib import resources

from app.vault.database import Database, InMemory
from app.vault.errors import Damaged, MadeByNewerVersion, NotACasebook

APPLICATION_ID = 1146309698
LONGEST_BINARY = 64
LONGEST_TEXT = 200_000
_FOLDER = resources.files("app.vault")


def newest_version() -> int:
    """Return the number of the last migration of this program."""
    return len(_scripts())


def version_of(db: Database) -> int:
    """Return the number of the last migration a records file has had, 0 for an empty one."""
    return int(db.value("PRAGMA user_version"))


def lay_out(db: Database, version: int | None = None) -> None:
    """Run the migrations a records file lacks, up to `version` or the newest; all or none.

    Only for a new records file, or a copy that is deleted when this fails; never for one in use.
    """
    wanted = newest_version() if version is None else version
    script = "\n".join(_scripts()[version_of(db) : wanted])
    db.lay_out(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {wanted};\nCOMMIT;")


def check_structure(db: Database) -> None:
    """Raise NotACasebook, MadeByNewerVersion or Damaged unless the structure is our own.

    A records file of an older version must have exactly the structure of that version.
    """
    if db.value("PRAGMA application_id") != APPLICATION_ID:
        raise NotACasebook
    version = version_of(db)
    if version > newest_version():
        raise MadeByNewerVersion
    ours = committed() if version == newest_version() else structure_of(version)
    if _digest(describe(db)) != _digest(ours):
        raise Damaged(
            "The structure of the records file was altered outside the program. Do not delete "
            "anything: copy the whole folder to a safe place, then restore your newest backup."
        )


def describe(db: Database) -> str:
    """Return the structure as SQL statements in the order of their names.

    The inner tables of a search index are left out: the engine decides on them.
    """
    found = db.rows(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT IN"
        " (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type, name"
    )
    return "".join(f"{sql};\n\n" for (sql,) in found)


def structure_of(version: int) -> str:
    """Return the structure that the first `version` migrations make, by running them in memory."""
    with closing(InMemory()) as tried:
        lay_out(tried, max(version, 0))
        return describe(tried)


def committed() -> str:
    """Return schema.sql, the structure that all migrations together make."""
    return (_FOLDER / "schema.sql").read_text("utf-8")


def schema_holds_no_imagery(db: Database) -> str | None:
    """Return None if no column of the records file could hold a picture, else which one could.

    A binary column must be checked to at most 64 bytes, a text column to at most 200,000
    characters, and every table must be strict. The search indexes keep words only.
    """
    for name, strict, sql in db.rows(
        "SELECT t.name, t.strict, s.sql FROM pragma_table_list AS t JOIN sqlite_schema AS s"
        " ON s.name = t.name WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
    ):
        if not strict:
            return f"{name} is not strict"
        for column, kind in db.rows("SELECT name, type FROM pragma_table_xinfo(?)", name):
            longest = LONGEST_BINARY if kind == "BLOB" else LONGEST_TEXT
            if kind not in {"INTEGER", "REAL"} and not _capped(sql, column, longest):
                return f"{name}.{column} has no limit"
    return None


def _capped(sql: str, column: str, longest: int) -> bool:
    limits = re.findall(rf"CHECK \(length\({column}\) (?:<=|=) ([0-9]+)\)", sql)
    return any(int(limit) <= longest for limit in limits)


def _scripts() -> list[str]:
    folder = _FOLDER / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [file.read_text("utf-8") for file in files]


def _digest(text: str) -> str:
    # A checkout on Windows may have changed the ends of lines.
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()
