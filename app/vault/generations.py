"""Where the files of a casebook lie, and which generation of the records is the current one."""

import re
from pathlib import Path
from typing import Literal

import msgspec

from app.vault.canonical import canonical
from app.vault.errors import Damaged, MadeByNewerVersion, MissingFile, NotACasebook
from app.vault.files import read_small, write_durably

FORMAT = 1
FIRST = "gen-0001"
_NAME = "vault.json"
_GENERATION = re.compile(r"gen-[0-9]{4,}")


class Pointer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What vault.json says: the format, which casebook this is, where its records are."""

    kind: Literal["DSL Casebook"] = "DSL Casebook"
    format: int = FORMAT
    casebook: str
    generation: str = FIRST

    def records(self, folder: Path) -> Path:
        """Give the path of the current records file."""
        return folder / self.generation / "records.db"


class _Format(msgspec.Struct):
    kind: Literal["DSL Casebook"]
    format: int


def read_pointer(folder: Path) -> Pointer:
    """Read vault.json and change nothing.

    Raises NotACasebook, MissingFile, MadeByNewerVersion, Damaged.
    """
    content = read_small(folder / _NAME)
    if content is None:
        raise MissingFile if (folder / "keys-a").exists() else NotACasebook
    try:
        written = msgspec.json.decode(content, type=_Format)
    except (msgspec.MsgspecError, ValueError):
        raise _unreadable() from None
    if written.format > FORMAT:
        raise MadeByNewerVersion
    try:
        pointer = msgspec.json.decode(content, type=Pointer)
    except (msgspec.MsgspecError, ValueError):
        raise _unreadable() from None
    # The name becomes part of a path, so it must not be able to lead out of the folder.
    if not _GENERATION.fullmatch(pointer.generation):
        raise _unreadable()
    return pointer


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Write vault.json, durable on return. Raises DiskFull, ReadOnly, DiskFailed."""
    write_durably(folder / _NAME, canonical(pointer))


def _unreadable() -> Damaged:
    return Damaged(
        "The file vault.json of this casebook is damaged. The records are still there. Copy "
        "vault.json from your newest backup into the casebook folder."
    )
