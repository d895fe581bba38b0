"""Open ends: everything in a case that is to be settled before it can close."""

from collections.abc import Iterator

from app.domain.case.bodies import ReferralState
from app.domain.case.case import Case
from app.domain.case.imagery import SETTLED, Viewing, devices_held, viewing
from app.domain.case.reviews import open_actions, reviews_of
from app.domain.forms.decision import DecisionMade
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.moments import write_day
from app.domain.rules.running_clocks import running_clocks

_SETTLED = (ReferralState.OUTCOME,)


def open_ends(case: Case) -> tuple[str, ...]:
    """Return in words each clock, task, referral, device, viewing, copy and request still open."""
    ends = (*_clocks(case), *_to_do(case), *_referrals(case), *_imagery(case), *_copies(case))
    return tuple(dict.fromkeys(ends))


def _clocks(case: Case) -> Iterator[str]:
    for clock in running_clocks(case):
        if not clock.over and clock.rule.opens:
            yield clock.rule.noun


def _to_do(case: Case) -> Iterator[str]:
    for action in open_actions(case.current).values():
        yield f"agreed action “{action.what}”"
    for day in reviews_of(case.current):
        if not isinstance(day.item.form, DecisionMade):  # its review is a clock
            yield f"{day.what.lower()}, set for {write_day(day.on)}"


def _referrals(case: Case) -> Iterator[str]:
    for referral in case.referrals:
        if referral.state not in _SETTLED:
            yield f"referral to {referral.opened.team} ({referral.state.label.lower()})"
    for told in case.body_referrals:
        if not told.made:
            yield f"referral to {told.opened.name} (nobody told yet)"


def _imagery(case: Case) -> Iterator[str]:
    for device in devices_held(case):
        yield f"{device.device} in custody"
    if viewing(case) is Viewing.VIEWED and not case.all_of(ViewingRecorded):
        yield "the entry on how imagery came to be seen"


def _copies(case: Case) -> Iterator[str]:
    for key, copy in case.copies.items():
        if copy.there and copy.state not in SETTLED:
            yield f"{case.names[key]} ({copy.state.label.lower()})"
    for request in case.requests.values():
        if request.waiting:
            service, state = request.opened.service_name, request.state.label.lower()
            yield f"removal request to {service} ({state})"
