"""The settings and users of a casebook that this version cannot read, each as it is kept."""

from app.casework import rules, setup
from app.casework.overlays import OverlayKind, OwnValue, laid, place_of
from app.casework.services import shipped
from app.casework.session import Session
from app.domain.case.duty import Duty
from app.domain.forms.settings import SET_ALONE, read_setting
from app.domain.kit.registry import UNREADABLE, Unread, read_whole
from app.domain.rules.clocks import TimeLimit
from app.domain.rules.directory import Contact
from app.removal.catalogue import Service


def unread_settings(session: Session) -> tuple[Unread, ...]:
    """Return each setting that is ignored because this version cannot read it."""
    return tuple(
        Unread(name, value)
        for name, value in session.casebook.settings.all().items()
        if not _readable(session, name, value)
    )


def stands_for(session: Session, setting: Unread) -> str:
    """Return a sentence saying what counts in place of a setting that cannot be read."""
    set_elsewhere = f"“{_called(session, setting.name)}” was set by another version and"
    if setting.name in setup.SETTINGS or place_of(setting.name):
        return (
            f"{set_elsewhere} cannot be read here: what comes with the program counts until you"
            " set it again."
        )
    return f"{set_elsewhere} is not known here: it counts for nothing."


def unread_users(session: Session) -> tuple[Unread, ...]:
    """Return each user whose row cannot be read."""
    return tuple(user for user in session.casebook.users() if isinstance(user, Unread))


def _readable(session: Session, name: str, value: str) -> bool:
    try:
        _read(session, name, value)
    except UNREADABLE:
        return False
    return True


def _read(session: Session, name: str, value: str) -> object:
    """Read one setting as its users do. Raises one of UNREADABLE where they cannot."""
    match place_of(name):
        case OverlayKind.CLOCK, key:
            return laid(TimeLimit, session.rules.shipped.limits, key, read_whole(value, OwnValue))
        case OverlayKind.CONTACT, key:
            contacts = session.rules.shipped_directory.contacts
            return laid(Contact, contacts, key, read_whole(value, OwnValue))
        case OverlayKind.SERVICE, key:
            return laid(Service, {}, key, read_whole(value, OwnValue))
        case _ if name == rules.DUTY:
            return read_whole(value, Duty)
        case _:
            return read_setting(name, value)


def _called(session: Session, setting: str) -> str:
    """Return the words for a setting on screen; its name where it has none."""
    match place_of(setting):
        case OverlayKind.CLOCK, name:
            limit = session.rules.shipped.limits.get(name)
            return limit.what if limit else name
        case OverlayKind.CONTACT, name:
            contact = session.rules.shipped_directory.contacts.get(name)
            return contact.name if contact else name
        case OverlayKind.SERVICE, name:
            service = shipped().by_id(name)
            return service.name if service else name
    if setting == rules.DUTY:
        return "Mandatory reporting"
    return SET_ALONE[setting].ask.label if setting in SET_ALONE else setting
