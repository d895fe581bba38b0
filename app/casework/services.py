"""The catalogue as this college uses it: the shipped one with its own services laid over it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cache

import msgspec

from app import paths
from app.casework.desk import Desk
from app.domain.moments import day_of
from app.removal.catalogue import Catalogue, Change, Service, changes, overlaid
from app.removal.reading import faults_of, read_catalogue

_PREFIX = "service:"


@cache
def shipped() -> Catalogue:
    """Give the catalogue that comes with the program. A clock set wrong does not make it unread."""
    return read_catalogue((paths.resources() / "services.toml").read_bytes(), date.max)


def catalogue(desk: Desk) -> Catalogue:
    """Give the catalogue with the services edited or added in this casebook, which win."""
    return overlaid(shipped(), own_services(desk))


def own_services(desk: Desk) -> tuple[Service, ...]:
    """Give the services edited or added in this casebook."""
    settings = desk.casebook.settings.all()
    kept = (value for name, value in settings.items() if name.startswith(_PREFIX) and value)
    return tuple(service for service in map(_read, kept) if service)


def adopt(desk: Desk, services: Sequence[Service]) -> None:
    """Keep services in this casebook, all of them or none.

    Raises ValueError with the first fault of the first one that is not right; DiskFull, ReadOnly.
    """
    today = day_of(desk.now())
    for service in services:
        if faults := faults_of(service, today):
            message = f"{service.name or service.id}: {faults[0]}"
            raise ValueError(message)
    values = {_PREFIX + one.id: msgspec.json.encode(one).decode() for one in services}
    if long := next((one for one in services if len(values[_PREFIX + one.id]) > _LONGEST), None):
        message = f"{long.name}: all its texts together are too long to keep."
        raise ValueError(message)
    desk.casebook.settings.put_all(values)


_LONGEST = 20_000
"""The most characters the casebook keeps of one setting."""


def give_up(desk: Desk, service: str) -> None:
    """Forget what was edited of a service: a shipped one is as it came, an own one is gone."""
    desk.casebook.settings.put(_PREFIX + service, "")


def look_into(desk: Desk, content: bytes) -> tuple[Change, ...]:
    """Check a catalogue file and say what importing it would change. Changes nothing itself.

    Raises CatalogueRefused with the line and the reason.
    """
    coming = read_catalogue(content, day_of(desk.now()))
    return changes(catalogue(desk), coming)


def _read(value: str) -> Service | None:
    """Read a kept service; one from a newer version of the program is left out."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(value, type=Service)
    return None
