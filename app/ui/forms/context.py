"""What editors need to know besides their question: the time, and who and what is already known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from app.domain.answers import Person, StaffMember
from app.domain.wording_guard import NO_RULES, WordingRules


def _fresh_id() -> str:
    return str(uuid4())


def _nobody(_text: str) -> list[Person]:
    return []


@dataclass(frozen=True, kw_only=True)
class FormContext:
    """What a form is filled in with. `now` gives UTC; `new_id` gives a fresh UUID as text."""

    now: Callable[[], datetime]
    new_id: Callable[[], str] = _fresh_id
    people: tuple[Person, ...] = ()
    """The people of this case."""
    narrowed: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    """By question name, the only people of this case whom that question can be about."""
    find_people: Callable[[str], list[Person]] = _nobody
    """Finds people in the whole casebook by what is typed."""
    staff: tuple[StaffMember, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    """Earlier entries of this case that an answer may point to: id and label."""
    own: str = ""
    """The id the entry will have, so that its rows can point at each other."""
    services: tuple[str, ...] = ()
    """Names of services and places to offer while one is typed."""
    wording: WordingRules = NO_RULES
    """What long texts are looked through for."""
