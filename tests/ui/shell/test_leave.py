"""Leaving the process: the same program again, with nothing of the old one's memory."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app.ui.shell import leave

ROOT = Path(__file__).resolve().parents[3]


def test_it_starts_the_same_command_again(monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "app", "--casebook", "place"])
    assert leave._command(None) == [sys.executable, "-m", "app", "--casebook", "place"]


def test_other_arguments_take_the_place_of_the_first_ones(monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "app", "--casebook", "place"])
    monkeypatch.setattr(sys, "argv", ["app", "--casebook", "place"])
    assert leave._command(["--casebook", "other"])[1:] == ["-m", "app", "--casebook", "other"]


def test_the_frozen_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["dsl-casebook", "--casebook", "place"])
    assert leave._command(None) == [sys.executable, "--casebook", "place"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no exec")
def test_the_process_stays_and_its_memory_goes(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(
        textwrap.dedent("""
        import os, sys
        from app.ui.shell.leave import start_again
        print(os.getpid(), sys.argv[1:], flush=True)
        secret = "Ava"
        if sys.argv[1:] == ["first"]:
            start_again(["again"])
        """)
    )
    told = subprocess.run(
        [sys.executable, script, "first"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    first, again = (line.split(" ", 1) for line in told.stdout.splitlines())
    assert first[0] == again[0]
    assert again[1] == "['again']"
