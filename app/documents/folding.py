"""Text as it can be searched: no case, accents, look-alike letters or hidden characters."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "ß": "ss"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n", "\u017f": "s"}
    | dict.fromkeys("\u2018\u2019\u02bc\u02b9\u00b4`\u2032\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-")
)
# What looks like another letter, in lower case: Cyrillic, then Greek and others.
_ALIKE = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03f2\u0251\u0261\u0578\u057d\u0585",
    "abekmhopctyxijshdqwabezhikmnoptyxcagnuo",
)
_DRAWN = re.compile(r"\bLATIN (?:CAPITAL |SMALL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .*)?$")
_HIDDEN = frozenset("\u00ad\u034f\u061c\u180e\ufeff\u2060\u2061\u2062\u2063\u2064")
_SHOWN = re.compile(r"\[((?:U\+[0-9A-F]{4,6} ?)+)\]")
_JOINED = re.compile(r"(?<=\w)[\u00ad\u200b-\u200f]+[ \t]*\n[ \t]*(?=\w)")


class Folded(NamedTuple):
    """Folded text; `places` says for each of its letters where in `text` it comes from."""

    letters: str
    places: tuple[int, ...]
    text: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the text of a stretch of folded letters."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold text. Its own letters, composed as one (NFC) or not, stay as they are in `text`."""
    letters = list(map(_folded, text))
    places = tuple(place for place, plain in enumerate(letters) for _ in plain)
    return Folded("".join(letters), places, text)


def squash(text: str) -> str:
    """Give the folded letters and digits of a text alone: how it is compared."""
    return "".join(letter for part in map(_folded, text) for letter in part if letter.isalnum())


def unprinted(text: str) -> str:
    """Give text taken from a page as it was before it was set there.

    Characters shown by their number, `[U+1F600]`, become themselves again, and words that were cut
    at a hidden hyphen are joined.
    """
    return _JOINED.sub("", _SHOWN.sub(_characters, text))


def _characters(shown: re.Match[str]) -> str:
    codes = (int(code.removeprefix("U+"), 16) for code in shown[1].split())
    return "".join(chr(code) for code in codes if code <= 0x10FFFF)


@lru_cache(maxsize=10_000)
def _folded(letter: str) -> str:
    if letter in _HIDDEN or unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    lower = letter.casefold().translate(_PLAIN)
    bare = unicodedata.normalize("NFKD", lower).casefold()
    plain = "".join(part for part in bare if not unicodedata.combining(part))
    return "".join(map(_named, plain.translate(_PLAIN).translate(_ALIKE)))


def _named(letter: str) -> str:
    """Give the plain letter that a Latin one is drawn after: a small capital, a hooked, a boxed."""
    if letter.isascii():
        return letter
    found = _DRAWN.search(unicodedata.name(letter, ""))
    return found[1].lower() if found else letter
