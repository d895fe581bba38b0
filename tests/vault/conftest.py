"""Fixtures: an invented casebook, open or closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.vault.casebook import Casebook, unlock

from .invented import CHEAP, LANGUAGE, PASSPHRASE, Clock, entry, new_casebook, summarise


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "casebook"


@pytest.fixture
def made(folder: Path, clock: Clock) -> Path:
    """A casebook with one entry, closed."""
    with new_casebook(folder, clock) as book:
        book.journal.append([entry(words="Alicja told her tutor about a shared photo")])
    return folder


@pytest.fixture
def book(folder: Path, clock: Clock) -> Iterator[Casebook]:
    """A new casebook, open."""
    with new_casebook(folder, clock) as opened:
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
