"""What the letters to other bodies share: how they were told, who writes, who agrees and knows."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime

from app.domain import names
from app.domain.case.ages import age_and_then
from app.domain.case.entry import Entry
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.wording import ended
from app.domain.rules.instructions import in_force
from app.papers.body_answer import answer_of, how_far_by_number, how_far_in_care, told_about
from app.papers.body_words import BodyWords
from app.papers.case_words import (
    ASK_COLLEGE,
    CaseWords,
    Told,
    as_sentence,
    readable_body_referrals,
    readable_referrals,
)
from app.papers.of_its_day import as_of, asked_then, dated
from app.papers.parents_told import told_after, told_in_short
from app.papers.rows import Labels, Row, asked, closed_since, happened, that_apply
from app.papers.unsafe_contact import dangers, family_words
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Strong, Words, runs_of, unbroken

REACHED: Labels = {
    PersonDetails.address: "Home address",
    PersonDetails.phone: "Telephone",
    PersonDetails.language: "First language",
    PersonDetails.interpreter: "Interpreter or other help",
    PersonDetails.interpreter_what: "Which help, and for whom",
}
"""How to reach somebody and speak with them."""


def opening(words: BodyWords, lead: str, question: object, today: date) -> Words:
    """Return one answer of the referral after its lead, with its day unless that is `today`."""
    return (Strong(f"{lead}."), " ", *runs_of(known(words.told_of(words.opened, question), today)))


def request(words: BodyWords, today: date) -> Words:
    """Return what the college asks for, or asked for before it was answered."""
    lead = "We asked" if words.referral.outcomes else "We ask"
    return opening(words, lead, BodyReferralOpened.asked_for, today)


def known(told: Told | None, today: date) -> Words:
    """Return what was found, with its day if it may no longer be so; else that nobody said it."""
    return dated(told, today) if told else ASK_COLLEGE


def this_letter(words: BodyWords, college: Sender) -> Iterator[Row]:
    """Yield who writes, how the body was told before, what it said, and which others were told.

    The college itself, with its address and telephone, is at the head of the letter.
    """
    yield "From", (words.sender,)
    if college.mailbox:
        yield "Secure e-mail", (college.mailbox,)
    calls = tuple(_contact(words, entry) for entry in words.contacts)
    yield "Told before", calls or (Quiet("Not before this letter."),)
    reached = [entry for entry in words.contacts if _reached(entry)]
    if said := tuple(_advice(words, entry) for entry in reached):
        yield "You said", said
    if answers := tuple(answer_of(words, entry) for entry in words.steps(BodyOutcome)):
        yield "Your answer", answers
    yield from that_apply(
        asked(words, words.opened, {BodyReferralOpened.send_by: "How it is sent"})
    )
    if others := tuple(_others_told(words)):
        yield "Others who were told", others
    yield from closed_since(words.case)


def _reached(entry: Entry) -> bool:
    return isinstance(entry.form, BodyContact) and entry.form.reached is YesNoUnknown.YES


def _contact(words: BodyWords, entry: Entry) -> str:
    form = entry.form
    assert isinstance(form, BodyContact)
    when = f"{write_time(form.at)}, {words.answer(entry, BodyContact.way).lower()}"
    by = f"{when}, by {words.answer(entry, BodyContact.by)}"
    if not _reached(entry):
        return f"{by}; nobody was reached"
    to = f", to {words.answer(entry, BodyContact.spoke_to)}" if form.spoke_to else ""
    why = words.told_of(entry, BodyContact.why)
    return f"{by}{to}" + (f". {as_sentence(ended(why.answer))}" if why else "")


def _advice(words: BodyWords, entry: Entry) -> Words:
    said, told = (
        words.answer(entry, BodyContact.said),
        words.told_of(entry, BodyContact.instructions),
    )
    asked = f" You asked: {told.answer}" if told else ""
    return (Quiet(f"{write_time(happened(entry))}: "), f"{said}{asked}")


def who_they_are(words: BodyWords, today: date) -> Iterator[Row]:
    """Yield the names, age and course of the learner. Ages are those on `today`."""
    learner = words.learner
    yield "Full name", (learner.name,)
    if learner.known_as:
        yield "Known as, other names", (learner.known_as,)
    aged = age_and_then(learner, words.case.current, today)
    born = f"{write_day(learner.born)}, {aged}" if learner.born else ASK_COLLEGE
    yield "Date of birth, age", (born,)
    yield "Course, year", (learner.group or ASK_COLLEGE,)


def not_for_now(words: BodyWords, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield what a body asked nobody to do with whom the reader is told of, while it holds (UTC).

    Somebody whom the letter names is no less to be left alone than whom it is about.
    """
    said = " ".join(answer for _, answer in words.lines(words.opened)) if words.opened else ""
    named = {
        key
        for key, known in words.case.people.items()
        if not words.hide.called(key) and any(names.places(said, [known.person.name]))
    }
    yield from left_alone(words, {words.referral.opened.about or "", *named}, at)


