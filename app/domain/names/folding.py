"""Text folded to compare names in it: no case, accents, look-alikes or hidden characters."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "ß": "ss"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "\u017f": "s"}
    | dict.fromkeys(
        "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u00b4`\u2032\ua78c\uff07", "'"
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e17\ufe58\ufe63\uff0d", "-")
)
# Characters that look like another letter, in lower case: Cyrillic, then Greek and others.
_ALIKE = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2\u0251\u0261\u0578\u057d\u0585",
    "abekmhopctyxijshdqwabezhikmnoptyxcagnuo",
)
_DRAWN = re.compile(r"\bLATIN (?:CAPITAL |SMALL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .*)?$")
_ACCENTS = frozenset([1, *range(10, 36), *range(200, 241)])
"""The classes of marks that do not change whose name it is: strokes and accents of Latin, Greek
and Cyrillic letters, points of Hebrew and Arabic. Other marks make another letter."""
WORD = re.compile(
    "[^\\W_]+(?:[\u0900-\u0963\u0966-\u0eff\u0f00-\u109f\u1780-\u17ff\u3099\u309a][^\\W_]*)*"
)
"""A run of letters, digits and, in the scripts of southern Asia, signs for vowels."""
_HIDDEN = frozenset("\u00ad\u034f\u061c\u180e\ufeff\u2060\u2061\u2062\u2063\u2064")


class Folded(NamedTuple):
    """Folded text; `places` has for each of its letters the place in `text` it comes from."""

    letters: str
    places: tuple[int, ...]
    text: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text of a range of folded letters."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text, composed (NFC) or not. The original is kept in `text`."""
    letters = list(map(_folded, text))
    places = tuple(place for place, plain in enumerate(letters) for _ in plain)
    return Folded("".join(letters), places, text)


def squash(text: str) -> str:
    """Return only the folded letters and digits of a text, for comparing."""
    return "".join(WORD.findall(_letters(text)))


@lru_cache(maxsize=20_000)
def spelt(text: str) -> tuple[str, ...]:
    """Return the folded words of a text. An apostrophe splits no word: `("ann", "obrien")`."""
    return tuple(WORD.findall(_letters(text).replace("'", "")))


def bare(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, split at apostrophes too: `("ann", "o", "brien")`."""
    return tuple(WORD.findall(_letters(text)))


def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(map(_folded, text)))


@lru_cache(maxsize=10_000)
def _folded(letter: str) -> str:
    hidden = letter in _HIDDEN or unicodedata.category(letter) == "Cf"
    if hidden or "\ufe00" <= letter <= "\ufe0f" or unicodedata.combining(letter) in _ACCENTS:
        return ""
    lower = letter.casefold().translate(_PLAIN)
    apart = unicodedata.normalize("NFKD", lower).casefold()
    bare = "".join(part for part in apart if unicodedata.combining(part) not in _ACCENTS)
    plain = "".join(map(_named, bare.translate(_PLAIN).translate(_ALIKE)))
    return unicodedata.normalize("NFC", plain)


def _named(letter: str) -> str:
    """Return the plain letter that a small capital, hooked or boxed letter is drawn after."""
    if letter.isascii():
        return letter
    found = _DRAWN.search(unicodedata.name(letter, ""))
    return found[1].lower() if found else letter
