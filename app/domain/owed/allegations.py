"""Members of staff with a part in a case, and when the LADO was told of each.

Source: KCSIE 2026, part four.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain.case.case import Case
from app.domain.case.people import ACTIVE, PersonInCase, RoleHeld
from app.domain.forms.bodies import OtherBody
from app.domain.kit.answers import PersonKind, Role
from app.domain.owed.told import body_tellings, body_told


def staff_since(known: PersonInCase) -> datetime:
    """Return the instant (UTC) since which a part in it is known of somebody known to be staff."""
    return max(known.kind_since, min(part.since for part in _parts_now(known)))


def staff_with_a_part(case: Case) -> tuple[PersonInCase, ...]:
    """Return the members of staff who did more than hear of it, as of today.

    Source: KCSIE 2026, part four. To have seen or heard of it, or told us, is no such part.
    """
    return tuple(
        known
        for known in case.people.values()
        if known.person.kind is PersonKind.STAFF and _parts_now(known)
    )


def lado_told_of(case: Case, staff: PersonInCase) -> Iterator[datetime]:
    """Yield when the LADO was told (UTC) of a member of staff, or of no other one."""
    others = {one.person.id for one in staff_with_a_part(case)} - {staff.person.id}
    for one in case.body_referrals:
        if body_told(one) is OtherBody.LADO and one.opened.about not in others:
            yield from (told.at for told in body_tellings(case, one))


def _parts_now(known: PersonInCase) -> list[RoleHeld]:
    return [
        part for part in known.parts if part.role in ACTIVE | {Role.RECEIVED} and not part.until
    ]
