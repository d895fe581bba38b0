"""Making, unlocking and refusing: each thing that is wrong has its own plain sentence."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from app.vault import database, schema
from app.vault.casebook import Cost, slots, unlock
from app.vault.errors import (
    Damaged,
    EmptyFile,
    EngineTooOld,
    FolderNotEmpty,
    InUseElsewhere,
    KeyFileDamaged,
    KeysRolledBack,
    MadeByNewerVersion,
    MissingFile,
    NotACasebook,
    ReadOnly,
    VaultError,
    WeakPlace,
    WrongPassphrase,
)

from .invented import CHEAP, LANGUAGE, PASSPHRASE, entry, new_casebook, raw, records, summarise


def test_what_was_made_opens_again_with_everything_in_it(made, reopen):
    with reopen(made) as book:
        assert book.settings.get("college") == "Invented College"
        assert [user.name for user in book.users()] == ["Jo Lead"]
        assert [event.action for event in book.events.tail(9)] == [
            "casebook_created",
            "user_added",
            "unlocked",
            "entry_sealed",
            "locked",
            "unlocked",
        ]


def test_who_can_unlock_is_told_without_a_passphrase(made):
    (slot,) = slots(made)
    assert (slot.name, slot.role) == ("Jo Lead", "Designated Safeguarding Lead")


@pytest.mark.parametrize(("first", "then"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_passphrase_opens_however_its_accents_were_typed(folder, clock, reopen, first, then):
    passphrase = "zażółć gęślą jaźń é"
    new_casebook(folder, clock, passphrase=unicodedata.normalize(first, passphrase)).close()
    reopen(folder, unicodedata.normalize(then, passphrase)).close()


@pytest.mark.parametrize(
    "odd", ["", " ", "a\x00b", "\udcff", "🙂" * 1000, "x" * 1_000_000, "o'brien"]
)
def test_any_passphrase_opens_again_and_no_other_does(folder, clock, reopen, odd):
    new_casebook(folder, clock, passphrase=odd).close()
    with pytest.raises(WrongPassphrase):
        reopen(folder, odd + "x")
    reopen(folder, odd).close()


def test_a_wrong_passphrase_is_told_apart_from_damage_and_is_logged_later(made, reopen):
    with pytest.raises(WrongPassphrase) as told:
        reopen(made, "not this one")
    assert "try again" in told.value.sentence
    with reopen(made) as book:
        assert [event.action for event in book.events.tail(2)] == ["unlock_failed", "unlocked"]
    with reopen(made) as book:
        assert [event.action for event in book.events.tail(2)] == ["locked", "unlocked"]


def flip(path, place=100):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(bytes(content))


def test_one_damaged_key_file_is_mended_from_the_other(made, reopen):
    for name in ("keys-a", "keys-b"):
        flip(made / name)
        reopen(made).close()
        assert (made / "keys-a").read_bytes() == (made / "keys-b").read_bytes()


def wreck_keys(folder):
    flip(folder / "keys-a")
    flip(folder / "keys-b")


def newer_pointer(folder):
    pointer = (folder / "vault.json").read_bytes()
    (folder / "vault.json").write_bytes(pointer.replace(b'"format":1', b'"format":2,"new":true'))


def newer_structure(folder):
    connection = raw(folder)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def other_structure(folder):
    connection = raw(folder)
    connection.execute("DROP TRIGGER entry_is_never_changed")
    connection.close()


def other_id(folder):
    connection = raw(folder)
    connection.execute("UPDATE meta SET value = 'x' WHERE name = 'casebook'")
    connection.close()


def plain_database(folder):
    records(folder).unlink()
    connection = driver.connect(str(records(folder)))
    connection.execute("CREATE TABLE entry (x)")
    connection.close()


WRONG = [
    (wreck_keys, KeyFileDamaged),
    (lambda f: [(f / name).unlink() for name in ("keys-a", "keys-b")], MissingFile),
    (lambda f: (f / "vault.json").unlink(), MissingFile),
    (lambda f: (f / "vault.json").write_bytes(b""), Damaged),
    (lambda f: (f / "vault.json").write_bytes(b'{"kind":"x"}'), Damaged),
    (newer_pointer, MadeByNewerVersion),
    (newer_structure, MadeByNewerVersion),
    (other_structure, Damaged),
    (other_id, Damaged),
    (lambda f: records(f).unlink(), MissingFile),
    (lambda f: records(f).write_bytes(b""), EmptyFile),
    (lambda f: records(f).write_bytes(os.urandom(8192)), Damaged),
    (lambda f: records(f).write_bytes(records(f).read_bytes()[:-100]), Damaged),
    (lambda f: flip(records(f), 1000), Damaged),
    (plain_database, NotACasebook),
]


@pytest.mark.parametrize(("harm", "error"), WRONG)
def test_what_is_wrong_with_a_casebook_is_told_and_nothing_is_written(made, reopen, harm, error):
    harm(made)
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    with pytest.raises(error) as told:
        reopen(made)
    assert len(told.value.sentence) > 40
    assert told.value.sentence.endswith(".")
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before


def test_a_damaged_page_stops_all_reading_rather_than_leaving_rows_out(folder, clock, reopen):
    with new_casebook(folder, clock) as book:
        book.journal.append([entry(f"case-{n}", "many words " * 4000) for n in range(20)])
    pages = records(folder).stat().st_size // 4096
    for page in range(pages // 3, pages // 3 + 5):
        flip(records(folder), page * 4096 + 99)
    with reopen(folder) as book:
        with pytest.raises(Damaged):
            book.verify()
        with pytest.raises(Damaged):
            book._db.value("SELECT 1")


def test_a_folder_with_nothing_of_ours_is_not_a_casebook(tmp_path, reopen):
    for ask in (reopen, slots):
        with pytest.raises(NotACasebook):
            ask(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_new_casebook_is_never_made_among_other_files(tmp_path, clock):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(FolderNotEmpty):
        new_casebook(tmp_path, clock)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_synchronised_folder_is_refused_until_insisted_on(tmp_path, clock):
    folder = tmp_path / "OneDrive - College" / "casebook"
    with pytest.raises(WeakPlace):
        new_casebook(folder, clock)
    assert not folder.exists()
    with new_casebook(folder, clock, accepting=[WeakPlace], why="IT lead agreed") as book:
        event = book.events.tail(1)[0]
    assert (event.detail, event.words) == ({"warning": "WeakPlace"}, {"why": "IT lead agreed"})


def test_older_key_files_are_an_alarm_that_can_be_accepted(made, reopen):
    old = {name: (made / name).read_bytes() for name in ("keys-a", "keys-b")}
    with reopen(made) as book:
        book.access.change_passphrase(PASSPHRASE, "another long passphrase")
    for name, content in old.items():
        (made / name).write_bytes(content)
    with pytest.raises(KeysRolledBack):
        reopen(made)
    with reopen(made, accepting=[KeysRolledBack], why="Backup put back") as book:
        event = book.events.tail(2)[0]
        assert event.detail == {"warning": "KeysRolledBack"}
        assert event.words == {"why": "Backup put back"}
    reopen(made).close()


def test_a_second_window_is_refused_even_within_one_process(book, reopen):
    with pytest.raises(InUseElsewhere):
        reopen(book.folder)


def test_another_process_is_refused(book):
    said = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS, str(book.folder)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout == "InUseElsewhere\n", said.stderr


OTHER_PROCESS = """
import sys
from pathlib import Path
from app.vault.casebook import unlock
from app.vault.errors import VaultError
try:
    unlock(Path(sys.argv[1]), "whatever", summarise=None, language=None)
