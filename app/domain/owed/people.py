"""What is owed person by person: each learner spoken with, each parent told, a plan for each.

Source: the college's guidance, “Handling incidents”; KCSIE 2026, part five: every child involved
needs support, whether harmed or sharing.
"""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from app.domain.case.ages import TAKES_PART, events_in
from app.domain.case.case import Case
from app.domain.case.families import family_links
from app.domain.case.people import CHILDREN, PersonInCase, is_adult
from app.domain.case.signs import child_in, same_child
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PersonDetails
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import (
    A_LEARNER,
    A_PARENT,
    Involved,
    PersonKind,
    PersonRef,
    Role,
    YesNoUnknown,
)
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of

People = tuple[PersonInCase, ...]


class PersonTask(msgspec.Struct, frozen=True, kw_only=True):
    """One thing owed to, or about, one person: since when, when it was settled, by which form.

    `subject` and `learner` make its key. `day` is the day that was set for it, `by` who was to do
    it. Instants are UTC.
    """

    kind: DueKind
    subject: PersonRef
    learner: PersonRef = ""
    began: datetime
    settled: datetime | None = None
    day: date | None = None
    by: str = ""
    form: type[Form]

    @property
    def key(self) -> DueKey:
        """The key that nothing else in the case has."""
        return DueKey(self.kind, self.subject, self.learner)


def involved_learners(case: Case) -> People:
    """Return the college's own learners who do more in the case than see, tell or be family."""
    return tuple(known for known in _involved(case) if known.person.kind is PersonKind.LEARNER)


def _involved(case: Case) -> Iterator[PersonInCase]:
    """Yield the learners, here or elsewhere, who take part in the case."""
    for known in case.people.values():
        if known.person.kind in CHILDREN and takes_part(known):
            yield known


def takes_part(known: PersonInCase) -> bool:
    """Return whether somebody does more in the case than see, tell or be family."""
    return not TAKES_PART.isdisjoint(known.roles)


SEEN_AGAIN = TAKES_PART - {Role.RECEIVED}
"""The parts of those whom somebody speaks with again: harmed or sharing, not sent it unasked."""


def to_speak_with_again(case: Case) -> People:
    """Return the learners to speak with again: those harmed, and those who shared or asked."""
    return tuple(one for one in involved_learners(case) if SEEN_AGAIN & set(one.roles))


def involved_since(known: PersonInCase, parts: frozenset[Role] = TAKES_PART) -> datetime:
    """Return the instant (UTC) since which somebody is known to have one of these parts."""
    return min(part.since for part in known.parts if part.role in parts and not part.until)


def tasks_of(case: Case) -> Iterator[PersonTask]:
    """Yield everything owed person by person, settled or not."""
    for known in involved_learners(case):
        yield _conversation(case, known)
        yield _plan(case, known)
    for known in _involved(case):
        yield PersonTask(
            kind=DueKind.BORN,
            subject=known.person.id,
            began=involved_since(known),
            settled=involved_since(known) if known.person.born else None,
            form=PersonDetails,
        )
    yield from _parents(case)


def _conversation(case: Case, known: PersonInCase) -> PersonTask:
    talked = [
        entry.at
        for entry in case.current
        if isinstance(entry.form, LearnerConversation | ConversationNotHeld)
        and entry.form.learner == known.person.id
    ]
    return PersonTask(
        kind=DueKind.CONVERSATION,
        subject=known.person.id,
        began=involved_since(known),
        settled=min(talked, default=None),
        form=LearnerConversation,
    )


def _plan(case: Case, known: PersonInCase) -> PersonTask:
    made = [
        entry.at
        for entry in case.current
        if isinstance(entry.form, SupportPlan) and entry.form.child == known.person.id
    ]
    return PersonTask(
        kind=DueKind.SUPPORT_PLAN,
        subject=known.person.id,
        began=involved_since(known),
        settled=min(made, default=None),
        form=SupportPlan,
    )


