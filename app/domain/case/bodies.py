"""Referrals to social care, the police and other bodies, built from their steps."""

from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.bodies import SOURCE_OF_BODY, AskedOfBody, BodyContact, BodyReferralOpened
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.sharing import DocumentIssued
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
)
from app.domain.kit.answers import Choice, YesNoUnknown
from app.domain.kit.form import Form, name_of
from app.domain.kit.record import EntryId, Source
from app.domain.kit.wording import lower, with_and

OPEN_ANSWERS = (BodyAnswer.LOOKING, BodyAnswer.ACCEPTED)
"""The answers of the police or another body after which a further one is still to come."""
REPLIED = tuple(reply for reply in Reply if reply is not Reply.ACKNOWLEDGED)
"""The answers that end the waiting for social care."""


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
    def disputed(self) -> ReferralEscalated | None:
        """The newest escalation of its answer, while nothing came of it."""
        return self.escalations[-1] if self.state is ReferralState.ESCALATED else None

    @property
    def words(self) -> str:
        """A few words on how far it has come, and on what was answered last."""
        settled = self.state in {ReferralState.OUTCOME, ReferralState.ESCALATED}
        if not (settled and self.replies):
            return self.state.label
        lead = f"{self.state.label}, answered before" if self.disputed else self.state.label
        return f"{lead}: {lower(self.replies[-1].reply.label)}"

    @property
    def made(self) -> bool:
        """Whether the authority has been told, by telephone or in writing, or has answered."""
        return self.reached is not None or bool(self.sent or self.replies)


def referrals_of(items: Iterable[Entry]) -> tuple[Referral, ...]:
    """Return the referrals of a case, oldest first, each with its steps and its state."""
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
    """Return the id of the referral that a step points to; "" for a form that points to none."""
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
            answered = referral.state is ReferralState.OUTCOME
            state = ReferralState.OUTCOME if answered else ReferralState.SENT
            return change(referral, sent=(*referral.sent, step), state=state)
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


class BodyReferral(msgspec.Struct, frozen=True, kw_only=True):
    """One referral to one body, with its steps in order. `id` is its opening entry."""

    id: EntryId
    opened: BodyReferralOpened
    contacts: tuple[BodyContact, ...] = ()
    outcomes: tuple[BodyOutcome, ...] = ()

    @property
    def reached(self) -> BodyContact | None:
        """The first contact in which somebody was reached."""
        return next((one for one in self.contacts if one.reached is YesNoUnknown.YES), None)

    @property
    def made(self) -> bool:
        """Whether they have been told: somebody was reached, or they have answered."""
        return self.reached is not None or bool(self.outcomes)

    @property
    def decided(self) -> bool:
        """Whether they have said what comes of it, and nothing further is to follow."""
        return bool(self.outcomes) and self.outcomes[-1].answer not in OPEN_ANSWERS

    @property
    def standing(self) -> tuple[BodyOutcome, ...]:
        """The newest answer for each it is for, without those that a further one followed."""
        last = {
            one.for_whom: one
            for one in self.outcomes
            if one is self.outcomes[-1] or one.answer not in OPEN_ANSWERS
        }
        return tuple(last.values())

    @property
    def answered(self) -> frozenset[AskedOfBody]:
        """What they have answered of what a letter asks them."""
        return frozenset(topic for contact in self.contacts for topic in contact.answered)

    @property
    def state(self) -> ReferralState:
        """How far it has come."""
        if self.outcomes:
            waits = self.outcomes[-1].answer is BodyAnswer.LOOKING
            return ReferralState.ACKNOWLEDGED if waits else ReferralState.OUTCOME
        return ReferralState.PHONED if self.made else ReferralState.DRAFT

    @property
    def words(self) -> str:
        """A few words on how far it has come, to follow the name of the body."""
        if self.outcomes:
            return self.outcomes[-1].answer.label
        return "told" if self.made else "not told yet"

    @property
    def numbers(self) -> tuple[str, ...]:
        """Their log and crime numbers, each once, in the order of their steps."""
        steps = [(step.reference, step.crime_number) for step in self.contacts]
        steps += [(None, outcome.crime_number) for outcome in self.outcomes]
        return tuple(dict.fromkeys(number for step in steps for number in step if number))


def answer_in_words(outcome: BodyOutcome, names: Mapping[str, str]) -> str:
    """Return an answer with whom it is for, if not for everybody: `Advice only, for Ben Marsh`."""
    whom = [names[row.who] for row in outcome.for_whom if row.who in names]
    return f"{outcome.answer.label}, for {with_and(whom)}" if whom else outcome.answer.label


def body_referrals_of(items: Iterable[Entry]) -> tuple[BodyReferral, ...]:
    """Return the referrals to the police and other bodies, oldest first, each with its steps."""
    referrals: dict[EntryId, BodyReferral] = {}
    change = msgspec.structs.replace
    for entry in items:
        match entry.form:
            case BodyReferralOpened() as opened:
                referrals[entry.root] = BodyReferral(id=entry.root, opened=opened)
            case BodyContact() as step if step.referral in referrals:
                before = referrals[step.referral]
                referrals[step.referral] = change(before, contacts=(*before.contacts, step))
            case BodyOutcome() as step if step.referral in referrals:
                before = referrals[step.referral]
                referrals[step.referral] = change(before, outcomes=(*before.outcomes, step))
    return tuple(referrals.values())


def source_of(form: Form, referrals: Iterable[BodyReferral]) -> Source:
    """Return whose words an entry holds: the body's own where it is a step of telling that body."""
    if not isinstance(form, BodyContact | BodyOutcome):
        return form.source
    bodies = {referral.id: referral.opened.body for referral in referrals}
    body = bodies.get(form.referral)
    return SOURCE_OF_BODY.get(body, Source.OTHER) if body else Source.OTHER
