"""The letter to the police: everybody involved, how to reach them, and whether they know."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.domain import names
from app.domain.case.ages import events_of, write_ages
from app.domain.case.families import family_by_name, family_links
from app.domain.case.people import CHILDREN, PersonInCase
from app.domain.forms.knowledge import Knowing, Topic
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import Person, PersonKind, Role
from app.domain.kit.facts import Fact
from app.domain.kit.moments import Moment, write_day, write_time
from app.domain.kit.wording import lower, with_and
from app.domain.rules.knowledge import KnownTopic, knowledge_of
from app.papers.agency_words import TOOK_PART, PoliceWords
from app.papers.body_sections import KEPT, VISITS
from app.papers.capacity import capacity_rows
from app.papers.case_words import ASK_COLLEGE
from app.papers.of_its_day import as_of
from app.papers.police_background import of_each_child
from app.papers.rows import Labels, Row, on_day, role_words
from app.papers.staff_work import WITH_ALLEGATION, work_of
from app.papers.unsafe_contact import dangers
from app.typesetting.text import Quiet, Strong, Words, runs_of

DETAILS: Labels = {
    PersonDetails.address: "home address",
    PersonDetails.phone: "telephone",
    PersonDetails.vulnerable: "more vulnerable through",
    PersonDetails.needs: "disability or special needs",
    PersonDetails.care_needs: "needs care and support",
    PersonDetails.interpreter: "interpreter or other help needed",
    PersonDetails.interpreter_what: "which help, and for whom",
    PersonDetails.with_them: "whom they need with them",
    PersonDetails.language: "first language",
    PersonDetails.status: "known to social care",
}
"""What the police need to know about a learner before they speak with them."""

_REACH = (
    PersonDetails.address,
    PersonDetails.phone,
    PersonDetails.interpreter,
    PersonDetails.interpreter_what,
    PersonDetails.language,
)
"""What they need to know about a parent, carer or other adult."""

NOT_SAID = Quiet("Not recorded whether they have been told")
_IF_TOLD: Labels = {
    PersonDetails.age_said: "Age, as told",
    PersonDetails.gender: "Sex, gender as stated",
    PersonDetails.looks: "What they look like",
    PersonDetails.social_worker: "Social worker",
    PersonDetails.orders: "Legal orders",
}
"""What is said where it is recorded, and is asked of nobody who does not say it."""

_ORDER = (*CHILDREN, PersonKind.PARENT, PersonKind.ADULT, PersonKind.ACCOUNT, PersonKind.STAFF)


def people(words: PoliceWords, today: date) -> Iterator[Row]:
    """Yield everybody in the case: learners first, those pictured before others."""
    known = sorted(words.case.people.values(), key=_place)
    told = _told(words)
    missing: dict[str, list[str]] = {}
    for one in known:
        yield one.person.kind.label, (*_who(words, one, today), *told.get(one.person.id, ()))
        if lacking := " · ".join(_lacking(words, one.person)):
            missing.setdefault(lacking, []).append(one.person.name)
    if missing:
        lines = ((f"Of {', '.join(names)}: ", Quiet(them)) for them, names in missing.items())
        yield ASK_COLLEGE, tuple(lines)
    if not known:
        yield "People", (ASK_COLLEGE,)


def _place(known: PersonInCase) -> tuple[int, bool]:
    return _ORDER.index(known.person.kind), Role.PICTURED not in known.roles


def _who(words: PoliceWords, known: PersonInCase, today: date) -> Iterator[Words]:
    person = known.person
    also = f", known as {person.known_as}" if person.known_as else ""
    group = f", {person.group}" if person.group else ""
    yield (Strong(person.name), f"{also}{_age(words, person)}{group}")
    family = _family(words, person)
    roles = tuple(role for role in known.roles if not (family and role is Role.FAMILY))
    parts = "; ".join(filter(None, (role_words(roles) if roles or not family else "", family)))
    yield parts[:1].upper() + parts[1:]
    if person.kind is PersonKind.ACCOUNT:
        yield Quiet("Not recorded who is behind it")
    for deciding in capacity_rows(words, person.id):
        yield ("Understanding and capacity: ", *deciding)
    for label, answer in _details(words, person):
        if not isinstance(answer, Quiet):
            yield (Quiet(f"{label[:1].upper()}{label[1:]}: "), answer)
    yield from _if_told(words, person, today)
    for child, reached_at in _at_home(words, person):
        yield (Quiet(f"In the household of {child}: "), reached_at)
    for fact, label in (VISITS | KEPT).items():
        stands = words.stands(fact, person.id)
        found = [as_of(stands, today)] if stands and fact is not Fact.UNSAFE else []
        if fact is Fact.UNSAFE:
            found = [said for _, said in dangers({person.id: words}, today)]
        yield from ((Quiet(f"{label}: "), *runs_of(said)) for said in found)
    if wants := words.stands(Fact.WANTS, person.id):
        yield (Quiet("In their own words: "), *runs_of(as_of(wants, today)))
    for lead, (said,) in work_of(words, person, today, WITH_ALLEGATION):
        yield (Quiet(f"{lead}: "), *runs_of(said))


def _details(words: PoliceWords, person: Person) -> Iterator[tuple[str, str]]:
    """Yield label and answer of each detail on how to reach and speak with somebody."""
    if person.kind is not PersonKind.ACCOUNT and not _only_knows(words, person):
        entry = words.details_of(person.id)
        asked = (
            DETAILS
            if person.kind in CHILDREN
            else {question: DETAILS[question] for question in _REACH}
        )
        for question, label in asked.items():
            told = words.told_of(entry, question)
            if told and question is PersonDetails.status:  # this report may have changed it
                yield label, f"{told.answer}, on {on_day(told.entry)}"
            else:
                yield label, words.answer(entry, question)


def _if_told(words: PoliceWords, person: Person, today: date) -> Iterator[Words]:
    """Yield what is known besides, and the injuries of a child, if anybody recorded them."""
    if not _only_knows(words, person):
        entry = words.details_of(person.id)
        for question, label in _IF_TOLD.items():
            if told := words.told_of(entry, question):
                yield (Quiet(f"{label}: "), told.answer)
    for child, said in of_each_child(words, ReferralBackground.injuries, today):
        if child == person.id:
            yield (Quiet("Injuries, medical need: "), *runs_of(said))


def _at_home(words: PoliceWords, person: Person) -> Iterator[tuple[str, str]]:
    """Yield each child in whose household somebody is named, and how they are reached there."""
    family = family_by_name(words.case)
    for child, known in words.case.people.items():
        for row in words.rows(words.details_of(child), PersonDetails.household):
            if row.reached_at and family.get(names.key(row.name)) == person.id:
                yield known.person.name, row.reached_at


def _lacking(words: PoliceWords, person: Person) -> Iterator[str]:
    """Yield the labels with no answer.

    Which help is asked only if help is needed. Where somebody is reached a household may say too.
    """
    said = {PersonDetails.interpreter_what}
    if any(_at_home(words, person)):
        said |= {PersonDetails.address, PersonDetails.phone}
    suspected = person.kind in {PersonKind.ADULT, PersonKind.STAFF}
    if suspected and not person.born and not _only_knows(words, person):
        yield "date of birth"
    known = {DETAILS[question] for question in said}
    for label, answer in _details(words, person):
        if answer is ASK_COLLEGE and label not in known:
            yield label


def _age(words: PoliceWords, person: Person) -> str:
    """Return the date of birth and the age at each event, else when the college was told."""
    if person.kind is PersonKind.ACCOUNT or _only_knows(words, person):
        return ""
    if not person.born:
        return ", date of birth not recorded" if person.kind in CHILDREN else ""
    ages = write_ages(person.born, events_of(words.case.current, person.id))
    return f", born {write_day(person.born)}{f', aged {ages}' if ages else ''}"


def _only_knows(words: PoliceWords, person: Person) -> bool:
    """Return whether somebody is of the staff, and took no part in it themselves."""
    parts = set(words.case.people[person.id].roles)
    return person.kind is PersonKind.STAFF and not TOOK_PART & parts


def _family(words: PoliceWords, person: Person) -> str:
    named = words.case.names
    links = sorted(family_links(words.case), key=lambda link: named.get(link[1], ""))
    children = [named[child] for parent, child in links if parent == person.id and child in named]
    return f"parent or carer of {with_and(children)}" if children else ""


def _told(words: PoliceWords) -> Mapping[str, tuple[Words, ...]]:
    """Return for each person whether they know, from entries the police may read."""
    readable = {said.root for said in words.paragraphs}
    lines: dict[str, tuple[Words, ...]] = {}
    for line in knowledge_of(words.case):
        if line.person and line.about not in {PersonKind.ACCOUNT.label, PersonKind.STAFF.label}:
            cells = {
                topic: tuple(one for one in known.holds if one.entry in readable)
                for topic, known in line.cells.items()
            }
            settled = any(one.knowing is not Knowing.FREE for one in line.cells.values())
            lines[line.person] = tuple(_knows(cells)) if settled else (NOT_SAID,)
    return lines


def _knows(cells: Mapping[Topic, tuple[KnownTopic, ...]]) -> Iterator[Words]:
    """Yield what somebody knows, and what they must not be told with every reason that holds.

    What is recorded for other readers than the police is left out.
    """
    read = {topic: ones for topic, ones in cells.items() if ones}
    knows = [topic.label for topic, (one, *_) in read.items() if one.knowing is Knowing.KNOWS]
    kept = {topic: ones for topic, ones in read.items() if ones[0].knowing is Knowing.NOT_TO_KNOW}
    if knows:
        yield (Quiet("Knows: "), "; ".join(map(lower, knows)))
    if kept:
        what = f" {'; '.join(lower(topic.label) for topic in kept)}" if knows else ""
        said = {one.entry: one for ones in kept.values() for one in ones}
        newest_first = sorted(said.values(), key=lambda one: one.since, reverse=True)
        reasons = [
            run
            for one in newest_first
            for run in (Quiet(f" Said on {write_time(Moment(one.since))}: "), one.why)
        ]
        yield (Strong("Must not be told for now"), f"{what}.", *reasons)
