"""Holds: why nothing may be deleted yet, and whose agreement lifts each hold.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), deletion of images; the college's
guidance, "Viewing the imagery". Copies may be what the police need. What a search found and may
hold imagery of somebody under 18 goes to a constable: SI 2012/1925, regulation 4.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from app.domain.case.bodies import ReferralState
from app.domain.case.case import Case, decision_stands
from app.domain.case.custody import away
from app.domain.case.entry import Entry
from app.domain.case.imagery import viewings_to_record
from app.domain.case.signs import SaidYes, same_child
from app.domain.forms.bodies import POLICE_BODIES, BodyContact
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import (
    MAY_BE_ON_IT,
    DeviceInstruction,
    DeviceMoved,
    DeviceSearched,
    DeviceTaken,
    Movement,
    Power,
)
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.checks import before
from app.domain.kit.form import Form
from app.domain.kit.moments import Moment, to_the_minute
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower

LIFTED_BY: Mapping[Hold, tuple[Agreeing, ...]] = {
    Hold.POLICE: (Agreeing.POLICE,),
    Hold.REFERRAL: (Agreeing.SOCIAL_CARE, Agreeing.POLICE),
    Hold.ADULT: (Agreeing.POLICE,),
    Hold.EXTORTION: (Agreeing.POLICE,),
    Hold.VIEWING: (Agreeing.LEAD, Agreeing.POLICE),
    Hold.FOUND: (Agreeing.POLICE,),
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
    """Yield the holds lifted by agreement; once it happened again, only later agreement counts.

    So it does once something raised a hold anew. What a search found is agreed on once: it does not
    come back when it happens again.
    """
    items = list(case.current)
    again = [at for at, entry in enumerate(items) if entry.form.is_event]
    for entry in items[again[-1] + 1 :] if again else items:
        for hold in lifted_by(entry.form) - {Hold.FOUND}:
            if all(_since(entry.form, one.at) for one in raised_by(case, hold)):
                yield hold
    if not _found_and_not_agreed(case):
        yield Hold.FOUND


class Raised(msgspec.Struct, frozen=True):
    """What raised a hold, or raised it anew: its entry, when that was, and in words what it was."""

    entry: EntryId
    at: Moment
    words: str


def raised_by(case: Case, hold: Hold) -> Iterator[Raised]:
    """Yield what an agreement to lift a hold may not be older than.

    A referral counts from its first contact, where that was before it was recorded.
    """
    signs = {Hold.ADULT: Sign.ADULT, Hold.EXTORTION: Sign.EXTORTION}
    if hold in signs:
        said = {yes.entry for yes in _new(case) if yes.sign is signs[hold]}
        words = f"“{hold.label}” became known"
    else:
        said = {entry.root for entry in case.current if _raises(hold, entry.form)}
        said -= {key for key, contact in case.contacts.items() if not contact.police}
        words = _ANEW[hold]
    for entry in case.current:
        if entry.root in said:
            first = entry.sealed.happened or Moment(entry.at)
            yield Raised(entry.root, min((first, *_in_contact(case, entry.root)), key=_at), words)


_ANEW: Mapping[Hold, str] = {
    Hold.POLICE: "the police last asked for something to be kept, or spoke of a device",
    Hold.REFERRAL: "the newest referral to children’s social care",
    Hold.VIEWING: "a viewing came up",
    Hold.FOUND: "it was found",
}


def _raises(hold: Hold, form: Form) -> bool:
    """Return whether an entry raises a hold, or raises it anew though it was lifted before."""
    match form:
        case BodyContact():
            return hold is Hold.POLICE and bool(form.keep)
        case DeviceInstruction():
            return hold is Hold.POLICE
        case DeviceTaken() if hold is Hold.POLICE:
            return form.power is Power.POLICE or form.instruction is YesNoUnknown.YES
        case ReferralOpened():
            return hold is Hold.REFERRAL
        case ViewingAsked():
            return hold is Hold.VIEWING and any(one.seen is YesNoUnknown.YES for one in form.staff)
        case InitialReview():
            return hold is Hold.VIEWING and form.view is not YesNoUnknown.NO
        case _:
            return hold is Hold.FOUND and _found(form)


def _in_contact(case: Case, referral: EntryId) -> Iterator[Moment]:
    """Yield when somebody was reached about a referral."""
    for entry in case.current:
        if isinstance(entry.form, ReferralCall) and entry.form.referral == referral:
            yield entry.form.called_at


def _at(moment: Moment) -> datetime:
    return moment.at


def _since(form: Form, raised: Moment) -> bool:
    """Return whether it was agreed to lift a hold when, or after, something raised it."""
    assert isinstance(form, HoldLifted)
    return not before(form.agreed_at, to_the_minute(raised))


def lifted_by(form: Form) -> frozenset[Hold]:
    """Return the holds that an entry lifts: those that whoever agreed in it may lift."""
    if not isinstance(form, HoldLifted):
        return frozenset()
    return frozenset(hold for hold in form.holds if form.agreeing in LIFTED_BY[hold])


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
    if _goes_to_police(case):
        yield Hold.FOUND


class ToHandOver(msgspec.Struct, frozen=True):
    """Something that goes to a constable: the entry that says so, what it is, and since when (UTC).

    The entry is that of the device in custody, or of the search where none is recorded yet.
    """

    entry: Entry
    words: str
    since: datetime


def to_hand_over(case: Case) -> tuple[ToHandOver, ...]:
    """Return what a search found that the college still has to give to the police.

    It is settled by handing it over, or by the agreement of the police that lifts the hold. What
    was given back all the same is no longer here to hand over, and the hold on deletion stands.
    """
    return tuple(
        ToHandOver(entry, case.names[entry.root], entry.at)
        for entry in _found_and_not_agreed(case)
        if not away(case, entry.root)
    )


def _found_and_not_agreed(case: Case) -> tuple[Entry, ...]:
    """Return what goes to the police and was found, or recorded, after they last agreed on it."""
    goes, waiting = _goes_to_police(case), list[Entry]()
    for entry in case.current:
        if Hold.FOUND in lifted_by(entry.form):
            waiting = [one for one in waiting if not _agreed_on(case, entry.form, one)]
        elif entry.root in goes:
            waiting.append(entry)
    return tuple(waiting)


def _agreed_on(case: Case, lifting: Form, found: Entry) -> bool:
    """Return whether an agreement is on something found: on a device alone, if it was about one."""
    assert isinstance(lifting, HoldLifted)
    forms = {entry.root: entry.form for entry in case.current}
    said = forms.get(lifting.contact or "")
    of_another = isinstance(said, DeviceInstruction) and said.device != found.root
    if of_another and isinstance(found.form, DeviceTaken):
        return False
    return _since(lifting, found.sealed.happened or Moment(found.at))


def _goes_to_police(case: Case) -> set[EntryId]:
    """Return the entries of what a search found and the police do not have.

    Only what has imagery on it, or may have. A device in custody stands for the search it was
    found in.
    """
    found = {entry.root: entry.form for entry in case.current if _found(entry.form)}
    taken = {form.found_in for form in found.values() if isinstance(form, DeviceTaken)}
    return set(found) - taken - _moved(case, Movement.POLICE)


def _found(form: Form) -> bool:
    match form:
        case DeviceSearched() | DeviceTaken(power=Power.FHEA):
            return form.imagery in MAY_BE_ON_IT
        case _:
            return False


def _moved(case: Case, movement: Movement) -> set[EntryId]:
    return {form.device for form in case.all_of(DeviceMoved) if form.movement is movement}


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
    if any(referral.state is not ReferralState.OUTCOME for referral in case.referrals):
        return True
    answered = [reply.received_at.at for one in case.referrals for reply in one.replies]
    if answered and not _new_since(case, max(answered)):
        return False
    decision = case.latest(DecisionMade)
    if decision and decision_stands(case):
        return decision.decision is Decision.REFER and Body.SOCIAL_CARE in decision.refer_to
    return any(state.said_yes for state in case.signs.values())


def _new_since(case: Case, at: datetime) -> bool:
    """Return whether a sign was answered yes of a child, or again, after an instant (UTC)."""
    before = [yes for yes in case.yeses if yes.at <= at]
    return any(_is_new(case, yes, before) for yes in case.yeses if yes.at > at)


def _new(case: Case) -> Iterator[SaidYes]:
    """Yield each yes that was not said of that child before, nor of that adult, or as it began."""
    for yes in case.yeses:
        if _is_new(case, yes, [one for one in case.yeses if one.place < yes.place]):
            yield yes


def _is_new(case: Case, yes: SaidYes, earlier: list[SaidYes]) -> bool:
    events = {entry.root for entry in case.current if entry.form.is_event}
    known = any(one.sign is yes.sign and same_child(one.about, yes.about) for one in earlier)
    return not yes.weighed and (yes.entry in events or yes.of_another or not known)


def viewing_unsettled(case: Case) -> bool:
    """Return whether it is still open if imagery must be viewed, or how it came to be seen."""
    review = case.latest(InitialReview)
    asked = bool(review and review.view is not YesNoUnknown.NO)
    return bool(viewings_to_record(case)) or (asked and not case.all_of(ViewingRecorded))


def because(*holds: Hold) -> str:
    """Describe why nothing may be deleted, to follow a colon: `an adult is involved`."""
    return "; ".join(lower(hold.label) for hold in holds)


def why_held(case: Case, hold: Hold) -> str:
    """Describe a hold as papers do: what is so in this case, where its label gives two things."""
    referral = "is open" if case.referrals else "is called for"
    words = {
        Hold.REFERRAL: f"A referral to children’s social care {referral}",
        Hold.EXTORTION: "The sign of demands is answered yes",
    }
    return words.get(hold, hold.label)


_SPOKEN: Mapping[Agreeing, str] = {
    Agreeing.POLICE: "the police",
    Agreeing.SOCIAL_CARE: "children’s social care",
    Agreeing.LEAD: "the Lead Safeguarding Manager or a member of SMT",
}


def may_agree(whom: Agreeing, *holds: Hold) -> bool:
    """Return whether somebody outside can be asked to agree: to a hold of these that is theirs.

    Nobody is asked what another body outside has to agree to. What the college lifts is its own.
    """
    theirs = [hold for hold in holds if Agreeing.LEAD not in LIFTED_BY[hold]]
    return bool(theirs) and all(whom in LIFTED_BY[hold] for hold in theirs)


def who_lifts(*holds: Hold) -> str:
    """Describe whose agreement lifts all these holds: `social care or the police`."""
    lifting = (who for who in Agreeing if all(who in LIFTED_BY[hold] for hold in holds))
    first = LIFTED_BY[holds[0]]
    return " or ".join(_SPOKEN[who] for who in sorted(lifting, key=first.index))
