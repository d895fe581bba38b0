"""The card before contact: what somebody knows, must not hear from us, and what was prepared.

Source: peers idea 9; uk-guidance 1.10. Only the person who speaks with them may read it.
"""

from collections.abc import Iterator
from datetime import date

from app.domain.case.case import Case
from app.domain.forms.knowledge import Knower
from app.domain.kit.answers import PersonKind
from app.domain.kit.moments import day_of, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.held_back import held_back
from app.domain.rules.implied import bodies_told
from app.domain.rules.knowledge import ContactCard, card_for
from app.papers.kind import PaperKind, Subject
from app.typesetting.content import Content, Issue, Part, Points, Prose, Table, WritingLines
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Before you speak with"
READER = "The Designated Safeguarding Lead"
_BODY = {Knower.SOCIAL_CARE.label: "children’s social care", Knower.POLICE.label: "the police"}
"""The names of bodies within a sentence."""
NOTED = ("What they knew", "", "What you told them", "", "What they said", "", "")


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return everyone except staff and unknown accounts, then each body with a referral."""
    people = tuple(
        Subject(words=known.person.name, reader=key)
        for key, known in case.people.items()
        if known.person.kind not in {PersonKind.STAFF, PersonKind.ACCOUNT}
    )
    first = {who: entry for entry, who in reversed(tuple(bodies_told(case).items()))}
    bodies = (
        Subject(words=card_for(case, who).name, entry=entry)
        for entry, who in bodies_told(case).items()
        if first[who] == entry
    )
    return (*people, *bodies)


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the card of one person or body, as of now."""
    who = subject.reader or bodies_told(case)[subject.entry or ""]
    found = card_for(case, who, issue.at)
    return Content(
        issue=issue,
        kind=f"Who knows what, case {case.number}",
        title=f"{TITLE} {found.name if subject.reader else _BODY.get(found.name, found.name)}",
        under=f"As the record stands on {write_time(issue.at)}. Do not hand it on.",
        recipient=READER,
        callout=tuple(_never(found, day_of(issue.at))),
        parts=tuple(_parts(found)),
    )


def _never(found: ContactCard, today: date) -> Iterator[Words]:
    for asked in found.asked:
        yield (Strong("Instruction. "), asked)
    for held in held_back(found):
        yield (Strong(f"Do not say. {held.what}."), f" {held.because(today)}")
    for never in found.never:
        yield (Strong("Do not say. "), never)
    for unsafe in found.safe.unsafe:
        yield (Strong("Unsafe. "), f"{unsafe}.")


def _parts(found: ContactCard) -> Iterator[Part]:
    rows = tuple(
        ((topic.label,), (known.because,), (write_time(known.since),))
        for topic, known in found.know
    )
    if rows:
        heads = (("What", 0.45), ("From which entry", 0.55), ("Since", 96.0))
        yield Table("They know", heads, rows)
    else:
        yield Prose("They know", (Quiet("Nothing that is recorded."),))
    unknown = tuple(topic.label for topic in found.not_recorded)
    if unknown:
        yield Points("Not recorded whether they know", unknown)
    for fact in dict.fromkeys(fact for fact, _ in found.before):
        yield Points(fact.label, tuple(f"{said}." for of, said in found.before if of is fact))
    if found.safe.ways:
        yield Points("How to reach them safely", found.safe.ways)
    if found.safe.rules:
        yield Prose("Who may be contacted", found.safe.rules)
    yield WritingLines("To note in the case afterwards", NOTED)


KIND = PaperKind(
    key="who_knows",
    title="Who knows what, before a contact",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.PEOPLE,
    subjects=subjects,
    content=content,
)
