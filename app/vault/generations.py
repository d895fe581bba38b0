"""Where the files of a casebook are, and which generation of the records is the current one.

A generation is a folder with a whole records file. It is built under another name, checked,
renamed, and only then named in vault.json. So a finished one is always whole, and the newest
finished one is current. The one before it is kept until the casebook is unlocked once more.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from app.vault.canonical import canonical
from app.vault.errors import Damaged, MadeByNewerVersion, MissingFile, NotACasebook
from app.vault.files import make_empty_file, make_folder, move_folder, read_small, write_durably

FORMAT = 1
FIRST = "gen-0001"
_NAME = "vault.json"
_RECORDS = "records.db"
_GENERATION = re.compile(r"gen-([0-9]{4,})")
_HALF = ".part"


class Pointer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The content of vault.json: the format, which casebook this is, where its records are."""

    kind: Literal["DSL Casebook"] = "DSL Casebook"
    format: int = FORMAT
    casebook: str
    generation: str = FIRST

    def records(self, folder: Path) -> Path:
        """Return the path of the current records file."""
        return folder / self.generation / _RECORDS

    def next(self) -> "Pointer":
        """Return the pointer to the generation after this one."""
        return msgspec.structs.replace(self, generation=f"gen-{_number(self.generation) + 1:04d}")


class _Format(msgspec.Struct):
    kind: Literal["DSL Casebook"]
    format: int


def read_pointer(folder: Path) -> Pointer:
    """Return which generation is the current one, and change nothing.

    It is the newest finished one, even when vault.json still names the one before it: the power
    failed before vault.json was written, or an earlier vault.json was put back.
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
    named = (pointer.generation, *(found.name for found in _finished(folder)))
    return msgspec.structs.replace(pointer, generation=max(named, key=_number))


def begin(folder: Path, pointer: Pointer) -> Path:
    """Make the folder of a new generation and return the path of its empty records file.

    Removes what an earlier try left behind. Raises DiskFull, ReadOnly, DiskFailed.
    """
    clear_halves(folder)
    half = folder / (pointer.generation + _HALF)
    make_folder(half)
    make_empty_file(half / _RECORDS)
    return half / _RECORDS


def finish(folder: Path, pointer: Pointer) -> None:
    """Make a built and checked generation the current one, durable on return."""
    move_folder(folder / (pointer.generation + _HALF), folder / pointer.generation)
    write_pointer(folder, pointer)


def clear_halves(folder: Path) -> None:
    """Delete every generation that was never finished."""
    for half in folder.glob(f"gen-*{_HALF}"):
        _throw_away(half)


def settle(folder: Path, pointer: Pointer) -> None:
    """Write the current generation into vault.json. When it was there already, delete older ones.

    Call this when the current one has been unlocked. Raises DiskFull, ReadOnly, DiskFailed.
    """
    clear_halves(folder)
    if read_small(folder / _NAME) != canonical(pointer):
        write_pointer(folder, pointer)
        return
    for found in _finished(folder):
        if _number(found.name) < _number(pointer.generation):
            _throw_away(found)


def _throw_away(generation: Path) -> None:
    """Delete a generation: its files and its folder. It never has folders inside."""
    with suppress(OSError):
        for file in generation.iterdir():
            file.unlink()
        generation.rmdir()


def write_pointer(folder: Path, pointer: Pointer) -> None:
    """Write vault.json, durable on return. Raises DiskFull, ReadOnly, DiskFailed."""
    write_durably(folder / _NAME, canonical(pointer))


def _finished(folder: Path) -> Iterator[Path]:
    return (found for found in folder.glob("gen-*") if _GENERATION.fullmatch(found.name))


def _number(generation: str) -> int:
    return int(generation.removeprefix("gen-"))


def _unreadable() -> Damaged:
    return Damaged(
        "The file vault.json of this casebook is damaged. The records are still there. Copy "
        "vault.json from your newest backup into the casebook folder."
    )
