"""A casebook of an older version is brought up to date, or left as it was: nothing between."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec
import pytest

from app.vault import files, generations, schema, upgrade
from app.vault.database import PAGE
from app.vault.errors import (
    Damaged,
    DiskFailed,
    DiskFull,
    InUseElsewhere,
    LogAltered,
    NotUpgraded,
    ReadOnly,
    WrongPassphrase,
)
from tests.made import copied, shelf

from .invented import LANGUAGE, Clock, entry, new_casebook, raw
from .test_faults import needs_mount, small_disk

ROOT = Path(__file__).parents[2]


OLDER = range(1, schema.newest_version())
ENDS = sorted({OLDER[0], OLDER[-1]})
"""The longest way and the shortest: what goes wrong on the way goes wrong alike from between."""


@pytest.fixture(params=ENDS, ids=lambda version: f"from {version}")
def version(request):
    return request.param


def on_the_longest_way(argument, cases):
    """Run each case on the longest way, and the last of them on the shortest as well."""
    *others, last = cases
    pairs = [*((ENDS[0], case) for case in others), *((version, last) for version in ENDS)]
    return pytest.mark.parametrize(("version", argument), pairs, indirect=["version"])


@cache
def _made(version):
    folder = shelf(f"version-{version}")
    with pytest.MonkeyPatch.context() as before:
        before.setattr(schema, "newest_version", lambda: version)
        before.setattr(schema, "committed", lambda: schema.structure_of(version))
        writes_no_words = replace(LANGUAGE, known=frozenset())
        with new_casebook(folder, Clock(), language=writes_no_words) as book:
            book.journal.append([entry(), entry(words="More was said.")])
            book.journal.append([entry("case-2", "Robin Example asked for help.")])
    return folder


@pytest.fixture
def old(folder, version):
    """A casebook of an older version with two cases, closed."""
    return copied(_made(version), folder)


def content(folder):
    """Every byte of the records and of what points to them."""
    kept = [folder / "vault.json", *folder.glob("gen-*/records.db")]
    return {path.relative_to(folder): path.read_bytes() for path in kept}


def current(folder):
    return generations.read_pointer(folder).generation


def whole(book):
    return (
        [len(book.journal.entries(case)) for case in ("case-1", "case-2")] == [2, 1]
        and book.verify() == ()
        and book.lists.compare() == ()
        and schema.describe(book._db) == schema.committed()
    )


@pytest.mark.parametrize("version", OLDER, indirect=True)
def test_an_older_casebook_is_brought_up_to_date_and_the_old_records_stay_as_they_were(
    old, reopen, version
):
    before, told = content(old), []
    with reopen(old, tell=told.append) as book:
        assert whole(book)
        assert [hit.case for hit in book.search.find("Robin")] == ["case-2"]
        assert [event.action for event in book.events.tail(2)] == [
            "brought_up_to_date",
            "unlocked",
        ]
        steps = {"from": str(version), "to": str(schema.newest_version())}
        assert book.events.tail(2)[0].detail == steps
    assert told == [upgrade.COPYING, upgrade.RENEWING, upgrade.CHECKING, upgrade.SWITCHING]
    first = Path("gen-0001", "records.db")
    assert content(old)[first] == before[first]
    assert b"gen-0002" in content(old)[Path("vault.json")]


def test_the_old_generation_goes_with_the_next_unlock_and_not_before(old, reopen):
    reopen(old).close()
    assert sorted(path.name for path in old.glob("gen-*")) == ["gen-0001", "gen-0002"]
    with reopen(old) as book:
        assert whole(book)
    assert [path.name for path in old.glob("gen-*")] == ["gen-0002"]


def test_a_casebook_of_this_version_is_not_copied(made, reopen):
    told = []
    reopen(made, tell=told.append).close()
    assert told == []
    assert current(made) == "gen-0001"


def test_nothing_of_the_new_generation_is_left_where_others_could_read_it(old, reopen):
    reopen(old).close()
    assert [path.stat().st_mode & 0o077 for path in old.glob("gen-0002/*")] == [0]


@pytest.mark.parametrize(
    "harm", ["DROP TRIGGER entry_is_never_changed", "CREATE TABLE more (x TEXT) STRICT"]
)
def test_an_older_casebook_altered_outside_the_program_is_not_brought_up_to_date(old, reopen, harm):
    connection = raw(old)
    connection.execute(harm)
    connection.close()
    before = content(old)
    with pytest.raises(Damaged, match="altered outside"):
        reopen(old)
    assert content(old) == before


def test_a_warning_comes_before_anything_is_brought_up_to_date(old, reopen):
    connection = raw(old)
    connection.execute("DROP TRIGGER event_is_never_changed")
    connection.execute("UPDATE event SET mac = zeroblob(32) WHERE seq = 2")
    connection.execute(
        "CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event\n"
        "BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END"
    )
    connection.close()
    before = content(old)
    with pytest.raises(LogAltered):
        reopen(old)
    assert content(old) == before
    with reopen(old, accepting=[LogAltered], why="Known") as book:
        assert book.verify()  # what was wrong before is still told
    assert current(old) == "gen-0002"


@on_the_longest_way(
    "harm",
    [
        "UPDATE setting SET value = 'Other College'",
        "DELETE FROM user",
        "INSERT INTO meta (name, value) VALUES ('more', 'x')",
    ],
)
def test_a_copy_that_is_not_the_same_record_is_thrown_away(old, reopen, monkeypatch, harm):
    lay_out = schema.lay_out

    def harmful(db, version=None):
        lay_out(db, version)
        if version is None:
            db.run(harm)

    before = content(old)
    with monkeypatch.context() as harmed:
        harmed.setattr(schema, "lay_out", harmful)
        with pytest.raises(NotUpgraded):
            reopen(old)
    assert content(old) == before
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]
    with reopen(old) as book:
        assert whole(book)


def test_a_copy_of_which_the_disk_lost_a_page_is_thrown_away(old, reopen, monkeypatch):
    """It is a page that nothing else reads on the way: only a look at every page tells."""
    before, record = content(old), upgrade._record
    made = old / "gen-0002.part" / "records.db"
    unread = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_casefile_3'"

    def read_and_lost(db, columns):
        page = db.value(unread) - 1
        with made.open("r+b") as file:
            file.seek(page * PAGE)
            file.write(bytes(PAGE))
        monkeypatch.setattr(upgrade, "_record", record)
        return record(db, columns)

    monkeypatch.setattr(upgrade, "_record", read_and_lost)
    with pytest.raises((NotUpgraded, Damaged)):
        reopen(old)
    assert content(old) == before
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]
    with reopen(old) as book:
        assert whole(book)


def test_the_copy_is_on_the_disk_and_bears_its_name_before_it_is_pointed_at(
    old, reopen, monkeypatch
):
    done = []

    def noted(step, real):
        return lambda *paths: done.append(step) or real(*paths)

    monkeypatch.setattr(upgrade, "sync_file", noted("copy", upgrade.sync_file))
    monkeypatch.setattr(generations, "move_folder", noted("name", generations.move_folder))
    monkeypatch.setattr(files, "sync_folder", noted("folder", files.sync_folder))
    monkeypatch.setattr(generations, "write_pointer", noted("pointer", generations.write_pointer))
    reopen(old).close()
    assert [*filter("folder".__ne__, done)] == ["copy", "name", "pointer"]
    assert done[done.index("name") :][:3] == ["name", "folder", "pointer"]


KILLED = """
import os, signal, sys
from pathlib import Path
from app.vault import generations
from app.vault.casebook import unlock
from tests.vault.invented import CHEAP, LANGUAGE, PASSPHRASE, START, summarise

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

