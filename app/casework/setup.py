"""Setting up: the college, its own time limits and contacts, the duty to report, and the lock."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import msgspec

from app.casework import guidance
from app.casework.guidance import DUTY
from app.casework.overlays import (
    FAMILIES,
    OverlayKind,
    OwnValue,
    laid,
    own_values,
    place_of,
    put_own,
    take_back,
)
from app.casework.services import shipped
from app.casework.session import Session
from app.domain import names
from app.domain.case.case import Case, State
from app.domain.case.duty import Duty
from app.domain.forms.settings import (
    SET_ALONE,
    USUAL_MINUTES,
    CheckedContact,
    College,
    Locking,
    OwnLimit,
    OwnLimitSomewhere,
    Unit,
    read_setting,
)
from app.domain.kit.answers import Answer, Nation
from app.domain.kit.form import name_of
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import age_on, day_of
from app.domain.kit.registry import UNREADABLE, Unread, read_whole
from app.domain.rules.directory import Contact, HelpFor, Need
from app.domain.rules.staff import Listed
from app.domain.rules.time_limits import TimeLimit
from app.removal.catalogue import Service

LOCK, NATION = name_of(Locking.lock_minutes), name_of(College.nation)

SETTINGS = (*SET_ALONE, DUTY, *FAMILIES)
"""The settings of a casebook: each by its name, own values by how their names begin."""


def college_as_set(session: Session) -> College:
    """Return the college as it is set up today; an unknown nation counts as England."""
    kept = session.casebook.settings.all()
    words = {name: kept.get(name, "") for name in College.__struct_fields__}
    nation = _read(NATION, words.pop(NATION)) or Nation.ENGLAND
    return College(**words, nation=nation)


def _read(name: str, kept: str) -> Any:
    """Return the answer kept in a setting.

    None where there is none, or none this version can read.
    """
    with suppress(*UNREADABLE):
        return read_setting(name, kept)
    return None


def set_college(session: Session, college: College) -> None:
    """Store the college's details. Letters issued before keep theirs. Raises DiskFull, ReadOnly."""
    standing = msgspec.structs.asdict(college_as_set(session))
    for name, value in msgspec.structs.asdict(college).items():
        kept = session.casebook.settings.get(name)  # `standing` replaces an unreadable one
        if value != kept and (kept or value != standing[name]):
            session.casebook.settings.put(name, " ".join(value.split()))


def nation_of(session: Session) -> Nation:
    """Return the nation whose procedures the college follows."""
    return college_as_set(session).nation


def authority_of(session: Session) -> str:
    """Return the local authority of the college; "" while it is not set."""
    return college_as_set(session).authority


def addressed_to(session: Session, case: Case, child: str) -> dict[str, Answer]:
    """Return the team and address a referral about a child goes to, as far as that is known.

    It goes to the authority where the child lives. If none is recorded, that is taken to be the
    college's own, with the front door as the college has checked it.
    """
    known = case.people.get(child)
    home = (known.details.home_authority if known and known.details else None) or ""
    own = authority_of(session)
    if home and not names.same(home, own):
        return {"team": f"{_TEAM}, {home}"}
    if not own:
        return {}
    door = session.rules.directory.contacts.get(_FRONT_DOOR)
    address = door.address if door and door.may_be_printed(day_of(session.now())) else ""
    found: dict[str, Answer] = {"team": f"{_TEAM}, {own}"}
    return found | {"team_address": address} if address else found


_TEAM, _FRONT_DOOR = "Children’s social care", "front_door"


def own_limits(session: Session) -> Mapping[str, OwnValue]:
    """Return the college's own time limits, by name; `name.authority` is for one authority."""
    return own_values(session.casebook.settings, OverlayKind.CLOCK)


def set_limit(session: Session, name: str, limit: OwnLimit) -> None:
    """Store the college's own limit in place of the shipped one, or beside it for one authority.

    It counts at once; `catching_up` then updates the lists.
    """
    today = day_of(session.now())
    authority = limit.authority if isinstance(limit, OwnLimitSomewhere) else ""
    value = {unit.value: None for unit in Unit} | {
        limit.unit.value: limit.number,
        "source": limit.source,
        "standing": "the college’s own",
        "authority": authority,
        "checked": today,
    }
    own = OwnValue(value=value, whose=limit.source, why=limit.why, since=today)
    put_own(session.casebook.settings, OverlayKind.CLOCK, limit_key(name, authority), own)
    session.rules.read(session.casebook.settings)


