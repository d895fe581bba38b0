"""Keys: texts that point at something due, or at one part of an entry. Written and read here.

Sealed answers, the list of what is due and the ledger of copies hold keys: their text is fixed.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

import msgspec

from app.domain.kit.record import EntryId

IN_HANDLING = "in handling"
"""Marks what handling by the guidance asks for: nobody owes it where the guidance does not apply.

Whatever has no such mark stays owed there: leaving hides nothing.
"""


class DueKind(StrEnum):
    """The kinds of what can be due: each clock of the table by its name, then what has no clock."""

    in_handling: bool

    def __new__(cls, word: str, mark: str = "") -> Self:
        """Return a kind by the word that keys hold, marked where only handling asks for it."""
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.in_handling = mark == IN_HANDLING
        return kind

    TOLD_DSL = "told_dsl", IN_HANDLING
    INITIAL_REVIEW = "initial_review", IN_HANDLING
    PARENTS_TOLD = "parents_told", IN_HANDLING
    WRITTEN_CONFIRMATION = "written_confirmation"
    ACKNOWLEDGEMENT = "acknowledgement"
    OUTCOME_CHASE = "outcome_chase"
    RECONTACT_1 = "recontact_1", IN_HANDLING
    RECONTACT_7 = "recontact_7", IN_HANDLING
    RECONTACT_30 = "recontact_30", IN_HANDLING
    DECISION_REVIEW = "decision_review"
    DELETION = "deletion"
    REMOVAL_CHECK = "removal_check"
    REMOVAL_DUE = "removal_due"
    REMOVAL_AGAIN = "removal_again"
    CASE_REVIEW = "case_review"
    MANDATORY_REPORT = "mandatory_report"
    BODY_ANSWER = "body_answer"
    ESCALATION_ANSWER = "escalation_answer"
    DECISION = "decision", IN_HANDLING
    RISK = "risk", IN_HANDLING
    CONVERSATION = "conversation", IN_HANDLING
    SUPPORT_PLAN = "support_plan", IN_HANDLING
    BORN = "born", IN_HANDLING
    CALL = "call"
    TELL = "tell"
    REFER = "refer"
    DECIDE_AGAIN = "decide-again"
    FIND_OUT = "find-out", IN_HANDLING
    VIEWING = "viewing"
    NOT_TOLD = "not-told"
    OF_AGE = "of-age", IN_HANDLING
    ESCALATE = "escalate"
    COPIES = "copies", IN_HANDLING
    CUSTODY = "custody"
    HANDS = "hands"
    HAND_OVER = "hand-over"
    ADULT_CARE = "adult-care"
    MORE = "more"
    REMOVE = "remove"
    AI_MADE = "ai-made"
    DEMANDS = "demands"
    TONIGHT = "tonight"
    AWARE = "aware"
    LIMITS = "limits"
    CHECKS = "checks"
    LEADERS = "leaders"
    ELSEWHERE = "elsewhere"
    REOPEN = "reopen"
    ADVICE = "advice"
    NAMED_ADULT = "named-adult"
    THREATENED = "threatened"
    COLLEGE_PHOTO = "college-photo"
    STAFF_WELFARE = "staff_welfare"
    SHARED_ABOUT = "shared-about"
    MEANWHILE = "meanwhile", IN_HANDLING
    NEXT_STEP = "next_step"
    GOES_TO = "goes-to"


class PartKind(StrEnum):
    """The kinds of parts that one entry can have: several of each, or a review day."""

    ACTION = "action"
    COPY = "copy"
    REVIEW = "review"


class DueKey(msgspec.Struct, frozen=True):
    """Something due in a case.

    `kind` is a DueKind, or a word of another version. `subject` is the id of what it is about: an
    entry (a referral, a request, a decision), a person, a sign or a body. `learner` is the id of
    the learner it is for, where each has their own. `late` asks for the reason why it was late.
    """

    kind: str
    subject: str = ""
    learner: str = ""
    late: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id in it."""
        return self.subject, self.learner

    def write(self) -> str:
        """Write it as stored: `recontact_1:entry:learner`, `late:told_dsl:entry`."""
        late = _LATE if self.late else ""
        return ":".join(filter(None, (late, self.kind, self.subject, self.learner)))


class PartKey(msgspec.Struct, frozen=True):
    """One part of an entry, at a place from 1; 0 for imagery resurfaced unseen, or a review day.

    Agreed actions and review days are due on a day: their keys are also keys of due rows.
    """

    entry: EntryId
    kind: PartKind
    place: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id in it."""
        return (self.entry,)

    def write(self) -> str:
        """Write it as stored: `entry:1` (an action), `entry:copy:1` or `entry:review`."""
        match self.kind:
            case PartKind.ACTION:
                return f"{self.entry}:{self.place}"
            case PartKind.COPY:
                return f"{self.entry}:{self.kind}:{self.place}"
            case PartKind.REVIEW:
                return f"{self.entry}:{self.kind}"


Key = DueKey | PartKey

_LATE = "late"
_KINDS = frozenset[str](DueKind)


def read_key(text: str) -> Key:
    """Read a stored key. Every text can be read: an unknown word is taken for a kind."""
    first, *rest = text.split(":")
    match rest:
        case [place] if _is_place(place):
            return PartKey(first, PartKind.ACTION, int(place))
        case [PartKind.COPY, place] if _is_place(place):
            return PartKey(first, PartKind.COPY, int(place))
        case [PartKind.REVIEW] if first not in _KINDS:
            return PartKey(first, PartKind.REVIEW)
    late = first == _LATE
    kind, subject, learner, *_ = [*(rest if late else [first, *rest]), "", "", ""]
    return DueKey(kind, subject, learner, late)


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < len("10000")


def in_time(key: Key) -> Key:
    """Return the key of what was to be done, from the key that asks why it was late."""
    return msgspec.structs.replace(key, late=False) if isinstance(key, DueKey) else key


def renamed(key: Key, ids: Mapping[str, str]) -> Key:
    """Return a key with its ids replaced by those that `ids` has for them."""
    if isinstance(key, PartKey):
        return msgspec.structs.replace(key, entry=ids.get(key.entry, key.entry))
    subject, learner = (ids.get(one, one) for one in key.ids)
    return msgspec.structs.replace(key, subject=subject, learner=learner)


def beginning_of(kind: DueKind) -> str:
    """Return how the stored keys of a kind begin, if each names what it is about."""
    return f"{kind}:"