where = sys.argv[2]
if where == "switch":
    generations.write_pointer = die
if where == "log":
    generations.move_folder = lambda half, to: (half.rename(to), die())
said = iter(range(9))
tell = lambda _: die() if str(next(said)) == where else None
terms = {"summarise": summarise, "language": LANGUAGE, "clock": lambda: START, "least": CHEAP}
unlock(Path(sys.argv[1]), PASSPHRASE, tell=tell, **terms)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX word")
@on_the_longest_way("where", ["0", "1", "2", "3", "switch", "log"])
def test_a_sudden_death_at_any_step_leaves_a_whole_casebook(old, reopen, where):
    died = subprocess.run([sys.executable, "-c", KILLED, str(old), where], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    half = list(old.glob("gen-*.part"))
    assert bool(half) == where.isdigit()
    with reopen(old) as book:
        assert whole(book)
        actions = [event.action for event in book.events.tail(99)]
        assert actions.count("brought_up_to_date") == 1
    assert sorted(path.name for path in old.glob("gen-*")) == ["gen-0001", "gen-0002"]
    reopen(old).close()
    assert [path.name for path in old.glob("gen-*")] == ["gen-0002"]


def test_an_earlier_vault_json_put_back_does_not_bring_old_records_back(old, reopen):
    pointer = (old / "vault.json").read_bytes()
    with reopen(old) as book:
        book.journal.append([entry("case-3")])
    (old / "vault.json").write_bytes(pointer)
    with reopen(old) as book:
        assert len(book.journal.entries("case-3")) == 1
    assert b"gen-0002" in (old / "vault.json").read_bytes()


def test_a_wrong_passphrase_does_not_begin_it(old, reopen):
    before = content(old)
    with pytest.raises(WrongPassphrase):
        reopen(old, "not the passphrase at all")
    assert content(old) == before
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]


