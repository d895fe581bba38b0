"""Killed around the moment of sealing: the words are a draft or an entry, never both or neither."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.casework import drafts
from app.casework.opening import unlock_casebook
from app.casework.reading import list_cases
from app.casework.recording import read_case, seal
from app.domain.forms.concern import ConcernReceived
from tests.casefold import concern
from tests.sessions import PASSPHRASE, program

ROOT = Path(__file__).parents[2]
DRAFT = "5f0c4e1e-6f0a-4a2e-9a53-0d6f7a1f2b11"

RECORDER = """
import os, signal, sys
from pathlib import Path
from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.opening import unlock_casebook
from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.vault.database import Database
from tests.casefold import NOW, concern
from tests.sessions import PASSPHRASE, Clock, program

desk = unlock_casebook(program(Clock()), Path(sys.argv[1]), PASSPHRASE)
draft, deadly = sys.argv[2], sys.argv[3]
drafts.keep(desk, FormDraft(id=draft, form=ConcernReceived, answers=concern(), updated=NOW))
run = Database.run

def until_death(self, sql, *values):
    done = None if sql.startswith(deadly) and deadly != "COMMIT" else run(self, sql, *values)
    if sql.startswith(deadly):
        os.kill(os.getpid(), signal.SIGKILL)
    return done

Database.run = until_death
seal(desk, ConcernReceived, concern(), draft=draft, entry=draft)
"""

MOMENTS = {
    "before anything is written": ("BEGIN IMMEDIATE", "draft"),
    "before the entry is written": ("INSERT INTO entry", "draft"),
    "after it and before its draft goes": ("DELETE FROM draft", "draft"),
    "after all of it and before the window knows": ("COMMIT", "entry"),
}


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX word")
@pytest.mark.parametrize(("deadly", "left"), MOMENTS.values(), ids=list(MOMENTS))
def test_a_sudden_death_around_sealing_neither_loses_nor_doubles(tmp_path, session, deadly, left):
    folder = session.casebook.folder
    session.close()
    killed = subprocess.run(
        [sys.executable, "-c", RECORDER, str(folder), DRAFT, deadly],
        cwd=ROOT,
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert killed.returncode == -9, killed.stderr.decode()
    again = unlock_casebook(program(session.now), folder, PASSPHRASE)
    kept, cases = drafts.kept(again), list_cases(again)
    assert (len(kept), len(cases)) == ((1, 0) if left == "draft" else (0, 1))
    for typed in kept:
        assert typed.answers == concern()
    case = seal(again, ConcernReceived, concern(), draft=DRAFT, entry=DRAFT)
    assert (len(case.entries), len(list_cases(again)), drafts.kept(again)) == (1, 1, ())
    assert read_case(again, case.id) == case
    assert again.casebook.verify() == ()
    again.close()
