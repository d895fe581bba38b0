"""The college's own values: over dated data, and of its staff. What it set, whose, why, since when.

All dated data that ships uses this one mechanism. Each own value is one setting of the casebook, so
that it moves with the casebook and every change of it is logged.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from app.domain.kit.registry import UNREADABLE
from app.removal.catalogue import Service
from app.vault.settings import Settings

T = TypeVar("T", bound=msgspec.Struct)


class OverlayKind(StrEnum):
    """The kinds of data over which, or of which, a college may set its own values."""

    CLOCK = "clock"
    CONTACT = "contact"
    SERVICE = "service"
    STAFF = "staff"


class OwnValue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One own value: the parts of a record that replace the shipped ones."""

    value: dict[str, Any]
    whose: str
    why: str
    since: date


def own_values(settings: Settings, kind: OverlayKind) -> dict[str, OwnValue]:
    """Return the own values of one kind of data, by the name of their record.

    One that cannot be read is left out; `unread.unread_settings` returns those.
    """
    start = _row(kind, "")
    found = {}
    for name, value in settings.all().items():
        if name.startswith(start):
            with suppress(*UNREADABLE):
                found[name.removeprefix(start)] = msgspec.json.decode(value, type=OwnValue)
    return found


def put_own(settings: Settings, kind: OverlayKind, name: str, own: OwnValue) -> None:
    """Store an own value. Raises ValueError if the name is no short word; DiskFull, ReadOnly.

    A name that is not shipped adds a record; `base.more` adds one based on the shipped `base`.
    """
    put_all_own(settings, kind, {name: own})


def put_all_own(settings: Settings, kind: OverlayKind, values: Mapping[str, OwnValue]) -> None:
    """Store several own values, all of them or none. Raises as `put_own` does."""
    settings.put_all(
        {
            _row(kind, name): msgspec.json.encode(own, order="sorted").decode()
            for name, own in values.items()
        }
    )


def take_back(settings: Settings, kind: OverlayKind, name: str) -> None:
    """Remove an own value: the shipped one counts again. Raises DiskFull, ReadOnly."""
    settings.forget(_row(kind, name))


def laid_over(
    record: type[T], shipped: Mapping[str, T], own: Mapping[str, OwnValue]
) -> dict[str, T]:
    """Return the shipped records with the own values laid over them."""
    found = dict(shipped)
    for name, over in own.items():
        # One that no longer fits newer shipped data must not stop the casebook from opening.
        with suppress(*UNREADABLE):
            found[name] = laid(record, shipped, name, over)
    return found


def laid(record: type[T], shipped: Mapping[str, T], name: str, own: OwnValue) -> T:
    """Return a shipped record with an own value laid over it.

    Raises one of UNREADABLE if they do not fit.
    """
    if unknown := own.value.keys() - set(record.__struct_fields__):
        raise ValueError(f"{len(unknown)} parts of this are not known to this version")
    base = shipped.get(name) or shipped.get(name.partition(".")[0])
    kept = {part: it for part, it in own.value.items() if (record, part, it) not in _LEFT_OUT_TODAY}
    return msgspec.convert((msgspec.to_builtins(base) if base else {}) | kept, record)


_LEFT_OUT_TODAY = ((Service, "nation", "uk"),)
"""What an earlier version kept and this one ignores: a service for the whole United Kingdom."""


def place_of(setting: str) -> tuple[OverlayKind, str] | None:
    """Return the kind and name of the own value a setting holds; None for any other setting."""
    own, _, rest = setting.partition(".")
    kind, _, name = rest.partition(".")
    return (OverlayKind(kind), name) if own == _OWN and kind in list(OverlayKind) else None


def family_of(setting: str) -> str:
    """Return the family of a setting: `own.clock` for `own.clock.mine`; any other is its own."""
    return next((one for one in FAMILIES if setting.startswith(f"{one}.")), setting)


def _row(kind: OverlayKind, name: str) -> str:
    return f"{_OWN}.{kind}.{name}"


_OWN = "own"
FAMILIES = tuple(f"{_OWN}.{kind}" for kind in OverlayKind)
"""How the names of the settings for own values begin, one for each kind."""
