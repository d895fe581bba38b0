"""Refuses a finished document in which another person can be told: the last gate before it leaves.

What was disguised is not trusted here. The text is taken from the pages of the finished PDF, with
its title and bookmarks, and searched for every trace of everyone the reader may not know of.
"""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from pypdf import PdfReader
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app.documents.cast import Cast, cast_for
from app.documents.disguise import finder_of, kept_forms
from app.documents.finding import Finder, Found, words_in
from app.documents.folding import Folded, fold, squash, unprinted
from app.documents.traces import PARTICLES, Form, Trace, ordinary, words_of, written_names
from app.domain.answers import Person, PersonKind, PersonRef
from app.domain.case import Case
from app.domain.record import Audience, EntryId
from app.domain.sounds import sound_of
from app.domain.stages.disclosure import LeakReleased
from app.domain.wording import lines_of

AROUND = 32
"""How many characters of the page are shown on either side of what was found."""
SHORTEST_NEAR = 5
"""A name is told from one letter off only when it has so many letters."""
_WINDOWS = ((4, 4), (2, 2), (0, 3), (3, 0), (1, 1), (0, 1), (1, 0), (0, 0))
"""How many words before and after a place are looked for in the record, the most telling first."""
_OUR_WORDS = frozenset(
    # what the disguise itself writes
    "another learner parent carer member staff adult unknown account family group".split()  # noqa: SIM905
)


