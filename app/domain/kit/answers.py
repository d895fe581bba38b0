"""The kinds of answer a question can have, as plain values."""

from datetime import date
from enum import Enum, StrEnum, auto
from typing import Annotated, Any, Self

import msgspec

from app.domain.kit.moments import Moment


class AnswerKind(Enum):
    """The sort of answer a question takes. Editor, wording and check follow from it."""

    LINE = auto()
    WORDS = auto()
    EXACT_WORDS = auto()
    INERT = auto()
    DAY = auto()
    MOMENT = auto()
    YES_NO_UNKNOWN = auto()
    ONE_OF = auto()
    SEVERAL_OF = auto()
    PERSON = auto()
    PEOPLE = auto()
    STAFF = auto()
    DURATION = auto()
    MONEY = auto()
    ROWS = auto()
    ENTRY = auto()
    SERVICE = auto()
    NUMBER = auto()
    FOLDER = auto()
    SECRET = auto()


class Refers(Enum):
    """The things earlier in the case that an answer may point at."""

    REFERRAL = auto()
    """A referral to children’s social care."""
    BODY_REFERRAL = auto()
    """A referral to the police or another body."""
    CONTACT = auto()
    """A contact in which the police, social care or another body was reached, or answered."""
    COPY = auto()
    REQUEST = auto()
    """A request for removal."""
    DEVICE = auto()
    SEARCH = auto()
    """A search for a device."""
    DELETION = auto()
    """A decision on deletion."""
    AGREED = auto()
    """An agreed action, or a day to come back on: pointing at it settles it."""
    CLOCK = auto()
    """A time limit that was missed or is not needed: pointing at it settles it."""
    ANY_ENTRY = auto()


SETTLING = (Refers.AGREED, Refers.CLOCK)
"""Pointing at one of these settles it."""


Line = Annotated[str, AnswerKind.LINE]
"""A short text on one line."""
Words = Annotated[str, AnswerKind.WORDS]
"""Running text in the recorder's own words."""
ExactWords = Annotated[str, AnswerKind.EXACT_WORDS]
"""What somebody said, word for word. Shown and printed in quotation marks."""
Inert = Annotated[str, AnswerKind.INERT]
"""A web address, handle, group or server name: text that nothing ever opens."""
ServiceName = Annotated[str, AnswerKind.SERVICE]
"""The name of a service or a place: picked from those offered, or typed."""
PersonRef = Annotated[str, AnswerKind.PERSON]
"""The id of a person in this case."""
EntryRef = Annotated[str, AnswerKind.ENTRY]
"""The id of an earlier entry of this case."""
Minutes = Annotated[int, msgspec.Meta(ge=0), AnswerKind.DURATION]
"""A duration in whole minutes."""
MOST_COUNTED = 999
Number = Annotated[int, msgspec.Meta(ge=1, le=MOST_COUNTED), AnswerKind.NUMBER]
"""A whole number of things."""
Folder = Annotated[str, AnswerKind.FOLDER]
"""The whole path of a folder on this computer."""
Secret = Annotated[str, AnswerKind.SECRET]
"""A passphrase, exactly as it is typed. No draft, no setting and no log ever has it."""


class Choice(StrEnum):
    """A fixed set of answers: each member is stored by its value and read by its `label`.

    Where there is little room, on a chip or over a column, `short` says the same in fewer words.
    """

    label: str
    short: str

    def __new__(cls, value: str, label: str = "", short: str = "") -> Self:
        """Build a member from its stored value and the words people read."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ").capitalize()
        member.short = short or member.label
        return member


class YesNoUnknown(Choice):
    """Yes, no and not known; unanswered is a fourth state. "Not known" is never "no"."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known", "Not known"


class StaffMember(msgspec.Struct, frozen=True):
    """A member of staff as named in an entry: the name and role they had then."""

    name: str
    role: str = ""


