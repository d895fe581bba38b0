"""What ended in no further action while a sign stands: escalated, asked again, or decided again.

Source: Working Together 2026, professional disagreement; KCSIE 2026, part four.
"""

from datetime import datetime

from app.domain.case.bodies import BodyReferral, Referral
from app.domain.case.case import Case
from app.domain.case.signs import YES, same_child
from app.domain.forms.bodies import OtherBody
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.outcome import BodyAnswer
from app.domain.kit.answers import PersonRef
from app.domain.kit.stage import Sign
from app.domain.owed.called import left_out, stands_for, whose
from app.domain.owed.told import NO_FURTHER, Outside, body_told, child_told, works_on

_DROPPED = (BodyAnswer.NO_ACTION, BodyAnswer.ADVICE)
"""The answers of the police and the LADO that leave a child with the college alone."""


def escalations_of(case: Case) -> tuple[tuple[Referral, datetime], ...]:
    """Return the referrals that ended in no further action while a sign stands yes, and when.

    To escalate settles it, and so does a decision made again since, by two people or to refer.
    """
    found = []
    for one in case.referrals:
        if not one.replies or one.replies[-1].reply not in NO_FURTHER:
            continue
        at = one.replies[-1].received_at.at
        escalated = any(step.at.at >= at for step in one.escalations)
        if not escalated and _stands_undecided(case, Body.SOCIAL_CARE, one.opened.child, at):
            found.append((one, at))
    return tuple(found)


def dropped_by_bodies(case: Case) -> tuple[tuple[BodyReferral, datetime], ...]:
    """Return what the police or the LADO took no further action on while a sign stands yes.

    To ask them again settles it, and so does a decision made again since, by two people or to
    refer.
    """
    found = []
    for one in case.body_referrals:
        body = body_told(one)
        fits = body in (Body.POLICE, OtherBody.LADO) and one.outcomes
        if not fits or one.outcomes[-1].answer not in _DROPPED:
            continue
        at = one.outcomes[-1].at.at
        again = any(step.at.at > at and step.reached is YES for step in one.contacts)
        if not again and _stands_undecided(case, body, child_told(case, one), at):
            found.append((one, at))
    return tuple(found)


def _stands_undecided(case: Case, body: Outside, child: PersonRef, at: datetime) -> bool:
    """Return whether a sign about a child stood yes at an instant, and nobody acted since.

    The body acts on that child, or it was decided again.
    """
    raised = {yes.sign for yes in case.yeses if same_child(yes.about, child) and yes.at <= at}
    if not raised or any(
        one.body is body and one.at >= at and same_child(one.about, child) for one in works_on(case)
    ):
        return False
    since = (form for form in case.all_of(DecisionMade) if form.decided_at.at >= at)
    of_age = whose(case).of_age(child)
    return not any(_settles(form, body, raised, of_age=of_age) for form in since)


def _settles(made: DecisionMade, body: Outside, raised: set[Sign], *, of_age: bool) -> bool:
    """Return whether a decision takes the place of a body that took no further action.

    Two people decided against a referral; or it is to be told again, which is then owed; or it is
    left out for a body that fits as well. One of the signs may never be left with the other.
    """
    if made.decision is not Decision.REFER:
        return made.decision is Decision.NOT_REFERRED
    asked = any(body in stands_for(one) for one in made.refer_to)
    return asked or all(left_out(made, sign, body, of_age=of_age) for sign in raised)
