"""Refuses a finished paper that may show who somebody else is: the last check before it is issued.

This check does not trust the disguise. It reads the pages of the finished PDF, its title, its
bookmarks and what is read aloud, and searches them for every trace of every hidden person.

From the record to this check
-----------------------------
1. `audience.paragraphs_for` returns what this reader may read of the record, in its own words.
2. `disclosure.disclosure_for` returns who is hidden and shown, and what else would show them;
   `own` removes the names of others from what was typed as the reader's own.
3. `traces` yields every way to write a name, an address, a number: each is a `TracePattern`.
4. `matching.TraceMatcher` finds patterns in folded text; `days` finds dates of birth.
5. `disguise.Disguise` writes "another learner (A)" instead; `papers.sides` shows both texts.
6. The `content` of the paper's kind uses these texts; `typesetting.document` renders the pages.
7. This module reads the pages back. The same matcher searches them. `near_names` also finds names
   that are misheard or mistyped: these are refused but never replaced, as they may be other words;
   `near_traces` so of addresses, groups, accounts and marked words; `shared_names` the first name
   of the reader's child, once, if a hidden learner has it too.
8. `strangers` finds, in what families and services read, who is not registered at all.
   `held_words` finds the words of what is held back from this reader.
9. `refuse_leaks` raises `LeakFound`. The DSL rewords the entry, or seals why the words may stay
   (`LeakReleased`, `OthersLetStand`). Only then is the paper issued.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from app.disclosure.audience import FAMILIES, paragraphs_for
from app.disclosure.disclosure import Disclosure, disclosure_for
from app.disclosure.disguise import kept_of, matcher_of, quotations_in
from app.disclosure.held_words import held_topics, held_words_in
from app.disclosure.matching import Match, TraceMatcher
from app.disclosure.near_names import NameMatcher
from app.disclosure.near_traces import NearTraces
from app.disclosure.pages import Pages, joined, texts_in
from app.disclosure.phrases import Phrase, phrase_at, phrases_in
from app.disclosure.reading import Reading, reading_of
from app.disclosure.shared_names import shared_matcher
from app.disclosure.strangers import UNREGISTERED, Known, Strangers
from app.disclosure.traces import Trace, TracePattern
from app.disclosure.words import PARTICLES, given, our_bodies
from app.domain.case.case import Case
from app.domain.forms.knowledge import Topic
from app.domain.forms.sharing import LeakReleased, OthersLetStand
from app.domain.kit.answers import PersonRef
from app.domain.kit.record import Audience, EntryId
from app.domain.kit.registry import UnreadEntry
from app.domain.kit.wording import lines_of
from app.domain.names.folding import Folded, squash

UNSEEN = "The document’s title, bookmarks or words read aloud"
"""The place named for a leak that is on no page."""
AROUND = 32
"""How many characters are shown on either side of a leak."""
_WINDOWS = ((4, 4), (2, 2), (0, 3), (3, 0), (1, 1), (0, 1), (1, 0), (0, 0))
"""How many words before and after a leak are searched for in the record, the longest first."""
_OUR_WORDS = frozenset(
    # words that the disguise itself writes, and words for relatives
    "another learner parent carer member staff adult unknown account family group mum dad".split()  # noqa: SIM905
)


ASKED = FAMILIES | {Audience.SERVICES}
"""The readers whose papers are searched for whoever is not registered."""
_ASKED_ONCE = frozenset({Trace.SHARED, Trace.ALMOST})
_LIKE_A_NAME = frozenset({Trace.NEAR, Trace.SOUND})


class Leak(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a paper that may show who somebody else is.

    `page` counts from 1; 0 is for the title, properties, bookmarks and what is read aloud.
    `around` is the found words with those before and after. `person` is the owner of the trace,
    if it is one person. `entry` is the entry the words come from, if that is known. `phrase` is
    what was found with the words of its sentence beside it.
    """

    trace: Trace
    page: int
    found: str
    around: str
    person: PersonRef | None = None
    entry: EntryId | None = None
    phrase: Phrase = ("", "")

    @property
    def place(self) -> Phrase:
        """What a release of it holds for: the same on every page at any hour.

        What is only like a name, and is not written as one, is the same in every phrase.
        """
        if self.unregistered or self.trace in _ASKED_ONCE:
            return self.phrase[0], ""
        if self.trace in _LIKE_A_NAME and not given(self.phrase[0]) and self.found[:1].islower():
            return self.phrase[0], ""
        return self.phrase

    @property
    def unregistered(self) -> bool:
        """Whether it is of nobody whom the case knows."""
        return self.trace in UNREGISTERED

    @property
    def sentence(self) -> str:
        """A sentence saying where the leak is and what it is."""
        if self.trace is Trace.UNREAD:
            return f"{self.found} {self.around}"
        where = f"Page {self.page}" if self.page else UNSEEN
        return f"{where}: “{self.found}” ({self.trace.value}), in “{self.around}”."