def left_alone_of_named(words: CaseWords, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield the same of everybody of the case whom the reader may read by name."""
    shown = {key for key in words.case.people if not words.hide.called(key)}
    yield from left_alone(words, shown, at)


def left_alone(
    words: CaseWords, people: Collection[PersonRef], at: datetime
) -> Iterator[tuple[str, str]]:
    """Yield what a body asked nobody to do with these people, while it holds at an instant (UTC).

    What this college decided for itself binds nobody else, and its reason is not theirs to read.
    """
    contacts = {entry.root for entry in words.each(BodyContact)}
    for one in in_force(words.case, at):
        if one.about in people and one.entry in contacts:
            yield "Not for now", words.hide.over(one.sentence)


KEPT = {
    Fact.KEPT_BACK: "To be kept from the family",
    Fact.MAY_CONTACT: "Whom to contact, or not",
}
VISITS = {
    Fact.REACH: "Safe way to reach them",
    Fact.VISITORS: "Risk to visiting staff",
    Fact.UNSAFE: "Risk to visiting staff",
}
"""What whoever writes to, rings or visits a learner and their family has to know first."""
CALLED = {**KEPT, Fact.UNSAFE: KEPT[Fact.MAY_CONTACT]}
"""The same for a reader who is told of no risk to visitors in a row of its own."""


def safety(
    words: CaseWords, facts: Mapping[Fact, str], today: date, *people: PersonRef
) -> Iterator[Row]:
    """Yield what stands on these facts of these people, and of their parents or carers.

    Each has its day unless that is `today`. Where it is of several it is said whose each is.
    """
    told: dict[str, list[Words]] = {}
    family = family_words(words, *people)
    for fact, label in facts.items():
        stand = ((who, of.stands(fact, who)) for who, of in family.items())
        found: Iterable[tuple[PersonRef, Words]] = (
            dangers(family, today)
            if fact is Fact.UNSAFE
            else ((who, as_of(one, today)) for who, one in stand if one)
        )
        for who, said in found:
            name = words.called(words.case.people[who].person)
            named = people[1:] or who not in people
            told.setdefault(label, []).append((f"{name}: ", *runs_of(said)) if named else said)
    yield from ((label, tuple(lines)) for label, lines in told.items())


def agreement(words: BodyWords, today: date, kept: Mapping[Fact, str] = KEPT) -> Iterator[Row]:
    """Yield who knows of the letter and who must not, whom to contact or not, and who agreed."""
    labels: Labels = {
        BodyReferralOpened.they_know: "Learner knows of this",
        BodyReferralOpened.they_say: "What they say to it",
    }
    yield from that_apply(asked_then(words, words.opened, labels, today))
    labels = {
        BodyReferralOpened.family_knows: "Family knows of this",
        BodyReferralOpened.family_how: "When and how, or why not",
    }
    yield from family_knows(words, labels, today)
    told = tuple(f"{who}: {short}" for who, short in told_in_short(words).items())
    if told:
        yield "Told what happened", told
    yield from safety(words, kept, today, words.learner.id)
    labels = {
        BodyReferralOpened.consent: "Agreement to this",
        BodyReferralOpened.consent_who: "Who agreed, and when",
        BodyReferralOpened.consent_why: "Reason without agreement",
    }
    yield from that_apply(asked_then(words, words.opened, labels, today))
    if basis := words.stands(Fact.SHARING, words.referral.opened.about or ""):
        yield "Shared on the basis of", (basis.answer,)


def family_knows(words: BodyWords, labels: Labels, today: date) -> Iterator[Row]:
    """Yield what was answered on the family’s knowing, unless they were told after that answer."""
    if words.opened and not told_after(words, words.opened):
        yield from that_apply(asked_then(words, words.opened, labels, today))


def _others_told(words: BodyWords) -> Iterator[str]:
    """Yield each other body that was told, how far it is, and the numbers to find it under."""
    for one in readable_referrals(words):
        if one.made:
            number = f", {one.reference}" if one.reference else ""
            whom = f"{one.opened.team}{told_about(words, one.opened.child)}"
            yield f"Children’s social care, {whom}: {how_far_in_care(one, number)}"
    for told in readable_body_referrals(words):
        if told.id != words.referral.id and told.made:
            yield how_far_by_number(words, told)


def police_told(words: BodyWords) -> Iterator[Row]:
    """Yield whether the police were told, which adult social care always asks."""
    yield from police_told_of_others(words)
    if not any(one.opened.body is OtherBody.POLICE for one in words.case.body_referrals):
        yield "The police", (Quiet("No report to the police is recorded."),)


def police_told_of_others(words: BodyWords) -> Iterator[Row]:
    """Yield how far a report to the police is that stands in no other row of a letter.

    It is of the same events, but may be about another learner: who that is stays out of it.
    """
    shown = {one.id for one in readable_body_referrals(words) if one.made}
    police = [one for one in words.case.body_referrals if one.opened.body is OtherBody.POLICE]
    if others := tuple(how_far_by_number(words, one) for one in police if one.id not in shown):
        yield "The police", others


def ring(sender: str, college: Sender) -> str:
    """Return whom to ring, as a sentence; no line ends inside the number."""
    return f"Ring {sender}, {unbroken(college.to_ring)}."
