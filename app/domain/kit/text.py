"""The one gate for typed and pasted text: cleaned, limited, never imagery in disguise."""

import re
import unicodedata

LONGEST = 40_000
"""The most characters running text may have: some twenty pages."""
LONGEST_LINE = 1_000
"""The most characters one line may have."""
LONGEST_TOGETHER = 150_000
"""The most characters the answers of one form may have as they are stored. An entry holds 200,000
with what the casebook adds to it, such as the reason for a correction."""

_CONTROL = dict.fromkeys(
    [*(code for code in range(32) if chr(code) not in "\n\t"), *range(0x7F, 0xA0)]
)
_UNSEEN = dict.fromkeys(
    [
        *(0x00AD, 0x061C, 0x180E, 0xFEFF),
        *(0x200B, 0x200E, 0x200F),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFFF9, 0xFFFC),
    ]
)
"""Marks nobody sees: of direction, of no width, of where a word may break. They can change the
order in which words are read, or hide a name from search and from disguise."""
_LATIN = "\x00-\u036f\u1e00-\u1eff\u200c\u200d"
_JOINERS = re.compile(f"(?<![^{_LATIN}])[\u200c\u200d]|[\u200c\u200d](?![^{_LATIN}])")
"""Joiners of no width in Latin words. In other scripts and in emoji they are part of the word."""
_PICTURE_STARTS = ("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "PHN2Zy", "AAAAIGZ0eX", "AAAAHGZ0eX")
_DATA_ADDRESS = re.compile(r"data:\s*(image|video|audio|application)/", re.IGNORECASE)
_LONG_CODE = re.compile("[A-Za-z0-9+/=_-]{512,}|[!-~\u00a1-\u024f]{2000,}")
_CODE_START = re.compile(r"(?:^|[\s\"'(,;:])(" + "|".join(map(re.escape, _PICTURE_STARTS)) + ")")

IMAGERY_REFUSED = (
    "This looks like a picture or file turned into text. The casebook never holds imagery. "
    "Take it out and describe in a few plain words what you were told."
)
UNSEEN_LEFT_OUT = (
    "Characters that cannot be seen were left out: they can change how words read. "
    "The words were kept."
)


def clean(text: str) -> str:
    """Return text in one form: NFC, one kind of line end, no invisible characters.

    Half a character (a lone surrogate) becomes the sign for an unreadable one.
    """
    if text.isascii() and text.isprintable():
        return text  # as most answers are, again and again while somebody types
    text = _one_line_end(text).translate(_CONTROL | _UNSEEN)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _JOINERS.sub("", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", text)


def holds_unseen(text: str) -> bool:
    """Return whether cleaning removes more from a text than a different line end."""
    text = _one_line_end(text)
    return bool(_JOINERS.search(text)) or len(text.translate(_CONTROL | _UNSEEN)) < len(text)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")


def imagery_in(text: str) -> bool:
    """Return whether text contains a picture or file: a data address or a long run of code."""
    if _DATA_ADDRESS.search(text) or _LONG_CODE.search(text):
        return True
    start = _CODE_START.search(text)
    return start is not None and len(text[start.start(1) :].split(maxsplit=1)[0]) >= 64
