"""Which bodies fit a sign, for a child and for somebody of 18, whom it is about, and a call.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), immediate referral; Care Act 2014,
section 42: children’s social care takes no referral of somebody who is 18.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime

import msgspec

from app.domain.case.ages import TAKES_PART
from app.domain.case.case import Case, once_a_case
from app.domain.case.people import CHILDREN, HARMED, PersonInCase, is_adult
from app.domain.case.signs import child_in, same_child, signs_in
from app.domain.forms.bodies import OtherBody
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.moments import day_of
from app.domain.kit.stage import Sign
from app.domain.owed.told import Outside

_CALLED_BY: Mapping[Sign, tuple[Outside, Outside]] = {
    Sign.ADULT: (Body.POLICE, Body.SOCIAL_CARE),
    Sign.EXTORTION: (Body.POLICE, Body.SOCIAL_CARE),
    Sign.COERCION: (Body.SOCIAL_CARE, Body.POLICE),
    Sign.UNUSUAL: (Body.SOCIAL_CARE, Body.POLICE),
    Sign.UNDER_13: (Body.SOCIAL_CARE, Body.POLICE),
    Sign.HARM: (Body.SOCIAL_CARE, Body.POLICE),
}
"""The bodies that fit each sign, the one that fits it best first: both are told."""
_OF_AGE: tuple[Outside, Outside] = (Body.POLICE, OtherBody.ADULT_CARE)
"""The same for somebody of 18, whichever the sign."""
_NEVER_LEFT_OUT: Mapping[Sign, Outside] = {
    Sign.ADULT: Body.POLICE,
    Sign.EXTORTION: Body.POLICE,
    Sign.UNDER_13: Body.SOCIAL_CARE,
    Sign.HARM: Body.SOCIAL_CARE,
}
"""The body that no decision to refer elsewhere leaves out. Of the two that fit a sign, a decision
made after the yes may else choose one, with its reason: “social care and/or the police”."""


def bodies_for(sign: Sign, *, of_age: bool) -> tuple[Outside, Outside]:
    """Return the two bodies to tell of a sign, the one that fits best first."""
    return _OF_AGE if of_age else _CALLED_BY[sign]


def in_place(body: Outside, *, of_age: bool) -> Outside:
    """Return which body is told in place of this one where it is about somebody of 18."""
    return OtherBody.ADULT_CARE if of_age and body is Body.SOCIAL_CARE else body


def stands_for(body: Outside) -> tuple[Outside, ...]:
    """Return the bodies that a body of a decision stands for: the LADO is another body."""
    return (Body.OTHER, OtherBody.LADO, OtherBody.ADULT_CARE) if body is Body.OTHER else (body,)


def left_out(made: DecisionMade, sign: Sign, body: Outside, *, of_age: bool) -> bool:
    """Return whether a decision refers a sign to the other body that fits, and not to this one."""
    if made.decision is not Decision.REFER:
        return False
    asked = {in_place(one, of_age=of_age) for one in made.refer_to}
    fits = [
        one
        for one in bodies_for(sign, of_age=of_age)
        if any(one in stands_for(named) for named in asked)
    ]
    never = _NEVER_LEFT_OUT.get(sign)
    if of_age and never:
        never = Body.POLICE
    return bool(fits) and body not in fits and body is not never


def counts_as(told: Outside, body: Outside) -> bool:
    """Return whether telling one body is telling another: of somebody who was a child by then."""
    return told is body or (told is Body.SOCIAL_CARE and body is OtherBody.ADULT_CARE)


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A body that has to be told and has not been: of which child, since when (UTC), and why."""

    body: Outside
    about: PersonRef
    since: datetime
    because: str
    sign: Sign | None = None
    first: bool = True
    """Whether it is the body that fits the sign best."""
    working: bool = False
    """Whether that body works on this child already, and only has to hear of this too."""
    again: datetime | None = None
    """When the newest of what it has to hear of was known (UTC), where that is more than one."""


class Whose:
    """Whom the signs of a case are about, and who of them is 18 on the day of its newest entry."""

    def __init__(self, case: Case) -> None:
        """Read a case."""
        today = day_of(case.entries[-1].sealed.recorded)
        learners = {
            key: known for key, known in case.people.items() if known.person.kind in CHILDREN
        }
        self._of_age = {key for key, one in learners.items() if is_adult(one.person, today)}
        self._learners = set(learners)
        self._taking_part = {key for key, one in learners.items() if TAKES_PART & set(one.roles)}
        self.harmed: Mapping[PersonRef, datetime] = {
            key: _since(one) for key, one in learners.items() if one.harmed
        }
        """Each learner who is pictured or was pressed, since when that is known (UTC)."""

    def of_age(self, about: PersonRef) -> bool:
        """Return whether somebody is 18; of the whole case (""), all who are harmed or take part.

        While nobody who is harmed is named, it may be about a child.
        """
        if about:
            return about in self._of_age
        return bool(self.harmed) and self._taking_part <= self._of_age

    def told_to(self, body: Outside) -> AbstractSet[PersonRef]:
        """Return of whom a body is told where a sign is about the whole case: those harmed.

        Children’s social care is told of nobody of 18: where nobody younger is harmed, of any child
        who takes part.
        """
        harmed = set(self.harmed)
        if body is Body.SOCIAL_CARE:
            harmed -= self._of_age
        return harmed or self._taking_part or self._learners


def _since(known: PersonInCase) -> datetime:
    return min(part.since for part in known.parts if part.role in HARMED and not part.until)


@once_a_case
def whose(case: Case) -> Whose:
    """Return whom the signs of a case are about."""
    return Whose(case)


def is_of(case: Case, sign: Sign | None, about: PersonRef, body: Outside, child: PersonRef) -> bool:
    """Return whether what a body is told of a child is about a sign of `about`.

    In danger may be anybody. Any other sign of the whole case is about those who are harmed.
    """
    if about or not child or sign in {None, Sign.HARM}:
        return same_child(child, about)
    return child in whose(case).told_to(body)


def said_no_of(case: Case, sign: Sign, child: PersonRef, since: int) -> bool:
    """Return whether a sign was answered no of a child themselves, after the entry at a place."""
    return any(
        child_in(type(entry.form), answers) == child
        and signs_in(type(entry.form), answers).get(sign) is YesNoUnknown.NO
        for entry in case.current[since + 1 :]
        for answers in [answers_of(entry.form)]
    )
