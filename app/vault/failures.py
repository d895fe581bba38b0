"""Failed unlocks, kept in a file of their own until the next unlock can log them."""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.domain.kit.record import UserId
from app.vault.canonical import write_instant
from app.vault.files import read_small

_NAME = "failures"
_FREE = 5
_LONGEST_WAIT = 30.0
_LOGGED = 100


class Failure(msgspec.Struct, frozen=True):
    """One failed unlock: when (UTC) and which user's slot."""

    at: datetime
    user: UserId


def note_failure(folder: Path, user: UserId, at: datetime) -> None:
    """Store one failed unlock. Skip it when the folder is read-only: then no unlock succeeds."""
    line = msgspec.json.encode(Failure(datetime.fromisoformat(write_instant(at)), user)) + b"\n"
    with suppress(OSError):
        handle = os.open(folder / _NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(line)


def failures(folder: Path) -> tuple[Failure, ...]:
    """Return the last 100 failed unlocks since the last success. Leave out a damaged line."""
    found = []
    for line in (read_small(folder / _NAME) or b"").splitlines():
        with suppress(msgspec.MsgspecError, ValueError):
            found.append(msgspec.json.decode(line, type=Failure))
    return tuple(found[-_LOGGED:])


def forget_failures(folder: Path) -> None:
    """Delete the file, once its lines are in the log."""
    with suppress(OSError):
        (folder / _NAME).unlink()


def wait_before_next_try(folder: Path, now: datetime) -> float:
    """Return the seconds to wait before the next passphrase: 0 at first, then 1, 2, 4 … 30.

    The wait counts from the last failure. It slows a person at the keyboard. Against a copied file
    only the cost of a guess helps.
    """
    tried = failures(folder)
    if len(tried) < _FREE:
        return 0.0
    wait = min(_LONGEST_WAIT, 2.0 ** min(len(tried) - _FREE, 10))
    left = (tried[-1].at + timedelta(seconds=wait) - now).total_seconds()
    return min(max(left, 0.0), wait)
