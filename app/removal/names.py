"""Names kept out of a request: whether a text carries any name, or part of one, from the case."""

import re
import unicodedata
from collections.abc import Iterable

from app.domain.answers import Person

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
_SHORT = 4
"""From this length on a name is also found inside a longer word: `avastone` holds `stone`."""


def bare(text: str) -> str:
    """Give text without case, accents or marks; a gap stands for everything that is no letter."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", plain))


def parts_of(people: Iterable[Person]) -> frozenset[str]:
    """Give every part of every name the people are known by, two letters long at least."""
    names = (name for person in people for name in (person.name, person.known_as))
    return frozenset(part for name in names for part in bare(name).split() if len(part) > 1)


def name_in(text: str, people: Iterable[Person]) -> bool:
    """Say whether a text carries a name of one of the people, or a part of one."""
    plain = bare(text)
    words, run = set(plain.split()), plain.replace(" ", "")
    return any(part in words or (len(part) >= _SHORT and part in run) for part in parts_of(people))


NAME_REFUSED = (
    "This holds a name, or part of a name, of somebody in this case. A request goes to people "
    "outside: take the name out. Handles and addresses go into “Where it is”."
)


def refusal(text: str, people: Iterable[Person]) -> str:
    """Give the sentence that refuses a text with a name in it, or nothing."""
    return NAME_REFUSED if name_in(text, people) else ""
