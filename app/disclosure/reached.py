"""Where people can be reached: every address and number of the record, and whose they are."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import msgspec

from app.disclosure.traces import (
    TracePattern,
    address_patterns,
    identifier_patterns,
    mail_patterns,
    phone_keys,
    short_numbers,
)
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.reviews import people_named
from app.domain.forms.person import PersonDetails, Relative
from app.domain.kit.answers import PersonRef
from app.domain.kit.filled import answers_of
from app.domain.kit.wording import lines_of

Address = Callable[[str, str], Iterator[TracePattern]]
"""Yields the patterns of an address and its owner that may appear for the reader."""


class Reached(msgspec.Struct, frozen=True):
    """The contact details of somebody, and whether they belong to the reader."""

    owner: PersonRef
    own: bool
    forms: tuple[TracePattern, ...]
    numbers: str


def reached_in(case: Case, named: Collection[PersonRef], own_address: Address) -> Iterator[Reached]:
    """Yield every address and number in the record, of people and of their households.

    `named` are those whose details belong to the reader.
    """
    for entry in case.entries:
        yield from _reached_then(entry, named)
        form = entry.form
        if not isinstance(form, PersonDetails):
            continue
        owner = case.same.get(form.person, form.person)
        own = owner in named
        address = own_address if own else address_patterns
        lines = [line for line in (form.address, form.earlier_address) if line]
        forms = [one for line in lines for one in address(line, owner)]
        forms += identifier_patterns(form.identifier or "", owner)
        forms += _numbers(form.phone or "", owner)
        yield Reached(owner, own, tuple(forms), form.phone or "")
        for row in form.household:
            who = relative_in(case, row) or owner
            text = row.reached_at or ""
            places = (*address_patterns(text, who, whole=False), *_numbers(text, who))
            theirs = who in named and (own or who != owner)
            yield Reached(who, theirs, places, text)


def _reached_then(entry: Entry, named: Collection[PersonRef]) -> Iterator[Reached]:
    """Yield the contact details in answers that today’s form no longer asks for."""
    if entry.renewed:
        written = entry.written
        today = "\n".join(line.text for line in lines_of(entry.form, {}))
        lost = (line.text for line in lines_of(written, {}) if line.text not in today)
        text = "\n".join(lost)
        about = people_named(type(written), answers_of(written))
        owner = about[0] if about else ""
        yield Reached(owner, owner in named, tuple(_numbers(text, owner)), text)


def _numbers(text: str, owner: PersonRef) -> Iterator[TracePattern]:
    yield from short_numbers(text, owner)
    yield from mail_patterns(text, owner)


def phones_of(reached: Iterable[Reached]) -> Mapping[str, str]:
    """Return the owner of each telephone number, without those of the reader."""
    theirs = {key: one.owner for one in reached if not one.own for key in phone_keys(one.numbers)}
    kept = {key for one in reached if one.own for key in own_phones(one.numbers, frozenset(theirs))}
    return {key: who for key, who in theirs.items() if key not in kept}


def own_phones(text: str, theirs: frozenset[str]) -> frozenset[str]:
    """Return the numbers of a text that may appear. One shared with others only if it is alone."""
    keys = phone_keys(text)
    return keys if len(keys) < 2 else keys - theirs


def relative_in(case: Case, row: Relative) -> PersonRef | None:
    """Return the person of the case with a relative's name, None unless exactly one has it."""
    name = names.untitled(row.name)
    same = [key for key, known in case.people.items() if names.untitled(known.person.name) == name]
    return same[0] if len(same) == 1 else None
