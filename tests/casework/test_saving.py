"""A file leaves whole or not at all: whatever the disk does, and whenever the power goes."""

import errno
import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from app.casework import saving
from app.casework.saving import NotSaved, note_left, refuse_casebook, write_whole
from app.vault.events import Action

OLD, NEW = b"the old one", b"the new one" * 1000


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "2026-0001-D1.pdf"
    path.write_bytes(OLD)
    return path


def alone(path):
    """Whether nothing else lies in its folder."""
    return [found.name for found in path.parent.iterdir()] == [path.name]


def test_it_takes_the_place_of_the_old_one_and_nothing_lies_beside_it(target):
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert alone(target)
    assert target.stat().st_mode & 0o077 == 0


FAULTS = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "cannot be written to, or another program has the file open",
    errno.EACCES: "cannot be written to, or another program has the file open",
    errno.EIO: "the disk reported an error",
    errno.ENODEV: "the disk reported an error",
    errno.ENOENT: "no longer there",
}


@pytest.mark.parametrize("call", ["open", "fdopen", "fsync", "replace"])
@pytest.mark.parametrize("fault", FAULTS)
def test_wherever_the_disk_fails_the_old_file_stays_whole_and_it_is_said(
    target, monkeypatch, fault, call
):
    def fail(*_given, **_named):
        raise OSError(fault, "invented")

    owner = Path if call == "replace" else os
    monkeypatch.setattr(owner, call, fail)
    with pytest.raises(NotSaved, match=FAULTS[fault]):
        write_whole(target, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert alone(target)


def test_a_folder_that_cannot_be_synced_leaves_the_whole_new_file(target, monkeypatch):
    really, asked = os.fsync, count(1)

    def second_fails(handle):
        if next(asked) == 2:
            raise OSError(errno.EIO, "invented")
        really(handle)

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(NotSaved):
        write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert alone(target)


KILLED = """
import os, signal, sys
from pathlib import Path
from app.casework.saving import write_whole
owner, name = (Path, "replace") if sys.argv[2] == "replace" else (os, sys.argv[2])
setattr(owner, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
write_whole(Path(sys.argv[1]), b"the new one")
"""


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_killed_in_between_the_old_file_is_whole_and_the_rest_goes_with_the_next(target, call):
    done = subprocess.run([sys.executable, "-c", KILLED, target, call], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD
    (rest,) = (one.name for one in target.parent.iterdir() if one != target)
    assert rest == "unfinished-document.part"
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert alone(target)


def test_a_link_laid_in_its_way_is_not_written_through(target, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(OLD)
    target.with_name(saving._UNFINISHED).symlink_to(elsewhere)
    write_whole(target, NEW)
    assert elsewhere.read_bytes() == OLD
    assert alone(target)


def test_a_name_that_is_too_long_or_a_folder_is_said_to_be_so(target):
    with pytest.raises(NotSaved, match="name of the file is too long"):
        write_whole(target.with_name("q" * 252 + ".pdf"), NEW)
    write_whole(target.with_name("q" * 251 + ".pdf"), NEW)
    with pytest.raises(NotSaved, match="a folder with this name"):
        write_whole(target.parent, NEW)


def test_nothing_is_put_in_the_folder_of_the_casebook_by_any_way_to_it(session, tmp_path):
    (tmp_path / "link").symlink_to(session.casebook.folder)
    inside = (session.casebook.folder, tmp_path / "link", tmp_path / "x" / ".." / "casebook")
    for folder in inside:
        with pytest.raises(NotSaved, match="the folder of the casebook"):
            refuse_casebook(session, folder / "2026-0001-D1.pdf")
    refuse_casebook(session, tmp_path / "casebook-papers" / "2026-0001-D1.pdf")


def test_the_log_says_who_let_which_document_leave_and_when(session):
    for action in (Action.DOCUMENT_SAVED, Action.DOCUMENT_PRINTED):
        note_left(session, action, "2026-0001-D1", "case")
        event = session.casebook.events.tail(1)[0]
        assert (event.action, event.detail) == (action, {"number": "2026-0001-D1"})
        assert (event.actor, event.at, event.case) == (session.user.user, session.now(), "case")
