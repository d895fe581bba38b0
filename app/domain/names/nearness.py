"""Names that may be one: misheard, mistyped, shortened, or in another order."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product

from app.domain.names.keys import bearer_words, key, titles, words
from app.domain.names.sounds import as_heard, sound_of

SHORTEST_NEAR = 5
"""A name needs this many letters before one that differs by a letter counts as near."""
_MEN = frozenset({"mr", "sir"})
_WOMEN = frozenset({"mrs", "ms", "miss"})


def near(one: str, other: str) -> bool:
    """Return whether two writings may be one name, or are: Ann and Anne, R. Okafor and Rita Okafor.

    It is a reason to ask, never an answer: two people may have such names.
    """
    return key(one) == key(other) or (
        not _of_two(titles(one), titles(other)) and _near(words(one), words(other))
    )


def near_bearer(one: str, other: str, other_forms: Callable[[str], frozenset[str]]) -> bool:
    """Return whether two writings may be of one member of staff: in part, shortened or mistyped.

    `Ms Okafor`, `Rita` and `Rita Okafor, PhD` may be Rita Okafor, and `Liz Carr` Elizabeth Carr.
    `other_forms` returns the short and full forms of a folded first name. Two people can have such
    names: whoever refuses because of this has to name a way on.
    """
    pairs = product(bearer_words(one), bearer_words(other))
    return any(
        _part_of(min(pair, key=len), max(pair[::-1], key=len), other_forms) for pair in pairs
    )


def _part_of(
    fewer: tuple[str, ...],
    more: tuple[str, ...],
    other_forms: Callable[[str], frozenset[str]],
) -> bool:
    """Return whether each word of the shorter name may be one of the longer, and one surely is.

    A word alone has to be there as it is, or as a short or full form of it.
    """
    left, sure = list(more), False
    for word in fewer:
        forms = {word, *other_forms(word)}
        found = next(
            (there for there in left if there in forms),
            next((there for there in left if len(fewer) > 1 and _may_be(word, there)), None),
        )
        if found is None:
            return False
        left.remove(found)
        sure = sure or min(len(word), len(found)) > 1
    return bool(fewer) and sure


@lru_cache(maxsize=20_000)
def near_words(word: str, other: str) -> bool:
    """Return whether two folded words may be one, by a slip or by their sound."""
    return word == other or one_off(word, other) or sound_alike(word, other)


def one_off(word: str, name: str) -> bool:
    """Return whether two words differ by one letter, added, left out or other, or by one exchange.

    Short words nearly all do: both need `SHORTEST_NEAR` letters, or one of them one less.
    """
    return len(word) + len(name) >= 2 * SHORTEST_NEAR - 1 and one_slip(word, name)


def one_slip(word: str, name: str) -> bool:
    """Return whether two words of any length differ by one letter, or by one exchange."""
    if abs(len(word) - len(name)) > 1:
        return False
    if _distance(word, name) == 1:
        return True
    if len(word) != len(name):
        return False
    unlike = [at for at in range(len(word)) if word[at] != name[at]]
    swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1
    return swapped and (word[unlike[0]], word[unlike[1]]) == (name[unlike[1]], name[unlike[0]])


def sound_alike(word: str, name: str) -> bool:
    """Return whether two folded words sound the same.

    Where the sound is short, letters count as well.
    """
    sound = sound_of(word)
    if sound != sound_of(name) or (not sound and min(len(word), len(name)) < 3):
        return False
    letters = ((word, name), (as_heard(word), as_heard(name)))
    return len(sound) > 2 or any(_distance(*pair) < 3 for pair in letters)


def _of_two(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether one has the title of a man and the other that of a woman."""
    return any(
        not mine.isdisjoint(one) and not theirs.isdisjoint(other)
        for mine, theirs in ((_MEN, _WOMEN), (_WOMEN, _MEN))
    )


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    whole, whole_other = "".join(one), "".join(other)
    if not whole or not whole_other:
        return False
    if len(one) == len(other) == 1 or len(one) != len(other):
        joined = near_words(whole, whole_other)  # Mac Donald and McDonald
    else:
        joined = whole == whole_other  # RJ Okafor and R. J. Okafor
    return joined or _aligned(one, other) or sorted(one) == sorted(other)


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether the longer name contains the words of the shorter one, in their order.

    A middle name may be missing, and an initial may be a name; one word must be there in full.
    """
    fewer, more = sorted((one, other), key=len)
    if len(fewer) < 2:
        return False
    left, whole = iter(more), False
    for word in fewer:
        found = next((there for there in left if _may_be(word, there)), None)
        if found is None:
            return False
        whole = whole or min(len(word), len(found)) > 1
    return whole


def _may_be(word: str, name: str) -> bool:
    if min(len(word), len(name)) == 1:
        return word[0] == name[0]
    return near_words(word, name)


def _distance(word: str, name: str) -> int:
    """Return how many letters must be added, removed or changed to make one word the other."""
    row = list(range(len(name) + 1))
    for at, letter in enumerate(word, start=1):
        before, row[0] = row[0], at
        for place, other in enumerate(name, start=1):
            cost = before + (letter != other)
            before = row[place]
            row[place] = min(row[place] + 1, row[place - 1] + 1, cost)
    return row[-1]
