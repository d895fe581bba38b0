"""What of a casebook's settings and users this version cannot read, each as it is kept."""

from collections.abc import Mapping
from typing import Any

from app.casework import rules, setup
from app.casework.desk import Desk
from app.casework.overlays import Kind, Own, laid, place_of
from app.domain.clocks import Limit
from app.domain.directory import Contact
from app.domain.duty import Duty
from app.domain.nations import Nation
from app.domain.unread import UNREADABLE, Unread, read_whole
from app.removal.catalogue import Service


def unread_settings(desk: Desk) -> tuple[Unread, ...]:
    """Give each setting that counts for nothing, because this version cannot read it."""
    return tuple(
        Unread(name, value)
        for name, value in desk.casebook.settings.all().items()
        if not _readable(desk, name, value)
    )


def unread_users(desk: Desk) -> tuple[Unread, ...]:
    """Give each user whose row cannot be read."""
    return tuple(user for user in desk.casebook.users() if isinstance(user, Unread))


def _readable(desk: Desk, name: str, value: str) -> bool:
    try:
        _read(desk, name, value)
    except UNREADABLE:
        return False
    return True


def _read(desk: Desk, name: str, value: str) -> object:
    """Read one setting as those who use it do. Raises one of UNREADABLE where they cannot."""
    match place_of(name), name:
        case (kind, key), _:
            record, shipped = _dated(desk)[kind]
            return laid(record, shipped, key, read_whole(value, Own))
        case None, "nation":
            return Nation(value)
        case None, setup.LOCK if setup.minutes_in(value) is None:
            raise ValueError("these are no minutes")
        case None, rules.DUTY:
            return read_whole(value, Duty)
        case None, _ if name not in setup.SETTINGS:
            raise LookupError(name)
    return value


def _dated(desk: Desk) -> Mapping[Kind, tuple[type[Any], Mapping[str, Any]]]:
    """Give, for each kind of own value, what it is laid over."""
    return {
        Kind.CLOCK: (Limit, desk.rules.shipped.limits),
        Kind.CONTACT: (Contact, desk.rules.shipped_directory.contacts),
        Kind.SERVICE: (Service, {}),
    }
