"""Where the files of a casebook lie, and which generation of the records is the current one.

A generation is a folder with a whole records file. It is built under another name, checked, named,
and only then pointed at, so a finished one is never half: the newest finished one is the current.
The one before it stays as it was until the casebook is unlocked once more.
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
    """What vault.json says: the format, which casebook this is, where its records are."""

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
    """Read which generation is the current one, and change nothing.

    That is the newest finished one, even where vault.json still names the one before: the power
    went before it was pointed at, or an earlier vault.json was put back.
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
    """Make room for a generation to be built, and return the path of its empty records file.

    What an earlier try left behind is cleared away. Raises DiskFull, ReadOnly, DiskFailed.
    """
    clear_halves(folder)
    half = folder / (pointer.generation + _HALF)
    make_folder(half)
    make_empty_file(half / _RECORDS)
    return half / _RECORDS


def finish(folder: Path, pointer: Pointer) -> None:
    """Make a generation that was built and checked the current one, durable on return."""
    move_folder(folder / (pointer.generation + _HALF), folder / pointer.generation)
    write_pointer(folder, pointer)


def clear_halves(folder: Path) -> None:
    """Throw away what was never finished."""
    for half in folder.glob(f"gen-*{_HALF}"):
        _throw_away(half)


def settle(folder: Path, pointer: Pointer) -> None:
    """See that vault.json names the current generation. Where it did, throw older ones away.

    To be called when the current one has been unlocked. Raises DiskFull, ReadOnly, DiskFailed.
    """
    clear_halves(folder)
    if read_small(folder / _NAME) != canonical(pointer):
        write_pointer(folder, pointer)
        return
    for found in _finished(folder):
        if _number(found.name) < _number(pointer.generation):
            _throw_away(found)


def _throw_away(generation: Path) -> None:
    """Take away the files of a generation, and no folder below it: there never is one."""
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
