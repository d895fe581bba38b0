"""Hold one casebook in one window only, by a lock of the system that ends with the process."""

import os
import sys
from pathlib import Path

from app.vault.errors import InUseElsewhere
from app.vault.files import disk_errors_told

_SYNCHRONISED = ("onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "box")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
_REMOTE_DRIVE = 4
_REMOVABLE_DRIVE = 2


def is_weak(folder: Path) -> bool:
    """Return whether a folder is synchronised, on a network or on a removable Windows drive."""
    path = folder.absolute()
    for part in path.parts:
        name = part.casefold()
        if any(name == sync or name.startswith(sync + " ") for sync in _SYNCHRONISED):
            return True
    return path.as_posix().startswith("//") or _on_weak_drive(path)


if sys.platform == "win32":
    import ctypes

    def _on_weak_drive(path: Path) -> bool:
        kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return kind in {_REMOTE_DRIVE, _REMOVABLE_DRIVE}

else:

    def _on_weak_drive(path: Path) -> bool:
        mounts = Path("/proc/mounts")
        if not mounts.exists():
            return False
        best, kind = "", ""
        for line in mounts.read_text("utf-8", "replace").splitlines():
            point, found = line.split(" ")[1:3]
            point = point.replace("\\040", " ")
            if path.is_relative_to(point) and len(point) >= len(best):
                best, kind = point, found
        return kind in _NETWORK


_NAME = "instance.lock"


class InstanceLock:
    """The lock held from unlock to close. Raises InUseElsewhere if it is held already, ReadOnly."""

    def __init__(self, folder: Path) -> None:
        with disk_errors_told():
            self._handle: int | None = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError:
            self.release()
            raise InUseElsewhere from None

    def release(self) -> None:
        """Release the lock. The file stays: deleting it could break the lock of somebody else."""
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
        # flock, not lockf: a second window of the same process must be refused too.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
