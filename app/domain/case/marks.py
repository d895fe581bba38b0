"""Marks: handles, groups and pages that show the same thing in another case."""

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from app.domain.case.case import Case
from app.domain.forms.close import Resurfaced
from app.domain.forms.copies import HolderKind
from app.domain.kit.answers import PersonKind

SHORTEST = 3
"""A mark with fewer letters and digits says too little to look for."""
_CALLED = (HolderKind.ACCOUNT, HolderKind.GROUP, HolderKind.PAGE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?|^www\.")


class Mark(msgspec.Struct, frozen=True):
    """A handle, group or page: as it was first written, and in the form used to compare."""

    shown: str
    text: str


def marks_of(case: Case) -> tuple[Mark, ...]:
    """Return the marks of a case, each once, in the order of the record."""
    found: dict[str, Mark] = {}
    for mark in filter(None, map(mark_of, _written(case))):
        found.setdefault(mark.text, mark)
    return tuple(found.values())


def mark_of(shown: str) -> Mark | None:
    """Return the mark of a handle, group or page as written; None if it is too short."""
    text = normalised(shown)
    if sum(letter.isalnum() for letter in text) < SHORTEST:
        return None
    return Mark(" ".join(shown.split()), text)


def normalised(text: str) -> str:
    """Return one form for all ways of writing a mark: `@Sky_77`, `https://www.x.example/`."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return _SCHEME.sub("", folded.strip("“”\"'‘’ ")).strip("@/ ")


def _written(case: Case) -> Iterator[str]:
    for known in case.people.values():
        if known.person.kind is PersonKind.ACCOUNT:
            yield known.person.name
    for copy in case.copies.values():
        if copy.row.held_by in _CALLED and copy.row.name:
            yield copy.row.name
    for request in case.requests.values():
        if request.opened.where_it_is:
            yield request.opened.where_it_is
    for form in case.all_of(Resurfaced):
        if form.where:
            yield form.where


def services_in(case: Case) -> tuple[str, ...]:
    """Return the services and places named in a case, each once, to be offered again."""
    named = [copy.row.service for copy in case.copies.values()]
    named += [request.opened.service_name for request in case.requests.values()]
    return tuple(dict.fromkeys(name.strip() for name in named if name and name.strip()))
