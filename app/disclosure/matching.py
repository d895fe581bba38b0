"""Finds traces of people in text, however their words are joined, cut or written."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from app.disclosure.everyday import (
    AROUND,
    Setting,
    a_name,
    full_name,
    may_be_a_name,
    no_name,
    owns,
    surely_no_name,
)
from app.disclosure.reading import FoldedWord, Reading, reading_of
from app.disclosure.traces import Trace, TracePattern, phones_in
from app.disclosure.words import ACRONYMS, NOBODYS
from app.domain.names.folding import Folded

_MONTHS = (
    "jan(?:uary)?|ionawr",
    "feb(?:ruary)?|chwefror",
    "mar(?:ch)?|mawrth",
    "apr(?:il)?|ebrill",
    "may|mai",
    "june?|mehefin",
    "july?|gorffennaf",
    "aug(?:ust)?|awst",
    "sept?(?:ember)?|medi",
    "oct(?:ober)?|hydref",
    "nov(?:ember)?|tachwedd",
    "dec(?:ember)?|rhagfyr",
)
_TENTHS = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905
_ORDINALS = (
    *_TENTHS,
    "tenth",
    "eleventh",
    "twelfth",
    *(f"{word}teenth" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
    "twentieth",
    *(rf"twenty[\s-]{word}" for word in _TENTHS),
    "thirtieth",
    r"thirty[\s-]first",
)
_MONTH = "(?:" + "|".join(f"(?P<m{at}>{words})" for at, words in enumerate(_MONTHS, 1)) + ")"
_DAY = (
    r"(?:(?<!\d)(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)?|"
    + "|".join(rf"\b(?P<o{at}>{words})" for at, words in reversed([*enumerate(_ORDINALS, 1)]))
    + ")"
)
_NO_TIME = r"(?!\d|[:.]\d|\s?(?:am|pm)\b)"
_YEAR = rf"(?P<year>(?:19|20)\d\d|\d\d){_NO_TIME}"
_WAYS = (
    re.compile(rf"{_DAY}[\s,.\-/]{{0,3}}(?:of\s+)?{_MONTH}(?![a-z])(?:[\s,.\-/']{{0,4}}{_YEAR})?"),
    re.compile(
        rf"(?<![a-z]){_MONTH}[\s.]{{1,3}}(?:the\s)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
        rf"(?:[\s,.']{{1,4}}{_YEAR})?"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[./\-\s](?P<b>\d\d?)[./\-\s](?P<a>\d\d?)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<a>\d\d?)(?:\s?[./\-]\s?(?P<b>\d\d?)\s?[./\-]\s?{_YEAR}"
        r"|\s(?P<b2>\d\d?)\s(?P<year2>(?:19|20)\d\d)(?!\d))"
    ),
    re.compile(r"(?<!\d)(?P<a>\d\d)(?P<b>\d\d)(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<b>\d\d)(?P<a>\d\d)(?!\d)"),
    re.compile(r"(?<![\d./\-])(?P<a>\d\d?)[./](?P<b>\d\d?)(?![\d./\-]\d|\d)"),
)
_BIRTH = re.compile(
    r"\b(?:born|birthday|birth|d\.?\s?o\.?\s?b|b-?day"
    r"|turn(?:s|ed|ing)?\s+(?:\d|ten\b|eleven|twelve|\w+teen))"
)
_NEAR = 60
"""How many letters before and after a day are searched for a word such as birthday."""


class Written(NamedTuple):
    """A date in folded text: its place, and each (month, day) it may mean. No year is None."""

    start: int
    end: int
    year: str | None
    may_be: frozenset[tuple[int, int]]

    def means(self, day: date) -> bool:
        """Return whether it may mean this day. A year may be written with its last two digits."""
        if (day.month, day.day) not in self.may_be:
            return False
        return self.year is None or f"{day.year}".endswith(self.year)


def dates_in(folded: Folded) -> Iterator[Written]:
    """Yield each full date, and each day without a year that is called a birthday.

    Other days without a year are left alone: they do not show that somebody was born then.
    """
    for way in _WAYS:
        for found in way.finditer(folded.letters):
            parts = {name: said for name, said in found.groupdict().items() if said}
            year = parts.get("year") or parts.get("year2")
            if year or _of_a_birth(folded.letters, found.start(), found.end()):
                yield Written(found.start(), found.end(), year, _may_be(parts))


def _may_be(parts: dict[str, str]) -> frozenset[tuple[int, int]]:
    if "a" in parts:
        one, other = int(parts["a"]), int(parts.get("b") or parts["b2"])
        return frozenset({(other, one), (one, other)})
    month = next(int(name[1:]) for name in parts if name[0] == "m")
    day = next((int(name[1:]) for name in parts if name[0] == "o"), 0)
    return frozenset({(month, day or int(parts["day"]))})


def _of_a_birth(letters: str, start: int, end: int) -> bool:
    before = re.split(r"[!?]|\.\s", letters[max(0, start - _NEAR) : start])[-1]
    after = re.split(r"[!?]|\.\s", letters[end : end + _NEAR])[0]
    return bool(_BIRTH.search(before) or _BIRTH.search(after))


_SOFT = re.compile(r"[\s\-'.,_@/&\f]{1,8}")
_TIGHT = re.compile(r"[-_]|'|-[ \t]*\n\s*|\.(?=\w)")
_SURE = frozenset({Trace.FACT, Trace.INITIALS})
"""What is a trace though its words may be nobody’s."""
_NAMES = frozenset({Trace.NAME, Trace.PART, Trace.SHORT, Trace.NICKNAME})
_HEAD = r"(?:^|[.!?…:]['\"”]*\s|[•·]\s{})[\s\"“'(]*$|[“(]$|\s[\"']$"
_SENTENCE_OPENS = re.compile(_HEAD.format(""))
_LINE_OPENS = re.compile(_HEAD.format(r"|\n"))
_ASKS = re.compile(r"[^.!?]+\?")


class Match(msgspec.Struct, frozen=True):
    """A stretch of a text that is a trace, with each pattern that it fits."""

    start: int
    end: int
    forms: tuple[TracePattern, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """The ids of the people it may belong to, each once."""
        return tuple(dict.fromkeys(form.owner for form in self.forms))

    @property
    def trace(self) -> Trace:
        """What kind of trace it is."""
        return self.forms[0].trace


class TraceMatcher:
    """Searches text for many traces at once.

    Patterns in `kept` may appear. The longest pattern at a place decides; if it is both a trace
    and kept, it is kept. Telephone numbers are compared by their last nine digits. A matcher that
    `asks` also finds words that only may be names where they stand.
    """

    def __init__(
        self,
        forms: Iterable[TracePattern],
        kept: Iterable[TracePattern] = (),
        phones: Mapping[str, str] | None = None,
        born: Mapping[date, tuple[str, ...]] | None = None,
        *,
        asks: bool = False,
    ) -> None:
        self._asks = asks
        self._forms: dict[str, list[TracePattern]] = {}
        self._kept: dict[str, list[TracePattern]] = {}
        for known, given in ((self._forms, forms), (self._kept, kept)):
            for form in given:
                if form.trace not in _SURE and NOBODYS.issuperset(form.words):
                    continue
                alike = known.setdefault(form.squashed, [])
                if form not in alike:
                    alike.append(form)
        self._starts = {
            key[:length] for key in (*self._forms, *self._kept) for length in range(1, len(key) + 1)
        }
        self._phones = dict(phones or {})
        self._born = dict(born or {})

    def find(self, text: str, read: Reading | None = None) -> Iterator[Match]:
        """Yield every trace in a text, in order, none overlapping. `read` is the text, read."""
        folded, words = read or reading_of(text)
        starts = [folded.places[word.start] for word in words]
        numbers = sorted((*self._numbers(text), *self._days(folded)), key=lambda one: one.start)
        at = done = 0
        while at < len(words):
            if numbers and starts[at] >= numbers[0].start:
                number = numbers.pop(0)
                if number.start >= done:
                    yield number
                    done = number.end
                    at = max(at, bisect_left(starts, number.end))
                continue
            if not self._may_begin(words[at].letters):
                at += 1
                continue
            last, forms = self._longest(folded, words, at)
            if forms:
                found = Match(*folded.span(words[at].start, words[last].end), tuple(forms))
                done = found.end
                yield found
            at = last + 1
        yield from (number for number in numbers if number.start >= done)

    def _may_begin(self, word: str) -> bool:
        """Return whether a pattern may begin with a word. Most words of a text begin none."""
        return word in self._starts or (word.endswith("s") and word[:-1] in self._forms)

    def _owning(self, folded: Folded, word: FoldedWord) -> list[TracePattern]:
        """Return the traces in a name with a forgotten apostrophe: “Jacks mum”."""
        name = word.letters[:-1]
        if not word.letters.endswith("s") or len(name) < 3 or word.letters in self._kept:
            return []
        forms = [one for one in self._forms.get(name, ()) if one.trace in _NAMES]
        if not forms or name in self._kept:
            return []
        place = _Place(folded, word, word, {}, self._asks)
        return [msgspec.structs.replace(one, owning=True) for one in forms if place.owns(one)]

    def _numbers(self, text: str) -> Iterator[Match]:
        for start, end, digits in phones_in(text) if self._phones else ():
            owners = [owner for key, owner in self._phones.items() if key in digits]
            if owners:
                forms = tuple(TracePattern((digits,), Trace.PHONE, owner) for owner in owners)
                yield Match(start, end, forms)

    def _days(self, folded: Folded) -> Iterator[Match]:
        """Yield each date that is the date of birth of a hidden person."""
        for written in dates_in(folded) if self._born else ():
            owners = [
                who for day, whose in self._born.items() if written.means(day) for who in whose
            ]
            if owners:
                span = folded.span(written.start, written.end)
                words = (folded.letters[written.start : written.end],)
                yield Match(
                    *span, tuple(TracePattern(words, Trace.BORN, owner) for owner in owners)
                )

    def _longest(
        self, folded: Folded, words: tuple[FoldedWord, ...], first: int
    ) -> tuple[int, list[TracePattern]]:
        """Return the last word of the longest pattern that begins here, and the traces it fits.

        There are no traces if the pattern is kept.
        """
        squashed, gaps = "", {}
        best: tuple[int, list[TracePattern]] = (first, [])
        for at in range(first, len(words)):
            if at > first:
                gap = folded.letters[words[at - 1].end : words[at].start]
                possessive = gap == "'" and words[at].letters == "s"
                if possessive or not _SOFT.fullmatch(gap):
                    break
                gaps[len(squashed)] = gap
            squashed += words[at].letters
            if at == first and (forms := self._owning(folded, words[at])):
                best = (at, forms)
            if squashed not in self._starts:
                break
            if squashed not in self._forms and squashed not in self._kept:
                continue
            place = _Place(folded, words[first], words[at], gaps, self._asks)
            forms = [one for one in self._forms.get(squashed, ()) if place.fits(one)]
            kept = any(place.fits(one) for one in self._kept.get(squashed, ()))
            if kept or forms:
                best = (at, [] if kept else forms)
        return best


class _Place(msgspec.Struct, frozen=True):
    """A stretch of whole words, with the gaps between them by their offset in letters."""

    folded: Folded
    first: FoldedWord
    last: FoldedWord
    gaps: dict[int, str]
    asks: bool

    @property
    def opens(self) -> re.Pattern[str]:
        """What stands before a word that opens a sentence; in a finished paper no line does."""
        return _SENTENCE_OPENS if self.asks else _LINE_OPENS

    def fits(self, form: TracePattern) -> bool:
        """Return whether this stretch fits a pattern with the same letters."""
        if form.trace is Trace.INITIALS:
            return self._initials(form)
        if len(self.gaps) == len(form.squashed) - 1 > 2 and form.trace is not Trace.PHONE:
            return not any("\n\n" in gap for gap in self.gaps.values())  # spelled: C a l l u m
        bounds, offset = set(), 0
        for word in form.words[:-1]:
            offset += len(word)
            bounds.add(offset)
        length, before = len(form.squashed), 0
        for offset, gap in self.gaps.items():
            cut = length > 7 and gap.isspace() and "\n" in gap
            whole = offset in bounds or form.trace in {Trace.ACCOUNT, Trace.PHONE}
            if not whole and not _TIGHT.fullmatch(gap) and not cut:
                return False
            if form.trace in _NAMES and offset - before > 1 and re.search(r"\.\s", gap):
                return False  # a sentence ends here
            before = offset
        if not bounds <= set(self.gaps) and length < 6:
            return False
        if form.trace in _NAMES and any(len(word) == 1 for word in form.words):
            return self._lone_letters(form)
        return not form.capital or self._as_a_name(form)

    def _initials(self, form: TracePattern) -> bool:
        """Return whether these are initials: A.B., A. B., A-B or AB in capitals, but not IT."""
        letters = self.folded.text[slice(*self._span())]
        if any(letter.isalpha() and not letter.isupper() for letter in letters):
            return False
        if not self.gaps:
            return len(form.words) > 1 and form.squashed not in ACRONYMS
        if all(re.fullmatch(r"\.\s?|-|\.-", gap) for gap in self.gaps.values()):
            return True
        spaced = all(re.fullmatch(r"[.\s'-]{1,2}", gap) for gap in self.gaps.values())
        return spaced and form.words[0] not in {"a", "i"} and form.words[-1] not in {"a", "i"}

    def _lone_letters(self, form: TracePattern) -> bool:
        """Return whether lone letters are capitals: `Ava B`. A and I need a stop: `A. Benn`."""
        offset = 0
        for word in form.words:
            if len(word) == 1:
                place = self._letter(offset)
                after = self.folded.letters[place + 1 : place + 2]
                letter = self.folded.text[self.folded.places[place]]
                if not letter.isupper() or (word in {"a", "i"} and after != "."):
                    return False
            offset += len(word)
        return True

    def _letter(self, offset: int) -> int:
        """Return the place of one letter of the stretch in the folded text."""
        between = sum(len(gap) for at, gap in self.gaps.items() if at <= offset)
        return self.first.start + offset + between

    def _span(self) -> tuple[int, int]:
        return self.folded.span(self.first.start, self.last.end)

    def _capital(self) -> bool:
        return self.folded.text[self.folded.places[self.first.start]].isupper()

    def _shouts(self) -> bool:
        """Return whether the stretch is written in capitals alone, as SI is."""
        return self.folded.text[slice(*self._span())].isupper()

    def _capitals(self, *, opens: bool) -> bool:
        """Return whether words that are a name together have its capitals."""
        text = self.folded.text[slice(*self._span())]
        capitals = [word[0].isupper() for word in re.findall(r"[^\W_]+", text)]
        return all(capitals) or (capitals[0] and not opens)

    def owns(self, form: TracePattern) -> bool:
        """Return whether this word is a name and an s, before what is somebody’s."""
        letters, end = self.folded.letters, self.last.end
        before = letters[max(0, self.first.start - AROUND) : self.first.start]
        return owns(Setting(form.squashed, before, letters[end : end + AROUND], opens=False))

    def _as_a_name(self, form: TracePattern) -> bool:
        """Return whether a word that is also a name is one here, by its capital and its place."""
        letters = self.folded.letters
        before = letters[max(0, self.first.start - AROUND) : self.first.start]
        after = letters[self.last.end : self.last.end + AROUND]
        capital = self._capital()
        if capital and form.squashed in ACRONYMS and self._shouts():
            return False
        if form.plural:
            return capital and bool(re.search(r"\bthe\s+$", before))
        opens = bool(self.opens.search(before)) or self._question(before)
        at = Setting(form.squashed, before, after, opens)
        if len(form.words) > 1 and not form.plural:
            return self._capitals(opens=opens) or full_name(at, turned=form.turned)
        if capital:
            return not (surely_no_name(at) if self.asks else no_name(at))
        return may_be_a_name(at) if self.asks else a_name(at)

    def _question(self, before: str) -> bool:
        """Return whether a line begins here and is a question, such as one below a label."""
        after = self.folded.letters[self.last.end : self.last.end + 200]
        return bool(_LINE_OPENS.search(before)) and bool(_ASKS.match(after))
