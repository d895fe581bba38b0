"""The gates around lifting a hold: who agreed, in which contact with them, and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
from app.domain.kit.moments import Moment, to_the_minute, write_time
from app.domain.kit.wording import lower
from app.domain.rules.holds import LIFTED_BY, raised_by, who_lifts


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
    """Refuse an agreement, and a contact, from before what holds deletion, or holds it anew."""
    newest = _held_since(asked, asked.get(HoldLifted.holds) or ())
    if newest is None:
        return
    at, what = newest
    too_old = tuple(older(asked, HoldLifted.agreed_at, at, what, HOLD))
    yield from too_old or _said_too_early(asked, HoldLifted.contact, newest)


def _held_since(asked: ToSeal, holds: Iterable[Hold]) -> tuple[Moment, str] | None:
    """Return when something last raised one of these holds, and in words what that was."""
    before_it, holds = {entry.root: entry for entry in asked.before()}, set(holds)
    raised = (one for hold in holds for one in raised_by(asked.case, hold))
    since = [(one.at, one.words) for one in raised if one.entry in before_it]
    if holds - {Hold.FOUND}:
        again = [one for one in before_it.values() if one.form.is_event][1:]
        since += [(Moment(one.at), _again(one.form)) for one in again]
    return max(since, default=None)


def _said_too_early(
    asked: ToSeal, question: str | None, since: tuple[Moment, str]
) -> Iterator[GateProblem]:
    """Refuse a contact from before what holds deletion."""
    contact = asked.case.contacts.get(asked.words(question))
    at, what = since
    if contact and before(contact.at, to_the_minute(at)):
        yield gate_problem(
            question,
            f"This contact was before {what}, and that was on {write_time(at)}.",
            f"Choose a contact since then; if there was none, ask them again and record it first "
            f"under “{BodyContact.title}” or “{ReferralCall.title}”.",
            HOLD,
        )


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
    elif outside and (since := _held_since(asked, outside)):
        yield from _said_too_early(asked, question, since)


def _may_lift(contact: Reached, hold: Hold) -> bool:
    """Return whether a contact was with a body that may lift a hold."""
    return any(_SAID_IN[one][0](contact) for one in LIFTED_BY[hold] if one in _SAID_IN)


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
