"""What a gate is given, and what it returns: why it refuses, the right next step, the source."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import takewhile

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.answers import Role, StaffMember, StaffRole
from app.domain.kit.checks import Problem, before
from app.domain.kit.form import Answers, AnswerT, Form, given, name_of
from app.domain.kit.moments import Moment, day_of, to_the_minute, write_day, write_time
from app.domain.kit.record import EntryId
from app.domain.kit.sources import Cited
from app.domain.rules.staff import NO_LIST, StaffList

KCSIE = Cited.KCSIE_RECORDS
REFERRAL = Cited.UKCIS_REFERRAL
HOLD = Cited.UKCIS_DELETION


class ToSeal(msgspec.Struct, frozen=True, kw_only=True):
    """A form about to be sealed: its answers, its case, who seals it, whether it is a correction.

    `staff` is the college’s list of its staff. `corrects` is the id of the entry it corrects.
    `today` decides who is under 18.
    """

    form: type[Form]
    answers: Answers
    case: Case
    today: date
    author: StaffMember | None = None
    staff: StaffList = NO_LIST
    correcting: bool = False
    corrects: EntryId | None = None

    def get(self, question: AnswerT) -> AnswerT | None:
        """Return the answer to a question by its handle. Not for rows: each is still a mapping."""
        return given(self.answers, question)

    def words(self, question: str | None) -> str:
        """Return an answer in words, without blanks around it; "" where there is none."""
        return (self.get(question) or "").strip()

    def before(self) -> tuple[Entry, ...]:
        """Return the entries recorded before this one, or before the one that it corrects."""
        own = self.case.entry(self.corrects).root if self.corrects else None
        return tuple(takewhile(lambda entry: entry.root != own, self.case.entries))


class GateProblem(Problem, frozen=True):
    """A problem of the case: its sentence gives the reason, the right next step, and the source."""

    step: str = ""
    source: Cited | None = None


Gate = Callable[[ToSeal], Iterator[GateProblem]]
"""One rule: it yields everything it still requires, and nothing once it is met."""


def gate_problem(
    question: object, why: str, step: str, source: Cited, *, place: str = ""
) -> GateProblem:
    """Return a problem at a question, which is named by its handle; in a row, by its `place`."""
    sentence = f"{why} {step} ({source.label})"
    return GateProblem(place or name_of(question), sentence, step, source)


def another_name(asked: ToSeal, one: StaffMember, *others: StaffMember | None) -> str:
    """Return what to do where two names only may be of one person; "" where they surely are."""
    if any(other and asked.staff.surely_same(one, other) for other in others):
        return ""
    return f" If they are two people, list both in {SETTINGS}."


SETTINGS = "Settings, under “Staff”"
"""Where the college lists its staff."""


def listed_as(
    asked: ToSeal,
    question: object,
    who: StaffMember,
    roles: Collection[StaffRole],
    *,
    at: Moment | None,
    otherwise: str,
    source: Cited,
) -> Iterator[GateProblem]:
    """Require that somebody has one of these roles by the staff list, on the day of `at`.

    `otherwise` follows the step: what else can be done. As long as the college has listed nobody,
    any role counts that is written beside the name.
    """
    day = day_of(at) if at else asked.today
    if not asked.staff.kept or asked.staff.holds(who, roles, day):
        return
    titles = " or ".join(f"“{role.label}”" for role in roles)
    may = " or ".join(f"{one.name} ({one.role})" for one in asked.staff.who_hold(roles, day))
    if may:
        step = f"Ask {may}; if the list is out of date, put it right in {SETTINGS}; {otherwise}."
    else:
        step = f"Nobody is: add who it is, with the day they began, in {SETTINGS}; {otherwise}."
    why = f"The staff list does not have {who.name} as {titles} on {write_day(day)}."
    yield gate_problem(question, why, step, source)


def by_the_role_typed(asked: ToSeal) -> str:
    """Return what to add where no list says who has which role; "" where one does."""
    return "" if asked.staff.kept else f" Nobody is listed in {SETTINGS}: the role written counts."


def second_person(
    asked: ToSeal,
    second: StaffMember | None,
    at: Moment | None,
    *,
    first: StaffMember | None,
    signed_at: Moment | None,
    source: Cited,
) -> Iterator[GateProblem]:
    """Require a second member of staff with a role and a time, who neither acts nor records.

    They agree when there is something to agree to: not before `signed_at`. `second`, `at`, `first`
    and `signed_at` are the handles of the questions about them.
    """
    person, signed = asked.get(second), asked.get(signed_at)
    if person is None or _names_nobody(person):
        yield gate_problem(
            second,
            "This needs a second member of staff who agrees.",
            "Name them with their role, and say when they agreed.",
            source,
        )
        return
    yield from _somebody_else(asked, second, asked.get(first), source)
    yield from of_the_staff(asked, second, at=asked.get(at), source=source)
    if not person.role.strip():
        yield gate_problem(
            second,
            "The second person’s role is missing.",
            "Add it after the name, such as “Lead Safeguarding Manager”.",
            source,
        )
    if not asked.get(at):
        yield gate_problem(
            at,
            "It does not say when the second person agreed.",
            "Fill in the day and the time.",
            source,
        )
    elif signed:
        yield from older(asked, at, signed, "it was decided", source)


def _names_nobody(person: StaffMember) -> bool:
    """Return whether only a role, or a word such as `myself`, stands where a name is asked for."""
    said = names.words(person.name)
    return _NO_NAME.issuperset(said) or said == ("n", "a")


_NO_NAME = frozenset(
    (
        *("me", "myself", "self", "same", "as", "above", "the", "none", "nobody"),
        *("dsl", "ddsl", "lsm", "smt", "slt", "head", "principal", "manager", "officer", "staff"),
        *("deputy", "designated", "safeguarding", "lead", "duty", "team", "member", "of", "tutor"),
    )
)


def of_the_staff(
    asked: ToSeal, question: StaffMember | None, *, at: Moment | None, source: Cited
) -> Iterator[GateProblem]:
    """Refuse somebody whom the staff list has with no role on the day of `at`: gone, or to come."""
    who, day = asked.get(question), day_of(at) if at else asked.today
    if who and asked.staff.away(who, day):
        yield gate_problem(
            question,
            f"By the staff list {who.name} had no role in the college on {write_day(day)}.",
            f"Name a member of staff of that day; if the list is out of date, put it right in "
            f"{SETTINGS}.",
            source,
        )


def _somebody_else(
    asked: ToSeal, second: StaffMember | None, acting: StaffMember | None, source: Cited
) -> Iterator[GateProblem]:
    """Refuse a second person who acts or records, or who took part in what happened."""
    person = asked.get(second)
    assert person
    if asked.staff.may_be_one(person, acting) or asked.staff.may_be_one(person, asked.author):
        yield gate_problem(
            second,
            f"{person.name} decides or records this and cannot be the second person too.",
            "Name a member of staff who has not decided it and does not write it down."
            + another_name(asked, person, acting, asked.author),
            source,
        )
    if _took_part(asked, person):
        yield gate_problem(
            second,
            f"{person.name} is named in this case as somebody who took part in what happened.",
            "Name a member of staff who did not; if it is another of that name, write it in full.",
            source,
        )


_TOOK_PART = frozenset(
    {Role.MADE, Role.SHARED, Role.RECEIVED, Role.FORWARDED, Role.ASKED, Role.MAY_HAVE_HARMED}
)


def _took_part(asked: ToSeal, who: StaffMember) -> bool:
    """Return whether this is somebody with a part in what the case is about.

    A member of staff is known by every writing of the staff list, also as they are named here.
    """
    return any(
        asked.staff.surely_same(who, StaffMember(one.name))
        for known in asked.case.people.values()
        if not _TOOK_PART.isdisjoint(known.roles)
        for one in (known.person, *known.joined)
    )


def older(
    asked: ToSeal, at: Moment | None, than: Moment, what: str, source: Cited
) -> Iterator[GateProblem]:
    """Refuse an agreement from before what it is about. Only the minute is typed, and counts."""
    agreed = asked.get(at)
    if agreed and before(agreed, to_the_minute(than)):
        yield gate_problem(
            at,
            f"They agreed before {what}, and that was on {write_time(than)}.",
            "Put the time right; or ask them again, and write when they agreed to all of it.",
            source,
        )
