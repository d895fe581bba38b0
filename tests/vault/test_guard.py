"""How an open connection is set, and what it refuses to be asked."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "wal_autocheckpoint": 250,
}


@pytest.mark.parametrize(("name", "value"), SETTINGS.items())
def test_the_connection_is_set_for_safety(book, name, value):
    book._db._connection.set_authorizer(None)
    assert book._db.value(f"PRAGMA {name}") == value


def test_what_the_engine_frees_is_wiped(made):
    said = subprocess.run(
        [sys.executable, "-c", AS_THE_PROGRAM_OPENS_IT, str(made)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout == "1\n", said.stderr


AS_THE_PROGRAM_OPENS_IT = """
import sys
from pathlib import Path
from app.vault.casebook import unlock
from tests.vault.invented import CHEAP, LANGUAGE, PASSPHRASE, Clock, summarise
with unlock(
    Path(sys.argv[1]),
    PASSPHRASE,
    summarise=summarise,
    language=LANGUAGE,
    clock=Clock(),
    least=CHEAP,
) as book:
    book._db._connection.set_authorizer(None)
    print(book._db.value("PRAGMA cipher_memory_security"))
"""


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA rekey = 'x'",
        "PRAGMA key = 'x'",
        "PRAGMA cipher_hmac_pgno = be",
        "PRAGMA synchronous = OFF",
        "PRAGMA writable_schema = ON",
        "ATTACH ':memory:' AS other",
        "DROP TRIGGER entry_is_never_changed",
        "CREATE TABLE picture (seen BLOB)",
        "CREATE TEMP TRIGGER t BEFORE INSERT ON entry BEGIN SELECT 1; END",
        "ALTER TABLE entry ADD COLUMN seen BLOB",
        "UPDATE entry SET sealed = ''",
        "UPDATE event SET mac = x''",
        "DELETE FROM event",
        "DELETE FROM casefile",
        "DELETE FROM sqlite_schema",
        "VACUUM",
    ],
)
def test_an_open_casebook_refuses_what_nobody_has_a_reason_to_ask(book, statement):
    with pytest.raises(driver.DatabaseError, match=r"authoriz|prohibited|modified"):
        book._db.run(statement)
    assert book.verify() == ()


def test_extensions_cannot_be_loaded(book):
    with pytest.raises(driver.DatabaseError):
        book._db.value("SELECT load_extension('x')")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO case_key (wrapped) VALUES (zeroblob(65))",
        "INSERT INTO setting VALUES ('x', x'00')",
        "INSERT INTO setting VALUES ('x', 'data:image/png;base64,xx')",
        "INSERT INTO setting VALUES ('x', printf('%20001c', 'x'))",
        "INSERT INTO meta VALUES ('x', printf('%201c', 'x'))",
    ],
)
def test_a_column_takes_no_more_than_it_says(book, statement):
    with pytest.raises(Exception, match=r"CHECK|cannot store|embedded picture"):
        book._db.run(statement)
