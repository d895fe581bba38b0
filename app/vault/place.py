"""Whether a folder lies where other programs would copy or lock the files of a casebook."""

import sys
from pathlib import Path

_SYNCHRONISED = ("onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "box")
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
_REMOTE_DRIVE = 4
_REMOVABLE_DRIVE = 2


def is_weak(folder: Path) -> bool:
    """Whether a folder is synchronised, on a network or, on Windows, on a removable drive."""
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
