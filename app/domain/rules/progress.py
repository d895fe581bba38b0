"""How far each stage of handling has come, and what comes next: derived from the entries."""

from collections.abc import Callable, Mapping
from enum import Enum, auto

from app.domain.case.ages import TAKES_PART
from app.domain.case.bodies import ReferralState
from app.domain.case.case import Case, State, decision_stands, told_outside
from app.domain.case.imagery import ContainmentWord, containment, devices_held
from app.domain.case.people import PersonInCase, is_adult, is_family
from app.domain.forms.bodies import POLICE_BODIES
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import PersonKind, Role, YesNoUnknown
from app.domain.kit.form import Form
from app.domain.kit.moments import day_of
from app.domain.kit.stage import HANDLING, Stage

People = tuple[PersonInCase, ...]


def involved_learners(case: Case) -> People:
    """Return the college's own learners who do more in the case than see, tell or be family."""
    return tuple(
        known
        for known in case.people.values()
        if known.person.kind is PersonKind.LEARNER and TAKES_PART & set(known.roles)
    )


HURT = frozenset({Role.PICTURED, Role.PRESSURED})
"""The parts of those who were harmed: somebody speaks again with each of them alone."""


def to_speak_with_again(case: Case) -> People:
    """Return the learners to speak with again: those pictured or put under pressure."""
    return tuple(known for known in involved_learners(case) if HURT & set(known.roles))


def families(case: Case) -> People:
    """Return the parents and carers named in the case."""
    return tuple(known for known in case.people.values() if is_family(known))


def without_conversation(case: Case) -> People:
    """Return the learners involved without a conversation, or a reason why there was none."""
    talked = {form.learner for form in case.all_of(LearnerConversation)}
    settled = talked | {form.learner for form in case.all_of(ConversationNotHeld)}
    return _others(involved_learners(case), settled)


def without_parents_settled(case: Case) -> People:
    """Return the parents neither told nor decided against, then the children without either."""
    settled = {
        (form.parent, form.child)
        for form in case.all_of(ParentContact)
        if form.reached is YesNoUnknown.YES
    }
    newest = {(form.parent, form.child): form for form in case.all_of(ParentDecision)}
    settled |= {pair for pair, form in newest.items() if form.decision is not Telling.TELL}
    parents, children = {parent for parent, _ in settled}, {child for _, child in settled}
    today = day_of(case.entries[-1].sealed.recorded)
    minors = (known for known in involved_learners(case) if not is_adult(known.person, today))
    return _others(families(case), parents) + _others(tuple(minors), children)


def without_plan(case: Case) -> People:
    """Return the learners involved who have no support plan."""
    return _others(involved_learners(case), {form.child for form in case.all_of(SupportPlan)})


def _others(people: People, settled: set[str]) -> People:
    return tuple(known for known in people if known.person.id not in settled)


STILL_TO_DO: Mapping[Stage, Callable[[Case], People]] = {
    Stage.CONVERSATION: without_conversation,
    Stage.PARENTS: without_parents_settled,
    Stage.SUPPORT: without_plan,
}
"""For each stage that is done person by person: the people for whom it is still to do."""


def next_form(case: Case, stage: Stage, person: str) -> type[Form]:
    """Return the form of a stage to fill in next for a person for whom it is still to do."""
    match stage:
        case Stage.CONVERSATION:
            return LearnerConversation
        case Stage.PARENTS:
            decided = any(form.parent == person for form in case.all_of(ParentDecision))
            return ParentContact if decided else ParentDecision
        case _:
            return SupportPlan


class StageProgress(Enum):
    """How far one stage has come."""

    NOT_STARTED = auto()
    STARTED = auto()
    DONE = auto()


def progress(case: Case) -> Mapping[Stage, StageProgress]:
    """Return how far each stage of handling has come."""
    decided = case.latest(DecisionMade) is not None
    return {
        Stage.CONCERN: _standing(done=bool(case.all_of(ConcernReceived))),
        Stage.REVIEW: _standing(done=bool(case.all_of(InitialReview))),
        Stage.DECISION: _standing(done=decided and decision_stands(case), started=decided),
        Stage.RISK: _standing(done=bool(case.all_of(RiskAssessed))),
        Stage.SOCIAL_CARE: _standing(
            done=bool(case.referrals)
            and all(referral.state in _SETTLED for referral in case.referrals),
            started=bool(case.referrals),
        ),
        Stage.POLICE: _standing(
            done=bool(case.body_referrals)
            and all(referral.made for referral in case.body_referrals),
            started=bool(case.body_referrals),
        ),
        Stage.CONTAINMENT: _copies(case),
        Stage.IMAGERY: _imagery(case),
        Stage.CLOSE: _standing(
            done=case.state is State.CLOSED,
            started=any(entry.form.stage is Stage.CLOSE for entry in case.current),
        ),
        **{stage: _person_by_person(case, stage) for stage in STILL_TO_DO},
    }


