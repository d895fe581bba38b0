"""What a body answered: for the letter back to it, and in short for letters to others."""

from collections.abc import Iterator, Mapping

from app.domain.case.bodies import BodyReferral, Referral, referral_of
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.kit.answers import PersonRef
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of, write_day, write_full_day, write_time
from app.domain.kit.wording import lower
from app.domain.owed.table import set_aside_in
from app.papers.case_words import (
    CaseWords,
    StepWords,
    readable_body_referrals,
    readable_referrals,
)
from app.papers.rows import disagreed, on_day
from app.typesetting.text import Quiet, Strong, Words

_YOURS: Mapping[BodyAnswer, str] = {
    BodyAnswer.LOOKING: "You are looking into it",
    BodyAnswer.ACCEPTED: "You will deal with it",
}
"""An answer that speaks of the body, in words to the body itself."""


def is_awaited(case: Case, one: BodyReferral) -> bool:
    """Return whether an answer of a body is awaited: nobody decided that none is needed."""
    return DueKey(DueKind.BODY_ANSWER, one.id) not in set_aside_in(case)


def how_far(words: CaseWords, one: BodyReferral) -> str:
    """Return when a body was told, or what it answered last of each learner and when.

    It follows the name of the body, for a reader who is another one.
    """
    if one.standing:
        return "; ".join(_in_short(words, entry) for entry in _standing(words, one))
    told = (entry for entry in words.case.current if entry.form is one.reached)
    return next((f"told on {on_day(entry)}" for entry in told), one.words)


def _standing(words: CaseWords, one: BodyReferral) -> Iterator[Entry]:
    steps = (entry for entry in words.case.current if referral_of(entry.form) == one.id)
    return (entry for entry in steps if any(entry.form is it for it in one.standing))


def your_answers(words: CaseWords, one: BodyReferral) -> Iterator[str]:
    """Yield, as a sentence to a body, what it answered last of each learner, and when."""
    for entry in _standing(words, one):
        form = entry.form
        assert isinstance(form, BodyOutcome)
        day = write_full_day(day_of(form.at))
        yield f"You answered on {day}: {lower(_yours(form))}{_about(words, entry)}."


def _yours(form: BodyOutcome) -> str:
    return _YOURS.get(form.answer, form.answer.label)


def _in_short(words: CaseWords, entry: Entry) -> str:
    form = entry.form
    assert isinstance(form, BodyOutcome)
    about = _about(words, entry)
    return f"answered on {on_day(entry)}: {lower(form.answer.label)}{about}"


def how_far_by_number(words: CaseWords, one: BodyReferral) -> str:
    """Return who was told, how far it is, and their numbers: `Exampleshire Police: told, Log 7`."""
    whom = f"{one.opened.name}{told_about(words, one.opened.about)}"
    return ", ".join((f"{whom}: {how_far(words, one)}", *one.numbers))


def told_about(words: CaseWords, whom: PersonRef | None) -> str:
    """Return of which learner, or member of staff, a body was told, to follow its name.

    It is "" for a reader who may read of referrals about one learner alone, and of a member of
    staff where no body was told of another.
    """
    people = words.case.people
    told = {one.opened.child for one in readable_referrals(words)}
    told |= {one.opened.about or "" for one in readable_body_referrals(words)}
    learners = {key for key in told if key in people and people[key].person.kind in CHILDREN}
    bodies = {one.opened.about or "" for one in words.case.body_referrals}
    adults = {key for key in bodies if key in people and people[key].person.kind not in CHILDREN}
    several = any(whom in group and len(group) > 1 for group in (learners, adults))
    return f", about {words.called(people[whom].person)}" if whom and several else ""


def how_far_in_care(one: Referral, number: str = "") -> str:
    """Return the same of a referral to social care, with their `number` after it."""
    if one.replies:
        newest = one.replies[-1]
        when = write_day(day_of(newest.received_at.at))
        return f"answered on {when}: {lower(newest.reply.label)}{number}{disagreed(one)}"
    calls = [one.reached.called_at] if one.reached else []
    told = [day_of(at.at) for at in (*calls, *(letter.sent_at for letter in one.sent))]
    first = f"told on {write_day(min(told))}" if told else "not told yet"
    return f"{first}{number}{disagreed(one)}"


def _about(words: CaseWords, entry: Entry) -> str:
    """Return for whom an answer is, to follow it; "" if it is for everybody."""
    whom = words.told_of(entry, BodyOutcome.for_whom)
    return words.after(", for ", entry, BodyOutcome.for_whom) if whom else ""


def answer_of(words: StepWords, entry: Entry) -> Words:
    """Return one answer of a body and its reason, for the body itself."""
    form = entry.form
    assert isinstance(form, BodyOutcome)
    about = _about(words, entry)
    decided = f"{about}, of {write_day(form.decided_on)}" if form.decided_on else about
    lead = f"{write_time(form.at)}, {words.answer(entry, BodyOutcome.told_by)}: "
    return (
        Quiet(lead),
        Strong(_yours(form)),
        f"{decided}. {words.answer(entry, BodyOutcome.why)}",
    )
