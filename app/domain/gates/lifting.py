"""The gates around lifting a hold: who agreed, in which contact with them, and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from app.domain.case.contacts import Reached
from app.domain.forms.bodies import BodyContact
from app.domain.forms.close import Resurfaced
from app.domain.forms.deletion import DECIDE_AS, Agreeing, Hold, HoldLifted
from app.domain.forms.social_care import ReferralCall
from app.domain.gates.asked import HOLD, GateProblem, ToSeal, gate_problem, listed_as, older
from app.domain.kit.answers import StaffMember
from app.domain.kit.checks import before
from app.domain.kit.form import Form
from app.domain.kit.moments import Moment, write_time
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower
from app.domain.rules.holds import LIFTED_BY, who_lifts


def agreed_by_who_lifts_it(asked: ToSeal) -> Iterator[GateProblem]:
    """Require who agreed: in a recorded contact with that body, or by the college’s own list."""
    agreeing, by = asked.get(HoldLifted.agreeing), asked.words(HoldLifted.agreed_by)
    if agreeing is Agreeing.LEAD and by:
        at = asked.get(HoldLifted.agreed_at)
        roles = tuple(chain(*DECIDE_AS.values()))
        yield from listed_as(
            asked,
            HoldLifted.agreed_by,
            StaffMember(by),
            roles,
            at=at,
            otherwise="until then the hold stands",
            source=HOLD,
        )
    elif agreeing and agreeing in _SAID_IN and asked.words(HoldLifted.contact):
        yield from _in_a_contact(asked, agreeing)


def agreed_since_it_is_held(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse an agreement from before what holds deletion: a sign, or imagery about again."""
    holds, since = set(asked.get(HoldLifted.holds) or ()), list[tuple[datetime, str]]()
    before_it = {entry.root: entry for entry in asked.before()}
    for hold in holds & _HELD_BY.keys():
        state = asked.case.signs[_HELD_BY[hold]]
        if state.said_yes and state.entry in before_it:
            since.append((before_it[state.entry].at, f"“{hold.label}” became known"))
    if holds - {Hold.FOUND}:
        again = [one for one in before_it.values() if one.form.is_event][1:]
        since += [(one.at, _again(one.form)) for one in again]
    if since:
        at, what = max(since)
        yield from older(asked, HoldLifted.agreed_at, Moment(at), what, HOLD)


def _again(event: Form) -> str:
    """Return what an event of a case says that came later than its first."""
    about = isinstance(event, Resurfaced)
    return "the imagery was about again" if about else "it happened again"


def said_in_a_contact(
    asked: ToSeal,
    question: str | None,
    holds: Iterable[Hold],
    at: Moment | None,
    *,
    otherwise: str,
) -> Iterator[GateProblem]:
    """Require the contact in which it was agreed that a step may be taken during these holds.

    It was with a body that may lift them, and no later than `at`, when the step was taken. A hold
    that the college may lift by itself needs none. `otherwise` says how to go on without a contact.
    """
    outside = [one for one in holds if Agreeing.LEAD not in LIFTED_BY[one]]
    contact = asked.case.contacts.get(asked.words(question))
    if outside and not (contact and all(_may_lift(contact, one) for one in outside)):
        yield gate_problem(
            question,
            f"No contact is chosen in which {who_lifts(*outside)} agreed, and only they lift it.",
            f"Choose the one in which they did; if it is not recorded, keep this draft and record "
            f"it first under “{BodyContact.title}” or “{ReferralCall.title}”; or {otherwise}.",
            HOLD,
        )
    elif outside and contact and at and before(at, contact.at):
        yield gate_problem(
            question,
            f"This contact was on {write_time(contact.at)}, after the request.",
            "Choose the contact in which they agreed beforehand, or put the times right.",
            HOLD,
        )


def _may_lift(contact: Reached, hold: Hold) -> bool:
    """Return whether a contact was with a body that may lift a hold."""
    return any(_SAID_IN[one][0](contact) for one in LIFTED_BY[hold] if one in _SAID_IN)


_HELD_BY = {Hold.ADULT: Sign.ADULT, Hold.EXTORTION: Sign.EXTORTION}


_SAID_IN: Mapping[Agreeing, tuple[Callable[[Reached], bool], str]] = {
    Agreeing.POLICE: (lambda contact: contact.police, BodyContact.title),
    Agreeing.SOCIAL_CARE: (lambda contact: contact.social_care, ReferralCall.title),
}
"""Whether a contact was with who agreed, and the form on which such a contact is recorded."""


def _in_a_contact(asked: ToSeal, agreeing: Agreeing) -> Iterator[GateProblem]:
    """Refuse a contact with somebody else, and one from after the agreement."""
    with_them, form = _SAID_IN[agreeing]
    contact = asked.case.contacts.get(asked.words(HoldLifted.contact))
    agreed = asked.get(HoldLifted.agreed_at)
    who = lower(agreeing.label) if agreeing is Agreeing.SOCIAL_CARE else "the police"
    if contact is None or not with_them(contact):
        yield gate_problem(
            HoldLifted.contact,
            f"This is no contact in which {who} were reached.",
            f"Choose the one in which they agreed; if it is not recorded, keep this draft and "
            f"record it first under “{form}”.",
            HOLD,
        )
    elif agreed and before(agreed, contact.at):
        yield gate_problem(
            HoldLifted.contact,
            f"They agreed before this contact, which was on {write_time(contact.at)}.",
            "Choose the contact in which they agreed, or put the time of the agreement right.",
            HOLD,
        )
