"""Families: the parents and carers that the record connects with each child of a case."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.people import is_family
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleNamed
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import A_LEARNER, A_PARENT, PersonRef
from app.domain.kit.facts import Fact

Link = tuple[PersonRef, PersonRef]
"""A parent or carer, and a child of theirs."""


def family_links(case: Case) -> frozenset[Link]:
    """Return each parent or carer with each child that the record says is theirs.

    The record connects them where an entry names them as the child's parents, or a decision or a
    contact names both. It also does where a referral lists them, or the child's household names
    them. A name that two people of the case share connects nobody: a wrong link would show one
    family's words to another.
    """
    return frozenset((*_named(case), *_decided(case), *_told(case), *_at_home(case)))


def children_of_parent(case: Case, parent: PersonRef) -> frozenset[PersonRef]:
    """Return the children the record connects with a parent or carer."""
    return frozenset(child for who, child in family_links(case) if who == parent)


def parents_of_child(case: Case, child: PersonRef) -> frozenset[PersonRef]:
    """Return the parents and carers the record connects with a child."""
    return frozenset(who for who, of in family_links(case) if of == child)


def rules_of_contact(case: Case, person: PersonRef) -> tuple[str, ...]:
    """Return who may be contacted and who must not be, as noted of a person or their children.

    A parent gets the rules of their own family only. A parent whom the record connects with no
    child gets every rule: to miss one may put a child at risk.
    """
    known = case.people.get(person)
    if known is None:
        return ()
    own = children_of_parent(case, person)
    any_of = is_family(known) and not own
    return tuple(
        f"{one.person.name}: {stands.answer}"
        for key, one in case.people.items()
        if (any_of or key == person or key in own)
        and (stands := case.stands.newest(Fact.MAY_CONTACT, key))
    )


def _named(case: Case) -> Iterator[Link]:
    """Yield the parents whom an entry names for a child. A sister is family, but not a parent."""
    for form in case.all_of(PeopleNamed):
        for one in form.people if form.parent_of else ():
            if form.parent_of and A_PARENT.fits(one) and not A_LEARNER.fits(one):
                yield one.person.id, form.parent_of


def _decided(case: Case) -> Iterator[Link]:
    for decision in case.all_of(ParentDecision):
        yield decision.parent, decision.child
    for contact in case.all_of(ParentContact):
        yield contact.parent, contact.child


def _told(case: Case) -> Iterator[Link]:
    child_of = {referral.id: referral.opened.child for referral in case.referrals}
    for form in case.all_of(ReferralBackground):
        for row in form.parents:
            if row.who and form.referral in child_of:
                yield row.who, child_of[form.referral]


def _at_home(case: Case) -> Iterator[Link]:
    family = family_by_name(case)
    for child, known in case.people.items():
        if known.details is None or is_family(known):
            continue
        for row in known.details.household:
            if (name := names.key(row.name)) in family:
                yield family[name], child


def family_by_name(case: Case) -> Mapping[str, PersonRef]:
    """Return the id of each parent, carer or relative by the key of a name that nobody shares."""
    named = Counter(names.key(known.person.name) for known in case.people.values())
    found = {
        names.key(known.person.name): key for key, known in case.people.items() if is_family(known)
    }
    return {name: key for name, key in found.items() if named[name] == 1}
