"""The only way to print text: `text()` turns what people typed into paragraphs.

Only this module escapes what ReportLab would read as markup. Every paragraph of every document is
a `Piece`, so that structure tags are made in one place.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from typing import Any, NamedTuple, Self

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph

from app.typesetting.structure import HEADINGS, Ruler, marked_text, note_heading
from app.typesetting.typeface import MUTED, SECOND, known_characters, second_characters

WORDS_IN_A_PIECE = 300
CHARACTERS_IN_A_PIECE = 2_400
LONGEST_RUN = 4_800
"""ReportLab's time grows with the square of a paragraph's length, so long text is cut at these
limits. A run without a space is cut only at the last of them."""
WIDEST_GAP = 40
"""The most spaces in a row that are printed."""
PARAGRAPH_GAP = 6.0
"""The gap in points for an empty line between two paragraphs."""


class Strong(str):
    """Words printed bold within a text, such as the "not told" of an answer."""

    __slots__ = ()


class Quiet(str):
    """Words printed grey, such as an answer without content: "Not known"."""

    __slots__ = ()


class Then(Quiet):
    """The day of the answer after it, which may no longer be so: `When reported, 19 Nov 2026: `.

    `of` is which answer it is: the root of its entry, and the name of its question.
    """

    __slots__ = ("of",)
    of: tuple[str, str]

    def __new__(cls, words: str, of: tuple[str, str]) -> Self:
        """Build it from its words and which answer they lead to."""
        made = super().__new__(cls, words)
        made.of = of
        return made


Words = str | tuple[str, ...]
"""One text, or the runs it consists of. Some may be Strong or Quiet."""


def runs_of(words: Words) -> tuple[str, ...]:
    """Return the runs that a text consists of, to be printed after or before others."""
    return (words,) if isinstance(words, str) else words


def unbroken(words: str) -> str:
    """Return words as one, such as a day or a number, so that no line ends inside them."""
    return words.replace(" ", "\u00a0")


_DROPPED = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0xFE0E: None, 0xFE0F: None}
"""Invisible characters that only allow a line break or choose the style of an emoji."""
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

    spaceBefore: float  # noqa: N815 - ReportLab's name; on a piece it overrides the style's
    _measured: float | None = None
    key: object = None
    """The same key for both parts of a piece that a page break splits."""

    def draw(self) -> None:
        """Draw it, marked as a heading or a paragraph by its style."""
        kind = getattr(self.style, "tag", "P")
        if kind in HEADINGS and self.key is None:
            note_heading(self.canv, self.getPlainText(), kind, self.height)
        goes_on = self.key is not None or self.canv.structure.in_leaf
        self._space_lines(self.blPara.lines if goes_on else self.blPara.lines[:-1])
        with marked_text(self.canv, kind, self.key or self):
            super().draw()

    def _space_lines(self, lines: Sequence[Any]) -> None:
        """End lines with a space, so that a screen reader separates their words."""
        for line in lines:
            if isinstance(line, tuple):
                line[1].append("")
            elif line.words and not line.words[-1].text.endswith(" "):
                line.words[-1].text += " "

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw it, unless the pages are only laid out."""
        if not isinstance(canvas, Ruler):
            super().drawOn(canvas, x, y, _sW)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return its width and height in points."""
        if self._measured != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._measured = width
        return width, self.height

    def split(self, width: float, height: float) -> "list[Piece]":
        """Split it at a height so that neither page has only one line of it."""
        self.wrap(width, height)
        parts: list[Piece] = super().split(width, height)
        if len(parts) == 2:
            parts[0].spaceBefore, parts[1].spaceBefore = self.getSpaceBefore(), 0
            parts[0].key = parts[1].key = self.key or self
            while _is_line_end(parts[1].frags[0]):
                del parts[1].frags[0]
        return parts


def _is_line_end(fragment: Any) -> bool:
    """Return whether a fragment of a split piece ends a line. ReportLab leaves it to the next."""
    return isinstance(fragment, list) and hasattr(fragment[1][0], "lineBreak")


def text(words: Words, style: ParagraphStyle) -> list[Piece]:
    """Return words in a style as one or more pieces. All typed text is printed through this.

    Line ends and runs of spaces are kept. Characters that the typeface cannot draw, or that are
    invisible, are shown by their number, `[U+1F600]`. Right-to-left text stays in typed order.
    """
    pieces: list[Piece] = []
    for block in _blocks(words):
        for at, markup in enumerate(_cut(block)):
            piece = Piece(markup, style)
            if pieces:
                piece.spaceBefore = 0 if at else PARAGRAPH_GAP
            pieces.append(piece)
    return pieces or [Piece("", style)]


def visible(words: str) -> str:
    """Return text with characters that cannot be drawn shown by their number."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    words = unicodedata.normalize("NFC", words).translate(_DROPPED).translate(_ALIKE)
    seen = _letters_with_ink()
    shown = "".join(letter if letter in seen else f"[U+{ord(letter):04X}]" for letter in words)
    return shown.replace("][U+", " U+")


