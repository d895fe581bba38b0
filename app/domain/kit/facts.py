"""The facts that answers state: what rules, cards and papers need, whichever form asked for it."""

from enum import Enum, auto
from typing import Self

from app.domain.kit.answers import A_LEARNER, A_PARENT, ANYONE, Choice, Who


class Fact(Choice):
    """What an answer states of somebody. `app/domain/case/standing.py` is the table of all.

    A fact that is `lasting` was never so or is so for good: of any other, an answer that differs
    a day later says that it changed.

    `of` are the people it can be about: the answer is about the first such person that the row, the
    form, or the entry that the form continues, names. `towards` is for what holds between two, such
    as a parent and one child: the second of them.
    """

    of: Who
    towards: Who | None

    @property
    def lasting(self) -> bool:
        """Whether it cannot change from one day to the next."""
        return self in {Fact.TOLD, Fact.SPREAD, Fact.MADE_AGREED, Fact.SOCIAL_WORKER}

    def __new__(cls, value: str, label: str, of: Who = ANYONE, towards: Who | None = None) -> Self:
        """Build a fact from its name, the words people read, and the people it is about."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = member.short = label
        member.of, member.towards = of, towards
        return member

    DANGER = "danger", "In immediate danger today", A_LEARNER
    WHEREABOUTS = "whereabouts", "Where they are now, and how they are safe", A_LEARNER
    REACH = "reach", "Safe way to reach them"
    UNSAFE = "unsafe", "What makes contact unsafe"
    MAY_CONTACT = "may_contact", "Who may be contacted, and who must not be"
    VISITORS = "visitors", "Known risk to visiting staff"
    PHONE = "phone", "Telephone"
    INSTRUCTION = "instruction", "What the police or another body ask the college"
    RESTRAINT = "restraint", "What a body asks not to do with them"
    TOLD = "told", "Told what happened", ANYONE, A_LEARNER
    DECISION = "decision", "What is decided about telling them", A_PARENT, A_LEARNER
    NOT_SPOKEN = "not_spoken", "Why nobody speaks with them for now", A_LEARNER
    PREPARED = "prepared", "What to say, and what not to say", A_PARENT, A_LEARNER
    IF_TOLD = "if_told", "Further worry if parents or carers are told"
    ALREADY_TOLD = "already_told", "Who has already been told, as they say", A_LEARNER
    KEPT_BACK = "kept_back", "What the family must not be told", A_LEARNER
    WANTS = "wants", "What they want to happen", A_LEARNER
    ON_PARENTS = "on_parents", "What they say about telling parents or carers", A_LEARNER
    SHARING = "sharing", "On what basis something was shared"
    MADE_AGREED = "made_agreed", "Agreed to it being made", A_LEARNER
    SPREAD = "spread", "Shared further", A_LEARNER
    AGAIN = "again", "Shared or talked about again", A_LEARNER
    RESPONSIBLE = "responsible", "Parental responsibility", A_PARENT, A_LEARNER
    APART = "apart", "Parents or carers live apart", A_LEARNER
    SOCIAL_WORKER = "social_worker", "Known to a social worker", A_LEARNER
    PLANS = "plans", "Known to children’s services, and plans", A_LEARNER
    IMPACT = "impact", "What it means for them", A_LEARNER
    RISK = "risk", "The risk now", A_LEARNER
    NAMED_ADULT = "named_adult", "The adult they can go to", A_LEARNER


class Shared(Enum):
    """What an answer on one child is true of, so that it is offered again for another."""

    COLLEGE = auto()
    FAMILY = auto()
