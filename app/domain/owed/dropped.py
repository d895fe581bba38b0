"""What ended in no further action while a sign stands: escalated, asked again, or decided again.

Source: Working Together 2026, professional disagreement.
"""

from datetime import datetime

from app.domain.case.bodies import BodyReferral, Referral
from app.domain.case.case import Case
from app.domain.case.signs import YES, same_child
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.outcome import BodyAnswer
from app.domain.kit.answers import PersonRef
from app.domain.owed.told import NO_FURTHER, body_told, child_told


def escalations_of(case: Case) -> tuple[tuple[Referral, datetime], ...]:
    """Return the referrals that ended in no further action while a sign stands yes, and when.

    To escalate settles it, and so does a decision made again since.
    """
    found = []
    for one in case.referrals:
        if not one.replies or one.replies[-1].reply not in NO_FURTHER:
            continue
        at = one.replies[-1].received_at.at
        escalated = any(step.at.at >= at for step in one.escalations)
        if not escalated and _stands_undecided(case, one.opened.child, at):
            found.append((one, at))
    return tuple(found)


def dropped_by_police(case: Case) -> tuple[tuple[BodyReferral, datetime], ...]:
    """Return what the police were told and took no further action on while a sign stands yes.

    To ask them again settles it, and so does a decision made again since.
    """
    found = []
    for one in case.body_referrals:
        police = body_told(one) is Body.POLICE and one.outcomes
        if not police or one.outcomes[-1].answer is not BodyAnswer.NO_ACTION:
            continue
        at = one.outcomes[-1].at.at
        again = any(step.at.at > at and step.reached is YES for step in one.contacts)
        if not again and _stands_undecided(case, child_told(case, one), at):
            found.append((one, at))
    return tuple(found)


def _stands_undecided(case: Case, child: PersonRef, at: datetime) -> bool:
    """Return whether a sign about a child stood yes at an instant, with no decision since."""
    raised = any(same_child(yes.about, child) and yes.at <= at for yes in case.yeses)
    return raised and not any(form.decided_at.at >= at for form in case.all_of(DecisionMade))
