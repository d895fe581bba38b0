"""The college's own word over dated data: what it set, on whose procedure, why, and since when.

One mechanism for everything that ships as dated data: each own value is one setting of the
casebook, so that it travels with it, and every change of it stands in the log.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar

import msgspec

from app.vault.settings import Settings

T = TypeVar("T", bound=msgspec.Struct)
S = TypeVar("S", str, bytes)
V = TypeVar("V")


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """One own value: the parts of a record that stand in place of the shipped ones."""

    value: dict[str, Any]
    whose: str
    why: str
    since: date


def own_of(settings: Settings, kind: str) -> dict[str, Own]:
    """Give the own values of one kind of data, by the name of the record they belong to.

    What this version cannot read is left out: `unread_of` has it.
    """
    return {name: own for name, own in _kept(settings, kind) if own}


def unread_of(
    settings: Settings, kind: str, record: type[T], shipped: Mapping[str, T]
) -> tuple[str, ...]:
    """Give the names of the own values this version cannot read: the shipped ones stand."""
    return tuple(
        name
        for name, own in _kept(settings, kind)
        if own is None or _over(record, shipped, name, own) is None
    )


def readable(stored: S, read: Callable[[S], V]) -> V | None:
    """Read what is stored; None where there is nothing, or nothing this version can read."""
    try:
        return read(stored) if stored else None
    except (ValueError, msgspec.MsgspecError):
        return None


def _kept(settings: Settings, kind: str) -> Iterator[tuple[str, Own | None]]:
    start = _row(kind, "")
    for name, value in settings.all().items():
        if name.startswith(start):
            yield name.removeprefix(start), readable(value, _OWN.decode)


_OWN = msgspec.json.Decoder(Own)


def put_own(settings: Settings, kind: str, name: str, own: Own) -> None:
    """Set an own value. Raises ValueError when the name is not one short word; DiskFull, ReadOnly.

    A name that is not shipped adds a record; `base.more` adds one made of the shipped `base`.
    """
    put_all_own(settings, kind, {name: own})


def put_all_own(settings: Settings, kind: str, values: Mapping[str, Own]) -> None:
    """Set several own values, all of them or none. Raises as `put_own` does."""
    settings.put_all(
        {
            _row(kind, name): msgspec.json.encode(own, order="sorted").decode()
            for name, own in values.items()
        }
    )


def take_back(settings: Settings, kind: str, name: str) -> None:
    """Go back to the shipped value. Raises DiskFull, ReadOnly."""
    settings.forget(_row(kind, name))


def laid_over(record: type[T], shipped: Mapping[str, T], own: Mapping[str, Own]) -> dict[str, T]:
    """Give the shipped records with the own values over them."""
    over = {name: _over(record, shipped, name, one) for name, one in own.items()}
    return dict(shipped) | {name: one for name, one in over.items() if one}


def _over(record: type[T], shipped: Mapping[str, T], name: str, own: Own) -> T | None:
    """Give the shipped record with an own value over it; None where that no longer fits."""
    base = shipped.get(name) or shipped.get(name.partition(".")[0])
    whole = (msgspec.to_builtins(base) if base else {}) | own.value
    # One that no longer fits what a newer version ships must not keep the casebook shut.
    with suppress(msgspec.ValidationError):
        return msgspec.convert(whole, record)
    return None


def _row(kind: str, name: str) -> str:
    return f"own.{kind}.{name}"
