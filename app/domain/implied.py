"""What entries say by the way about who knows what. A small table: one line for each form."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from app.domain.answers import Role, YesNoUnknown
from app.domain.form import Entry
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.knowledge import Fact, Knower
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import ReferralBackground, ReferralCall, ReferralSent

SOCIAL_CARE = Knower.SOCIAL_CARE.value


class Implied(msgspec.Struct, frozen=True):
    """Somebody knows something: a person's id, a body's value or a name; which facts; and why."""

    who: str
    facts: tuple[Fact, ...]
    because: str


def implied_by(form: Entry) -> Iterator[Implied]:
    """Give what follows from one entry about who knows what."""
    yield from _TABLE.get(type(form), _nothing)(form)


def name_in(written: str) -> str:
    """Give the name in `M. Reyes, tutor`."""
    return written.partition(",")[0].strip()


def _nothing(_form: Entry) -> Iterator[Implied]:
    return iter(())


def _concern(form: ConcernReceived) -> Iterator[Implied]:
    told = (Fact.HAPPENED,)
    yield Implied(name_in(form.reported_by), told, "Told the college")
    yield Implied(form.told_to.name, told, "Was told first")
    for involved in form.people:
        if Role.TOLD_US in involved.roles:
            yield Implied(involved.person.id, told, "Told the college")


def _review(form: InitialReview) -> Iterator[Implied]:
    for staff in (form.chair, *(present.who for present in form.present)):
        yield Implied(staff.name, (Fact.HAPPENED,), "Was at the initial review")


def _call(form: ReferralCall) -> Iterator[Implied]:
    if form.reached is YesNoUnknown.YES:
        yield Implied(SOCIAL_CARE, (Fact.HAPPENED, Fact.REFERRED), "Telephone call")


def _sent(_form: ReferralSent) -> Iterator[Implied]:
    facts = (Fact.HAPPENED, Fact.PICTURED, Fact.SHARED, Fact.REFERRED)
    yield Implied(SOCIAL_CARE, facts, "Written referral")


def _background(form: ReferralBackground) -> Iterator[Implied]:
    for parent in form.parents:
        if parent.who and parent.told is YesNoUnknown.YES:
            yield Implied(parent.who, (Fact.HAPPENED, Fact.REFERRED), "Told of the referral")


_TABLE: Mapping[type[Entry], Callable[[Any], Iterator[Implied]]] = {
    ConcernReceived: _concern,
    InitialReview: _review,
    ReferralCall: _call,
    ReferralSent: _sent,
    ReferralBackground: _background,
}
