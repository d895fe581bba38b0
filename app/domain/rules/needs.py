"""What a child and their family may need help with, by what is recorded of that child alone.

Source: uk-guidance 1.8 and 1.10; a helpline that has nothing to do with what happened frightens,
and one that fits another child tells of that child.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.signs import every_yes
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.extortion import AiMadeImagery, Demand, DemandsRecorded
from app.domain.kit.answers import PersonRef, Role
from app.domain.kit.stage import Sign
from app.domain.rules.directory import Need

_DID = frozenset({Role.MADE, Role.ASKED, Role.MAY_HAVE_HARMED})
_OF_A_SIGN = {
    Sign.HARM: Need.SELF_HARM,
    Sign.EXTORTION: Need.BLACKMAIL,
    Sign.ADULT: Need.ADULT,
    Sign.COERCION: Need.THREATS,
}


def needs_of(case: Case, child: PersonRef) -> frozenset[Need]:
    """Return what a child and their family may need help with. KeyError if not in the case.

    What is said of the whole case counts for the children to whom something was done, and for
    another child only what is said of them. What that other child says of pressure is of whom
    they pressed.
    """
    return frozenset(_needs(case, child))


def _needs(case: Case, child: PersonRef) -> Iterator[Need]:
    harmed = case.people[child].harmed
    about = {child, WHOLE_CASE} if harmed else {child}
    for yes in every_yes(case.current):
        theirs = harmed or yes.sign is not Sign.COERCION
        if yes.about in about and theirs and yes.sign in _OF_A_SIGN:
            yield _OF_A_SIGN[yes.sign]
    for demands in case.all_of(DemandsRecorded):
        if demands.learner == child and (demands.paid or Demand.MONEY in demands.demands):
            yield Need.MONEY
    if any(one.learner == child for one in case.all_of(AiMadeImagery)):
        yield Need.AI_MADE
    if not harmed and not _DID.isdisjoint(case.people[child].roles):
        yield Need.BEHAVIOUR
