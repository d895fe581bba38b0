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

    For rules that require somebody else: `Mr R. Okafor (DSL)` is the same person as R Okafor.
    """
    return untitled(_plain(one)) in _bearers(other) or untitled(_plain(other)) in _bearers(one)


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


def _plain(written: str) -> str:
    """Return a name without a remark in brackets after it."""
    return written.partition("(")[0].strip() or written


def _bearers(written: str) -> frozenset[str]:
    """Return the keys of a writing as one whole name, and as `Name, role`."""
    return frozenset(map(untitled, (_plain(written), before_role(_plain(written)))))
