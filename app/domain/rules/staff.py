"""The college’s list of its staff: who has which role, from when until when, and who is whom.

Source: the college’s guidance, which names who refers, who views and who decides on deletion.
Authority is asked of this list on the day of the act; a role typed beside a name gives none.
"""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from itertools import product
from typing import Annotated, ClassVar

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.forms.settings import short
from app.domain.kit.answers import Answer, Line, StaffMember, StaffRole
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Ask, Questions, Row, said
from app.domain.kit.staff import perhaps_same, surely_same, writings


def as_one_says_it(answer: Answer, _now: datetime) -> str | None:
    """Refuse a role in the place of a name, and a name with its last part first."""
    if "," in str(answer):
        return "Write the name alone, as it is said: R. Okafor. The role has its own place below."
    return None if names.words(str(answer)) else "Write the name in letters."


def other_writings(answer: Answer, now: datetime) -> str | None:
    """Refuse other ways of writing a name that are not names."""
    faults = (as_one_says_it(one, now) for one in _apart(str(answer)))
    return short(answer, now) or next(filter(None, faults), None)


def a_number(answer: Answer, now: datetime) -> str | None:
    """Refuse a telephone line without a number."""
    if not re.search(r"\d[\d\s()-]{2,}", str(answer)):
        return "Write the number, as it is dialled from outside: 01632 960014."
    return short(answer, now)


class Appointed(Row, frozen=True, kw_only=True):
    """One role of a member of staff, and when they have it."""

    in_order: ClassVar[tuple[str, ...]] = ("since", "until")

    role: Annotated[StaffRole, Ask("Role")]
    job: Annotated[
        Line | None,
        Ask(
            "Which job",
            example="Tutor, Sports",
            shown_if=said("role", StaffRole.OTHER),
            required_if=said("role", StaffRole.OTHER),
        ),
    ] = None
    since: Annotated[date | None, Ask("From", help="Empty: before this casebook began.")] = None
    until: Annotated[date | None, Ask("Last day", help="Empty: still today.")] = None

    def stands(self, day: date) -> bool:
        """Return whether they have the role on `day`, its first and last day included."""
        return (self.since or day) <= day <= (self.until or day)

    @property
    def words(self) -> str:
        """The role in words: its name, or the job."""
        return (self.job if self.role is StaffRole.OTHER else None) or self.role.label


class Listed(Questions, frozen=True, kw_only=True):
    """One member of staff: their name, the other ways it is written, and their roles."""

    name: Annotated[Line, Ask("Name", check=as_one_says_it)]
    also: Annotated[
        Line,
        Ask(
            "Other ways the name is written",
            help="With a semicolon between two: the full first name, a former name.",
            example="Rita Okafor; R. Bello",
            check=other_writings,
        ),
    ] = ""
    line: Annotated[
        Line,
        Ask(
            "Direct telephone line",
            help="Letters and cards give it with the name. Empty: they give the college’s number.",
            example="01632 960014",
            check=a_number,
        ),
    ] = ""
    roles: Annotated[
        tuple[Appointed, ...],
        Ask("Roles", help="One row for each. A role that ends gets a last day and stays here."),
    ]

    @property
    def writings(self) -> tuple[str, ...]:
        """Every way in which the name is written."""
        return (self.name, *_apart(self.also))

    def bears(self, written: str) -> bool:
        """Return whether a name as somebody wrote it is theirs."""
        return any(names.same_bearer(one, written) for one in self.writings)

    def may_bear(self, written: str) -> bool:
        """Return whether a name as somebody wrote it may be theirs, by an initial or its order."""
        return any(names.perhaps_same_bearer(one, written) for one in self.writings)

    def roles_on(self, day: date) -> tuple[Appointed, ...]:
        """Return the roles they have on `day`."""
        return tuple(one for one in self.roles if one.stands(day))

    def as_staff(self, day: date) -> StaffMember:
        """Return them as a form names a member of staff, with their roles of `day`."""
        return StaffMember(self.name, ", ".join(one.words for one in self.roles_on(day)))


def no_other_forms(_name: str) -> frozenset[str]:
    """Return that no short form of a first name is known."""
    return frozenset()


