"""The one way text becomes ink: `text()` takes what people typed and makes paragraphs of it.

Everything ReportLab would read as markup is escaped here and nowhere else; every paragraph of every
document is a `Piece`, so structure tags have one place to come from.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph

from app.documents.typeface import SECOND, known_characters, second_characters

WORDS_IN_A_PIECE = 300
CHARACTERS_IN_A_PIECE = 2_400
WIDEST_GAP = 40
"""ReportLab's time grows with the square of a paragraph's length, so long text is cut at
these. A gap of more than 40 spaces is set as 40."""


class Strong(str):
    """Words to stand out within a text, such as the "not told" of an answer."""

    __slots__ = ()


Words = str | tuple[str, ...]
"""One text, or the runs it consists of, some of them Strong."""

_DROPPED = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0xFE0E: None, 0xFE0F: None}
"""What only says where a line may break or how an emoji is coloured: it has no ink of its own."""
_ALIKE = {
    0x2010: "-",
    0x2011: "-",
    0x2012: "–",
    0x2015: "—",
    0x2032: "'",
    0x2033: '"',
    0x202F: "\u00a0",
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
    0x85: "\n",
    0xFB01: "fi",
    0xFB02: "fl",
} | dict.fromkeys((*range(0x2000, 0x200B), 0x205F, 0x3000), " ")


class Piece(Paragraph):
    """A paragraph of at most 300 words. It measures itself once for each width."""

    _measured: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the width and height it takes, in points."""
        if self._measured != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._measured = width
        return width, self.height

    def split(self, width: float, height: float) -> "list[Piece]":
        """Cut it at a height so that no single line is left alone on either page."""
        self.wrap(width, height)
        parts: list[Piece] = super().split(width, height)
        return parts


def text(words: Words, style: ParagraphStyle) -> list[Piece]:
    """Set words in a style, as one or more pieces. This is the only door from typed text to paper.

    Line ends and runs of spaces are kept. Characters that the typeface cannot draw, or that have no
    ink, are shown by their number, `[U+1F600]`; right-to-left text stands as it was typed.
    """
    return [Piece(markup, style) for markup in _pieces(words)] or [Piece("", style)]


def visible(words: str) -> str:
    """Give text in which nothing is hidden: what cannot be drawn is shown by its number."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    words = unicodedata.normalize("NFC", words).translate(_DROPPED).translate(_ALIKE)
    known = known_characters() | second_characters()
    shown = "".join(
        letter if _drawn(letter, known) else f"[U+{ord(letter):04X}]" for letter in words
    )
    return shown.replace("][U+", " U+")


def _drawn(letter: str, known: frozenset[int]) -> bool:
    return letter == "\n" or (ord(letter) in known and unicodedata.category(letter)[0] not in "CM")


def _pieces(words: Words) -> Iterator[str]:
    """Give the markup of each piece, cut at a line's or sentence's end where there is one."""
    markup: list[str] = []
    count = length = 0
    before = ""
    for part, strong in _parts(words):
        if length + 400 > CHARACTERS_IN_A_PIECE or _may_cut(part, before, count):
            yield "".join(markup)
            markup, count, length = [], 0, 0
            if part.isspace():
                continue
        if part.startswith("\n") and not markup:
            continue
        at_start = not markup or markup[-1] in _LINE_ENDS
        markup.append(_marked(part, strong=strong, at_start=at_start))
        count += not part.isspace()
        length += len(markup[-1])
        before = part
    while markup and markup[-1] in _LINE_ENDS:
        markup.pop()
    if markup:
        yield "".join(markup)


def _may_cut(part: str, before: str, count: int) -> bool:
    """Say whether a piece may end here, before a run of spaces or a line end."""
    if not part.isspace():
        return False
    ended = part == "\n" or (before.endswith((".", "?", "!", "”")) and "\n" not in part)
    return count >= WORDS_IN_A_PIECE or (count >= WORDS_IN_A_PIECE - 80 and ended)


def _parts(words: Words) -> Iterator[tuple[str, bool]]:
    """Cut text into words (of 400 characters at most), runs of spaces and line ends."""
    for run in (words,) if isinstance(words, str) else words:
        for found in re.finditer(r"\n+|[ ]+|[^ \n]{1,400}", visible(run)):
            yield found.group(), isinstance(run, Strong)


_LINE_ENDS = ("", "<br/>", "<br/><br/>")


def _marked(part: str, *, strong: bool, at_start: bool) -> str:
    """Write one part as ReportLab's markup. More than one empty line becomes one."""
    if part.startswith("\n"):
        return _LINE_ENDS[min(len(part), 2)]
    if part.isspace():
        wide = min(len(part), WIDEST_GAP)
        return "\u00a0" * wide if at_start else "\u00a0" * (wide - 1) + " "
    shown = escape(part)
    if not known_characters().issuperset(map(ord, part)):
        return f'<font name="{SECOND}">{shown}</font>'
    return f"<b>{shown}</b>" if strong else shown
