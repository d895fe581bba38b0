"""Removes the names of others from what was typed as the reader's own, such as an address."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from app.disclosure.matching import Match, TraceMatcher
from app.disclosure.traces import (
    Trace,
    TracePattern,
    address_patterns,
    is_street,
    name_words_of,
    patterns_of,
    phone_keys,
)
from app.domain import names
from app.domain.kit.answers import Person
from app.domain.names.folding import fold

_SET_APART = re.compile(r"[,;:/(\[&+–—\n][\s\"'“‘]*$")
_OF_OTHERS = re.compile(
    r"(?:\b(?:of|for|to|with|by|via|at|and|or|than|co|care of|mum|dad|mother|father|brother|sister"
    rf"|friend|partner|family|{'|'.join(names.TITLES)})\.?|c/o)(?:\s+the)?\s*$"
)
_NAMES = frozenset({Trace.NAME, Trace.PART, Trace.SHORT, Trace.NICKNAME, Trace.ACCOUNT})


class Others:
    """Finds hidden people in what was typed as the reader's own.

    A name, an address or a number belongs to the person it was typed for. But it may hold
    "c/o Ben Marsh" or "mother of Ben Marsh", and that shows who Ben is.
    """

    def __init__(self, hidden: Iterable[Person]) -> None:
        self._finder = TraceMatcher(
            form for person in hidden for form in patterns_of(person) if form.trace in _NAMES
        )

    def without(self, text: str) -> str:
        """Return a text of the reader's own with the names of others replaced by line ends."""
        out, done = [], 0
        for found in self._finder.find(text):
            if self._of_another(text, found):
                out.append(text[done : found.start])
                done = found.end
        return "\n".join((*out, text[done:]))

    def _of_another(self, text: str, found: Match) -> bool:
        before = fold(text[: found.start]).letters
        if _OF_OTHERS.search(before):
            return True
        whole = any(len(form.words) > 1 or form.trace is Trace.ACCOUNT for form in found.forms)
        return whole and bool(_SET_APART.search(before)) and not is_street(text, found.end)

    def own_person(self, person: Person) -> Person:
        """Return a person without the names of others in their own names and group."""
        return msgspec.structs.replace(
            person,
            name=self.without(person.name),
            known_as=self.without(person.known_as),
            group=self.without(person.group),
        )

    def names_nobody(self, name: str) -> bool:
        """Return whether a name of staff, as typed, names no hidden person."""
        return self.without(name) == name

    def own_address(self, line: str, owner: str) -> Iterator[TracePattern]:
        """Yield the patterns of an address that may appear: all of it, or parts without others."""
        own = self.without(line)
        if own == line:
            yield from address_patterns(line, owner)
            return
        for part in re.split(r"[,;\n]", own):
            yield from address_patterns(part, owner, whole=False)
            if len(name_words_of(part)) > 1:
                yield TracePattern(name_words_of(part), Trace.ADDRESS, owner)


def own_phones(text: str, theirs: frozenset[str]) -> frozenset[str]:
    """Return the numbers of a text that may appear. One shared with others only if it is alone."""
    keys = phone_keys(text)
    return keys if len(keys) < 2 else keys - theirs
