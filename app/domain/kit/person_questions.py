"""What is asked of somebody when they are named: more of a learner than of an unknown account."""

from datetime import date
from typing import Annotated

from app.domain.kit.answers import Line, PersonKind, Role
from app.domain.kit.form import Ask, Row

_Name = Annotated[Line | None, Ask("Name")]
_KnownAs = Annotated[Line | None, Ask("Also known as", example="Short name or handle")]
_Born = Annotated[date | None, Ask("Date of birth", example="If known")]
_Roles = Annotated[tuple[Role, ...], Ask("Part in this")]


class Learner(Row, frozen=True, kw_only=True):
    """A learner of the college."""

    name: _Name = None
    known_as: _KnownAs = None
    born: _Born = None
    group: Annotated[Line | None, Ask("Course, year or tutor group")] = None
    roles: _Roles = ()


class LearnerElsewhere(Row, frozen=True, kw_only=True):
    """A learner of another school or college."""

    name: _Name = None
    known_as: _KnownAs = None
    born: _Born = None
    group: Annotated[Line | None, Ask("School or college")] = None
    roles: _Roles = ()


class StaffNamed(Row, frozen=True, kw_only=True):
    """A member of staff."""

    name: _Name = None
    group: Annotated[Line | None, Ask("Job")] = None
    roles: _Roles = ()


class Adult(Row, frozen=True, kw_only=True):
    """A parent, carer or other adult."""

    name: _Name = None
    known_as: _KnownAs = None
    roles: _Roles = ()


class Account(Row, frozen=True, kw_only=True):
    """An account nobody can put a person to yet."""

    name: Annotated[Line | None, Ask("Name shown or handle")] = None
    group: Annotated[Line | None, Ask("Service")] = None
    roles: _Roles = ()


QUESTIONS: dict[PersonKind, type[Row]] = {
    PersonKind.LEARNER: Learner,
    PersonKind.PARENT: Adult,
    PersonKind.STAFF: StaffNamed,
    PersonKind.ADULT: Adult,
    PersonKind.ELSEWHERE: LearnerElsewhere,
    PersonKind.ACCOUNT: Account,
}
