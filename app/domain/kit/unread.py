"""What this version cannot read is shown as it is kept: never lost, and never in the way."""

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from app.domain.kit.record import CaseId
from app.domain.kit.text import clean

T = TypeVar("T")

UNREADABLE = (
    msgspec.MsgspecError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading something that another version wrote, or that is not whole, may raise."""


class Unread(msgspec.Struct, frozen=True):
    """Something this version cannot read: what it is kept under, all it says, and in which case."""

    name: str
    raw: str
    case: CaseId | None = None

    @property
    def words(self) -> str:
        """What it says, for people to read."""
        return readable(self.raw)


def read_or_keep(raw: str, kind: type[T], name: str, case: CaseId | None = None) -> T | Unread:
    """Read JSON as `kind`, or give it back as it is kept where that cannot be."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except UNREADABLE:
        return Unread(name, raw, case)


def read_whole(raw: str | bytes, kind: type[T]) -> T:
    """Read JSON as `kind`. Raises one of UNREADABLE, also where something of it would be lost."""
    value = msgspec.json.decode(raw, type=kind)
    refuse_loss(msgspec.json.decode(raw), value)
    return value


def refuse_loss(said: Any, read: Any) -> None:
    """Raise ValueError unless everything that JSON says stands in what was read of it."""
    if not _holds(msgspec.json.decode(msgspec.json.encode(read)), said):
        raise ValueError("a part of this is not known to this version")


def _holds(read: Any, said: Any) -> bool:
    if isinstance(said, dict) and isinstance(read, dict):
        return all(
            one is None or (name in read and _holds(read[name], one)) for name, one in said.items()
        )
    if isinstance(said, list) and isinstance(read, list):
        return len(said) == len(read) and all(map(_holds, read, said))
    return bool(said == read)


def readable(raw: str) -> str:
    """Write JSON as lines such as `told at: 10:15`, what is inside set in; else as it stands.

    Nothing is left out but signs that nobody sees.
    """
    try:
        value = msgspec.json.decode(raw)
        lines = "\n".join(_lines(value, "")) if isinstance(value, dict | list) else raw
    except UNREADABLE:
        lines = raw
    return clean(lines)


def _lines(value: dict[str, Any] | list[Any], inset: str) -> Iterator[str]:
    named = value.items() if isinstance(value, dict) else (("–", one) for one in value)
    for name, one in named:
        begins = (
            f"{inset}{name}" if isinstance(value, list) else f"{inset}{name.replace('_', ' ')}:"
        )
        if isinstance(one, dict | list) and one:
            yield begins
            yield from _lines(one, f"{inset}  ")
        else:
            said = one if isinstance(one, str) else msgspec.json.encode(one).decode()
            yield f"{begins} {said}"