class StaffRole(Choice):
    """What a member of staff is in the college, as its own list of staff says."""

    LEAD = "lead", "Lead Safeguarding Manager"
    SMT = "smt", "Member of SMT"
    PRINCIPAL = "principal", "Principal"
    DSL = "dsl", "Designated Safeguarding Lead"
    DEPUTY = "deputy", "Deputy Designated Safeguarding Lead"
    DUTY_OFFICER = "duty_officer", "Duty officer"
    SUPERVISOR = "supervisor", "Personal supervisor"
    WELFARE = "welfare", "Head of Progress & Welfare"
    OTHER = "other", "Another member of staff"


class Money(msgspec.Struct, frozen=True):
    """An amount in the smallest unit of a currency (pence for GBP)."""

    minor: Annotated[int, msgspec.Meta(ge=0)]
    currency: str = "GBP"


class PersonKind(Choice):
    """What somebody is to the college. It says nothing about their part in a case."""

    LEARNER = "learner"
    PARENT = "parent", "Parent or carer"
    STAFF = "staff", "Member of staff"
    ADULT = "adult", "Another adult"
    ELSEWHERE = "elsewhere", "Learner elsewhere"
    ACCOUNT = "account", "Unknown account"


class Role(Choice):
    """The part somebody has in one case. It never follows the person into another case."""

    PICTURED = "pictured", "Pictured"
    MADE = "made", "Made the imagery"
    SHARED = "shared", "Shared it"
    RECEIVED = "received", "Received it"
    FORWARDED = "forwarded", "Passed it on"
    ASKED = "asked", "Asked for it"
    PRESSURED = "pressured", "Was put under pressure"
    MAY_HAVE_HARMED = "may_have_harmed", "May have caused harm"
    WITNESS = "witness", "Saw or heard of it"
    TOLD_US = "told_us", "Told us"
    FAMILY = "family", "Parent, carer or family"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who a person is. `id` is a UUID made when they are first named; `born` may be unknown."""

    id: str
    kind: PersonKind
    name: str
    known_as: str = ""
    born: date | None = None
    group: str = ""
    """Course, year or tutor group of a learner; the job of a member of staff."""


class Involved(msgspec.Struct, frozen=True):
    """A person and the parts they have in this case."""

    person: Person
    roles: tuple[Role, ...] = ()


class Who(msgspec.Struct, frozen=True):
    """Who a question may be about: anybody of these kinds, and anybody with one of these parts.

    `words` name one such person, to follow “no”. `minor` leaves out people known to be 18 or over
    on the day. `adds` is the kind of person who may be added to the case where the question is
    answered; whose parent or carer they are is then asked.
    """

    words: str = "person"
    kinds: frozenset[PersonKind] = frozenset(PersonKind)
    parts: frozenset[Role] = frozenset()
    minor: bool = False
    adds: PersonKind | None = None

    def fits(self, one: Involved) -> bool:
        """Return whether a person is of these kinds, or has one of these parts."""
        return one.person.kind in self.kinds or not self.parts.isdisjoint(one.roles)


ANYONE = Who()
A_LEARNER = Who("learner", frozenset({PersonKind.LEARNER, PersonKind.ELSEWHERE}))
A_CHILD = Who("learner under 18", A_LEARNER.kinds, minor=True)
A_PARENT = Who(
    "parent or carer",
    frozenset({PersonKind.PARENT}),
    frozenset({Role.FAMILY}),
    adds=PersonKind.PARENT,
)


Answer = (
    str
    | int
    | date
    | Moment
    | Choice
    | StaffMember
    | Money
    | tuple[Choice, ...]
    | tuple[Involved, ...]
    | tuple[msgspec.Struct, ...]
    | tuple[dict[str, Any], ...]
    | None
)
"""Any value a question can be answered with; None is "not answered"."""


class Nation(Choice):
    """Where somebody lives, or where a body serves. A body without a nation serves all four."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"
    ELSEWHERE = "elsewhere", "Elsewhere"


UNITED = tuple(nation for nation in Nation if nation is not Nation.ELSEWHERE)
"""The four, where a college or a body may be."""