def test_records_of_other_keys_are_not_brought_up_to_date(tmp_path, old, clock, reopen):
    new_casebook(tmp_path / "other", clock).close()
    shutil.copy(tmp_path / "other/gen-0001/records.db", old / "gen-0001/records.db")
    before = content(old)
    with pytest.raises(Damaged, match="keys of this casebook"):
        reopen(old)
    assert content(old) == before
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]


def test_nobody_else_gets_in_while_it_is_brought_up_to_date(old, reopen):
    refused = []

    def try_as_well(sentence):
        with pytest.raises(InUseElsewhere):
            reopen(old)
        refused.append(sentence)

    with reopen(old, tell=try_as_well) as book:
        assert whole(book)
    assert len(refused) == 4


def test_too_little_room_is_told_before_anything_is_written(old, reopen, monkeypatch):
    usage = shutil.disk_usage(old)._replace(free=1000)
    monkeypatch.setattr(upgrade.shutil, "disk_usage", lambda _: usage)
    before = content(old)
    with pytest.raises(DiskFull, match="about 1 MB free"):
        reopen(old)
    assert content(old) == before
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]


@needs_mount
@on_the_longest_way("left", range(50_000, 1_050_000, 200_000))
def test_a_disk_that_fills_up_on_the_way_leaves_the_old_casebook(
    tmp_path, old, reopen, monkeypatch, left
):
    monkeypatch.setattr(upgrade, "_TIMES", 0)
    with small_disk(tmp_path / "disk", "4m") as disk:
        (old / "ballast.bin").unlink(missing_ok=True)
        placed = Path(shutil.copytree(old, disk / "casebook"))
        before = content(placed)
        room = shutil.disk_usage(disk).free - left
        (disk / "letters").write_bytes(bytes(room))
        with suppress(DiskFull, DiskFailed):
            reopen(placed).close()
        if current(placed) == "gen-0001":
            assert content(placed) == before
            assert list(placed.glob("gen-*.part")) == []
        (disk / "letters").unlink()
        with reopen(placed) as book:
            assert whole(book)


@needs_mount
def test_records_that_may_only_be_read_are_not_brought_up_to_date(old, reopen):
    records = old / "gen-0001" / "records.db"
    subprocess.run(["mount", "--bind", str(records), str(records)], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(records)], check=True)
        with pytest.raises(ReadOnly):
            reopen(old)
    finally:
        subprocess.run(["umount", str(records)], check=True)
    assert [path.name for path in old.glob("gen-*")] == ["gen-0001"]


@pytest.mark.parametrize("version", range(1, schema.newest_version() + 1))
def test_each_version_has_a_structure_of_its_own_and_the_last_is_the_committed_one(version):
    assert schema.structure_of(version) != schema.structure_of(version - 1)
    newest = schema.structure_of(schema.newest_version())
    assert newest == schema.committed()


def test_no_generation_is_taken_from_a_name_that_leads_elsewhere(old):
    pointer = generations.read_pointer(old)
    (old / "gen-9999x").mkdir()
    (old / "gen-0009.part").mkdir()
    assert generations.read_pointer(old) == pointer
    assert pointer.next().next() == msgspec.structs.replace(pointer, generation="gen-0003")
