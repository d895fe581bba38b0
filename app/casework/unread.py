"""Settings that this version cannot read: each is said, and what ships with the program stands."""

from collections.abc import Callable, Iterator, Mapping

from app.casework.desk import Desk
from app.casework.overlays import readable, unread_of
from app.casework.rules import CLOCK, CONTACT, DUTY, read_duty
from app.casework.services import SERVICE, shipped
from app.casework.setup import LOCK, NATION
from app.domain.clocks import Limit
from app.domain.directory import Contact, Nation
from app.domain.settings import Wait
from app.removal.catalogue import Service


def unread(desk: Desk) -> tuple[str, ...]:
    """Say of each setting that cannot be read any more, in one sentence, what stands for it."""
    return tuple(
        f"“{one}” was set by another version and cannot be read here: what comes with the program"
        " counts until you set it again."
        for one in _unread(desk)
    )


def _unread(desk: Desk) -> Iterator[str]:
    settings, rules = desk.casebook.settings, desk.rules
    for name, (called, read) in _ALONE.items():
        stored = settings.get(name)
        if stored and readable(stored, read) is None:
            yield called
    limits, contacts = rules.shipped.limits, rules.shipped_directory.contacts
    for name in unread_of(settings, CLOCK, Limit, limits):
        yield limits[name].what if name in limits else name
    for name in unread_of(settings, CONTACT, Contact, contacts):
        yield contacts[name].name if name in contacts else name
    for name in unread_of(settings, SERVICE, Service, {}):
        service = shipped().by_id(name)
        yield service.name if service else name


_ALONE: Mapping[str, tuple[str, Callable[[str], object]]] = {
    NATION: ("Nation", Nation),
    LOCK: ("Lock after", Wait),
    DUTY: ("Mandatory reporting", read_duty),
}
"""What a setting that stands alone and is more than words is called, and how it is read."""
