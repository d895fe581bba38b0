"""What this version cannot read is shown as it is kept: never lost, and never in the way."""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.domain.text import clean

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
    """Something this version cannot read: `name` is what it is kept under, `raw` all it says."""

    name: str
    raw: str

    @property
    def words(self) -> str:
        """What it says, for people to read."""
        return readable(self.raw)


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
