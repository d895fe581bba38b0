"""Who knows what: built from what was noted, and from what other entries imply.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), informing parents; the college's
guidance, "Handling incidents". A parent is told of no child but their own.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.people import PersonInCase, RoleHeld
from app.domain.forms.bodies import TOLD_OF_ONE
from app.domain.forms.device import DeviceTaken
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.kit.answers import Person, PersonKind, PersonRef, Role
from app.domain.kit.facts import Fact
from app.domain.kit.form import Answers, Form
from app.domain.kit.record import EntryId
from app.domain.rules.holds import police_involved
from app.domain.rules.implied import beforehand, bodies_told, implied_by, whom_met, with_part
from app.domain.rules.instructions import in_force
from app.domain.rules.safe_contact import (
    SafeContact,
    before_contact,
    own_children,
    safe_contact,
    safe_contact_of_family,
    said_of,
)

OTHERS = "Other learners: their names, or anything that points to them."
"""What parents and learners are never told about anyone else."""


class KnownTopic(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one knower and one topic. `because` describes where that comes from."""

    knowing: Knowing
    since: datetime
    entry: EntryId
    because: str
    why: str = ""
    until: date | None = None
    noted: bool = True
    """Whether somebody noted it on purpose; otherwise another entry implies it."""
    beside: tuple["KnownTopic", ...] = ()
    """What holds it back besides: decisions beside a note, or those on another child."""

    @property
    def holds(self) -> tuple["KnownTopic", ...]:
        """Everything that holds it back, whose review day comes first standing first."""
        return tuple(sorted((self, *self.beside), key=lambda one: one.until or date.max))


class KnowledgeRow(msgspec.Struct, frozen=True):
    """A row of the matrix: a person (`person` is their id) or a body, and each topic."""

    key: str
    name: str
    about: str
    person: str | None
    cells: Mapping[Topic, KnownTopic]


def knowledge_of(case: Case) -> tuple[KnowledgeRow, ...]:
    """Return who knows what: people named in the case, then bodies and staff in order of entry."""
    knowers = _Knowers(case)
    cells: dict[str, dict[Topic, KnownTopic]] = {key: {} for key in case.people}
    for entry in case.current:
        for key, topics, known in _said(case, entry, knowers):
            row = cells.setdefault(key, {})
            for topic in topics:
                before = row.get(topic)
                if _replaces(known, before):
                    row[topic] = known
    happened = {entry.root: entry.at for entry in case.current}
    for key, person in case.people.items():
        for part in person.parts:
            if part.until is None and part.role in _BY_PART:
                topic = _BY_PART[part.role]
                alone = topic is not Topic.SHARED or with_part(case, topic) == {key}
                since = happened.get(part.entry, part.since)
                cells[key].setdefault(topic, _their_own(part, since, alone=alone))
    return tuple(knowers.line(key, _with_decisions(case, key, row)) for key, row in cells.items())


def _with_decisions(
    case: Case, who: PersonRef, row: Mapping[Topic, KnownTopic]
) -> Mapping[Topic, KnownTopic]:
    """Return a row in which each topic names all that holds it back from somebody.

    A decision for each child of theirs may, and a note beside them; none takes another’s place.
    """
    decided = tuple(
        KnownTopic(
            knowing=Knowing.NOT_TO_KNOW,
            since=one.true_at,
            entry=one.entry.root,
            because=form.decision.label,
            why=form.why or "",
            until=form.review_on,
            noted=False,
        )
        for one in case.stands.of(Fact.DECISION, who)
        if isinstance(form := one.entry.form, ParentDecision) and one.answer is not Telling.TELL
    )
    return {topic: _held_by(row[topic], decided) for topic in Topic if topic in row}


def _held_by(known: KnownTopic, decided: tuple[KnownTopic, ...]) -> KnownTopic:
    if known.knowing is not Knowing.NOT_TO_KNOW or not decided:
        return known
    *others, newest = decided
    if known.noted:
        return msgspec.structs.replace(known, beside=decided)
    return msgspec.structs.replace(newest, beside=tuple(others))


def bodies_of(case: Case) -> frozenset[str]:
    """Return the keys of the bodies that can know of a case: those of every casebook, those told.

    Whoever else has a row and is nobody of the case is a member of staff, or was named in words.
    """
    knowers = _Knowers(case)
    told = (knowers.key_of(who) for who in bodies_told(case).values())
    return frozenset((*told, Knower.SOCIAL_CARE, Knower.POLICE, Knower.LEADERS))


_BY_PART = {
    Role.SHARED: Topic.SHARED,
    Role.FORWARDED: Topic.SHARED,
    Role.TOLD_US: Topic.HAPPENED,
}
"""What somebody knows by the part they have: that they shared it, or what they told us."""