class StaffList(msgspec.Struct, frozen=True):
    """The staff of the college. `kept` is False as long as it has listed nobody itself."""

    people: tuple[Listed, ...] = ()
    kept: bool = False
    other_forms: Callable[[str], frozenset[str]] = no_other_forms
    """Returns the short and full forms of a folded first name, such as Liz and Elizabeth."""

    def named(self, who: StaffMember | str) -> Listed | None:
        """Return whose name this is; None for nobody, and where two bear it."""
        found = [one for one in self.people if any(map(one.bears, writings(who)))]
        return found[0] if len(found) == 1 else None

    def holds(self, who: StaffMember | str, roles: Collection[StaffRole], day: date) -> bool:
        """Return whether somebody is on the list with one of these roles on `day`."""
        known = self.named(who)
        return known is not None and any(one.role in roles for one in known.roles_on(day))

    def line_of(self, who: StaffMember, day: date) -> str:
        """Return the direct line of somebody who has a role on `day`; "" without one."""
        known = self.named(who)
        return known.line if known and known.roles_on(day) else ""

    def who_hold(self, roles: Collection[StaffRole], day: date) -> tuple[StaffMember, ...]:
        """Return who has one of these roles on `day`, each with that role."""
        return tuple(
            StaffMember(known.name, one.words)
            for known in self.people
            for one in known.roles_on(day)
            if one.role in roles
        )

    def on(self, day: date) -> tuple[StaffMember, ...]:
        """Return everyone who has a role on `day`, with their roles."""
        return tuple(known.as_staff(day) for known in self.people if known.roles_on(day))

    def same(self, one: StaffMember | None, other: StaffMember | None) -> bool:
        """Return whether two names are, or may be, those of one person.

        Two who are both on the list are two, however alike their names are.
        """
        if one is None or other is None:
            return False
        first, second = self.named(one), self.named(other)
        if first and second:
            return first == second
        known, unknown = (first, other) if first else (second, one)
        return perhaps_same(one, other) or bool(
            known and any(map(known.may_bear, writings(unknown)))
        )

    def may_be_one(self, one: StaffMember | None, other: StaffMember | None) -> bool:
        """Return whether a second person may be the first one: in part, shortened or mistyped too.

        Two who are both on the list are two.
        """
        if one is None or other is None or (self.named(one) and self.named(other)):
            return self.same(one, other)
        pairs = product(self._writings(one), self._writings(other))
        near = any(names.near_bearer(*pair, self.other_forms) for pair in pairs)
        return near or self.same(one, other)

    def away(self, who: StaffMember, day: date) -> bool:
        """Return whether the college lists somebody, and with no role on `day`."""
        known = self.named(who) if self.kept else None
        return known is not None and not known.roles_on(day)

    def _writings(self, who: StaffMember) -> tuple[str, ...]:
        known = self.named(who)
        return known.writings if known else tuple(writings(who))

    def surely_same(self, one: StaffMember, other: StaffMember) -> bool:
        """Return whether two names are those of one person, not only like each other."""
        first, second = self.named(one), self.named(other)
        return (first is not None and first == second) or surely_same(one, other)


NO_LIST = StaffList()


def staff_named(case: Case) -> tuple[StaffMember, ...]:
    """Return every member of staff named in a case, each writing once, the newest first."""
    found = (who for entry in reversed(case.current) for who in _staff_in(answers_of(entry.form)))
    return tuple(dict.fromkeys(found))


def _staff_in(answers: Answers) -> Iterator[StaffMember]:
    for answer in answers.values():
        if isinstance(answer, StaffMember):
            yield answer
        for row in answer if isinstance(answer, tuple) else ():
            if isinstance(row, Row):
                yield from _staff_in(answers_of(row))


_SHORT = {
    "Lead": StaffRole.LEAD,
    "LSM": StaffRole.LEAD,
    "SMT": StaffRole.SMT,
    "SLT": StaffRole.SMT,
    "DDSL": StaffRole.DEPUTY,
    "Deputy DSL": StaffRole.DEPUTY,
    "DSL": StaffRole.DSL,
}
_BY_WORDS = {names.key(words): role for words, role in _SHORT.items()} | {
    names.key(role.label): role for role in StaffRole
}


def role_in_words(words: str) -> Appointed:
    """Return the role that words such as “DSL” name; any other words are a job."""
    role = _BY_WORDS.get(names.key(words), StaffRole.OTHER)
    return Appointed(role=role, job=words if role is StaffRole.OTHER and words else None)


def _apart(typed: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in typed.split(";") if one.strip())
