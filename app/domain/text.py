"""The one boundary typed and pasted text passes: cleaned, capped, never imagery in disguise."""

import re
import unicodedata

LONGEST = 200_000
"""The most characters one answer may have."""

_CONTROL = {code: None for code in range(32) if chr(code) not in "\n\t"} | {127: None}
_PICTURE_STARTS = ("iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "PHN2Zy", "AAAAIGZ0eX", "AAAAHGZ0eX")
_DATA_ADDRESS = re.compile(r"data:\s*(image|video|audio|application)/", re.IGNORECASE)
_LONG_CODE = re.compile(r"[A-Za-z0-9+/=_-]{512,}")
_CODE_START = re.compile(r"(?:^|[\s\"'(,;:])(" + "|".join(map(re.escape, _PICTURE_STARTS)) + ")")

IMAGERY_REFUSED = (
    "This looks like a picture or file turned into text. The casebook never holds imagery. "
    "Take it out and describe in a few plain words what you were told."
)


def clean(text: str) -> str:
    """Give text in one form: NFC, one kind of line end, no control characters or surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    text = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)


def imagery_in(text: str) -> bool:
    """Say whether text carries a picture or file: a data address or a long run of code."""
    if _DATA_ADDRESS.search(text) or _LONG_CODE.search(text):
        return True
    start = _CODE_START.search(text)
    return (
        bool(start) and len(text[start.start(1) :].split(maxsplit=1)[0]) >= 64 if start else False
    )