except VaultError as error:
    print(type(error).__name__)
"""


def test_a_casebook_can_be_opened_again_after_it_was_closed_or_refused(made, reopen):
    with pytest.raises(WrongPassphrase):
        reopen(made, "no")
    reopen(made).close()
    reopen(made).close()


def test_a_folder_that_cannot_be_written_to_is_read_only(made, reopen, monkeypatch):
    def refuse(*_args):
        raise PermissionError(13, "refused")

    monkeypatch.setattr("app.vault.instance.os.open", refuse)
    with pytest.raises(ReadOnly):
        reopen(made)


def test_an_engine_below_the_floor_opens_nothing(made, reopen, monkeypatch):
    monkeypatch.setattr(database, "ENGINE_FLOOR", (99, 0, 0))
    with pytest.raises(EngineTooOld):
        reopen(made)


def test_the_engine_reads_no_settings_from_outside():
    assert os.environ["OPENSSL_CONF"] == os.devnull
    assert Path(os.environ["OPENSSL_MODULES"]).name == "vault"


def test_the_full_cost_is_asked_for_unless_a_test_lowers_the_floor(made, clock):
    with pytest.raises(KeyFileDamaged):
        unlock(made, PASSPHRASE, summarise=summarise, language=LANGUAGE, clock=clock)
    assert not CHEAP.within(Cost(64, 1, 1), Cost(63, 10, 8))


def test_every_error_has_a_sentence_of_its_own():
    kinds = VaultError.__subclasses__()
    assert len({kind.says for kind in kinds}) == len(kinds)
    assert all(kind().sentence.endswith(".") for kind in kinds)


def test_schema_sql_is_what_the_migrations_make(book):
    assert schema.describe(book._db) == schema.committed()


def test_no_column_could_hold_a_picture(book):
    assert book.holds_no_imagery() is None


def test_a_column_that_could_hold_a_picture_would_be_told(made, reopen, monkeypatch):
    connection = raw(made)
    connection.execute("CREATE TABLE picture (seen BLOB) STRICT")
    connection.close()
    monkeypatch.setattr(schema, "check_structure", lambda _db: None)
    with reopen(made) as book:
        assert book.holds_no_imagery() == "picture.seen has no limit"


def test_nothing_on_disk_is_readable_without_the_passphrase(folder, clock):
    marker = "Marker4711 Alicja"
    with new_casebook(folder, clock) as book:
        book.journal.append([entry(words=marker, body={"person": "p", "name": marker})])
        book.settings.put("note", marker)
        for path in folder.rglob("*"):
            if path.is_file():
                assert b"Marker4711" not in path.read_bytes()
    written = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"Marker4711" not in written
    assert b"Marker4711".hex().encode() not in written


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_every_file_is_for_this_account_alone(folder, clock):
    with new_casebook(folder, clock) as book:
        book.journal.append([entry()])
        modes = {path.name: path.stat().st_mode & 0o077 for path in (folder, *folder.rglob("*"))}
    assert set(modes.values()) == {0}
    assert "records.db-wal" in modes
