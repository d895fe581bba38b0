"""Which bodies outside were told of which child, and when each ended its part."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.case.bodies import REPLIED, BodyReferral
from app.domain.case.case import Case, once_a_case
from app.domain.case.people import CHILDREN, is_adult
from app.domain.forms.bodies import POLICE_BODIES, OtherBody
from app.domain.forms.decision import Body
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement
from app.domain.forms.duty import DutyConsidered, DutyOutcome, ReportedTo
from app.domain.forms.outcome import BodyAnswer
from app.domain.forms.social_care import Reply
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.moments import day_of

Outside = Body | OtherBody
"""Who outside the college acts: as a decision names them; the LADO and adult social care as
referrals do."""

_YES = YesNoUnknown.YES
NO_FURTHER = (Reply.NO_ACTION, Reply.SIGNPOSTED)
"""The answers of social care that leave a child with the college alone."""


class Told(msgspec.Struct, frozen=True):
    """One telling of a body: of which child ("" for the whole case), and when (UTC)."""

    body: Outside
    about: PersonRef
    at: datetime
    by_device: bool = False
    """Whether a device was handed to them: that tells of the imagery, and of nobody in danger."""


def body_told(referral: BodyReferral) -> Outside:
    """Return which body a referral to the police or another body tells."""
    body = referral.opened.body
    if body in POLICE_BODIES:
        return Body.POLICE
    return body if body in (OtherBody.LADO, OtherBody.ADULT_CARE) else Body.OTHER


@once_a_case
def told_in(case: Case) -> tuple[Told, ...]:
    """Return each telling of a body outside, by telephone, in writing or in person."""
    return (*_social_care_told(case), *_bodies_told(case), *_told_otherwise(case))


def _social_care_told(case: Case) -> Iterator[Told]:
    for one in case.referrals:
        steps = [call.called_at for call in one.calls if call.reached is YesNoUnknown.YES]
        steps += [sent.sent_at for sent in one.sent]
        steps += [] if steps else [reply.received_at for reply in one.replies]
        for at in steps:
            yield Told(Body.SOCIAL_CARE, one.opened.child, at.at)


def _bodies_told(case: Case) -> Iterator[Told]:
    for one in case.body_referrals:
        yield from body_tellings(case, one)


def body_tellings(case: Case, referral: BodyReferral) -> Iterator[Told]:
    """Yield each time that the body of a referral was reached, or else answered.

    Of whom they ask something, as that nobody speaks with them, they were told as well.
    """
    body, reached = body_told(referral), [one for one in referral.contacts if one.reached is _YES]
    steps = [step.at for step in reached] or [step.at for step in referral.outcomes]
    for at in steps:
        yield Told(body, child_told(case, referral), at.at)
    for step in reached:
        for child in filter(None, (_child(case, one.who) for one in step.people_asked)):
            yield Told(body, child, step.at.at)


def child_told(case: Case, referral: BodyReferral) -> PersonRef:
    """Return the child a body was told of; "" if it was told of an adult, or of the whole case.

    A learner of 18 counts as an adult, unless they are harmed, or a sign is about them.
    """
    child = _child(case, referral.opened.about)
    if not child or case.people[child].harmed or any(yes.about == child for yes in case.yeses):
        return child
    day = day_of(case.entry(referral.id).sealed.recorded)
    return "" if is_adult(case.people[child].person, day) else child


def _told_otherwise(case: Case) -> Iterator[Told]:
    """Yield who was told by handing over a device, or by a report under the duty."""
    owners = {one.root: one.form.owner for one in case.current if isinstance(one.form, DeviceTaken)}
    for moved in case.all_of(DeviceMoved):
        if moved.movement is Movement.POLICE:
            child = _child(case, owners.get(moved.device))
            yield Told(Body.POLICE, child, moved.moved_at.at, by_device=True)
    for duty in case.all_of(DutyConsidered):
        if duty.outcome is DutyOutcome.REPORTED and duty.reported_at:
            for body in duty.reported_to:
                police = body is ReportedTo.POLICE
                yield Told(Body.POLICE if police else Body.SOCIAL_CARE, "", duty.reported_at.at)


def _child(case: Case, person: PersonRef | None) -> PersonRef:
    """Return somebody if they are a learner, here or elsewhere; "" for anybody else, or nobody."""
    known = case.people.get(person or "")
    return known.person.id if known and known.person.kind in CHILDREN else ""


class Ending(msgspec.Struct, frozen=True):
    """A body ended its part: about which child, and when (UTC)."""

    body: Outside
    about: PersonRef
    at: datetime


def endings(case: Case) -> Iterator[Ending]:
    """Yield when each body ended its part, and left a child with the college alone."""
    for one in case.referrals:
        for reply in one.replies:
            if reply.reply in NO_FURTHER:
                yield Ending(Body.SOCIAL_CARE, one.opened.child, reply.received_at.at)
    for told in case.body_referrals:
        for outcome in told.outcomes:
            if outcome.answer not in _WORKING:
                yield Ending(body_told(told), child_told(case, told), outcome.at.at)


def works_on(case: Case) -> Iterator[Told]:
    """Yield each answer by which a body took a child on: which child, and when (UTC)."""
    for one in case.referrals:
        for reply in one.replies:
            if reply.reply in REPLIED and reply.reply not in NO_FURTHER:
                yield Told(Body.SOCIAL_CARE, one.opened.child, reply.received_at.at)
    for told in case.body_referrals:
        for outcome in told.outcomes:
            if outcome.answer is BodyAnswer.ACCEPTED:
                yield Told(body_told(told), child_told(case, told), outcome.at.at)


_WORKING = (BodyAnswer.LOOKING, BodyAnswer.ACCEPTED, BodyAnswer.PASSED_ON)
