"""Words of the list as somebody types them: taken apart, and a misspelt one named."""

import re
import unicodedata
from difflib import get_close_matches

from app.domain.kit.words import word_list

_LABEL = ("check", "words")
_NEAR = 3


class Misspelt(Exception):
    """A word that stands on no list. `near` are those it may be meant to be."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        self.word, self.near = word, near
        meant = f" Is it {_either(near)}?" if near else " Look at it again."
        self.sentence = f"“{word}” is not one of the words that stand on documents.{meant}"
        super().__init__(self.sentence)


def words_typed(typed: str) -> tuple[str, ...]:
    """Take words apart at whatever stands between them; capitals do not matter.

    The label that stands before them on paper may come with them. Raises Misspelt for the first
    that is not on the list.
    """
    plainly = unicodedata.normalize("NFKC", typed).casefold()
    given = tuple(re.findall(r"[^\W_]+", plainly))
    if given[:2] == _LABEL:
        given = given[2:]
    known = frozenset(word_list())
    for word in given:
        if word not in known:
            raise Misspelt(word, near_spellings(word))
    return given


def near_spellings(word: str) -> tuple[str, ...]:
    """Give the words of the list that are most like one: first those that begin as it does."""
    alike = get_close_matches(word, word_list(), n=_NEAR, cutoff=0.6)
    begun = [one for one in word_list() if len(word) > 2 and one.startswith(word[:4])]
    return tuple(dict.fromkeys([*begun[:_NEAR], *alike]))[:_NEAR]


def _either(near: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in near]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
