"""Everything that a finished PDF says: on its pages, in its title and bookmarks, and read aloud."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from pypdf import PdfReader


class Pages(msgspec.Struct, frozen=True):
    """Where each page begins in a joined text."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def at(self, place: int) -> int:
        """Return the number of the page that a place of the text is on."""
        return max(
            zip(self.starts, self.numbers, strict=True), key=lambda page: (page[0] <= place, page)
        )[1]


def texts_in(document: bytes | Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the properties and bookmarks of a document, then the text of each page."""
    if not isinstance(document, bytes):
        return (), tuple(map(_unprinted, document))
    reader = PdfReader(io.BytesIO(document))
    properties = (str(value) for value in (reader.metadata or {}).values())
    bookmarks = (str(title) for title in _titles(reader.outline))
    pages = (page.extract_text() for page in reader.pages)
    pages = (_HEAD_OF_RECORD.sub("", page) for page in pages)
    unseen = (*properties, *bookmarks, *_aloud(reader))
    return tuple(map(_unprinted, dict.fromkeys(unseen))), tuple(map(_unprinted, pages))


_SHOWN = re.compile(r"\[(U\+[0-9A-F]{4,6}\b[^\[\]]*)\]")
_CODE = re.compile(r"U\+([0-9A-F]{4,6})\b")
_JOINED = re.compile(r"(?<=\w)[\u00ad\u200b-\u200f]+[ \t]*\n[ \t]*(?=\w)")
_ALOUD = ("/Alt", "/ActualText", "/E", "/T", "/TU", "/Title", "/Contents")
_HEAD_OF_RECORD = re.compile(r"\brecord [0-9A-F]{4}(?:-[0-9A-F]{4}){4}")
"""At the foot of each page. Its letters and digits are random and might nearly spell a name."""
_LANGUAGE = re.compile(r"<dc:language>.*?</dc:language>", re.DOTALL)
"""Left out, as a code such as en-GB could match somebody’s initials."""
_IN_INK = re.compile(rb"/(?:ActualText|Alt|E)\s*\(((?:\\.|[^\\)])*)\)")


def _aloud(reader: PdfReader) -> Iterator[str]:
    """Yield what a document reads aloud or keeps for programs, and does not show."""
    for number in range(1, int(str(reader.trailer["/Size"]))):
        kept = reader.get_object(number)
        if isinstance(kept, dict):
            yield from (str(kept[key]) for key in _ALOUD if isinstance(kept.get(key), str))
    for page in reader.pages:
        if (contents := page.get_contents()) is not None:
            ink = _IN_INK.findall(contents.get_data())
            yield from (said.decode("latin-1") for said in ink)
    if metadata := reader.xmp_metadata:
        said = metadata.stream.get_data().decode("utf-8", "replace")
        yield re.sub(r"<[^>]*>", " ", _LANGUAGE.sub(" ", said))


def _unprinted(text: str) -> str:
    """Return text from a page as it was before typesetting.

    Restores characters shown by their number, `[U+1F600 GRINNING FACE]`, and joins words cut at a
    hidden hyphen.
    """
    return _JOINED.sub("", _SHOWN.sub(_characters, text))


def _characters(shown: re.Match[str]) -> str:
    codes = (int(code, 16) for code in _CODE.findall(shown[1]))
    return "".join(chr(code) for code in codes if code <= 0x10FFFF)


def _titles(outline: Any) -> Iterator[object]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield entry.title


def joined(pages: Sequence[str]) -> Iterator[tuple[str, Pages]]:
    """Yield the text of all pages as one, then the lines that each page repeats.

    A page break may cut a name, with the foot and head of a page between its two halves.
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
    yield "".join(body), Pages(tuple(starts), numbers)
    for number, page in zip(numbers, lines, strict=True):
        apart = "\n".join(line for line in page if _pattern(line) in furniture)
        if apart:
            yield apart, Pages((0,), (number,))


def _pattern(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def pages_of(pdf: bytes) -> tuple[str, ...]:
    """Return everything that a finished PDF says, page by page, with what no page shows at its end.

    For a document that is checked for several cases, and read only once.
    """
    unseen, pages = texts_in(pdf)
    return (*pages, "\n".join(unseen))
