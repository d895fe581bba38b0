"""Members of staff as they are written: whether two writings are of one person."""

from collections.abc import Iterable, Iterator

from app.domain import names
from app.domain.kit.answers import StaffMember
from app.domain.kit.wording import write_staff


def writings(who: StaffMember | str) -> Iterator[str]:
    """Yield a name as typed, and with what was typed after it: `Okafor, R.` is one name."""
    if isinstance(who, str):
        yield who
    elif who.name.strip():
        yield who.name
        yield write_staff(who)


def surely_same(one: StaffMember, other: StaffMember) -> bool:
    """Return whether two names are writings of one, whatever role or title is beside them."""
    return any(names.same_bearer(a, b) for a in writings(one) for b in writings(other))


def perhaps_same(one: StaffMember, other: StaffMember) -> bool:
    """Return whether two names may be of one person, by an initial or by their order."""
    return any(names.perhaps_same_bearer(a, b) for a in writings(one) for b in writings(other))


def each_once(staff: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
    """Return each member of staff once, by their first writing."""
    found: list[StaffMember] = []
    for one in staff:
        if not any(surely_same(one, other) for other in found):
            found.append(one)
    return tuple(found)
