"""Casebooks made once, of which each test gets a copy: making one takes most of its time."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

import pytest

from app.vault import casebook


class _NotYetError(Exception):
    """A casebook was made, and would be opened now."""


@cache
def _room() -> TemporaryDirectory:
    return TemporaryDirectory(prefix="casebooks-", ignore_cleanup_errors=True)


def shelf(name: str) -> Path:
    """Return where a casebook can be made that lasts as long as this process."""
    return Path(_room().name) / name


@contextmanager
def unopened() -> Iterator[None]:
    """Have a casebook made as it is before it is opened for the first time."""

    def not_yet(*_, **__):
        raise _NotYetError

    with pytest.MonkeyPatch.context() as patch, suppress(_NotYetError):
        patch.setattr(casebook, "unlock", not_yet)
        yield


def copied(made: Path, folder: Path) -> Path:
    """Copy a casebook that is closed, for one test to write in."""
    return copytree(made, folder, ignore=ignore_patterns("ballast.bin"))
