"""One casebook, one open window: an operating system lock that no crash can leave behind."""

import os
import sys
from pathlib import Path

from app.vault.errors import InUseElsewhere
from app.vault.files import disk_errors_told

_NAME = "instance.lock"


class InstanceLock:
    """Held from unlock to close. Raises InUseElsewhere when somebody else holds it, ReadOnly."""

    def __init__(self, folder: Path) -> None:
        with disk_errors_told():
            self._handle: int | None = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError:
            self.release()
            raise InUseElsewhere from None

    def release(self) -> None:
        """Let go. The file stays: removing it could take the lock from under somebody else."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        # flock, not lockf: a second window of the same process must be refused as well.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
