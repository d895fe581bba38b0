"""The key file: every slot of a casebook, kept in two files. One of them is always whole."""

import hashlib
import hmac
from pathlib import Path

import msgspec

from app.vault.canonical import canonical
from app.vault.errors import KeyFileDamaged, MadeByNewerVersion, MissingFile
from app.vault.files import read_small, write_durably
from app.vault.keys import Slot, code

NAMES = ("keys-a", "keys-b")
_MAGIC = b"DSLKEYS"
_FORMAT = 1


class KeyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The slots of one casebook. `sequence` grows with each change; `mac` covers all the rest."""

    casebook: str
    sequence: int
    db_salt: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def with_mac(self, key: bytes) -> "KeyFile":
        """Return this key file with its authentication code."""
        return msgspec.structs.replace(self, mac=code(key, self._covered()))

    def check_mac(self, key: bytes) -> None:
        """Raise KeyFileDamaged when a slot was added, removed or relabelled by somebody else."""
        if not hmac.compare_digest(self.mac, code(key, self._covered())):
            raise KeyFileDamaged(
                "The key files were altered outside the program. Copy the key files from your "
                "newest backup into the casebook folder."
            )

    def _covered(self) -> bytes:
        return canonical(msgspec.structs.replace(self, mac=b""))


def encode(keys: KeyFile) -> bytes:
    """Return the bytes of a key file: a line with the format, one with the SHA-256, then JSON."""
    magic = _MAGIC + str(_FORMAT).encode() + b"\n"
    body = canonical(keys)
    return magic + hashlib.sha256(magic + body).hexdigest().encode() + b"\n" + body


def decode(content: bytes) -> KeyFile:
    """Read the bytes of a key file strictly.

    Raises KeyFileDamaged for anything this program would not have written, MadeByNewerVersion
    when they are whole but of a later format.
    """
    magic, _, rest = content.partition(b"\n")
    digest, _, body = rest.partition(b"\n")
    if hashlib.sha256(magic + b"\n" + body).hexdigest().encode() != digest:
        raise KeyFileDamaged
    if magic != _MAGIC + str(_FORMAT).encode():
        raise MadeByNewerVersion if magic.startswith(_MAGIC) else KeyFileDamaged
    try:
        keys = msgspec.json.decode(body, type=KeyFile)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise KeyFileDamaged from None
    if encode(keys) != content or not keys.slots:
        raise KeyFileDamaged
    return keys


def read_keys(folder: Path) -> KeyFile:
    """Read the newest whole key file of a casebook.

    Raises MissingFile when there is none, KeyFileDamaged when none is whole, MadeByNewerVersion.
    """
    found = _read_both(folder)
    whole = [keys for keys in found.values() if isinstance(keys, KeyFile)]
    if whole:
        return max(whole, key=lambda keys: keys.sequence)
    failures = [failure for failure in found.values() if isinstance(failure, Exception)]
    if not failures:
        raise MissingFile
    newer = [failure for failure in failures if isinstance(failure, MadeByNewerVersion)]
    raise (newer or failures)[0]


def write_keys(folder: Path, keys: KeyFile) -> None:
    """Write `keys` into both files, durable on return. At every moment one of them is whole.

    The older of the two files is written first and read back, then the other, so that later
    damage to one of them loses nothing. Raises DiskFull, ReadOnly, DiskFailed, KeyFileDamaged.
    """
    found = _read_both(folder)
    for name in sorted(NAMES, key=lambda name: _sequence(found[name])):
        if found[name] == keys:
            continue
        write_durably(folder / name, encode(keys))
        if decode(read_small(folder / name) or b"") != keys:
            raise KeyFileDamaged


def _read_both(folder: Path) -> dict[str, KeyFile | Exception | None]:
    return {name: _read_one(folder / name) for name in NAMES}


def _read_one(path: Path) -> KeyFile | Exception | None:
    content = read_small(path)
    if content is None:
        return None
    try:
        return decode(content)
    except (KeyFileDamaged, MadeByNewerVersion) as failure:
        return failure


def _sequence(found: KeyFile | Exception | None) -> int:
    return found.sequence if isinstance(found, KeyFile) else -1
