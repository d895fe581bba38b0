"""The one way text becomes ink: `text()` takes what people typed and makes paragraphs of it.

Everything ReportLab would read as markup is escaped here and nowhere else; every paragraph of every
document is a `Piece`, so structure tags have one place to come from.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph

from app.typesetting.structure import HEADINGS, marked_text, note_heading
from app.typesetting.typeface import MUTED, SECOND, known_characters, second_characters

WORDS_IN_A_PIECE = 300
CHARACTERS_IN_A_PIECE = 2_400
LONGEST_RUN = 4_800
"""ReportLab's time grows with the square of a paragraph's length, so long text is cut at these: a
run without any space only at the last."""
WIDEST_GAP = 40
"""A gap of more spaces than these is set as so many."""
PARAGRAPH_GAP = 6.0
"""What an empty line between two paragraphs becomes, in points."""


class Strong(str):
    """Words to stand out within a text, such as the "not told" of an answer."""

    __slots__ = ()


class Quiet(str):
    """Words that say only that there is nothing to say, such as "Not known"."""

    __slots__ = ()


Words = str | tuple[str, ...]
"""One text, or the runs it consists of, some of them Strong or Quiet."""

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

    spaceBefore: float  # noqa: N815 - ReportLab's name; on a piece it overrides the style's
    _measured: float | None = None
    key: object = None
    """What stays the same where a page break parts a piece."""

    def draw(self) -> None:
        """Draw it, marked as what its style makes of it: a heading or a paragraph."""
        kind = getattr(self.style, "tag", "P")
        if kind in HEADINGS and self.key is None:
            note_heading(self.canv, self.getPlainText(), kind, self.height)
        goes_on = self.key is not None or self.canv.structure.in_leaf
        self._space_lines(self.blPara.lines if goes_on else self.blPara.lines[:-1])
        with marked_text(self.canv, kind, self.key or self):
            super().draw()

    def _space_lines(self, lines: Sequence[Any]) -> None:
        """End lines with a space, so that words read aloud stay apart from those that follow."""
        for line in lines:
            if isinstance(line, tuple):
                line[1].append("")
            elif line.words and not line.words[-1].text.endswith(" "):
                line.words[-1].text += " "

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        if self._measured != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._measured = width
        return width, self.height

    def split(self, width: float, height: float) -> "list[Piece]":
        """Cut it at a height so that no single line is left alone on either page."""
        self.wrap(width, height)
        parts: list[Piece] = super().split(width, height)
        if len(parts) == 2:
            parts[0].spaceBefore, parts[1].spaceBefore = self.getSpaceBefore(), 0
            parts[0].key = parts[1].key = self.key or self
        return parts


def text(words: Words, style: ParagraphStyle) -> list[Piece]:
    """Set words in a style, as one or more pieces. This is the only door from typed text to paper.

    Line ends and runs of spaces are kept. Characters that the typeface cannot draw, or that have no
    ink, are shown by their number, `[U+1F600]`; right-to-left text stands as it was typed.
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
    """Return text in which nothing is hidden: what cannot be drawn is shown by its number."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    words = unicodedata.normalize("NFC", words).translate(_DROPPED).translate(_ALIKE)
    seen = _letters_with_ink()
    shown = "".join(letter if letter in seen else f"[U+{ord(letter):04X}]" for letter in words)
    return shown.replace("][U+", " U+")


@cache
def _letters_with_ink() -> frozenset[str]:
    """Return the letters that stand as they were typed, with the end of a line."""
    known = map(chr, known_characters() | second_characters())
    return frozenset({"\n", *(it for it in known if unicodedata.category(it)[0] not in "CM")})


class _Part(NamedTuple):
    """A word, a run of spaces or a line end, and how it is marked."""

    words: str
    mark: str


def _blocks(words: Words) -> Iterator[list[_Part]]:
    """Yield the parts of each paragraph: an empty line begins a new one."""
    block: list[_Part] = []
    for run in (words,) if isinstance(words, str) else words:
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
    """Return whether a piece ends before these words.

    A sentence or line is not cut without need.
    """
    if not words.isspace():
        return length >= LONGEST_RUN
    room = min(1 - count / WORDS_IN_A_PIECE, 1 - length / CHARACTERS_IN_A_PIECE)
    ended = words == "\n" or before.endswith((".", "?", "!", "”"))
    return room <= 0 or (ended and room < 0.1) or (words == "\n" and room < 0.3)


_MARKS: dict[type, str] = {
    Strong: "<b>{}</b>",
    Quiet: f'<font color="{MUTED.hexval()}">{{}}</font>',
}
_LINE_END = "<br/>"


def _marked(part: _Part, *, at_start: bool) -> str:
    """Write one part as ReportLab's markup."""
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