class Leak(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a document where another person may be told.

    `page` counts from 1; 0 is the document's own title, properties and bookmarks. `around` is the
    line of print it stands in. `person` is whose trace it is, as far as one person's; `entry` the
    entry of the record the words come from, where that can be told.
    """

    trace: Trace
    page: int
    found: str
    around: str
    person: PersonRef | None = None
    entry: EntryId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """The words and those around them, the same on every page and at every hour."""
        return _place(self.found, self.around)

    @property
    def sentence(self) -> str:
        """Say where it is and what it is."""
        where = f"Page {self.page}" if self.page else "The document’s title or bookmarks"
        return f"{where}: “{self.found}” ({self.trace.value}), in “{self.around}”."


class LeakFound(Exception):
    """Another person can be told from a document. Nothing was issued; `leaks` say where."""

    def __init__(self, leaks: Sequence[Leak]) -> None:
        self.leaks = tuple(leaks)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """Say what is wrong, where, and what to do next."""
        count = len(self.leaks)
        places = "one place" if count == 1 else f"{count} places"
        return (
            f"This document was not issued: in {places} it may tell who somebody else is. "
            f"{self.leaks[0].sentence} Take the words out, or say why they may stand."
        )


def refuse_leaks(
    document: bytes | Sequence[str], case: Case, audience: Audience, about: PersonRef | None = None
) -> None:
    """Let a document pass only without a leak. Raises LeakFound with every place otherwise."""
    if found := leaks_in(document, case, audience, about):
        raise LeakFound(found)


def leaks_in(
    document: bytes | Sequence[str],
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
) -> tuple[Leak, ...]:
    """Find every trace of somebody else in a finished PDF, or in the text of its pages.

    Places that the record lets stand for this reader (`LeakReleased`) are left out. Raises KeyError
    when `about` is nobody of the case, and pypdf's PdfReadError when the bytes are no PDF.
    """
    cast = cast_for(case, audience, about)
    properties, pages = _texts(document)
    seen = _Seen(cast)
    leaks = [
        *(leak for text in properties for leak in seen.leaks(text, _Pages((0,), (0,)))),
        *(leak for text, at in _joined(pages) for leak in seen.leaks(text, at)),
    ]
    released = {
        _place(form.found, form.around)
        for form in case.all_of(LeakReleased)
        if form.reader in {about, None}
        and (form.readers is None or form.readers.value == audience.value)
    }
    leaks = [leak for leak in leaks if leak.place not in released]
    return tuple(_with_entries(leaks, case)) if leaks else ()


class _Pages(msgspec.Struct, frozen=True):
    """Where each page begins in a joined text."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def at(self, place: int) -> int:
        """Give the number of the page a place of the text stands on."""
        return max(
            zip(self.starts, self.numbers, strict=True), key=lambda page: (page[0] <= place, page)
        )[1]


def _texts(document: bytes | Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the properties and bookmarks of a document, then the text of each page."""
    if not isinstance(document, bytes):
        return (), tuple(map(unprinted, document))
    reader = PdfReader(io.BytesIO(document))
    properties = (str(value) for value in (reader.metadata or {}).values())
    bookmarks = (str(title) for title in _titles(reader.outline))
    pages = (page.extract_text() for page in reader.pages)
    return tuple(map(unprinted, (*properties, *bookmarks))), tuple(map(unprinted, pages))


def _titles(outline: Any) -> Iterator[object]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def _joined(pages: Sequence[str]) -> Iterator[tuple[str, _Pages]]:
    """Give the text that runs on from page to page, then what stands on each page anew.

    A name may be cut by the end of a page, with a foot and a head between its two halves.
    """
    lines = [page.splitlines() for page in pages]
    often = Counter(line for page in lines for line in {_pattern(one) for one in page})
    furniture = {line for line, count in often.items() if count > 1 and count == len(pages)}
    body, starts, length = [], [], 0
    for page in lines:
        text = "\n".join(line for line in page if _pattern(line) not in furniture) + "\n"
        starts.append(length)
        body.append(text)
        length += len(text)
    numbers = tuple(range(1, len(pages) + 1))
    yield "".join(body), _Pages(tuple(starts), numbers)
    for number, page in zip(numbers, lines, strict=True):
        apart = "\n".join(line for line in page if _pattern(line) in furniture)
        if apart:
            yield apart, _Pages((0,), (number,))


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


class _Seen:
    """What a reader may not see, ready to be looked for."""

    def __init__(self, cast: Cast) -> None:
        self._finder: Finder = finder_of(cast, lines_open=False)
        kept = (*kept_forms(cast.shown, cast.verbatim), *cast.kept)
        self._known = {word for form in kept for word in form.words}
        self._known |= _OUR_WORDS | PARTICLES
        self._parts: dict[str, str] = {}
        for person in cast.hidden:
            for word in _parts_of(person):
                if word not in self._known:
                    self._parts.setdefault(word, person.id)
        self._sounds = _by(self._parts, lambda word: (sound_of(word),))
        near = (word for word in self._parts if len(word) >= SHORTEST_NEAR)
        self._near = _by(near, _cut)

    def leaks(self, text: str, pages: _Pages) -> Iterator[Leak]:
        """Give every leak of one text, in its order."""
        folded = fold(text)
        exact = list(self._finder.find(text))
        taken = [(found.start, found.end) for found in exact]
        alike = [found for found in self._alike(folded) if _apart(found, taken)]
        for found in sorted((*exact, *alike), key=lambda found: found.start):
            owners = [owner for owner in found.owners if owner]
            yield Leak(
                trace=found.trace,
                page=pages.at(found.start),
                found=_line(text[found.start : found.end]),
                around=_around(text, found),
                person=owners[0] if len(owners) == 1 else None,
            )

    def _alike(self, folded: Folded) -> Iterator[Found]:
        """Give words that sound like a name, or are one letter from it, and are no English word."""
        judged: dict[str, Form | None] = {}
        for word in words_in(folded):
            letters = word.letters
            if letters not in judged:
                judged[letters] = self._judged(letters)
            if form := judged[letters]:
                yield Found(*folded.span(word.start, word.end), (form,))

    def _judged(self, word: str) -> Form | None:
        if len(word) < 3 or not word.isalpha() or word in self._known or _english(word):
            return None
        for part in self._near.get(word, ()):
            return Form((word,), Trace.NEAR, self._parts[part])
        for cut in _cut(word):
            for part in self._near.get(cut, ()):
                if _one_off(word, part):
                    return Form((word,), Trace.NEAR, self._parts[part])
        sound = sound_of(word)
        for part in self._sounds.get(sound, ()):
            if len(sound) > 2 or _distance(word, part) < 3:
                return Form((word,), Trace.SOUND, self._parts[part])
        return None


def _parts_of(person: Person) -> Iterator[str]:
    """Give the words of a person's names that may be misspelt."""
    if person.kind is PersonKind.ACCOUNT:
        return
    for name, _ in written_names(person):
        yield from (word for word in words_of(name) if len(word) > 2 and word.isalpha())


@cache
def _vocabulary() -> frozenset[str]:
    """Give common English words: those of large texts that are commoner as words than as names."""
    return frozenset(FREQUENCY_LISTS["english_wikipedia"]) | frozenset(
        FREQUENCY_LISTS["us_tv_and_film"]
    )


def _english(word: str) -> bool:
    return word in _vocabulary() or ordinary(word)


def _by(words: Iterable[str], keys: Any) -> Mapping[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for word in words:
        for key in keys(word):
            kept.setdefault(key, []).append(word)
    return kept


def _cut(word: str) -> set[str]:
    """Give a word and what is left of it without one of its letters."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def _one_off(word: str, name: str) -> bool:
    """Say whether one letter more, less or other, or two exchanged, makes the one the other."""
    if _distance(word, name) == 1:
        return True
    if len(word) != len(name):
        return False
    unlike = [at for at in range(len(word)) if word[at] != name[at]]
    swapped = len(unlike) == 2 and unlike[1] == unlike[0] + 1
    return swapped and (word[unlike[0]], word[unlike[1]]) == (name[unlike[1]], name[unlike[0]])


def _distance(word: str, name: str) -> int:
    """Give how many letters have to be put in, left out or changed to make one the other."""
    row = list(range(len(name) + 1))
    for at, letter in enumerate(word, start=1):
        before, row[0] = row[0], at
        for place, other in enumerate(name, start=1):
            cost = before + (letter != other)
            before = row[place]
            row[place] = min(row[place] + 1, row[place - 1] + 1, cost)
    return row[-1]


def _apart(found: Found, taken: Sequence[tuple[int, int]]) -> bool:
    return not any(start < found.end and found.start < end for start, end in taken)


def _around(text: str, found: Found) -> str:
    """Give the words around a place, cut at spaces."""
    before = text[max(0, found.start - AROUND) : found.start]
    after = text[found.end : found.end + AROUND]
    if len(before) == AROUND and " " in before:
        before = before.split(" ", 1)[1]
    if len(after) == AROUND and " " in after:
        after = after.rsplit(" ", 1)[0]
    return _line(before + text[found.start : found.end] + after)


def _place(found: str, around: str) -> tuple[str, str]:
    return squash(found), squash(re.sub(r"\d+", "", around))


def _line(text: str) -> str:
    return " ".join(text.split())


def _with_entries(leaks: Iterable[Leak], case: Case) -> Iterator[Leak]:
    """Say of each leak from which entry its words come, where one entry alone holds them."""
    written = {
        item.sealed.id: squash(" ".join(line.text for line in lines_of(item.form, case.names)))
        for item in case.current
    }
    for leak in leaks:
        ends = leak.around.split(leak.found)
        before, after = ends[0].split(), ends[-1].split()
        for back, on in _WINDOWS:
            words = [*before[max(0, len(before) - back) :], leak.found, *after[:on]]
            key = squash(" ".join(words))
            holding = [entry for entry, text in written.items() if key and key in text]
            if len(holding) == 1:
                yield msgspec.structs.replace(leak, entry=holding[0])
                break
        else:
            yield leak
