"""The catalogue as this college uses it: the shipped one with its own services laid over it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from app import paths
from app.casework.overlays import (
    OverlayKind,
    OwnValue,
    laid_over,
    own_values,
    put_all_own,
    take_back,
)
from app.casework.session import Session
from app.domain.kit.moments import day_of
from app.domain.kit.wording import write_staff
from app.removal.catalogue import Catalogue, Change, Service, changes, overlaid
from app.removal.reading import read_catalogue, service_fault_sentences


@cache
def shipped() -> Catalogue:
    """Return the catalogue that comes with the program.

    It can be read even when the computer's clock is wrong.
    """
    return read_catalogue((paths.resources() / "services.toml").read_bytes(), date.max)


def catalogue(session: Session) -> Catalogue:
    """Return the catalogue; services edited or added in this casebook replace shipped ones."""
    return overlaid(shipped(), own_services(session))


def own_services(session: Session) -> tuple[Service, ...]:
    """Return the services edited or added in this casebook."""
    return tuple(
        laid_over(Service, {}, own_values(session.casebook.settings, OverlayKind.SERVICE)).values()
    )


def whose_services(session: Session) -> Mapping[str, OwnValue]:
    """Return for each own service who set it, why, and since when."""
    return own_values(session.casebook.settings, OverlayKind.SERVICE)


def adopt(session: Session, services: Sequence[Service], why: str) -> None:
    """Store services in this casebook, all of them or none, in the name of the user.

    Raises ValueError with the first fault found; DiskFull, ReadOnly.
    """
    today = day_of(session.now())
    for service in services:
        if faults := service_fault_sentences(service, today):
            message = f"{service.name or service.id}: {faults[0]}"
            raise ValueError(message)
        if len(msgspec.json.encode(service)) > _LONGEST:
            message = f"{service.name}: all its texts together are too long to keep."
            raise ValueError(message)
    whose = write_staff(session.as_staff)
    found = {
        one.id: OwnValue(value=msgspec.to_builtins(one), whose=whose, why=why, since=today)
        for one in services
    }
    put_all_own(session.casebook.settings, OverlayKind.SERVICE, found)


_LONGEST = 19_000
"""The most bytes of a service: a setting holds 20,000, and who set it and why need room too."""


def give_up(session: Session, service: str) -> None:
    """Remove the college's version of a service: a shipped one counts again, any other is gone."""
    take_back(session.casebook.settings, OverlayKind.SERVICE, service)


def look_into(session: Session, content: bytes) -> tuple[Change, ...]:
    """Check a catalogue file and return what importing it would change. Changes nothing.

    Raises CatalogueRefused with the line and the reason.
    """
    coming = read_catalogue(content, day_of(session.now()))
    return changes(catalogue(session), coming)