def _their_own(part: RoleHeld, since: datetime, *, alone: bool) -> KnownTopic:
    return KnownTopic(
        knowing=Knowing.KNOWS,
        since=since,
        entry=part.entry,
        because=f"{'By' if alone else 'Of themselves alone, by'} the part they have in the case",
        noted=False,
    )


def topics_of(case: Case) -> tuple[Topic, ...]:
    """Return the topics there are to know in this case, as far as it is recorded."""
    noted = {topic for form in case.all_of(KnowledgeNoted) for topic in form.facts}
    noted |= {Topic.HAPPENED, Topic.PICTURED, Topic.SHARED}
    if any(referral.made for referral in case.referrals):
        noted.add(Topic.REFERRED)
    if police_involved(case):
        noted.add(Topic.POLICE)
    if case.all_of(DeviceTaken):
        noted.add(Topic.DEVICE)
    return tuple(topic for topic in Topic if topic in noted)


class ContactCard(msgspec.Struct, frozen=True, kw_only=True):
    """What to know before speaking to somebody."""

    name: str
    know: tuple[tuple[Topic, KnownTopic], ...]
    not_recorded: tuple[Topic, ...]
    do_not_say: tuple[tuple[Topic, KnownTopic], ...]
    never: tuple[str, ...]
    """What is never said to them, in sentences."""
    asked: tuple[str, ...]
    """What nobody is to do with them, as asked of the college or decided by it, in sentences."""
    before: tuple[tuple[Fact, str], ...]
    """What was prepared for them, what is feared, and who was told before, in sentences."""
    safe: SafeContact
    """How to reach them, what makes it unsafe, who may be contacted and who must not be."""


def card_for(case: Case, who: str, at: datetime | None = None) -> ContactCard:
    """Return the contact card for a person's id, a body's value or a name as written.

    Instructions are those in force at an instant (UTC), without one at the newest entry.
    """
    knowers = _Knowers(case)
    key = knowers.key_of(case.same.get(who, who))
    written = {line.key: line for line in knowledge_of(case)}
    line = written.get(key) or knowers.line(key, {})
    known = case.people.get(key)
    by_knowing = {
        knowing: tuple((f, k) for f, k in line.cells.items() if k.knowing is knowing)
        for knowing in Knowing
    }
    settled = {topic for topic, one in line.cells.items() if one.knowing is not Knowing.FREE}
    if known and Role.PICTURED in known.roles and Topic.HAPPENED in dict(by_knowing[Knowing.KNOWS]):
        # whoever was told of a picture of themselves knows who is in it
        settled.add(Topic.PICTURED)
    return ContactCard(
        name=line.name,
        know=by_knowing[Knowing.KNOWS],
        not_recorded=tuple(topic for topic in topics_of(case) if topic not in settled),
        do_not_say=by_knowing[Knowing.NOT_TO_KNOW],
        never=tuple(_never(case, known.person) if known else knowers.never(key)),
        asked=tuple(
            dict.fromkeys(one.sentence for one in in_force(case, at) if known and one.about == key)
        ),
        before=tuple(before_contact(case, known.person)) if known else (),
        safe=safe_contact(case, key) if known else SafeContact(),
    )


def card_before(
    case: Case, form: type[Form], answers: Answers, at: datetime | None = None
) -> ContactCard | None:
    """Return the card of whom answers to a form name as spoken with; None for nobody.

    On a call about a child the card says how the child and the parents can be reached safely.
    """
    met = met_by(case, form, answers)
    if met is None:
        return None
    card = card_for(case, met, at)
    child = next((one.opened.child for one in case.referrals if one.id in answers.values()), "")
    if child in case.people:
        card = msgspec.structs.replace(card, safe=safe_contact_of_family(case, child))
    return card


def must_not_be_told(case: Case, parent: PersonRef) -> bool:
    """Return whether a parent or carer is not to be told, for now, what happened to any child.

    The newest decision for each child counts, and what was noted of who may know. A summary in
    their hand would break either.
    """
    if any(one.answer is not Telling.TELL for one in case.stands.of(Fact.DECISION, parent)):
        return True
    return any(
        line.person == parent
        and Topic.HAPPENED in line.cells
        and line.cells[Topic.HAPPENED].knowing is Knowing.NOT_TO_KNOW
        for line in knowledge_of(case)
    )


def likely_topics(case: Case, form: type[Form], answers: Answers) -> tuple[Topic, ...]:
    """Return the topics to tick beforehand where a form asks what somebody now knows, in order.

    What must not be told them is left to whoever told it all the same.
    """
    met = met_by(case, form, answers)
    held = {topic for topic, _ in card_for(case, met).do_not_say} if met else set()
    return tuple(one for one in beforehand(case, form, answers) if one not in held)