class LeakFound(Exception):
    """A paper may show who somebody else is. Nothing was issued; `leaks` say where."""

    def __init__(self, leaks: Sequence[Leak]) -> None:
        self.leaks = tuple(leaks)
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """Sentences saying what is wrong, where, and what to do next."""
        if all(leak.unregistered for leak in self.leaks):
            found = ", ".join(dict.fromkeys(f"“{leak.found}”" for leak in self.leaks))
            return (
                f"This document was not issued yet: nobody has registered {found}. Say who is "
                f"meant and why it may stand, or take the words out."
            )
        count = len(self.leaks)
        places = "one place" if count == 1 else f"{count} places"
        return (
            f"This document was not issued: in {places} it may tell who somebody else is. "
            f"{self.leaks[0].sentence} Take the words out, or say why they may stand."
        )


def refuse_leaks(
    document: bytes | Sequence[str],
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
    referral: EntryId | None = None,
    *,
    beside: Known | None = None,
) -> None:
    """Raise LeakFound, with every place, if a paper has a leak. `beside` is as in `leaks_in`."""
    if found := leaks_in(document, case, audience, about, referral, beside=beside):
        raise LeakFound(found)


def leaks_in(
    document: bytes | Sequence[str],
    case: Case,
    audience: Audience,
    about: PersonRef | None = None,
    referral: EntryId | None = None,
    *,
    beside: Known | None = None,
) -> tuple[Leak, ...]:
    """Return every trace of a hidden person in a finished PDF, or in the text of its pages.

    With `beside`, what families and services read is also searched for whoever is neither in this
    case nor known beside it. Places that the record allows this reader are left out, and the very
    words of the reader. Raises KeyError when `about` is not in the case, and pypdf's PdfReadError
    when the bytes are no PDF.
    """
    cast = disclosure_for(case, audience, about, referral)
    properties, pages = texts_in(document)
    strangers = Strangers(cast, beside) if beside and audience in ASKED else None
    own = [said.words for said in paragraphs_for(case, audience, about) if said.own]
    seen = _Seen(cast, strangers, own, held_topics(case, audience, about))
    leaks = [
        *(leak for text in properties for leak in seen.leaks(text, Pages((0,), (0,)))),
        *(leak for text, at in joined(pages) for leak in seen.leaks(text, at)),
        *_unread(case),
    ]
    released = {
        (squash(line), "")
        for form in case.all_of(OthersLetStand)
        if form.reader in {about, None} and form.readers is audience
        for line in form.found.splitlines()
    } | {
        phrase
        for form in case.all_of(LeakReleased)
        if form.reader in {about, None} and (form.readers is None or form.readers is audience)
        for phrase in phrases_in(form.found, form.around)
    }
    leaks = [leak for leak in _shared_once(leaks, case) if leak.place not in released]
    return tuple(_with_entries(leaks, case)) if leaks else ()


def _shared_once(leaks: Iterable[Leak], case: Case) -> Iterator[Leak]:
    """Yield leaks, of a name that two learners share the first place that somebody typed.

    A paper's own words name the reader's child, and nobody else.
    """
    asked: set[Phrase] = set()
    texts: list[str] = []
    for leak in leaks:
        if leak.trace is not Trace.SHARED:
            yield leak
        elif leak.place not in asked:
            texts = texts or [squash(one) for lines in _written(case).values() for one in lines]
            if any(typed in text for typed in _beside(leak) for text in texts):
                asked.add(leak.place)
                yield leak


def _beside(leak: Leak) -> Iterator[str]:
    """Yield what was found with the word before it, and with the one after it, squashed."""
    before, _, after = leak.around.partition(leak.found)
    words = (*before.split()[-1:], leak.found), (leak.found, *after.split()[:1])
    yield from (squash(" ".join(one)) for one in words if len(one) > 1)


def _written(case: Case) -> Mapping[EntryId, list[str]]:
    """Return the answers of each entry in words."""
    return {
        item.sealed.id: [line.text for line in lines_of(item.form, case.names)]
        for item in case.current
    }


def _unread(case: Case) -> Iterator[Leak]:
    """Yield a leak for each entry that cannot be read: nobody knows whom it names."""
    around = "cannot be read by this version: somebody whom it alone names may stand here."
    for item in case.current:
        if isinstance(item.form, UnreadEntry):
            found, entry = f"Entry {item.sealed.seq}", item.sealed.id
            phrase = (squash(found), squash(around))
            yield Leak(
                trace=Trace.UNREAD, page=0, found=found, around=around, entry=entry, phrase=phrase
            )


