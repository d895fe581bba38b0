"""For whom each stage is that is done person by person, and who still has nothing recorded."""

from collections.abc import Callable, Mapping

from app.domain.case.ages import TAKES_PART
from app.domain.case.case import Case
from app.domain.case.people import PersonInCase, is_adult, is_family
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import PersonKind, Role, YesNoUnknown
from app.domain.kit.form import Form
from app.domain.kit.moments import day_of
from app.domain.kit.stage import Stage

People = tuple[PersonInCase, ...]


def involved_learners(case: Case) -> People:
    """Give the college's own learners with a part in it beyond seeing, telling or being family."""
    return tuple(
        known
        for known in case.people.values()
        if known.person.kind is PersonKind.LEARNER and TAKES_PART & set(known.roles)
    )


HURT = frozenset({Role.PICTURED, Role.PRESSURED})
"""The parts of those whom it was done to: they are spoken with again, each for themselves."""


def to_speak_with_again(case: Case) -> People:
    """Give the learners who are spoken with again: those shown in it or put under pressure."""
    return tuple(known for known in involved_learners(case) if HURT & set(known.roles))


def families(case: Case) -> People:
    """Give the parents and carers named in the case."""
    return tuple(known for known in case.people.values() if is_family(known))


def without_conversation(case: Case) -> People:
    """Give the learners involved with whom nobody has talked, and nobody has said why not."""
    talked = {form.learner for form in case.all_of(LearnerConversation)}
    settled = talked | {form.learner for form in case.all_of(ConversationNotHeld)}
    return _others(involved_learners(case), settled)


def without_parents_settled(case: Case) -> People:
    """Give the parents who are neither told nor decided against, then children without either."""
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
    """Give the learners involved for whom there is no support plan."""
    return _others(involved_learners(case), {form.child for form in case.all_of(SupportPlan)})


def _others(people: People, settled: set[str]) -> People:
    return tuple(known for known in people if known.person.id not in settled)


STILL_TO_DO: Mapping[Stage, Callable[[Case], People]] = {
    Stage.CONVERSATION: without_conversation,
    Stage.PARENTS: without_parents_settled,
    Stage.SUPPORT: without_plan,
}
"""For each stage that is done person by person, those for whom it is still to do."""


def next_form(case: Case, stage: Stage, person: str) -> type[Form]:
    """Give the form of a stage that somebody for whom it is still to do needs next."""
    match stage:
        case Stage.CONVERSATION:
            return LearnerConversation
        case Stage.PARENTS:
            decided = any(form.parent == person for form in case.all_of(ParentDecision))
            return ParentContact if decided else ParentDecision
        case _:
            return SupportPlan
