"""What of a casebook's settings and users this version cannot read, each as it is kept."""

from app.casework import rules, setup
from app.casework.desk import Desk
from app.casework.overlays import Kind, Own, laid, place_of
from app.casework.services import shipped
from app.domain.case.duty import Duty
from app.domain.forms.settings import SET_ALONE, read_setting
from app.domain.kit.unread import UNREADABLE, Unread, read_whole
from app.domain.rules.clocks import Limit
from app.domain.rules.directory import Contact
from app.removal.catalogue import Service


def unread_settings(desk: Desk) -> tuple[Unread, ...]:
    """Give each setting that counts for nothing, because this version cannot read it."""
    return tuple(
        Unread(name, value)
        for name, value in desk.casebook.settings.all().items()
        if not _readable(desk, name, value)
    )


def stands_for(desk: Desk, setting: Unread) -> str:
    """Say in one sentence what counts in place of a setting that cannot be read."""
    set_elsewhere = f"“{_called(desk, setting.name)}” was set by another version and"
    if setting.name in setup.SETTINGS or place_of(setting.name):
        return (
            f"{set_elsewhere} cannot be read here: what comes with the program counts until you"
            " set it again."
        )
    return f"{set_elsewhere} is not known here: it counts for nothing."


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
    match place_of(name):
        case Kind.CLOCK, key:
            return laid(Limit, desk.rules.shipped.limits, key, read_whole(value, Own))
        case Kind.CONTACT, key:
            contacts = desk.rules.shipped_directory.contacts
            return laid(Contact, contacts, key, read_whole(value, Own))
        case Kind.SERVICE, key:
            return laid(Service, {}, key, read_whole(value, Own))
        case _ if name == rules.DUTY:
            return read_whole(value, Duty)
        case _:
            return read_setting(name, value)


def _called(desk: Desk, setting: str) -> str:
    """Give the words a setting goes by on screen; its name where it has none."""
    match place_of(setting):
        case Kind.CLOCK, name:
            limit = desk.rules.shipped.limits.get(name)
            return limit.what if limit else name
        case Kind.CONTACT, name:
            contact = desk.rules.shipped_directory.contacts.get(name)
            return contact.name if contact else name
        case Kind.SERVICE, name:
            service = shipped().by_id(name)
            return service.name if service else name
    if setting == rules.DUTY:
        return "Mandatory reporting"
    return SET_ALONE[setting].ask.label if setting in SET_ALONE else setting
