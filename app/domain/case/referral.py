"""A referral to children's social care, folded from its steps. Its state is derived, never set."""

from collections.abc import Iterable

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.document import DocumentIssued
from app.domain.forms.social_care import (
    ReferralBackground,
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
)
from app.domain.kit.answers import Choice, YesNoUnknown
from app.domain.kit.form import Form, name_of
from app.domain.kit.record import EntryId


class ReferralState(Choice):
    """How far a referral has come."""

    DRAFT = "draft", "Started"
    PHONED = "phoned", "Phoned"
    SENT = "sent", "Sent in writing"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    OUTCOME = "outcome", "Answered"
    ESCALATED = "escalated", "Escalated"


class Referral(msgspec.Struct, frozen=True, kw_only=True):
    """One referral about one child, with its steps in order. `id` is its opening entry."""

    id: EntryId
    opened: ReferralOpened
    background: ReferralBackground | None = None
    calls: tuple[ReferralCall, ...] = ()
    sent: tuple[ReferralSent, ...] = ()
    replies: tuple[ReferralReply, ...] = ()
    escalations: tuple[ReferralEscalated, ...] = ()
    documents: tuple[DocumentIssued, ...] = ()
    state: ReferralState = ReferralState.DRAFT

    @property
    def reached(self) -> ReferralCall | None:
        """The first call in which somebody answered."""
        return next((call for call in self.calls if call.reached is YesNoUnknown.YES), None)

    @property
    def reference(self) -> str | None:
        """The authority's newest reference."""
        steps: tuple[ReferralCall | ReferralReply, ...] = (*self.calls, *self.replies)
        return next((step.reference for step in reversed(steps) if step.reference), None)

    @property
    def made(self) -> bool:
        """True once the authority has been told, by telephone or in writing."""
        return self.reached is not None or bool(self.sent)


def referrals_of(items: Iterable[Entry]) -> tuple[Referral, ...]:
    """Gather the referrals of a case, oldest first, each with its steps and its state."""
    referrals: dict[EntryId, Referral] = {}
    for entry in items:
        form = entry.form
        if isinstance(form, ReferralOpened):
            referrals[entry.root] = Referral(id=entry.root, opened=form)
            continue
        key = referral_of(form)
        if key in referrals:
            referrals[key] = _with_step(referrals[key], form)
    return tuple(referrals.values())


def referral_of(form: Form) -> EntryId:
    """Give the referral that a step of one points to; "" for a form that points to none."""
    return str(getattr(form, name_of(ReferralCall.referral), None) or "")


def _with_step(referral: Referral, step: Form) -> Referral:
    change = msgspec.structs.replace
    match step:
        case ReferralBackground():
            return change(referral, background=step)
        case DocumentIssued(key="social_care"):
            return change(referral, documents=(*referral.documents, step))
        case ReferralCall():
            after = change(referral, calls=(*referral.calls, step))
            told = referral.state is ReferralState.DRAFT and after.reached
            return change(after, state=ReferralState.PHONED) if told else after
        case ReferralSent():
            return change(referral, sent=(*referral.sent, step), state=ReferralState.SENT)
        case ReferralReply():
            return change(referral, replies=(*referral.replies, step), state=_state_after(step))
        case ReferralEscalated():
            steps = (*referral.escalations, step)
            return change(referral, escalations=steps, state=ReferralState.ESCALATED)
        case _:
            return referral


def _state_after(reply: ReferralReply) -> ReferralState:
    waiting = reply.reply is Reply.ACKNOWLEDGED
    return ReferralState.ACKNOWLEDGED if waiting else ReferralState.OUTCOME
