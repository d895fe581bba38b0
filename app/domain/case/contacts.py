"""Contacts in which the police, social care or another body was reached, or answered."""

from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.device import DeviceInstruction
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import Moment, write_time
from app.domain.kit.record import EntryId


class Reached(msgspec.Struct, frozen=True):
    """One contact with a body that was reached, or its answer. `body` is None for social care."""

    body: OtherBody | None
    name: str
    at: Moment
    spoke_to: str

    @property
    def police(self) -> bool:
        """Whether it was with the police; CEOP counts as them."""
        return self.body in POLICE_BODIES

    @property
    def social_care(self) -> bool:
        """Whether it was with children’s social care."""
        return self.body is None

    @property
    def words(self) -> str:
        """When it was, with which body, and with whom."""
        return ", ".join(filter(None, (write_time(self.at), self.name, self.spoke_to)))


def contacts_of(items: Iterable[Entry]) -> Mapping[EntryId, Reached]:
    """Return each contact in which a body was reached, or answered, by its entry, oldest first."""
    told: dict[EntryId, tuple[OtherBody | None, str]] = {}
    found: dict[EntryId, Reached] = {}
    for entry in items:
        match entry.form:
            case BodyReferralOpened() as opened:
                told[entry.root] = (opened.body, opened.name)
            case ReferralOpened() as opened:
                told[entry.root] = (None, opened.team)
            case DeviceInstruction() as given:
                found[entry.root] = Reached(
                    OtherBody.POLICE, OtherBody.POLICE.label, given.given_at, given.officer
                )
            case BodyContact() | BodyOutcome() | ReferralCall() | ReferralReply() as step:
                spoken = _spoken(step)
                if spoken and step.referral in told:
                    found[entry.root] = Reached(*told[step.referral], *spoken)
    return found


def _spoken(
    step: BodyContact | BodyOutcome | ReferralCall | ReferralReply,
) -> tuple[Moment, str] | None:
    """Return when and with whom a step spoke; None where nobody was reached."""
    match step:
        case BodyContact(reached=YesNoUnknown.YES):
            return step.at, step.spoke_to or ""
        case ReferralCall(reached=YesNoUnknown.YES):
            return step.called_at, step.spoke_to or ""
        case BodyOutcome():
            return step.at, step.told_by
        case ReferralReply():
            return step.received_at, step.answered_by
        case _:
            return None