def met_by(case: Case, form: type[Form], answers: Answers) -> str | None:
    """Return who answers to a form name as spoken with: a person's id, a body's value or a name.

    A name counts only once something is known of its bearer. Otherwise the answer is None.
    """
    met = whom_met(case, form, answers)
    if met is None or met in case.people or met in bodies_told(case).values():
        return met
    key = _Knowers(case).key_of(met)
    return key if any(line.key == key for line in knowledge_of(case)) else None


def _never(case: Case, person: Person) -> Iterator[str]:
    if person.kind in {PersonKind.PARENT, PersonKind.LEARNER, PersonKind.ELSEWHERE}:
        yield OTHERS
    if person.kind is PersonKind.PARENT:
        for said in said_of(case, Fact.KEPT_BACK, own_children(case, person.id)):
            yield f"{said}."


def _replaces(known: KnownTopic, before: KnownTopic | None) -> bool:
    """Return whether `known` replaces `before`. What another entry implies never undoes a note.

    What is known is so since the first time; what is held back, as the newest says. A decision to
    tell frees what was held back, and says of nothing else that it may be told. One not to tell
    holds back also what somebody noted before that it may be told.
    """
    if before is None:
        return known.noted or known.knowing is not Knowing.FREE
    if before.knowing is Knowing.FREE and known.knowing is Knowing.NOT_TO_KNOW:
        return True
    if known.knowing is before.knowing is Knowing.KNOWS:
        return known.noted and not before.noted
    return known.noted or not before.noted


def _said(
    case: Case, entry: Entry, knowers: "_Knowers"
) -> Iterator[tuple[str, tuple[Topic, ...], KnownTopic]]:
    form = entry.form
    if isinstance(form, KnowledgeNoted):
        how = form.how.label if form.how else ""
        told = " · ".join(filter(None, ("Noted", form.told_by, how)))
        known = KnownTopic(
            knowing=form.knowing,
            since=entry.at,
            entry=entry.root,
            because=told,
            why=form.why or "",
            until=form.until,
        )
        yield knowers.key_of(_noted(form)), form.facts, known
        return
    for implied in implied_by(case, entry):
        known = KnownTopic(
            knowing=implied.knowing,
            since=entry.at,
            entry=entry.root,
            because=implied.because,
            why=implied.why,
            until=implied.until,
            noted=implied.noted,
        )
        yield knowers.key_of(implied.who), implied.topics, known


def _noted(form: KnowledgeNoted) -> str:
    if form.who is Knower.PERSON:
        return form.person or ""
    return (form.body or "") if form.who is Knower.OTHER else form.who.value


def _by_name(people: Mapping[str, PersonInCase]) -> Mapping[str, str]:
    """Return the ids of the adults of a case by each name they have, but no name that two share."""
    found: dict[str, set[str]] = {}
    for key, known in people.items():
        for name in (known.person.name, *(one.name for one in known.joined)):
            found.setdefault(names.key(name), set()).add(key)
    adults = {PersonKind.STAFF, PersonKind.ADULT, PersonKind.PARENT}
    return {
        name: key
        for name, (key, *others) in found.items()
        if not others and people[key].person.kind in adults
    }


class _Knowers:
    """The people, bodies and staff of a case, each under one key."""

    def __init__(self, case: Case) -> None:
        self._people = case.people
        self._by_name = _by_name(case.people)
        self._written: dict[str, str] = {}
        self._bodies = [one.opened for one in case.body_referrals]

    def key_of(self, who: str) -> str:
        """Return the key for a person's id, a body's value or a name as written.

        Both `Stone, Dee` and `Dee Stone, mother` are the Dee Stone of the case.
        """
        if who in self._people or who in {knower.value for knower in Knower}:
            return who
        if who.startswith("named:"):
            who = who.removeprefix("named:")
        if whole := self._by_name.get(names.key(who)):
            return whole
        name = names.before_role(who)
        self._written.setdefault(names.key(name), name)
        return self._by_name.get(names.key(name), f"named:{names.key(name)}")

    def never(self, key: str) -> Iterator[str]:
        """Yield what a body that is told of one learner is never told, in sentences."""
        if any(one.body in TOLD_OF_ONE and self.key_of(one.name) == key for one in self._bodies):
            yield OTHERS

    def line(self, key: str, cells: Mapping[Topic, KnownTopic]) -> KnowledgeRow:
        """Return the row of a key."""
        if key in self._people:
            person = self._people[key].person
            return KnowledgeRow(key, person.name, person.kind.label, key, cells)
        if key.startswith("named:"):
            return KnowledgeRow(key, self._written[key.removeprefix("named:")], "", None, cells)
        return KnowledgeRow(key, Knower(key).label, "", None, cells)
