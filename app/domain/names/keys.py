"""The key of a name: the form in which two writings of one name are equal."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import dropwhile
from unicodedata import normalize

from app.domain.names.folding import bare, fold, spelt

_AFTER_INITIAL = r"(?:\.[\s-]*|[\s'-]\s*)"
_BETWEEN = r"[\s\-()\[\]\"“”]{0,3}"


def contains(text: str, name: str) -> bool:
    """Return whether a text contains a name as whole words: Ava Stone in `by STONE, Ava`."""
    return any(True for _ in places(text, (name,)))


def places(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield each place of one of these names in a text, the longest first where several fit."""
    pattern = _any_of(tuple(names))
    folded = fold(text)
    return (folded.span(*found.span()) for found in pattern.finditer(folded.letters))


@lru_cache(maxsize=200)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    ways = {
        way for name in names for said in (words(name), bare(as_said(name))) for way in _ways(said)
    }
    whole = "|".join(sorted(ways, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)")


def _ways(said: tuple[str, ...]) -> Iterator[str]:
    """Yield the patterns of a name: as it is said, and with the last name first before a comma."""
    if said:
        yield _run(said)
    for at in range(1, len(said)):
        yield rf"{_run(said[at:])}\s*,\s*{_run(said[:at])}"


def _run(said: tuple[str, ...]) -> str:
    written = ["'?".join(map(re.escape, word)) for word in said]
    gaps = [_gap_after(word) for word in said[:-1]]
    return "".join(part for pair in zip(written, [*gaps, ""], strict=True) for part in pair)


def _gap_after(word: str) -> str:
    """Return the pattern of what may follow a word: a full stop only after A or St."""
    if len(word) == 1:
        return _AFTER_INITIAL
    return rf"\.?{_BETWEEN}" if len(word) == 2 else _BETWEEN


TITLES = frozenset("mr mrs ms miss mx dr doctor prof professor rev revd reverend sir".split())  # noqa: SIM905


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """Return the form that is the same for every ordinary writing of one name.

    Case, accents, apostrophes, hyphens, spaces and full stops do not count; `STONE, Ava` is Ava
    Stone. An initial stays apart, so that A. Dams is not Adams. A title counts: Mr Stone and Mrs
    Stone are two people. The key of a key is that key.
    """
    titles, said = _taken_apart(name)
    joined = " ".join((*titles, *_joined(said)))
    return joined or " ".join(normalize("NFKC", name).casefold().split())


def same(one: str, other: str) -> bool:
    """Return whether two writings are one name. It never takes the names of two people for one."""
    return key(one) == key(other)


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name as it is said, without title: `("ava", "stone")`."""
    return _taken_apart(name)[1]


def titles(name: str) -> tuple[str, ...]:
    """Return the titles of a name, folded."""
    return _taken_apart(name)[0]


def untitled(name: str) -> str:
    """Return the key of a name without its title: Mr R. Okafor and R. Okafor have the same."""
    return key(" ".join(words(name)) or name)


def before_role(written: str) -> str:
    """Return the name in `M. Reyes, tutor`."""
    return written.partition(",")[0].strip()


def same_bearer(one: str, other: str) -> bool:
    """Return whether two writings may name one member of staff, with any title, role or remark.

    For rules that require somebody else: `Mr R. Okafor (DSL)`, `Okafor, R., DSL` and `OKAFOR R` are
    the same person as R Okafor.
    """
    return not (
        _bearers(one).isdisjoint(_wholes(other)) and _bearers(other).isdisjoint(_wholes(one))
    )


def perhaps_same_bearer(one: str, other: str) -> bool:
    """Return whether two writings may be of one member of staff: Rita Okafor, R. Okafor.

    An initial may be a first name, and a list may have the last name first. Two people can have
    such names: whoever refuses because of this has to name a way on.
    """
    return same_bearer(one, other) or any(
        _fit(mine, theirs) for mine in _said(one) for theirs in _said(other)
    )


def bearer_words(written: str) -> tuple[tuple[str, ...], ...]:
    """Return the folded words of the name of staff in a writing, in each way it may be meant."""
    return _said(written)


def as_said(name: str) -> str:
    """Return a name in its own letters, in the order in which it is said: `Ava STONE`."""
    parts = [part for part in name.split(",") if spelt(part)]
    return " ".join(map(str.strip, reversed(parts))) if len(parts) == 2 else name


def first_name(name: str) -> str:
    """Return the first name in its own letters: Ava of `STONE, Ava`, Dee of `Mrs Dee Stone`."""
    said = as_said(name).split()
    named = dropwhile(lambda word: TITLES.issuperset(spelt(word)), said)
    return next(named, said[0] if said else name)


@lru_cache(maxsize=20_000)
def _taken_apart(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles of a name, and its words in the order in which they are said."""
    parts = [part for part in map(list, map(spelt, fold(name).letters.split(","))) if part]
    left, found = sum(map(len, parts)), []
    for part in parts:
        while part and part[0] in TITLES and left > 1:
            found.append(part.pop(0))
            left -= 1
    if len(parts) == 2:
        parts.reverse()
    return tuple(found), tuple(word for part in parts for word in part)


def _joined(said: tuple[str, ...]) -> Iterator[str]:
    """Yield words without the gaps that people may leave out: `St John` and `StJohn`."""
    run = ""
    for at, word in enumerate(said):
        if _initial(word) and not (at and _opens_irish(said[at:])):  # Niamh O Connor
            yield from filter(None, (run, word))
            run = ""
        else:
            run += word
    if run:
        yield run


def _opens_irish(said: tuple[str, ...]) -> bool:
    """Return whether these words begin with the O of `O Connor`, also after another one."""
    after = next(dropwhile("o".__eq__, said), "")
    return said[0] == "o" and bool(after) and not _initial(after)


def _initial(word: str) -> bool:
    """Return whether a word is a single letter of a script that has capitals."""
    return len(word) == 1 and word != word.upper()


_REMARK = re.compile(r"\s+[-\u2013\u2014]\s+|[(;:/|]")
_SHORT_ROLES = frozenset(("dsl", "ddsl", "lsm", "smt", "slt"))


def _plain(written: str) -> str:
    """Return a name without a remark after it: in brackets, or behind a dash or a colon."""
    return _REMARK.split(written, maxsplit=1)[0].strip() or written


@lru_cache(maxsize=20_000)
def _bearers(written: str) -> frozenset[str]:
    """Return the keys of a writing: as one whole name, `Name, role` and `Last, First, role`."""
    return frozenset({untitled(_plain(written)), *map(_in_order, _said(written))})


@lru_cache(maxsize=20_000)
def _wholes(written: str) -> frozenset[str]:
    """Return the keys of a writing as a whole, and of what is before a role that it ends with."""
    return frozenset({untitled(_plain(written)), *map(_in_order, _said(written)[:1])} - {""})


def _said(written: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of the name in a writing, in each way in which it may be meant."""
    plain = _plain(written)
    ways = (plain, before_role(plain), ",".join(plain.split(",")[:2]))
    return tuple(dict.fromkeys(filter(None, (_without_role(words(way)) for way in ways))))


def _without_role(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without `DSL` or `Deputy DSL` after it."""
    left = list(said)
    while len(left) > 1 and left[-1] in _SHORT_ROLES:
        left.pop()
    if len(left) > 1 and len(left) < len(said) and left[-1] == "deputy":
        left.pop()
    return tuple(left)


def _in_order(said: tuple[str, ...]) -> str:
    """Return the key of a name, with the initials of `Okafor R J` before the last name."""
    at = len(said)
    while at > 1 and _initial(said[at - 1]):
        at -= 1
    first = said[at:] if not _initial(said[0]) else ()
    return key(" ".join((*first, *said[: len(said) - len(first)])))


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether names of as many words fit: an initial fits a name, and one word is whole."""
    if len(one) < 2 or len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    alike = all(a == b or (1 in {len(a), len(b)} and a[0] == b[0]) for a, b in pairs)
    whole = any(a == b and not _initial(a) for a, b in pairs)
    return (alike and whole) or sorted(one) == sorted(other)
