"""What each form implies about who knows what: a small table, one line for each form."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.device import DeviceInstruction, DeviceMoved, Movement
from app.domain.forms.knowledge import Knower, Knowing, Topic
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralBackground, ReferralCall, ReferralSent
from app.domain.kit.answers import Role, YesNoUnknown
from app.domain.kit.form import Form
from app.domain.kit.record import EntryId

SOCIAL_CARE, POLICE = Knower.SOCIAL_CARE.value, Knower.POLICE.value


class Implied(msgspec.Struct, frozen=True):
    """What one knower knows, or must not know, of some topics, and why.

    The knower is a person's id, a body's value, or a name as written, perhaps with a role. `why`
    and `until` are the reason and the review day of what must not be told.
    """

    who: str
    topics: tuple[Topic, ...]
    because: str
    knowing: Knowing = Knowing.KNOWS
    why: str = ""
    until: date | None = None


Bodies = Mapping[EntryId, BodyReferralOpened]
"""The referrals to the police and other bodies, by id: contacts and outcomes point to them."""


def implied_by(form: Form, bodies: Bodies) -> Iterator[Implied]:
    """Yield what one entry implies about who knows what."""
    if isinstance(form, BodyContact | BodyOutcome):
        if form.referral in bodies:
            yield from _body(form, bodies[form.referral])
        return
    yield from _TABLE.get(type(form), _nothing)(form)


def body_of(opened: BodyReferralOpened) -> str:
    """Return the knower that a body stands for: the police, or the body by its name."""
    return POLICE if opened.body in POLICE_BODIES else opened.name


def _nothing(_form: Form) -> Iterator[Implied]:
    return iter(())


def _concern(form: ConcernReceived) -> Iterator[Implied]:
    told = (Topic.HAPPENED,)
    yield Implied(form.reported_by, told, "Told the college")
    yield Implied(form.told_to.name, told, "Was told first")
    for involved in form.people:
        if Role.TOLD_US in involved.roles:
            yield Implied(involved.person.id, told, "Told the college")


def _review(form: InitialReview) -> Iterator[Implied]:
    for staff in (form.chair, *(present.who for present in form.present)):
        yield Implied(staff.name, (Topic.HAPPENED,), "Was at the initial review")


def _call(form: ReferralCall) -> Iterator[Implied]:
    if form.reached is YesNoUnknown.YES:
        yield Implied(SOCIAL_CARE, (Topic.HAPPENED, Topic.REFERRED), "Telephone call")


def _body(form: BodyContact | BodyOutcome, opened: BodyReferralOpened) -> Iterator[Implied]:
    if isinstance(form, BodyOutcome) or form.reached is YesNoUnknown.YES:
        police = (Topic.POLICE,) if opened.body in POLICE_BODIES else ()
        because = form.way.label if isinstance(form, BodyContact) else form.title
        yield Implied(body_of(opened), (Topic.HAPPENED, *police), because)


def _device(form: DeviceInstruction | DeviceMoved) -> Iterator[Implied]:
    if isinstance(form, DeviceInstruction) or form.movement is Movement.POLICE:
        yield Implied(POLICE, (Topic.HAPPENED, Topic.POLICE, Topic.DEVICE), form.title)


def _sent(_form: ReferralSent) -> Iterator[Implied]:
    topics = (Topic.HAPPENED, Topic.PICTURED, Topic.SHARED, Topic.REFERRED)
    yield Implied(SOCIAL_CARE, topics, "Written referral")


def _background(form: ReferralBackground) -> Iterator[Implied]:
    for parent in form.parents:
        if parent.who and parent.told is YesNoUnknown.YES:
            yield Implied(parent.who, (Topic.HAPPENED, Topic.REFERRED), "Told of the referral")


def _conversation(form: LearnerConversation) -> Iterator[Implied]:
    yield Implied(form.learner, (Topic.HAPPENED,), "Was spoken with")
    yield Implied(form.held_by.name, (Topic.HAPPENED,), "Spoke with a learner")


def _deciding(form: ParentDecision) -> Iterator[Implied]:
    """Yield what a decision on telling a parent implies. Only a decision to tell frees topics."""
    tell = form.decision is Telling.TELL
    yield Implied(
        form.parent,
        tuple(Topic),
        form.decision.label,
        knowing=Knowing.FREE if tell else Knowing.NOT_TO_KNOW,
        why=form.why or "",
        until=form.review_on,
    )


def _parent(form: ParentContact) -> Iterator[Implied]:
    if form.reached is YesNoUnknown.YES:
        yield Implied(form.parent, (Topic.HAPPENED,), "Was spoken with as a parent or carer")


_TABLE: Mapping[type[Form], Callable[[Any], Iterator[Implied]]] = {
    ConcernReceived: _concern,
    InitialReview: _review,
    LearnerConversation: _conversation,
    ParentDecision: _deciding,
    ParentContact: _parent,
    ReferralCall: _call,
    DeviceInstruction: _device,
    DeviceMoved: _device,
    ReferralSent: _sent,
    ReferralBackground: _background,
}
