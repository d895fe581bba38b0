"""Section A of a referral: which other bodies were told, and what the police have said."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from app.domain.case.bodies import referral_of
from app.domain.case.people import CHILDREN
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, OtherBody, Way
from app.domain.forms.outcome import BodyOutcome
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import Moment, day_of, write_time
from app.papers.agency_words import ReferralWords
from app.papers.body_answer import how_far, told_about
from app.papers.case_words import Told, readable_body_referrals
from app.papers.of_its_day import as_of
from app.typesetting.text import Quiet, Then, Words, runs_of


def bodies_told(words: ReferralWords) -> Iterator[Words]:
    """Yield the police and every other body told, their numbers, and with whom it was spoken.

    The LADO is told of an adult, so that this letter is one of the few that may say so. The police
    may have been told of the same events in a report on another learner, who is not named.
    """
    readable = {one.id for one in readable_body_referrals(words)}
    for one in words.case.body_referrals:
        of_others = one.id not in readable
        if of_others and one.opened.body not in {OtherBody.LADO, *POLICE_BODIES}:
            continue
        steps = [step for step in words.each(BodyContact) if referral_of(step.form) == one.id]
        met = (words.told_of(step, BodyContact.spoke_to) for step in steps)
        spoken = _named_once(said.answer for said in met if said)
        far = f"{one.opened.name}{told_about(words, one.opened.about)}: {how_far(words, one)}"
        known = words.case.people.get(one.opened.about or "")
        if of_others and known and known.person.kind in CHILDREN:
            whom = words.called(known.person)
            far += "" if whom in far else f", of {whom}"
        yield "; ".join((far, *one.numbers, *spoken))


def said_by_police(words: ReferralWords, today: date) -> Iterator[Words]:
    """Yield what the police and CEOP said and asked, each with its day."""
    return _said_by(words, POLICE_BODIES, today)


def said_by_lado(words: ReferralWords, today: date) -> Iterator[Words]:
    """Yield the same of the LADO, who says what whoever is alleged to have done it may hear."""
    return _said_by(words, (OtherBody.LADO,), today)


def _said_by(words: ReferralWords, bodies: Collection[OtherBody], today: date) -> Iterator[Words]:
    theirs = {one.id for one in words.case.body_referrals if one.opened.body in bodies}
    for entry in words.each(BodyContact, BodyOutcome):
        form = entry.form
        assert isinstance(form, BodyContact | BodyOutcome)
        if form.referral not in theirs:
            continue
        if isinstance(form, BodyOutcome):
            yield (Quiet(f"{write_time(form.at)}: "), words.answer(entry, BodyOutcome.why))
            continue
        if form.reached is not YesNoUnknown.YES:
            continue
        if form.way is not Way.ONLINE:  # what the college itself sent off says nothing of theirs
            said = words.answer(entry, BodyContact.said)
            yield (Quiet(f"{write_time(form.at)}: "), said)
        if told := words.told_of(entry, BodyContact.instructions):
            yield _asked(told, form.at, today)


def _asked(told: Told, at: Moment, today: date) -> Words:
    """Return what they asked, which may be over by another day unless it is said how it is now."""
    if told.now:
        return (Quiet("They asked: "), *runs_of(as_of(told, today)))
    lead = f"{write_time(at)}: they asked: "
    of = (told.entry.root, told.question.name)
    return (Quiet(lead) if day_of(at) == today else Then(lead, of), told.answer)


def _named_once(spoken: Iterable[str]) -> tuple[str, ...]:
    """Return with whom it was spoken, without a name that stands in one of the others."""
    named = tuple(dict.fromkeys(spoken))
    return tuple(one for one in named if not any(one in it and one != it for it in named))
