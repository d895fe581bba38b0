"""A referral to the police or another body, folded from its steps. Its state is derived."""

from collections.abc import Iterable

import msgspec

from app.domain.case.entry import Entry
from app.domain.case.referral import ReferralState
from app.domain.forms.bodies import (
    SOURCE_OF_BODY,
    BodyAnswer,
    BodyContact,
    BodyOutcome,
    BodyReferralOpened,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import Form
from app.domain.kit.record import EntryId, Source


class BodyReferral(msgspec.Struct, frozen=True, kw_only=True):
    """One referral to one body, with its steps in order. `id` is its opening entry."""

    id: EntryId
    opened: BodyReferralOpened
    contacts: tuple[BodyContact, ...] = ()
    outcomes: tuple[BodyOutcome, ...] = ()

    @property
    def made(self) -> bool:
        """True once they have been told: somebody was reached, or they have answered."""
        return bool(self.outcomes) or any(
            contact.reached is YesNoUnknown.YES for contact in self.contacts
        )

    @property
    def state(self) -> ReferralState:
        """How far it has come."""
        if self.outcomes:
            waits = self.outcomes[-1].answer is BodyAnswer.LOOKING
            return ReferralState.ACKNOWLEDGED if waits else ReferralState.OUTCOME
        return ReferralState.PHONED if self.made else ReferralState.DRAFT

    @property
    def words(self) -> str:
        """Say in a few words how far it has come, to follow the name of the body."""
        if self.outcomes:
            return self.outcomes[-1].answer.label
        return "told" if self.made else "not told yet"

    @property
    def numbers(self) -> tuple[str, ...]:
        """Their log and crime numbers, each once, oldest first."""
        steps = [(step.reference, step.crime_number) for step in self.contacts]
        steps += [(None, outcome.crime_number) for outcome in self.outcomes]
        return tuple(dict.fromkeys(number for step in steps for number in step if number))


def body_referrals_of(items: Iterable[Entry]) -> tuple[BodyReferral, ...]:
    """Gather the referrals to the police and other bodies, oldest first, each with its steps."""
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
    """Say whose words an entry holds: those of the police where it is a step of telling them."""
    if not isinstance(form, BodyContact | BodyOutcome):
        return form.source
    bodies = {referral.id: referral.opened.body for referral in referrals}
    body = bodies.get(form.referral)
    return SOURCE_OF_BODY.get(body, Source.OTHER) if body else Source.OTHER
