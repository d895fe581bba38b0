"""What editors need besides their question: the time, and people and things already known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from app.domain.kit.answers import Person, Refers, StaffMember, StaffRole, Who
from app.domain.kit.checks import Problem
from app.domain.kit.doubts import Far, near
from app.domain.kit.form import Answers, Question, Row
from app.domain.kit.wording_guard import NO_RULES, WordingRules


def _fresh_id() -> str:
    return str(uuid4())


def _nobody(_text: str) -> list[Person]:
    return []


def _nobody_of(_who: Who) -> tuple[Person, ...]:
    return ()


def _unsaid(_roles: tuple[StaffRole, ...]) -> str:
    return ""


def _in_no_case(_person: Person) -> tuple[str, ...]:
    return ()


def _no_hint(_question: Question) -> str:
    return ""


def _nothing(_refers: Refers) -> tuple[tuple[str, str], ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Added:
    """The outcome of adding somebody: the person and a sentence about it, or the problems."""

    person: Person | None = None
    said: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Adding:
    """How to add a person to the case from a form that asks about people."""

    form: type[Row]
    """The questions asked about them."""
    begin: Callable[[], Answers]
    """Returns the answers that need no asking."""
    add: Callable[[Answers], Added]


@dataclass(frozen=True, kw_only=True)
class FormContext:
    """The context of a form being filled in. `now` returns UTC; `new_id` a fresh UUID as text."""

    now: Callable[[], datetime]
    new_id: Callable[[], str] = _fresh_id
    far: Far = near
    """Asks about a day far from the case."""
    whom: Callable[[Who], tuple[Person, ...]] = _nobody_of
    """Returns the people of this case who can answer a question, as the case is now."""
    adding: Adding | None = None
    """How to add a person where a question allows it; None if nobody can be added."""
    find_people: Callable[[str], list[Person]] = _nobody
    """Finds people in the whole casebook by what is typed."""
    other_cases: Callable[[Person], tuple[str, ...]] = _in_no_case
    """Returns the other cases of the casebook that name somebody, each in words."""
    papers_naming: Callable[[Person], tuple[str, ...]] = _in_no_case
    """Returns the papers of this case that named somebody before the record did, each in words."""
    hint: Callable[[Question], str] = _no_hint
    """Returns what the casebook knows that helps to answer a question."""
    staff: tuple[StaffMember, ...] = ()
    who_may: Callable[[tuple[StaffRole, ...]], str] = _unsaid
    """Returns a sentence on who of the staff has one of these roles today."""
    references: Callable[[Refers], tuple[tuple[str, str], ...]] = _nothing
    """Returns what an answer may refer to in this case, as pairs of key and words."""
    own: str = ""
    """The id the entry will have, so that its rows can refer to each other."""
    services: tuple[str, ...] = ()
    """Names of services and places to suggest while one is typed."""
    wording: WordingRules = NO_RULES
    """The rules by which long texts are checked for wording."""
