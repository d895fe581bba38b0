"""Which part of handling a case is at: derived from its entries, never dragged."""

from collections.abc import Mapping
from enum import Enum, auto

from app.domain.case import Case, State, decision_stands
from app.domain.custody import devices_held
from app.domain.referral import ReferralState
from app.domain.stage import Stage
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.decision import Body, Decision, DecisionMade
from app.domain.stages.deletion import DeletionConfirmed, DeletionDecided
from app.domain.stages.review import InitialReview


class Standing(Enum):
    """How far one stage has come."""

    NOT_STARTED = auto()
    STARTED = auto()
    DONE = auto()


HANDLING = (
    Stage.CONCERN,
    Stage.REVIEW,
    Stage.DECISION,
    Stage.SOCIAL_CARE,
    Stage.IMAGERY,
    Stage.CLOSE,
)
"""The stages of the list beside the form, in the order of the guidance. Any may come first."""
WAITED_FOR = (Stage.CONCERN, Stage.REVIEW, Stage.DECISION)
"""The stages every case goes through; the others come as they are needed."""


def progress(case: Case) -> Mapping[Stage, Standing]:
    """Say how far each stage of handling has come."""
    decided = case.latest(DecisionMade) is not None
    return {
        Stage.CONCERN: _standing(done=bool(case.all_of(ConcernReceived))),
        Stage.REVIEW: _standing(done=bool(case.all_of(InitialReview))),
        Stage.DECISION: _standing(done=decided and decision_stands(case), started=decided),
        Stage.SOCIAL_CARE: _standing(
            done=bool(case.referrals)
            and all(referral.state in _SETTLED for referral in case.referrals),
            started=bool(case.referrals),
        ),
        Stage.IMAGERY: _imagery(case),
        Stage.CLOSE: _standing(
            done=case.state is State.CLOSED,
            started=any(item.form.stage is Stage.CLOSE for item in case.current),
        ),
    }


def _imagery(case: Case) -> Standing:
    """Say how far viewing, devices and deletion have come: done when nothing is left open."""
    begun = any(item.form.stage is Stage.IMAGERY for item in case.current)
    asked_to = {
        item.root: item.form for item in case.current if isinstance(item.form, DeletionDecided)
    }
    confirmed = {form.deletion for form in case.all_of(DeletionConfirmed)}
    waits = any(form.delete_by and root not in confirmed for root, form in asked_to.items())
    return _standing(done=begun and not waits and not devices_held(case), started=begun)


_SETTLED = (ReferralState.ACKNOWLEDGED, ReferralState.OUTCOME)


def _standing(*, done: bool, started: bool = False) -> Standing:
    if done:
        return Standing.DONE
    return Standing.STARTED if started else Standing.NOT_STARTED


def stage_now(case: Case) -> Stage:
    """Name the stage that waits: a referral that is called for, else the guidance's order."""
    standing = progress(case)
    if referral_called_for(case) or standing[Stage.SOCIAL_CARE] is Standing.STARTED:
        return Stage.SOCIAL_CARE
    waiting = [stage for stage in WAITED_FOR if standing[stage] is not Standing.DONE]
    return waiting[0] if waiting else Stage.RECORD


def referral_called_for(case: Case) -> bool:
    """Say whether somebody outside must be told and has not been: by a sign, or by the decision."""
    if any(referral.made for referral in case.referrals):
        return False
    decision = case.latest(DecisionMade)
    if decision and decision_stands(case):
        return decision.decision is Decision.REFER and Body.SOCIAL_CARE in decision.refer_to
    return any(state.said_yes for state in case.signs.values())
