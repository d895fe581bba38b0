"""Find full dates in text, however written, and days without a year that are called birthdays."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

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
