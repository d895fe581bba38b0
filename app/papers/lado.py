"""The letter to the LADO: an allegation about a member of staff, and what was done.

Source: KCSIE 2026, part four, and uk-guidance 2.3: the LADO within one working day, the principal
told. It promises no decision on anybody's work: that waits for the LADO and the police.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from app.domain.case.ages import TAKES_PART
from app.domain.case.case import Case
from app.domain.case.families import family_links
from app.domain.case.people import CHILDREN
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Person
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower, with_and
from app.papers.body_letter import WHY, letter
from app.papers.body_sections import (
    known,
    left_alone,
    opening,
    request,
    ring,
    this_letter,
)
from app.papers.body_words import BodyWords, subjects_of, words_of
from app.papers.case_words import ASK_COLLEGE
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_its_day import asked_then
from app.papers.parents_told import told_in_short
from app.papers.rows import Labels, Row, aged, asked, exact_words, that_apply
from app.typesetting.content import Content, Issue
from app.typesetting.text import Strong, Words, runs_of

TITLE = "Allegation about a member of staff"


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter of one referral to the LADO. Ages are those on the day of issue."""
    words, today = words_of(case, subject), day_of(issue.at)
    return letter(
        words,
        issue,
        TITLE,
        noun="referral to the LADO",
        under=_about(words),
        callout=_callout(words, today),
        sections=(
            ("This referral", _referral(words, issue)),
            ("The member of staff", _staff(words, today)),
            ("How it became known", _heard(words)),
            ("The children", _children(words, issue)),
        ),
        asks=_asks(words, issue),
    )


def _about(words: BodyWords) -> Words:
    person = words.person
    if person is None:
        return f"Case {words.case.number}. No member of staff is named in it yet."
    return ("About ", Strong(person.name), f", {person.group}" if person.group else "")


def _callout(words: BodyWords, today: date) -> Iterator[Words]:
    alleged, safe = BodyReferralOpened.allegation, BodyReferralOpened.kept_safe
    yield opening(words, "Alleged", alleged, today)
    yield opening(words, "Why now", WHY, today)
    yield opening(words, "Learners kept safe", safe, today)
    yield request(words, today)


def _referral(words: BodyWords, issue: Issue) -> Iterator[Row]:
    """Yield this referral, and who leads the college and was told: as it says, else as noted."""
    yield from this_letter(words, issue.college)
    told = [
        f"{form.who.label}, {write_time(form.at)}"
        for form in words.case.all_of(KnowledgeNoted)
        if form.who is Knower.LEADERS and form.knowing is Knowing.KNOWS
    ]
    said = words.told_of(words.opened, BodyReferralOpened.leader_told)
    noted = told[0] if told else ASK_COLLEGE
    yield "Leader of the college told", (said.answer if said else noted,)


def _staff(words: BodyWords, today: date) -> Iterator[Row]:
    person = words.person
    yield "Full name", (person.name if person else ASK_COLLEGE,)
    if person and person.known_as:
        yield "Known as, other names", (person.known_as,)
    yield "Date of birth", (write_day(person.born) if person and person.born else ASK_COLLEGE,)
    details = words.details_of(person.id) if person else None
    if details:
        labels: Labels = {
            PersonDetails.age_said: "Age, as told",
            PersonDetails.address: "Home address",
            PersonDetails.phone: "Telephone",
        }
        yield from that_apply(asked(words, details, labels))
    yield from that_apply(
        asked(words, words.opened, {BodyReferralOpened.capacity: "Work with learners"})
    )
    labels = {
        BodyReferralOpened.outside: "Children outside college",
        BodyReferralOpened.outside_what: "Which contact",
        BodyReferralOpened.staff_told: "Told of the allegation",
    }
    yield from that_apply(asked_then(words, words.opened, labels, today))


def _heard(words: BodyWords) -> Iterator[Row]:
    for entry in words.each(ConcernReceived):
        by = words.after("by ", entry, ConcernReceived.reported_by)
        to = words.answer(entry, ConcernReceived.told_to)
        yield (
            "The college was told",
            (f"{words.answer(entry, ConcernReceived.told_at)}, {by}, to {to}",),
        )
        labels: Labels = {ConcernReceived.happened_at: "When it happened"}
        yield from that_apply(asked(words, entry, labels))
        if words.told_of(entry, ConcernReceived.exact_words):
            yield "Exact words, as reported", (exact_words(words, entry),)


def _children(words: BodyWords, issue: Issue) -> Iterator[Row]:
    today = day_of(issue.at)
    for child in words.harmed:
        yield "Child", (_child(words, child, today),)
        yield "Where now, and how safe", (known(words.safe_now(child.id), today),)
        for lead, said in left_alone(words, {child.id}, issue.at):
            yield lead, (said,)
    if not words.harmed:
        yield "Child", (ASK_COLLEGE,)
    if others := tuple(_others(words, today)):
        yield "Other learners, and their part", others
    yield "Parents and carers", tuple(_parents(words)) or (ASK_COLLEGE,)


def _others(words: BodyWords, today: date) -> Iterator[Words]:
    """Yield each other learner with a part in it, of whatever age, and the part."""
    for one in words.case.people.values():
        parts = [role for role in one.roles if role in TAKES_PART]
        if parts and one.person.kind in CHILDREN and not one.harmed:
            said = "; ".join(lower(role.label) for role in parts)
            yield (*runs_of(_child(words, one.person, today)), f" · {said}")


def _parents(words: BodyWords) -> Iterator[str]:
    """Yield whose parent or carer each of them is, as several children are named, and if told."""
    called = words.case.names
    children: dict[str, list[str]] = {}
    for parent, child in sorted(family_links(words.case)):
        children.setdefault(called[parent], []).append(called[child])
    for who, short in told_in_short(words).items():
        of = with_and(children.get(who, ()))
        yield f"{who}, parent or carer of {of}: {short}" if of else f"{who}: {short}"


def _child(words: BodyWords, child: Person, today: date) -> Words:
    group = f" · {child.group}" if child.group else ""
    return (Strong(child.name), f", {aged(words, child, today)}{group}")


def _asks(words: BodyWords, issue: Issue) -> Iterator[Words]:
    yield (Strong("The member of staff:"), " what they may be told, when, and by whom.")
    yield (Strong("Their work meanwhile:"), " what you advise.")
    yield (Strong("The family:"), " what they may be told, the learner among them.")
    yield (
        Strong("What comes next:"),
        f" whether you meet, with whom, and who looks into it. {ring(words.sender, issue.college)}",
    )


KIND = PaperKind(
    key="lado",
    title="Letter to the LADO",
    audience=Audience.AGENCIES,
    reader="The LADO",
    stage=Stage.POLICE,
    subjects=partial(subjects_of, body=OtherBody.LADO),
    content=content,
    ring=whoever_sends,
    says_what_it_is=True,
)
