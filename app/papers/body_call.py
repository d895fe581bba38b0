"""What is said on the telephone to another body, before its letter: whom, why, what is asked."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain.case.bodies import BodyReferral
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Person
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.papers.body_answer import told_about
from app.papers.body_letter import ASKED, WHY
from app.papers.body_sections import (
    CALLED,
    KEPT,
    family_knows,
    not_for_now,
    police_told,
    safety,
)
from app.papers.body_words import BodyWords
from app.papers.case_words import CaseWords, readable_body_referrals, readable_referrals
from app.papers.of_its_day import asked_then
from app.papers.parents_told import told_in_short
from app.papers.rows import Labels, Row, aged, that_apply
from app.typesetting.content import Issue
from app.typesetting.text import Strong, Words

OPENS: Mapping[OtherBody, str] = {
    OtherBody.LADO: "I have an allegation about a member of staff.",
    OtherBody.COLLEGE: "I am ringing about a learner of yours. I can ring back through your "
    "office, so that you know who I am.",
    OtherBody.EARLY_HELP: "I am asking for early help for a child and their family.",
    OtherBody.ADULT_CARE: "I have a safeguarding concern about an adult, under section 42.",
}
"""The first sentence to each body that is written to afterwards."""
SAYS: Mapping[OtherBody, Labels] = {
    OtherBody.LADO: {
        BodyReferralOpened.allegation: "Alleged",
        BodyReferralOpened.capacity: "Their work",
        BodyReferralOpened.kept_safe: "Kept safe",
    },
    OtherBody.COLLEGE: {BodyReferralOpened.tell: "What happened"},
    OtherBody.EARLY_HELP: {BodyReferralOpened.consent: "Agreement"},
    OtherBody.ADULT_CARE: {
        BodyReferralOpened.protect: "Their needs",
        BodyReferralOpened.consent: "Agreement",
    },
}
ASKED_FOR = "I ask for"
ENDS: Mapping[OtherBody, str] = {
    OtherBody.LADO: "What may they be told, and by whom? What about their work? The family?",
    OtherBody.COLLEGE: "Who speaks with the learner and the family, and when? Who else will know?",
    OtherBody.EARLY_HELP: "Who takes it up, and when does the family hear from them?",
    OtherBody.ADULT_CARE: "Do you make enquiries? What must the college not do until then?",
}
"""What every call asks before anybody acts."""


TOLD_ALREADY = "Told already"


def said_to(words: BodyWords, issue: Issue) -> Iterator[Row]:
    """Yield the words of a call to one of these bodies. Ages are those on the day of issue."""
    body, today = words.referral.opened.body, day_of(issue.at)
    yield "What it is", (OPENS[body],)
    yield "About whom", (_whom(words, today),)
    for lead, sentence in not_for_now(words, issue.at):
        yield lead, (sentence,)
    yield from that_apply(asked_then(words, words.opened, {WHY: "Why now", **SAYS[body]}, today))
    others = words.case.body_referrals if body is not OtherBody.ADULT_CARE else ()
    police = (one for one in others if one.opened.body is OtherBody.POLICE)
    yield from told_already(words, words.referral.id, *police)
    if body is OtherBody.ADULT_CARE:
        yield from police_told(words)
    if body is OtherBody.COLLEGE:
        yield from family_knows(words, {BodyReferralOpened.family_knows: "Family knows"}, today)
        if told := tuple(f"{who}: {short}." for who, short in told_in_short(words).items()):
            yield "Family", (" ".join(told),)
    kept = KEPT if body is OtherBody.LADO else CALLED
    about = words.referral.opened.about
    yield from safety(words, kept, today, *((about,) if about else ()))
    yield from that_apply(asked_then(words, words.opened, {ASKED: ASKED_FOR}, today))
    yield "Ask", (ENDS[body],)
    yield "Before you end", ("May I have a reference? You will have this in writing.",)


def told_already(words: CaseWords, this: EntryId, *more: BodyReferral) -> Iterator[Row]:
    """Yield whom else the college told, which whoever answers asks first, and their numbers.

    `more` are those of which this reader may hear, whomever they were told of.
    """
    told: list[tuple[str, ...]] = [
        (f"{one.opened.team}{told_about(words, one.opened.child)}", one.reference or "")
        for one in readable_referrals(words)
        if one.made and one.id != this
    ]
    bodies = {one.id: one for one in (*readable_body_referrals(words), *more)}
    told += [
        (f"{one.opened.name}{told_about(words, one.opened.about)}", *one.numbers)
        for one in bodies.values()
        if one.made and one.id != this
    ]
    if told:
        yield TOLD_ALREADY, ("; ".join(", ".join(filter(None, one)) for one in told) + ".",)


_KNOWN_THERE = (OtherBody.LADO, OtherBody.COLLEGE)
"""The bodies that do not ask where somebody lives: their own learner, or a member of staff."""


def lives(words: CaseWords, person: Person) -> str:
    """Return where somebody lives as a sentence, which whoever is rung asks first."""
    address = words.told_of(words.details_of(person.id), PersonDetails.address)
    return f"Lives at {address.answer}." if address else "Home address not recorded."


def _whom(words: BodyWords, today: date) -> Words:
    person, body = words.person, words.referral.opened.body
    if person is None:
        return "Nobody is named yet."
    if body is OtherBody.LADO:
        return Strong(person.name)
    where = "" if body in _KNOWN_THERE else f". {lives(words, person)}"
    return (Strong(person.name), f", {aged(words, person, today)}{where}")
