"""How the program begins, before there is a window."""

import os

import pytest

from app import start
from app.tour import tour


@pytest.fixture
def umask():
    """The rights that new files get where nobody asked for fewer, as a system usually has it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_what_the_program_writes_is_for_this_account_alone(umask, tmp_path, monkeypatch):
    monkeypatch.setattr(tour, "run_tour", lambda asked: asked.out.touch() or 0)
    made = tmp_path / "made"
    assert start.main(["tour", str(made)]) == 0
    assert made.stat().st_mode & 0o777 == 0o600
