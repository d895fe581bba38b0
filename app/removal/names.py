"""Names kept out of a request: whether a text carries any name, or part of one, from the case."""

from collections.abc import Iterable

from app.domain.kit.answers import Person
from app.domain.names.folding import bare, spelt, squash

_SHORT = 4
"""From this length on a name is also found inside a longer word: `avastone` holds `stone`."""


def folded_words(text: str) -> frozenset[str]:
    """Give the folded words of a text; a word with an apostrophe whole and in its parts."""
    return frozenset((*spelt(text), *bare(text)))


def name_parts(people: Iterable[Person]) -> frozenset[str]:
    """Give every part of every name the people are known by, two letters long at least."""
    names = (name for person in people for name in (person.name, person.known_as))
    return frozenset(part for name in names for part in folded_words(name) if len(part) > 1)


def name_in(text: str, people: Iterable[Person]) -> bool:
    """Say whether a text carries a name of one of the people, or a part of one."""
    words, run = folded_words(text), squash(text)
    return any(
        part in words or (len(part) >= _SHORT and part in run) for part in name_parts(people)
    )


NAME_REFUSED = (
    "This holds a name, or part of a name, of somebody in this case. A request goes to people "
    "outside: take the name out. Handles and addresses go into “Where it is”."
)


def name_refusal(text: str, people: Iterable[Person]) -> str:
    """Give the sentence that refuses a text with a name in it, or nothing."""
    return NAME_REFUSED if name_in(text, people) else ""
