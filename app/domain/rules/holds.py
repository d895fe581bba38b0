"""Holds: why nothing may be deleted yet, and whose agreement lifts each hold.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), deletion of images; the college's
guidance, "Viewing the imagery". Copies may be what the police need.
"""

from collections.abc import Iterator, Mapping

from app.domain.case.bodies import ReferralState
from app.domain.case.case import Case, decision_stands
from app.domain.forms.bodies import POLICE_BODIES
from app.domain.forms.close import Resurfaced
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken, Movement, Power
from app.domain.forms.review import InitialReview
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower

LIFTED_BY: Mapping[Hold, tuple[Agreeing, ...]] = {
    Hold.POLICE: (Agreeing.POLICE,),
    Hold.REFERRAL: (Agreeing.SOCIAL_CARE, Agreeing.POLICE),
    Hold.ADULT: (Agreeing.POLICE,),
    Hold.EXTORTION: (Agreeing.POLICE,),
    Hold.VIEWING: (Agreeing.LEAD, Agreeing.POLICE),
}
"""Whose agreement lifts each hold; the first is the one to ask."""


def holds_on(case: Case) -> tuple[Hold, ...]:
    """Return the holds on deletion in a case: raised, and not lifted since."""
    lifted = set(_lifted(case))
    return tuple(hold for hold in _raised(case) if hold not in lifted)


def raised_on(case: Case) -> tuple[Hold, ...]:
    """Return the holds raised in a case, lifted or not."""
    return tuple(_raised(case))


def _lifted(case: Case) -> Iterator[Hold]:
    """Yield the holds lifted by agreement; once imagery resurfaces, only later agreement counts."""
    items = list(case.current)
    again = [at for at, entry in enumerate(items) if isinstance(entry.form, Resurfaced)]
    for entry in items[again[-1] + 1 :] if again else items:
        if isinstance(entry.form, HoldLifted):
            for hold in entry.form.holds:
                if entry.form.agreeing in LIFTED_BY[hold]:
                    yield hold


def _raised(case: Case) -> Iterator[Hold]:
    if police_involved(case):
        yield Hold.POLICE
    if _referral_open(case):
        yield Hold.REFERRAL
    if case.signs[Sign.ADULT].said_yes:
        yield Hold.ADULT
    if case.signs[Sign.EXTORTION].said_yes:
        yield Hold.EXTORTION
    if viewing_unsettled(case):
        yield Hold.VIEWING


def police_involved(case: Case) -> bool:
    """Return whether the police have been told, are to be told, or hold or instruct on a device."""
    decision = case.latest(DecisionMade)
    to_police = bool(decision and Body.POLICE in decision.refer_to)
    return (
        to_police
        or any(one.opened.body in POLICE_BODIES for one in case.body_referrals)
        or bool(case.all_of(DeviceInstruction))
        or any(form.movement is Movement.POLICE for form in case.all_of(DeviceMoved))
        or any(
            form.power is Power.POLICE or form.instruction is YesNoUnknown.YES
            for form in case.all_of(DeviceTaken)
        )
    )


def _referral_open(case: Case) -> bool:
    """Return whether social care still have to be told, or have not given an outcome yet."""
    if case.referrals:
        return any(referral.state is not ReferralState.OUTCOME for referral in case.referrals)
    decision = case.latest(DecisionMade)
    if decision and decision_stands(case):
        return decision.decision is Decision.REFER and Body.SOCIAL_CARE in decision.refer_to
    return any(state.said_yes for state in case.signs.values())


def viewing_unsettled(case: Case) -> bool:
    """Return whether it is still open if imagery must be viewed, or how it came to be seen."""
    if case.all_of(ViewingRecorded):
        return False
    review = case.latest(InitialReview)
    seen = any(
        row.seen is YesNoUnknown.YES for form in case.all_of(ViewingAsked) for row in form.staff
    )
    return seen or bool(review and review.view is not YesNoUnknown.NO)


def because(*holds: Hold) -> str:
    """Describe why nothing may be deleted, to follow a colon: `an adult is involved`."""
    return "; ".join(lower(hold.label) for hold in holds)


_SPOKEN: Mapping[Agreeing, str] = {
    Agreeing.POLICE: "the police",
    Agreeing.SOCIAL_CARE: "children’s social care",
    Agreeing.LEAD: "the Lead Safeguarding Manager or a member of SMT",
}


def who_lifts(*holds: Hold) -> str:
    """Describe whose agreement lifts all these holds: `social care or the police`."""
    lifting = (who for who in Agreeing if all(who in LIFTED_BY[hold] for hold in holds))
    first = LIFTED_BY[holds[0]]
    return " or ".join(_SPOKEN[who] for who in sorted(lifting, key=first.index))
