"""Other children whom the reader of a referral needs by name, each under its own heading.

Source: KCSIE 2026, Part five: whoever is alleged to have caused harm is a child to be helped too;
uk-guidance 3.3 (name, birth date, address, relationship, access to other children).
"""

from collections.abc import Iterator
from datetime import date

import msgspec

from app.disclosure.disclosure import disclosure_for, named_in
from app.disclosure.disguise import Disguise
from app.domain.case.ages import write_age
from app.domain.case.case import Case
from app.domain.case.people import CHILDREN, PersonInCase
from app.domain.forms.sharing import NamedAs, OtherChildNamed
from app.domain.kit.answers import PersonRef, Role
from app.domain.kit.record import Audience, EntryId
from app.domain.kit.wording import lower
from app.papers.case_words import ASK_COLLEGE, as_sentence
from app.papers.rows import Row
from app.typesetting.content import Content, Part, Section, Signatures
from app.typesetting.text import Words

HEADINGS = {
    NamedAs.ALLEGED: "Who is alleged to have caused harm",
    NamedAs.AT_RISK: "Another child at risk",
}


def others_asked_about(case: Case, child: PersonRef) -> tuple[PersonInCase, ...]:
    """Return each other learner of a case, of whom a referral about one child may say more."""
    return tuple(
        known
        for key, known in case.people.items()
        if known.person.kind in CHILDREN and key != child
    )


def with_others_named(
    content: Content, case: Case, child: PersonRef, referral: EntryId, today: date
) -> Content:
    """Return a letter about one child with a section for each other child its reader needs."""
    named = named_in(case, referral)
    if not named:
        return content
    hide = Disguise.of(disclosure_for(case, Audience.AGENCIES, child, referral))
    made = tuple(
        Section("", HEADINGS[said.named], tuple(_rows(case, said, hide, today)))
        for as_what in HEADINGS
        for said in named.values()
        if said.named is as_what
    )
    return before_signatures(content, *made)


def before_signatures(content: Content, *more: Part) -> Content:
    """Return a document with more parts: above where it is signed, or else at its end."""
    signed = (at for at, part in enumerate(content.parts) if isinstance(part, Signatures))
    at = next(signed, len(content.parts))
    parts = (*content.parts[:at], *more, *content.parts[at:])
    return msgspec.structs.replace(content, parts=parts)


def _rows(case: Case, said: OtherChildNamed, hide: Disguise, today: date) -> Iterator[Row]:
    known = case.people[said.child]
    person, details = known.person, known.details
    called = f", known as {person.known_as}" if person.known_as else ""
    yield "Name", (f"{person.name}{called}",)
    yield "Date of birth", (as_sentence(write_age(person, case.current, today)),)
    yield "Learner", (", ".join(filter(None, (person.kind.label, person.group))),)
    yield "Home address", (_or_ask(hide, details.address if details else None),)
    roles = "; ".join(lower(role.label) for role in known.roles if role is not Role.FAMILY)
    yield "Part in this", (_or_ask(hide, as_sentence(roles)),)
    yield "How the two know each other", (_or_ask(hide, said.knows),)
    if said.named is NamedAs.ALLEGED:
        yield "Access to other children", (_or_ask(hide, said.access),)
    yield "Why they are named here", (hide.over(said.why),)


def _or_ask(hide: Disguise, said: str | None) -> Words:
    return hide.over(said) if said else ASK_COLLEGE
