"""Disk space kept in reserve, so that an open draft can still be saved when the disk is full."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 16 * 1024 * 1024
_NAME = "ballast.bin"
_LEFT_FREE = 4


class Ballast:
    """An empty file of 16 MiB that is deleted when its space is needed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def take(self) -> None:
        """Make the file, unless it is there already or the disk is nearly full."""
        with suppress(OSError):
            if self._path.exists():
                return
            if shutil.disk_usage(self._path.parent).free < _LEFT_FREE * SIZE:
                return
            try:
                _fill(self._path)
            except OSError:
                self._path.unlink()

    def drop(self) -> bool:
        """Delete the file to free its space. Return False when there was none."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


def _fill(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, SIZE)
        else:
            file.write(bytes(SIZE))