def take_limit_back(session: Session, key: str) -> None:
    """Remove an own limit: the shipped one counts again. `catching_up` then updates the lists."""
    take_back(session.casebook.settings, OverlayKind.CLOCK, key)
    session.rules.read(session.casebook.settings)


def limit_key(name: str, authority: str = "") -> str:
    """Return the key of a limit: `written_confirmation`, or with the authority after a dot."""
    short = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in authority).split())
    return f"{name}.{short.lower()}"[:40] if short else name


def set_contact(session: Session, key: str, checked: CheckedContact) -> None:
    """Store a contact as the college has checked it today."""
    today = day_of(session.now())
    parts = msgspec.structs.asdict(checked)
    why = parts.pop("why")
    contact = msgspec.structs.replace(
        session.rules.directory.contacts[key], **parts, standing=Seen.SEEN, checked_on=today
    )
    own = OwnValue(value=msgspec.to_builtins(contact), whose=checked.source, why=why, since=today)
    put_own(session.casebook.settings, OverlayKind.CONTACT, key, own)
    session.rules.read(session.casebook.settings)


def take_contact_back(session: Session, key: str) -> None:
    """Remove an own contact: the shipped one counts again."""
    take_back(session.casebook.settings, OverlayKind.CONTACT, key)
    session.rules.read(session.casebook.settings)


def own_contacts(session: Session) -> Mapping[str, OwnValue]:
    """Return the contacts that the college has corrected, by their short names."""
    return own_values(session.casebook.settings, OverlayKind.CONTACT)


def help_for(session: Session, audience: HelpFor) -> tuple[Contact, ...]:
    """Return the contacts that a paper for this audience may name today."""
    return session.rules.directory.help_for(audience, nation_of(session), day_of(session.now()))


def chosen_help(
    session: Session, audience: HelpFor, needs: Collection[Need], born: date | None = None
) -> tuple[Contact, ...]:
    """Return the few contacts that a paper for a family names today, for these needs.

    `born` is the birth date of their child, None where it is not known.
    """
    directory, today = session.rules.directory, day_of(session.now())
    age = age_on(born, today) if born else None
    return directory.chosen_for(audience, nation_of(session), today, needs, age)


def set_duty(session: Session, duty: Duty | None) -> None:
    """Switch the duty to report on, with its day and source, or off; see `set_limit`."""
    if duty:
        session.casebook.settings.put(DUTY, msgspec.json.encode(duty).decode())
    else:
        session.casebook.settings.forget(DUTY)
    session.rules.read(session.casebook.settings)


def lock_minutes(session: Session) -> int:
    """Return after how many minutes without a touch the casebook locks."""
    return int(_read(LOCK, session.casebook.settings.get(LOCK)) or USUAL_MINUTES)


def set_lock_minutes(session: Session, minutes: int) -> None:
    """Store after how many minutes without a touch the casebook locks."""
    session.casebook.settings.put(LOCK, str(minutes))


def catching_up(session: Session) -> Iterator[None]:
    """Update what is due in every open case by the rules as they are now, one case a step."""
    return session.casebook.lists.refreshing(State.OPEN.value)


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
    place = place_of(setting.name)
    if place and place[0] is OverlayKind.STAFF:
        return f"{set_elsewhere} cannot be read here: they are not on the list until you add them."
    if setting.name in SETTINGS or place:
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
        _read_as_used(session, name, value)
    except UNREADABLE:
        return False
    return True


def _read_as_used(session: Session, name: str, value: str) -> object:
    """Read one setting as its users do. Raises one of UNREADABLE where they cannot."""
    match place_of(name):
        case OverlayKind.CLOCK, key:
            return laid(TimeLimit, session.rules.shipped.limits, key, read_whole(value, OwnValue))
        case OverlayKind.CONTACT, key:
            contacts = session.rules.shipped_directory.contacts
            return laid(Contact, contacts, key, read_whole(value, OwnValue))
        case OverlayKind.SERVICE, key:
            return laid(Service, {}, key, read_whole(value, OwnValue))
        case OverlayKind.STAFF, key:
            return laid(Listed, {}, key, read_whole(value, OwnValue))
        case _ if name == guidance.DUTY:
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
        case OverlayKind.STAFF, _:
            return "A member of staff"
    if setting == guidance.DUTY:
        return "Mandatory reporting"
    return SET_ALONE[setting].ask.label if setting in SET_ALONE else setting
