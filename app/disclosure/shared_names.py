"""Names that may be the reader’s child or a hidden learner: they stay, and are asked about once."""

from collections.abc import Iterator

import msgspec

from app.disclosure.disclosure import Disclosure
from app.disclosure.disguise import kept_of
from app.disclosure.matching import TraceMatcher
from app.disclosure.traces import (
    Trace,
    TracePattern,
    name_words_of,
    patterns_of,
    short_patterns_of,
    written_names,
)
from app.domain.case.people import CHILDREN
from app.domain.kit.answers import Person


def shared_matcher(cast: Disclosure) -> TraceMatcher | None:
    """Return a matcher of the writings that may name either of two learners; None without any."""
    shared = tuple(_shared_names(cast))
    either = {form.words for form in shared}
    whole = (form for form in kept_of(cast) if form.words not in either)
    return TraceMatcher(shared, whole, asks=True) if shared else None


def _shared_names(cast: Disclosure) -> Iterator[TracePattern]:
    """Yield each writing of the reader’s own child that a hidden learner may be called by too.

    It begins with a first name, or a short form of one: a last name alone is a family’s.
    """
    own = [
        form
        for person in cast.own_names
        if person.id in cast.own and person.kind in CHILDREN
        for form in patterns_of(person, derived=False)
        if form.trace is not Trace.INITIALS
    ]
    begin = {form.words[0] for form in own}
    theirs = {
        form.words: form.owner
        for person in cast.hidden
        if person.kind in CHILDREN
        for first in (_first_names(person),)
        if not first.isdisjoint(begin)
        for form in patterns_of(person)
        if form.words[0] in first
    }
    for form in own:
        if owner := theirs.get(form.words):
            yield msgspec.structs.replace(form, trace=Trace.SHARED, owner=owner)


def _first_names(person: Person) -> frozenset[str]:
    first = {words[0] for name, _ in written_names(person) if (words := name_words_of(name))}
    return frozenset(first).union(*map(short_patterns_of, first))
