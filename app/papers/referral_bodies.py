"""Section A of a referral: which other bodies were told, and what the police have said."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.case.bodies import referral_of
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, OtherBody, Way
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import write_time
from app.papers.agency_words import ReferralWords
from app.papers.body_answer import how_far
from app.papers.case_words import readable_body_referrals
from app.papers.of_its_day import as_of
from app.typesetting.text import Quiet, Words, runs_of


def bodies_told(words: ReferralWords) -> Iterator[Words]:
    """Yield the police and every other body told, their numbers, and with whom it was spoken.

    The LADO is told of an adult, so that this letter is one of the few that may say so.
    """
    readable = {one.id for one in readable_body_referrals(words)}
    for one in words.case.body_referrals:
        if one.id not in readable and one.opened.body is not OtherBody.LADO:
            continue
        steps = [step for step in words.each(BodyContact) if referral_of(step.form) == one.id]
        met = (words.told_of(step, BodyContact.spoke_to) for step in steps)
        spoken = _named_once(said.answer for said in met if said)
        yield "; ".join((f"{one.opened.name}: {how_far(words, one)}", *one.numbers, *spoken))


def said_by_police(words: ReferralWords, today: date) -> Iterator[Words]:
    """Yield what the police and CEOP said and asked, each with its day."""
    police = {one.id for one in words.case.body_referrals if one.opened.body in POLICE_BODIES}
    for entry in words.each(BodyContact):
        form = entry.form
        assert isinstance(form, BodyContact)
        if form.referral not in police or form.reached is not YesNoUnknown.YES:
            continue
        if form.way is not Way.ONLINE:  # what the college itself sent off says nothing of theirs
            said = words.answer(entry, BodyContact.said)
            yield (Quiet(f"{write_time(form.at)}: "), said)
        if told := words.told_of(entry, BodyContact.instructions):
            yield (Quiet("They asked: "), *runs_of(as_of(told, today)))


def _named_once(spoken: Iterable[str]) -> tuple[str, ...]:
    """Return with whom it was spoken, without a name that stands in one of the others."""
    named = tuple(dict.fromkeys(spoken))
    return tuple(one for one in named if not any(one in it and one != it for it in named))
