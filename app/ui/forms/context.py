"""What editors need to know besides their question: the time, and who and what is already known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from app.domain.kit.answers import Person, Refers, StaffMember, Who
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, Row
from app.domain.kit.wording_guard import NO_RULES, WordingRules


def _fresh_id() -> str:
    return str(uuid4())


def _nobody(_text: str) -> list[Person]:
    return []


def _nobody_of(_who: Who) -> tuple[Person, ...]:
    return ()


def _nothing(_refers: Refers) -> tuple[tuple[str, str], ...]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Added:
    """What came of adding somebody: who they are and what to say of it, or what is still wrong."""

    person: Person | None = None
    said: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Adding:
    """How somebody is added to the case where a form asks about them."""

    form: type[Row]
    """What is asked of them."""
    begin: Callable[[], Answers]
    """Gives the answers that need no asking."""
    add: Callable[[Answers], Added]


@dataclass(frozen=True, kw_only=True)
class FormContext:
    """What a form is filled in with. `now` gives UTC; `new_id` gives a fresh UUID as text."""

    now: Callable[[], datetime]
    new_id: Callable[[], str] = _fresh_id
    whom: Callable[[Who], tuple[Person, ...]] = _nobody_of
    """Gives the people of this case whom a question takes, as the case is now."""
    adding: Adding | None = None
    """Adds to the case whom a question about a person lets be added; None where none can be."""
    find_people: Callable[[str], list[Person]] = _nobody
    """Finds people in the whole casebook by what is typed."""
    staff: tuple[StaffMember, ...] = ()
    targets: Callable[[Refers], tuple[tuple[str, str], ...]] = _nothing
    """Gives what an answer may point at in this case: key and words."""
    own: str = ""
    """The id the entry will have, so that its rows can point at each other."""
    services: tuple[str, ...] = ()
    """Names of services and places to offer while one is typed."""
    wording: WordingRules = NO_RULES
    """What long texts are looked through for."""
