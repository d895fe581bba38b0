"""Safe contact: how somebody can be reached, and what makes that unsafe, wherever it was said.

Source: uk-guidance 1.10; the college's guidance, “Handling incidents”: telling a parent must not
put a learner at risk.
"""

from collections.abc import Iterable, Iterator

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.families import children_of_parent, parents_of_child, rules_of_contact
from app.domain.case.people import CHILDREN
from app.domain.case.standing import WHOLE_CASE, Standing
from app.domain.forms.bodies import BodyContact
from app.domain.forms.parents import Telling
from app.domain.kit.answers import Person, PersonKind, PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form
from app.domain.kit.moments import day_of, write_day


class SafeContact(msgspec.Struct, frozen=True):
    """What to know before somebody is reached, in sentences, each with the day it was said.

    `ways` are the safe ways to reach them, `unsafe` what makes it unsafe, and `rules` who may be
    contacted and who must not be.
    """

    ways: tuple[str, ...] = ()
    unsafe: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def safe_contact(case: Case, person: PersonRef) -> SafeContact:
    """Return what is known of reaching a person of the case. Read by the DSL alone.

    What makes it unsafe is also what was said of their children, of those children’s other parents
    or carers, or of their own: whoever is at home may answer.
    """
    children = children_of_parent(case, person)
    beside = {one for child in children for one in parents_of_child(case, child)} - {person}
    family = (*children, *beside, *parents_of_child(case, person))
    home = (person, *sorted(family, key=list(case.people).index))
    return SafeContact(
        ways=_said(case, (Fact.REACH, Fact.PHONE), (person,)),
        unsafe=(
            *(written(case, one) for key in home for one in dangers_of(case, key)),
            *_said(case, (Fact.VISITORS,), home),
            *_living_apart(case, home),
        ),
        rules=(*rules_of_contact(case, person), *_instructed(case, person)),
    )


def before_contact(case: Case, person: Person) -> Iterator[tuple[Fact, str]]:
    """Yield what was prepared for them, what is feared if parents know, and who was told before.

    What a parent is to hear stands only while it is decided that they are told.
    """
    if person.kind is PersonKind.PARENT:
        told = [
            decided.said.towards
            for decided in case.stands.of(Fact.DECISION, person.id)
            if decided.answer is Telling.TELL
        ]
        for child in told:
            if one := case.stands.between(Fact.PREPARED, person.id, child):
                yield Fact.PREPARED, f"{case.names[child]}: {_with_day(one)}"
        children = own_children(case, person.id)
    else:
        children = (person.id,)
    if person.kind in {*CHILDREN, PersonKind.PARENT}:
        home = {person.id, *children, *parents_of_child(case, person.id)}
        for fact in (Fact.IF_TOLD, Fact.ALREADY_TOLD):
            for sentence in said_of(case, fact, (WHOLE_CASE, *children)):
                if not _of_another_family(case, home, sentence):
                    yield fact, sentence


def _of_another_family(case: Case, home: set[PersonRef], sentence: str) -> bool:
    """Return whether a sentence names somebody of the case, and nobody of this home."""
    named = {
        key
        for key, one in case.people.items()
        if names.contains(sentence, one.person.name.partition(" ")[0])
    }
    return bool(named) and not named & home


def own_children(case: Case, parent: PersonRef) -> tuple[PersonRef, ...]:
    """Return the children of a parent; all of the case where the record connects them with none.

    To miss what was said of one may put a child at risk.
    """
    known = case.people.items()
    own = children_of_parent(case, parent) or {
        key for key, one in known if one.person.kind in CHILDREN
    }
    return tuple(key for key, _ in known if key in own)


def said_of(case: Case, fact: Fact, people: Iterable[PersonRef]) -> tuple[str, ...]:
    """Return what stands on a fact about each of these people, with the day it was said."""
    return _said(case, (fact,), tuple(people))


def _instructed(case: Case, person: PersonRef) -> tuple[str, ...]:
    """Return what each body last asked the college to do or not to do, about them or everybody.

    What it asked until it decided ended with that: it has said what comes of it.
    """
    decided = {one.id for one in case.body_referrals if one.decided}
    newest: dict[str, str] = {}
    for one in case.stands.history(Fact.INSTRUCTION, person, WHOLE_CASE):
        form = one.entry.form
        if isinstance(form, BodyContact) and form.referral not in decided:
            said = f"{case.names.get(form.referral, 'A body')} asked: {_with_day(one)}"
            newest.setdefault(form.referral, said)
    return tuple(newest.values())


def safe_contact_of_family(case: Case, child: PersonRef) -> SafeContact:
    """Return what is known of reaching a child and each parent or carer, for whoever refers."""
    parents = sorted(parents_of_child(case, child), key=list(case.people).index)
    found = [safe_contact(case, person) for person in (child, *parents)]
    return SafeContact(
        ways=_once(one.ways for one in found),
        unsafe=_once(one.unsafe for one in found),
        rules=_once(one.rules for one in found),
    )


def _once(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for sentences in found for sentence in sentences))


def _said(case: Case, facts: Iterable[Fact], people: tuple[PersonRef, ...]) -> tuple[str, ...]:
    found = (case.stands.newest(fact, key) for fact in facts for key in people)
    return tuple(written(case, one) for one in found if one)


def dangers_of(case: Case, person: PersonRef) -> Iterator[Standing]:
    """Yield what makes reaching somebody unsafe, the newest answer of each form, newest first.

    One danger takes no other away: what a talk with a mother adds does not end what was said of her
    when it was decided to tell.
    """
    asked_on = set[type[Form]]()
    for one in case.stands.history(Fact.UNSAFE, person):
        if type(one.entry.form) not in asked_on:
            asked_on.add(type(one.entry.form))
            yield one


def written(case: Case, one: Standing) -> str:
    """Write an answer that stands, as `Dee Stone: her own mobile only (19 Nov 2026)`."""
    name = case.names.get(one.said.about)
    lead = "telephone " if one.said.fact is Fact.PHONE else ""
    return f"{name}: {lead}{_with_day(one)}" if name else _with_day(one)


def _with_day(one: Standing) -> str:
    return f"{str(one.answer).strip().rstrip('.')} ({write_day(day_of(one.true_at))})"


def _living_apart(case: Case, home: tuple[PersonRef, ...]) -> tuple[str, ...]:
    found = (case.stands.newest(Fact.APART, key) for key in home)
    return tuple(
        f"{case.names[one.said.about]}: parents or carers live apart; what one is told, the other "
        "may not know"
        for one in found
        if one and one.answer is YesNoUnknown.YES
    )
