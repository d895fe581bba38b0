"""The script for the hard call to a parent: what to say first, what not, how to reach them safely.

Source: uk-guidance 1.10; the NCA alert of 29 April 2024 on blackmail (do not pay, do not answer,
keep the messages). What is said aloud is of their own child alone; what is for the caller alone
stands apart from it.
"""

from collections.abc import Iterator
from datetime import date

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.families import family_by_name, family_links
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.parents import ContactMethod, ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Person, PersonRef, Role, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of, write_full_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import Need
from app.domain.rules.held_back import held_back
from app.domain.rules.knowledge import ContactCard, card_for, must_not_be_told
from app.domain.rules.needs import needs_of
from app.papers.kind import PaperKind, Subject, whoever_issues
from app.papers.rows import Row, on_day
from app.typesetting.content import Content, Issue, Points, Spoken, WritingLines

TITLE = "Script for the call to a parent"
READER = "Whoever makes the call"
NO_WAY_KNOWN = "No safe way to reach them is recorded."
ASK_FIRST = "Ask first whether they can talk alone."
NEVER = (
    "What the picture shows, or that anybody has looked at it.",
    "That anybody is to blame, or why it was done.",
    "What the police or social care will do, or that nobody else will hear of it.",
)
TO_WRITE = (
    "Day and time",
    "What they said first",
    "Who is with them",
    "What we agreed",
    "",
    "When we speak again",
)
SAFE_AFTER = ("How to reach them safely", "")
"""What to write down too where something makes it unsafe to reach them."""


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each parent or carer who may be told, with each child. One who must not be is none."""
    links = family_links(case)
    return tuple(
        Subject(
            words=f"{case.names[parent]}, about {case.names[child]}", person=child, reader=parent
        )
        for child in case.people
        for parent in case.people
        if (parent, child) in links and not must_not_be_told(case, parent)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the words of one call. Raises KeyError for somebody who is not in the case."""
    assert subject.reader
    assert subject.person
    parent, child = case.people[subject.reader].person, case.people[subject.person].person
    card = card_for(case, parent.id, issue.at)
    return Content(
        issue=issue,
        kind=TITLE,
        title=f"Call to {parent.name}",
        under=f"About {child.name}. Case {case.number}, as known at {write_time(issue.at)}.",
        recipient=READER,
        parts=(
            Points("Before you ring", (*_before(card), *_at_home(case, parent, child))),
            Spoken("Say", tuple(_said(case, parent.id, child.id, issue))),
            Points("Do not say", tuple(_not_said(card, day_of(issue.at)))),
            WritingLines("Write down", (*TO_WRITE, *SAFE_AFTER * bool(card.safe.unsafe))),
        ),
    )


def _before(card: ContactCard) -> Iterator[str]:
    yield from (f"{of.label}. {said}." for of, said in card.before if of is Fact.PREPARED)
    if not card.safe.ways:
        known = card.safe.rules
        yield ASK_FIRST if known else f"{NO_WAY_KNOWN} {ASK_FIRST}"
    yield from card.safe.ways
    yield from card.safe.unsafe
    yield from card.safe.rules
    yield from card.asked


def _at_home(case: Case, parent: Person, child: Person) -> Iterator[str]:
    """Yield where the household of the child, as last noted, says that this parent is reached."""
    said: tuple[str, ...] = ()
    for entry in case.current:
        form = entry.form
        if isinstance(form, PersonDetails) and form.person == child.id:
            said = tuple(
                f"{parent.name}, in the household of {child.name}: {row.reached_at} "
                f"({on_day(entry)})"
                for row in form.household
                if row.reached_at and family_by_name(case).get(names.key(row.name)) == parent.id
            )
    yield from said


def _said(case: Case, parent: PersonRef, child: PersonRef, issue: Issue) -> Iterator[Row]:
    author, college = issue.author, issue.college
    needs, first = needs_of(case, child), names.first_name(case.people[child].person.name)
    yield "Who you are", (f"This is {author.name}, {author.role} at {college.name}.",)
    yield "First", (f"I am ringing about {first}. Can you talk now, and is anybody with you?",)
    yield "Where they are", (f"Say where {first} is now, and who is there. Look it up first.",)
    yield "What it is", (f"{_opening(case, parent, child)} {_what_it_is(case, child, first)}",)
    yield "Then wait", ("Let them speak. Then ask: What do you need to know first?",)
    if Need.BLACKMAIL in needs:
        yield "Blackmail", ("Please do not pay. Please do not answer. Keep all messages.",)
    if Need.SELF_HARM in needs and _in_danger(case, child):
        yield "Tonight", (f"Please stay with {first} tonight. Ring 999 if there is danger.",)
    yield "The picture", ("Please do not look at it, ask to see it or send it on.",)
    yield "Next", ("When can you come in? You can bring somebody you trust.",)
    phone = f" You can ring me on {college.to_ring}." if college.to_ring else ""
    yield "Before you end", (f"Who can be with you now?{phone} I will write down what we agree.",)


def _opening(case: Case, parent: PersonRef, child: PersonRef) -> str:
    """Return how the hard part begins: nobody is told anew what they were told before."""
    talks = [
        one for one in case.all_of(ParentContact) if (one.parent, one.child) == (parent, child)
    ]
    reached = [one for one in talks if one.reached is YesNoUnknown.YES]
    if reached:
        last = max(reached, key=lambda one: one.at.at)
        did = "wrote to" if last.how is ContactMethod.MESSAGE else "spoke with"
        return f"We {did} you on {write_full_day(day_of(last.at))}. I have more to tell you."
    told = case.stands.between(Fact.TOLD, parent, child)
    if told and told.said.yes:
        return "You have heard of this from us. I have more to tell you."
    return "I have to tell you something hard."


def _in_danger(case: Case, child: PersonRef) -> bool:
    """Return whether the newest answer about a child, or about everybody, was that of danger."""
    newest = case.stands.history(Fact.DANGER, child, WHOLE_CASE)
    return any(one.said.yes for one in newest[:1])


def _what_it_is(case: Case, child: PersonRef, first: str) -> str:
    known = case.people[child]
    if known.harmed:
        made_up = Need.AI_MADE in needs_of(case, child)
        shows = "made to look like" if made_up else "of"
        of = (
            f"It is about a picture {shows} {first}."
            if made_up or Role.PICTURED in known.roles
            else f"{first} was put under pressure, and it is about a picture."
        )
        return f"{of} {first} needs you, and is not to blame."
    if known.acted:
        part = "had a part in what happened"
        return f"It is about a picture, and {first} {part}. {first} needs you too."
    knows = "was sent" if Role.RECEIVED in known.roles else "knows of"
    return f"It is about a picture that {first} {knows}. {first} needs you too."


def _not_said(card: ContactCard, today: date) -> Iterator[str]:
    yield from card.never
    for held in held_back(card):
        yield f"{held.what}. {held.because(today)}".strip()
    yield from NEVER


KIND = PaperKind(
    key="parent_call",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.PARENTS,
    subjects=subjects,
    content=content,
    ring=whoever_issues,
)
