"""Sudden death, full disks and read-only disks: nothing acknowledged is lost, nothing lies."""

import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.vault import ballast
from app.vault.casebook import now
from app.vault.drafts import Draft
from app.vault.errors import DiskFull, ReadOnly, VaultError

from .invented import entry, new_casebook

ROOT = Path(__file__).parents[2]
KILLS = 20

WRITER = """
import sys
from pathlib import Path
from app.vault.casebook import unlock
from app.vault.drafts import Draft
from app.vault import ballast
from app.vault.casebook import now
from app.vault.drafts import Draft
from tests.vault.invented import CHEAP, LANGUAGE, PASSPHRASE, entry, summarise

book = unlock(Path(sys.argv[1]), PASSPHRASE, summarise=summarise, language=LANGUAGE, least=CHEAP)
print("open", flush=True)
for number in range(10_000):
    made = entry(f"case-{number % 3}", "words " * 200)
    draft = Draft(id=made.id, user=book.user.user, case=None, form="f", version=1, corrects=None,
                  answers=b"{}", updated=now())
    book.drafts.save(draft)
    print("draft", made.id, flush=True)
    book.journal.append([made], settles=made.id)
    print("entry", made.id, flush=True)
"""


def killed_writer(folder, after):
    """Run a writer, kill it, and return what it had been told was kept: last word for each id."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout.readline() == "open\n"
        time.sleep(after)
        writer.kill()
        lines = writer.stdout.read().splitlines()
    told = [line.split() for line in lines if len(line.split()) == 2]
    return {name: kind for kind, name in told if len(name) == 32}


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX word")
def test_whatever_was_kept_before_a_sudden_death_is_there_after_it(folder, reopen):
    new_casebook(folder, now).close()
    chance = random.Random(4711)
    kept = {}
    for _ in range(KILLS):
        kept |= killed_writer(folder, chance.uniform(0, 0.06))
        with reopen(folder, clock=now) as book:
            drafts = {draft.id for draft in book.drafts.mine()}
            lost = [
                name
                for name, kind in kept.items()
                if not book.journal.entry(name) and not (kind == "draft" and name in drafts)
            ]
            assert lost == []
            assert book.verify() == ()
            assert book.lists.compare() == ()
    assert len(kept) > KILLS // 4  # however slow the machine, something was kept each now and then


@contextmanager
def small_disk(folder, size):
    """A real disk of a few MiB, where this account may make one."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("this account may not mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


needs_mount = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="only root may mount a disk"
)


def fill(book):
    """Record until the disk is full, and return the number that did not fit."""
    for number in range(10_000):
        try:
            book.journal.append([entry(f"case-{number}", "words " * 2000, id=f"id-{number}")])
        except DiskFull:
            return number
    raise AssertionError


@needs_mount
def test_a_full_disk_is_told_and_saving_works_again_when_there_is_room(tmp_path, clock, reopen):
    with small_disk(tmp_path / "disk", "4m") as disk:
        letters = disk / "letter.txt"
        letters.write_bytes(b"x" * 1_000_000)
        with new_casebook(disk / "casebook", clock) as book:
            failed = fill(book)
            assert len(book.lists.cases()) == failed
            letters.unlink()
            again = entry(f"case-{failed}", "words " * 2000, id=f"id-{failed}")
            book.journal.append([again])
        with reopen(disk / "casebook") as book:
            assert len(book.lists.cases()) == failed + 1
            assert book.verify() == ()
            assert book.lists.compare() == ()


@needs_mount
def test_closing_on_a_full_disk_loses_nothing(tmp_path, clock, reopen):
    with small_disk(tmp_path / "disk", "3m") as disk:
        with new_casebook(disk / "casebook", clock) as book:
            kept = fill(book)
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        with reopen(disk / "casebook") as book:
            assert len(book.lists.cases()) == kept
            assert book.verify() == ()


@needs_mount
def test_a_draft_is_still_kept_when_the_disk_is_full(tmp_path, clock, reopen, monkeypatch):
    monkeypatch.setattr(ballast, "SIZE", 1_000_000)
    with small_disk(tmp_path / "disk", "6m") as disk:
        with new_casebook(disk / "casebook", clock) as book:
            kept = fill(book)
            typed = []
            while (disk / "casebook" / "ballast.bin").exists():
                typed.append(
                    Draft(
                        id=f"d{len(typed)}",
                        user=book.user.user,
                        case=None,
                        form="concern",
                        version=1,
                        corrects=None,
                        answers=b'"%s"' % (b"word " * 20_000),
                        updated=clock(),
                    )
                )
                book.drafts.save(typed[-1])
        with reopen(disk / "casebook") as book:
            assert typed
            assert sorted(book.drafts.mine(), key=typed.index) == typed
            assert len(book.lists.cases()) == kept


@needs_mount
def test_a_casebook_cannot_be_made_on_a_full_disk_and_nothing_pretends_it_was(tmp_path, clock):
    with small_disk(tmp_path / "disk", "128k") as disk:
        with pytest.raises(DiskFull):
            new_casebook(disk / "casebook", clock)
        assert not (disk / "casebook" / "vault.json").exists()


@needs_mount
def test_a_read_only_disk_is_told(tmp_path, clock, reopen):
    with small_disk(tmp_path / "disk", "4m") as disk:
        new_casebook(disk / "casebook", clock).close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(ReadOnly) as told:
            reopen(disk / "casebook")
        assert "read-only" in told.value.sentence


def test_a_full_disk_in_the_middle_of_an_entry_leaves_no_half(book):
    book.journal.append([entry()])
    book._db._connection.set_authorizer(None)
    pages = book._db.value("PRAGMA page_count")
    book._db._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(VaultError) as told:
        book.journal.append([entry(words="words " * 20_000)])
    assert isinstance(told.value, DiskFull)
    assert len(book.journal.entries("case-1")) == 1
    assert book.verify() == ()
    assert book.lists.compare() == ()
