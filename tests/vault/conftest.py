"""Fixtures: an invented casebook, open or closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.vault.casebook import Casebook, unlock
from tests.made import copied, shelf, unopened

from .invented import CHEAP, LANGUAGE, PASSPHRASE, Clock, entry, new_casebook, summarise


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "casebook"


@cache
def _made() -> Path:
    with new_casebook(shelf("made"), Clock()) as book:
        book.journal.append([entry(words="Alicja told her tutor about a shared photo")])
    return shelf("made")


@pytest.fixture
def made(folder: Path) -> Path:
    """A casebook with one entry, closed."""
    return copied(_made(), folder)


@cache
def _new() -> Path:
    with unopened():
        new_casebook(shelf("new"), Clock())
    return shelf("new")


@pytest.fixture
def book(folder: Path, reopen: Callable[..., Casebook]) -> Iterator[Casebook]:
    """A new casebook, open."""
    with reopen(copied(_new(), folder)) as opened:
        yield opened


@pytest.fixture
def reopen(clock: Clock) -> Callable[..., Casebook]:
    def opened(folder: Path, passphrase: str = PASSPHRASE, **more: Any) -> Casebook:
        return unlock(
            folder,
            passphrase,
            **{"summarise": summarise, "language": LANGUAGE, "clock": clock, "least": CHEAP} | more,
        )

    return opened
