"""Write small files so that a power cut leaves the old content or the new, never a mixture."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.vault.errors import DiskFailed, DiskFull, MissingFile, ReadOnly

LONGEST = 1024 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_RETRIES = 8


@contextmanager
def disk_errors_told() -> Iterator[None]:
    """Turn an OSError into DiskFull, ReadOnly, MissingFile or DiskFailed."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from None
        if error.errno in _REFUSED:
            raise ReadOnly from None
        if error.errno == errno.ENOENT:
            raise MissingFile from None
        raise DiskFailed from None


def read_small(path: Path) -> bytes | None:
    """Return the first 1 MiB of a file, None when there is no such file."""
    with disk_errors_told():
        try:
            with path.open("rb") as file:
                return file.read(LONGEST)
        except FileNotFoundError:
            return None


def write_durably(path: Path, content: bytes, *, part: str = "") -> None:
    """Replace a file's content, durable on return. Raises DiskFull, ReadOnly or DiskFailed.

    Until the new file is whole it has the name `part`, in the same folder as the old one.
    """
    unfinished = path.with_name(part or path.name + ".part")
    with disk_errors_told():
        try:
            handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _replace(unfinished, path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()
            raise
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder, and its missing parents, that only this account can open."""
    with disk_errors_told():
        for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
            missing.mkdir(mode=0o700)
            sync_folder(missing.parent)


def make_empty_file(path: Path) -> None:
    """Make a file of 0 bytes that only this account may read. It must not exist yet."""
    with disk_errors_told():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))


def sync_file(path: Path) -> None:
    """Make the content of a file survive a power cut. Raises DiskFull, DiskFailed."""
    with disk_errors_told():
        handle = os.open(path, os.O_RDWR | _BINARY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def move_folder(folder: Path, to: Path) -> None:
    """Rename a folder, durable on return."""
    with disk_errors_told():
        _replace(folder, to)
        sync_folder(to.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut. Windows offers no way to do this."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_BINARY = getattr(os, "O_BINARY", 0)


def _replace(part: Path, path: Path) -> None:
    """Replace `path` by `part`. On Windows try for 4 s: a virus scanner may hold the target."""
    for attempt in range(_RETRIES):
        try:
            part.replace(path)
        except PermissionError:
            if sys.platform != "win32" or attempt == _RETRIES - 1:
                raise
            time.sleep(0.5)
        else:
            return
