"""The list of staff that a college keeps in its settings: read it, add to it, put it right."""

from collections.abc import Collection, Mapping
from uuid import uuid4

import msgspec

from app.casework.overlays import OverlayKind, OwnValue, laid_over, own_values, put_own, take_back
from app.casework.session import Session
from app.disclosure.traces import short_patterns_of
from app.domain.case.case import Case
from app.domain.kit.answers import StaffMember, StaffRole
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, name_of
from app.domain.kit.moments import day_of
from app.domain.kit.staff import each_once
from app.domain.kit.wording import write_staff
from app.domain.rules.staff import Listed, StaffList, role_in_words, staff_named
from app.vault.access import KnownUser


def staff_list(session: Session) -> StaffList:
    """Return the staff as the college lists them, and the users of the casebook it has not listed.

    A user counts with the role of their sign-in, until the day they were removed.
    """
    own = listed_staff(session)
    return StaffList(
        (*own.values(), *unlisted_users(session).values()),
        kept=bool(own),
        other_forms=short_patterns_of,
    )


def unlisted_users(session: Session) -> Mapping[str, Listed]:
    """Return the users whom the college has not listed, by a short name to list them under."""
    own = [one for known in listed_staff(session).values() for one in known.writings]
    users = (user for user in session.casebook.users() if isinstance(user, KnownUser))
    return {
        f"user-{user.user}": one for user in users if not any(map((one := _user(user)).bears, own))
    }


def listed_staff(session: Session) -> Mapping[str, Listed]:
    """Return whom the college has listed, by the short name of the setting, in order of names."""
    found = laid_over(Listed, {}, own_values(session.casebook.settings, OverlayKind.STAFF))
    return dict(sorted(found.items(), key=lambda one: (one[1].name.casefold(), one[0])))


def new_member() -> str:
    """Return a new short name under which a member of staff can be listed."""
    return uuid4().hex[:16]


def listing_faults(session: Session, key: str, answers: Answers) -> tuple[Problem, ...]:
    """Return a problem if somebody else on the list already bears a name given under `key`."""
    asked = {part: str(answers.get(part) or "") for part in (_NAME, _ALSO)}
    given = Listed(name=asked[_NAME], also=asked[_ALSO], roles=())
    for other, known in listed_staff(session).items():
        if other != key and asked[_NAME] and any(map(known.bears, given.writings)):
            at = _NAME if known.bears(given.name) else _ALSO
            sentence = (
                f"{known.name} is on the list already, under a way of writing this name. Change "
                "the roles there, or write this name so that it tells the two apart."
            )
            return (Problem(at, sentence),)
    return ()


_NAME, _ALSO = name_of(Listed.name), name_of(Listed.also)


def list_member(session: Session, key: str, member: Listed) -> None:
    """Store a member of staff under a short name. It counts at once. Raises DiskFull, ReadOnly."""
    own = OwnValue(
        value=msgspec.to_builtins(member),
        whose=write_staff(session.as_staff),
        why="The college’s list of its staff",
        since=day_of(session.now()),
    )
    put_own(session.casebook.settings, OverlayKind.STAFF, key, own)


def take_off(session: Session, key: str) -> None:
    """Remove somebody listed by mistake. Whoever leaves stays, with a last day for each role."""
    take_back(session.casebook.settings, OverlayKind.STAFF, key)


def staff_of(session: Session, case: Case | None = None) -> tuple[StaffMember, ...]:
    """Return whom a form offers: the user, the staff with their roles of today, the case’s others.

    Whoever is offered already is not offered again by another writing.
    """
    known, today = staff_list(session), day_of(session.now())
    own = known.named(session.as_staff)
    set_here = own in listed_staff(session).values()
    me = own.as_staff(today) if own and set_here and own.roles_on(today) else session.as_staff
    here = [one for one in known.people if one.roles_on(today) and one != own]
    named = staff_named(case) if case else ()
    others = (one for one in named if (it := known.named(one)) is None or it not in (own, *here))
    return (me, *(one.as_staff(today) for one in here), *each_once(others))


def who_may(session: Session, roles: Collection[StaffRole]) -> str:
    """Return a sentence on who has one of these roles today, by the list, or that there is none."""
    known, today = staff_list(session), day_of(session.now())
    if not known.kept:
        return "No staff are listed in Settings yet: the role written here counts."
    may = ", ".join(f"{one.name} ({one.role})" for one in known.who_hold(roles, today))
    return f"By the staff list today: {may or 'nobody'}."


def _user(user: KnownUser) -> Listed:
    role = role_in_words(user.role)
    until = day_of(user.removed) if user.removed else None
    return Listed(name=user.name, roles=(msgspec.structs.replace(role, until=until),))