@cache
def _letters_with_ink() -> frozenset[str]:
    """Return the characters that are printed as typed, and the line end."""
    known = map(chr, known_characters() | second_characters())
    return frozenset({"\n", *(it for it in known if unicodedata.category(it)[0] not in "CM")})


class _Part(NamedTuple):
    """A word, a run of spaces or a line end, with its markup."""

    words: str
    mark: str


def _blocks(words: Words) -> Iterator[list[_Part]]:
    """Yield the parts of each paragraph. An empty line begins a new paragraph."""
    block: list[_Part] = []
    for run in runs_of(words):
        mark = _MARKS.get(type(run), "{}")
        for found in re.finditer(r"\n+|[ ]+|[^ \n]{1,400}", visible(run)):
            if found.group().startswith("\n\n"):
                yield block
                block = []
            elif block or found.group() != "\n":
                block.append(_Part(found.group(), mark))
    yield block


def _cut(block: Sequence[_Part]) -> Iterator[str]:
    """Yield the markup of each piece of a paragraph, cut at the end of a line or sentence."""
    markup: list[str] = []
    count = length = 0
    before = ""
    for part in block:
        if _may_cut(part.words, before, count, length):
            yield "".join(markup)
            markup, count, length = [], 0, 0
            if part.words.isspace():
                continue
        at_start = not markup or markup[-1] == _LINE_END
        markup.append(_marked(part, at_start=at_start))
        count += not part.words.isspace()
        length += len(part.words)
        before = part.words
    while markup and markup[-1] == _LINE_END:
        markup.pop()
    if markup:
        yield "".join(markup)


def _may_cut(words: str, before: str, count: int, length: int) -> bool:
    """Return whether a piece ends before these words, if possible at the end of a sentence."""
    if not words.isspace():
        return length >= LONGEST_RUN
    room = min(1 - count / WORDS_IN_A_PIECE, 1 - length / CHARACTERS_IN_A_PIECE)
    ended = words == "\n" or before.endswith((".", "?", "!", "”"))
    return room <= 0 or (ended and room < 0.1) or (words == "\n" and room < 0.3)


_GREY = f'<font color="{MUTED.hexval()}">{{}}</font>'
_MARKS: dict[type, str] = {Strong: "<b>{}</b>", Quiet: _GREY, Then: _GREY}
_LINE_END = "<br/>"


def _marked(part: _Part, *, at_start: bool) -> str:
    """Return one part as ReportLab's markup."""
    words, mark = part
    if words == "\n":
        return _LINE_END
    if words.isspace():
        wide = min(len(words), WIDEST_GAP)
        return "\u00a0" * wide if at_start else "\u00a0" * (wide - 1) + " "
    shown = escape(words, quote=False)
    if not known_characters().issuperset(map(ord, words)):
        return f'<font name="{SECOND}">{shown}</font>'
    return mark.format(shown)