def _parents(case: Case) -> Iterator[PersonTask]:
    """Yield each parent of each child under 18, and each such child without a parent named.

    Whoever is 18 decides alone who at home is told, so nothing is owed there.
    """
    today = day_of(case.entries[-1].sealed.recorded)
    guardians = {known.person.id: known for known in _guardians(case)}
    links = {(parent, child) for parent, child in family_links(case) if parent in guardians}
    children = [one for one in involved_learners(case) if not is_adult(one.person, today)]
    linked = {parent for parent, _ in links}
    loose = [known for key, known in guardians.items() if key not in linked]
    for child in children:
        for key, parent in guardians.items():
            if (key, child.person.id) in links:
                yield _telling(case, parent, child)
    alone = [one for one in children if one.person.id not in {child for _, child in links}]
    # Where each may have one of the loose parents, it is only asked whose parent each of those is.
    for child in alone if len(alone) > len(loose) else ():
        yield PersonTask(
            kind=DueKind.PARENTS_TOLD,
            subject=child.person.id,
            began=involved_since(child),
            form=ParentDecision,
        )
    for parent in loose if children else ():
        yield PersonTask(
            kind=DueKind.PARENTS_TOLD,
            subject=parent.person.id,
            began=max(_named_since(case, parent), min(map(involved_since, children))),
            form=ParentDecision,
        )


def _guardians(case: Case) -> Iterator[PersonInCase]:
    """Yield the parents and carers named in the case; a sister is family, but no parent."""
    for known in case.people.values():
        one = Involved(known.person, known.roles)
        if A_PARENT.fits(one) and not A_LEARNER.fits(one):
            yield known


def _named_since(case: Case, known: PersonInCase) -> datetime:
    return min((part.since for part in known.parts), default=case.opened)


def _telling(case: Case, parent: PersonInCase, child: PersonInCase) -> PersonTask:
    """Return whether one parent was told of one child. Only reaching them, or a decision, settles.

    A decision to tell them by a day moves it to that day; one without a day leaves it as it was,
    or is due the same day where not telling them had been decided before. Where it happened again
    they are told of that too; a decision not to tell them stands until it is made again.
    """
    pair = (parent.person.id, child.person.id)
    again = _happened_again(case, parent, child)
    began = max(filter(None, (_named_since(case, parent), involved_since(child), again)))
    told = against = tell_by = None
    teller = ""
    settles: type[Form] = ParentDecision
    for entry in case.current:
        form = entry.form
        if (
            not isinstance(form, ParentContact | ParentDecision)
            or (form.parent, form.child) != pair
        ):
            continue
        earlier = again is not None and entry.at < again
        if isinstance(form, ParentContact):
            reached = form.reached is YesNoUnknown.YES and not earlier
            told = told or (entry.at if reached else None)
            continue
        settles = ParentContact
        if form.decision is Telling.TELL:
            began = max(began, entry.at) if against else began
            tell_by, against = None if earlier else form.tell_by, None
            teller = form.teller.name if form.teller and not earlier else ""
        else:
            tell_by, against = None, against or entry.at
    return PersonTask(
        kind=DueKind.PARENTS_TOLD,
        subject=parent.person.id,
        learner=child.person.id,
        began=began,
        settled=min(filter(None, (told, against)), default=None),
        day=tell_by,
        by=teller,
        form=settles,
    )


def _happened_again(case: Case, parent: PersonInCase, child: PersonInCase) -> datetime | None:
    """Return the instant (UTC) at which the college last heard that it happened to a child again.

    It is told of the imagery being about again, in a further concern that names the child, or of a
    further time, by whichever form: not of one before the day on which the parent was spoken with.
    """
    heard = known = None
    for entry in case.current:
        form = entry.form
        if isinstance(form, ParentContact) and form.reached is YesNoUnknown.YES:
            if (form.parent, form.child) == (parent.person.id, child.person.id):
                known = day_of(form.at)
        elif entry is not case.current[0] and _tells_of(form, child, known):
            heard = max(filter(None, (heard, entry.at)))
    return heard


def _tells_of(form: Form, child: PersonInCase, known: date | None) -> bool:
    """Return whether an entry tells of an event, and is about a child or about everybody.

    Of further times one counts that was on the day up to which it is `known`, or later.
    """
    answers = answers_of(form)
    if isinstance(form, ConcernReceived):
        return child.person.id in {one.person.id for one in form.people}
    return any(not known or event.day >= known for event in events_in(type(form), answers)) and (
        same_child(child_in(type(form), answers), child.person.id)
    )
