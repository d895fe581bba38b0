"""What a gate is given, and what it returns: why it refuses, the right next step, the source."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.kit.answers import StaffMember
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, AnswerT, Form, given, name_of
from app.domain.kit.moments import Moment
from app.domain.kit.record import EntryId

UKCIS = "UKCIS March 2024"
STAFF = "Staff guidance"
KCSIE = "KCSIE 2026, records"
REFERRAL = f"{UKCIS}, immediate referral"
HOLD = f"{UKCIS}, deletion of images"


class ToSeal(msgspec.Struct, frozen=True, kw_only=True):
    """A form about to be sealed: its answers, its case, who seals it, whether it is a correction.

    `corrects` is the id of the entry it corrects. `today` decides who is under 18.
    """

    form: type[Form]
    answers: Answers
    case: Case
    today: date
    author: StaffMember | None = None
    correcting: bool = False
    corrects: EntryId | None = None

    def get(self, question: AnswerT) -> AnswerT | None:
        """Return the answer to a question by its handle. Not for rows: each is still a mapping."""
        return given(self.answers, question)

    def words(self, question: str | None) -> str:
        """Return an answer in words, without blanks around it; "" where there is none."""
        return (self.get(question) or "").strip()


class GateProblem(Problem, frozen=True):
    """A problem of the case: its sentence gives the reason, the right next step, and the source."""

    step: str = ""
    source: str = ""


Gate = Callable[[ToSeal], Iterator[GateProblem]]
"""One rule: it yields everything it still requires, and nothing once it is met."""


def gate_problem(question: object, why: str, step: str, source: str) -> GateProblem:
    """Return a problem at a question, which is named by its handle."""
    return GateProblem(name_of(question), f"{why} {step} ({source})", step, source)


def same_person(one: StaffMember | None, other: StaffMember | None) -> bool:
    """Return whether two members of staff have one name, however it is written."""
    return one is not None and other is not None and names.same_bearer(one.name, other.name)


def second_person(
    asked: ToSeal,
    second: StaffMember | None,
    at: Moment | None,
    first: StaffMember | None,
    source: str,
) -> Iterator[GateProblem]:
    """Require a second member of staff with a role and a time, who neither acts nor records.

    `second`, `at` and `first` are the handles of the questions about them.
    """
    person = asked.get(second)
    if person is None or not person.name.strip():
        yield gate_problem(
            second,
            "This needs a second member of staff who agrees.",
            "Name them with their role, and say when they agreed.",
            source,
        )
        return
    if same_person(person, asked.get(first)) or same_person(person, asked.author):
        yield gate_problem(
            second,
            f"{person.name} decides or records this and cannot be the second person too.",
            "Name a member of staff who has not decided it and does not write it down.",
            source,
        )
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
