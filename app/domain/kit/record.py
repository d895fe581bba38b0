"""A new and a sealed entry of the record: a form's body with who, when, for whom and from whom."""

from datetime import datetime
from enum import StrEnum

import msgspec

from app.domain.kit.answers import Choice
from app.domain.kit.moments import Moment

CaseId = str
EntryId = str
UserId = str


class Audience(Choice):
    """Who a paragraph or document is for. What nobody has released is for the DSL alone."""

    DSL = "dsl", "The DSL"
    AGENCIES = "agencies", "Agencies"
    PARENTS = "parents", "Parents or carers"
    LEARNER = "learner", "The learner"
    GOVERNORS = "governors", "Governors"
    SERVICES = "services", "Online services"
    """The services that are asked to remove something: they read the request’s own words."""
    STAFF = "staff", "Members of staff"


class Source(StrEnum):
    """Where the words of an entry come from. It never changes."""

    LEARNER = "learner"
    STAFF = "staff"
    PARENT = "parent"
    POLICE = "police"
    SOCIAL_CARE = "social_care"
    MEETING = "strategy_meeting"
    OTHER = "other"


class Author(msgspec.Struct, frozen=True):
    """The user who recorded an entry, with the name and role they had then."""

    user: UserId
    name: str
    role: str


class NewEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What casework gives to the journal. The caller makes `id`, a UUID, so a retry is safe."""

    id: EntryId
    case: CaseId
    form: str
    version: int
    body: msgspec.Raw
    happened: Moment | None = None
    audience: Audience = Audience.DSL
    source: Source = Source.STAFF
    corrects: EntryId | None = None
    corrects_why: str = ""
    guidance: str = ""


class SealedEntry(NewEntry, frozen=True, kw_only=True):
    """An entry as the journal keeps it. `recorded` is UTC; `seq` counts from 1 within the case."""

    number: str
    seq: int
    recorded: datetime
    author: Author