@cache
def _bodies() -> re.Pattern[str]:
    """Return the bodies that are called like somebody: no part of them is nearly a name."""
    return re.compile("|".join(r"\b" + r"\s+".join(words) + r"\b" for words in our_bodies()))


class _Seen:
    """Searches text for what a reader may not see."""

    def __init__(
        self,
        cast: Disclosure,
        strangers: Strangers | None,
        own_words: Iterable[str] = (),
        held: tuple[Topic, ...] = (),
    ) -> None:
        self._strangers, self._held = strangers, held
        self._own_words = tuple(filter(None, map(squash, own_words)))
        self._finder: TraceMatcher = matcher_of(cast, asks=True)
        self._kept = kept_of(cast)
        kept = {word for form in self._kept for word in form.words}
        self._shared = shared_matcher(cast)
        own_writings = kept | {form.squashed for form in self._kept}
        self._almost = NearTraces((*cast.names, *cast.traces), own_writings)
        self._alike = NameMatcher(cast.hidden, kept | _OUR_WORDS | PARTICLES)

    def leaks(self, text: str, pages: Pages) -> Iterator[Leak]:
        """Yield every leak in one text, in order."""
        read = reading_of(text)
        exact = [*self._finder.find(text, read), *self._held_back(text)]
        taken = [(found.start, found.end) for found in exact]
        taken += (
            read.folded.span(*found.span()) for found in _bodies().finditer(read.folded.letters)
        )
        alike = list(_one_by_one(self._alike.find(read), taken))
        taken += ((found.start, found.end) for found in alike)
        almost = tuple(self._nearly(text, read, taken))
        taken += ((found.start, found.end) for found in almost)
        others = tuple(self._others(text, read, taken)) if any(pages.numbers) else ()
        own = tuple(self._read_back(read.folded))
        for found in sorted((*exact, *alike, *almost, *others), key=lambda found: found.start):
            if any(start <= found.start and found.end <= end for start, end in own):
                continue
            owners = [owner for owner in found.owners if owner]
            yield Leak(
                trace=found.trace,
                page=pages.at(found.start),
                found=_line(text[found.start : found.end]),
                around=_around(text, found),
                person=owners[0] if len(owners) == 1 else None,
                phrase=phrase_at(text, found.start, found.end),
            )

    def _nearly(
        self, text: str, read: Reading, taken: Sequence[tuple[int, int]]
    ) -> Iterator[Match]:
        """Yield what is nearly an address, a group, an account or marked words of others."""
        if found := tuple(self._almost.find(read)):
            forms = (msgspec.structs.replace(form, trace=Trace.ACCOUNT) for form in self._kept)
            own = TraceMatcher(forms).find(text, read)
            yield from _one_by_one(found, [*taken, *((one.start, one.end) for one in own)])

    def _held_back(self, text: str) -> Iterator[Match]:
        for start, end in held_words_in(text, self._held):
            yield Match(start, end, (TracePattern((squash(text[start:end]),), Trace.HELD),))

    def _read_back(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield the places where the reader reads their own words, whole and in quotation marks."""
        squashed = squash(folded.text) if self._own_words else ""
        if not any(said in squashed for said in self._own_words):
            return
        for start, end in quotations_in(folded.text):
            if squash(folded.text[start:end]) in self._own_words:
                yield start, end

    def _others(
        self, text: str, read: Reading, taken: Sequence[tuple[int, int]]
    ) -> Iterator[Match]:
        yield from _one_by_one(self._shared.find(text, read) if self._shared else (), taken)
        if self._strangers:
            yield from self._strangers.find(text, read, taken)


def _one_by_one(alike: Iterable[Match], taken: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Yield the matches that do not overlap a place taken already."""
    places = list(taken)
    for found in alike:
        if not any(start < found.end and found.start < end for start, end in places):
            places.append((found.start, found.end))
            yield found


def _around(text: str, found: Match) -> str:
    """Return a match with the words around it, cut at spaces."""
    before = text[max(0, found.start - AROUND) : found.start]
    after = text[found.end : found.end + AROUND]
    if len(before) == AROUND and " " in before:
        before = before.split(" ", 1)[1]
    if len(after) == AROUND and " " in after:
        after = after.rsplit(" ", 1)[0]
    return _line(before + text[found.start : found.end] + after)


def _line(text: str) -> str:
    return " ".join(text.split())


def _with_entries(leaks: Iterable[Leak], case: Case) -> Iterator[Leak]:
    """Yield each leak, with its entry if only one entry holds its words."""
    written = {entry: squash(" ".join(lines)) for entry, lines in _written(case).items()}
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