def _person_by_person(case: Case, stage: Stage) -> StageProgress:
    """Return the progress of a stage done person by person: done when everyone has an entry."""
    started = any(entry.form.stage is stage for entry in case.current)
    return _standing(done=started and not STILL_TO_DO[stage](case), started=started)


def _copies(case: Case) -> StageProgress:
    """Return the progress of containment: done when copies are settled and nothing is awaited."""
    waits = any(request.waiting for request in case.requests.values())
    done = containment(case).word is ContainmentWord.CONTAINED and not waits
    return _standing(done=done, started=bool(case.copies or case.requests))


def _imagery(case: Case) -> StageProgress:
    """Return the progress of viewing, devices and deletion: done when nothing is left open."""
    begun = any(entry.form.stage is Stage.IMAGERY for entry in case.current)
    asked_to = {
        entry.root: entry.form for entry in case.current if isinstance(entry.form, DeletionDecided)
    }
    confirmed = {form.deletion for form in case.all_of(DeletionConfirmed)}
    waits = any(form.delete_by and root not in confirmed for root, form in asked_to.items())
    return _standing(done=begun and not waits and not devices_held(case), started=begun)


_SETTLED = (ReferralState.ACKNOWLEDGED, ReferralState.OUTCOME)


def _standing(*, done: bool, started: bool = False) -> StageProgress:
    if done:
        return StageProgress.DONE
    return StageProgress.STARTED if started else StageProgress.NOT_STARTED


_REFERRALS = (Stage.SOCIAL_CARE, Stage.POLICE)


def stage_now(case: Case) -> Stage:
    """Return the stage to do next: a referral that is called for, else by the guidance's order."""
    standing = progress(case)
    if called_for := bodies_called_for(case):
        return Stage.SOCIAL_CARE if Body.SOCIAL_CARE in called_for else Stage.POLICE
    begun = [stage for stage in _REFERRALS if standing[stage] is StageProgress.STARTED]
    waiting = [
        stage for stage in HANDLING if stage not in _REFERRALS and standing[stage] in _waits(stage)
    ]
    return next(iter((*begun, *waiting)), Stage.RECORD)


def _waits(stage: Stage) -> tuple[StageProgress, ...]:
    """Return the states of progress in which a stage is next. Imagery is next only once begun.

    Containment is next only until the first copy is noted: its own days and clocks then take over.
    """
    if stage is Stage.IMAGERY:
        return (StageProgress.STARTED,)
    if stage is Stage.CONTAINMENT:
        return (StageProgress.NOT_STARTED,)
    return (StageProgress.NOT_STARTED, StageProgress.STARTED)


def referral_called_for(case: Case) -> bool:
    """Return whether a sign or the decision calls for a referral that nobody has made."""
    return bool(bodies_called_for(case))


def bodies_called_for(case: Case) -> tuple[Body, ...]:
    """Return the untold bodies that the decision refers to; by a sign alone, social care."""
    decision = case.latest(DecisionMade)
    if decision and decision_stands(case):
        told = _bodies(case, told=True)
        return tuple(body for body in decision.refer_to if body not in told)
    signs = any(state.said_yes for state in case.signs.values())
    return (Body.SOCIAL_CARE,) if signs and not told_outside(case) else ()


def referrals_to_start(case: Case) -> tuple[Body, ...]:
    """Return the bodies that are called for and have no referral at all yet."""
    started = _bodies(case, told=False)
    return tuple(body for body in bodies_called_for(case) if body not in started)


def _bodies(case: Case, *, told: bool) -> set[Body]:
    """Return the bodies with a referral; with `told`, only those that have been told."""
    bodies = {Body.SOCIAL_CARE for referral in case.referrals if referral.made or not told}
    return bodies | {
        Body.POLICE if referral.opened.body in POLICE_BODIES else Body.OTHER
        for referral in case.body_referrals
        if referral.made or not told
    }
