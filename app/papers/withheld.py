"""What the reader of a paper must not be told for now, or that nobody is to reach them at all."""

from datetime import datetime

from app.domain.case.case import Case
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience
from app.domain.kit.wording import lower
from app.domain.rules.held_back import held_back
from app.domain.rules.implied import bodies_told
from app.domain.rules.knowledge import card_for
from app.papers.kinds import Offer

_FAMILIES = (Audience.PARENTS, Audience.LEARNER)


def against_reaching(case: Case, offer: Offer, at: datetime) -> tuple[str, ...]:
    """Return who asked that nobody speaks with or contacts the reader at an instant (UTC).

    Only somebody of a family is a reader whom this can be asked of.
    """
    who = _reader_of(case, offer) if offer.kind.audience in _FAMILIES else None
    return card_for(case, who, at).asked if who else ()


def withheld_from(case: Case, offer: Offer, at: datetime) -> tuple[str, ...]:
    """Return what the reader of a paper must not be told at an instant (UTC), in sentences.

    Before that, that nobody is to reach them. A reader is one parent, one learner, or the body of a
    referral; of anybody else it is empty.
    """
    who = _reader_of(case, offer)
    if who is None:
        return ()
    card = card_for(case, who, at)
    return against_reaching(case, offer, at) + tuple(
        f"{card.name} must not be told of this for now: {lower(held.what)}. "
        f"{held.because(day_of(at))}".strip()
        for held in held_back(card)
    )


def _reader_of(case: Case, offer: Offer) -> str | None:
    """Return the reader of a paper as a person's id or the key of a body."""
    kind, subject = offer
    if kind.audience in _FAMILIES:
        return subject.about
    told = kind.audience is Audience.AGENCIES and subject.entry
    return bodies_told(case).get(told) if told else None
