"""The only way to print text: `text()` turns what people typed into paragraphs.

ReportLab is given fragments and never markup, so there is nothing for it to read in what was typed.
Every paragraph of every document is a `Piece`, so that structure tags are made in one place.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple, Self

from reportlab.lib.fonts import ps2tt, tt2ps
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaFrag

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
    grey: bool = False
    """Whether it is a whole text in grey, such as a line that says whose words follow."""

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
    invisible, are shown by number and name, `[U+0007 control character]`. Right-to-left text stays
    in typed order.
    """
    pieces: list[Piece] = []
    for block in _blocks(words):
        for at, parts in enumerate(_cut(block)):
            piece = Piece(None, style, frags=_fragments(parts, style))
            piece.grey = all(it.look is _Look.GREY for it in parts if not it.words.isspace())
            if pieces:
                piece.spaceBefore = 0 if at else PARAGRAPH_GAP
            pieces.append(piece)
    return pieces or [Piece(None, style, frags=[])]


def visible(words: str) -> str:
    """Return text with characters that cannot be drawn shown by their number and name."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    words = unicodedata.normalize("NFC", words).translate(_DROPPED).translate(_ALIKE)
    seen = _letters_with_ink()
    shown = "".join(letter if letter in seen else f"[{_code(letter)}]" for letter in words)
    return shown.replace("][U+", ", U+")


_NAMELESS = {"Cc": "control character", "Cs": "half a character", "Co": "private character"}


def _code(letter: str) -> str:
    """Return the number and the name of a character: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    called = _NAMELESS.get(unicodedata.category(letter), "no character")
    return f"U+{ord(letter):04X} {unicodedata.name(letter, called)}"


@cache
def _letters_with_ink() -> frozenset[str]:
    """Return the characters that are printed as typed, and the line end."""
    known = map(chr, known_characters() | second_characters())
    return frozenset({"\n", *(it for it in known if unicodedata.category(it)[0] not in "CM")})


class _Look(Enum):
    """How a part of a text looks."""

    PLAIN = auto()
    BOLD = auto()
    GREY = auto()
    SECOND = auto()
    """In the second typeface."""


_LOOKS: dict[type, _Look] = {Strong: _Look.BOLD, Quiet: _Look.GREY, Then: _Look.GREY}
_LINE_END = "\n"


class _Part(NamedTuple):
    """A word, a run of spaces or a line end, and how it looks."""

    words: str
    look: _Look


def _blocks(words: Words) -> Iterator[list[_Part]]:
    """Yield the parts of each paragraph. An empty line begins a new paragraph."""
    block: list[_Part] = []
    for run in runs_of(words):
        look = _LOOKS.get(type(run), _Look.PLAIN)
        for found in re.finditer(r"\n+|[ ]+|[^ \n]{1,400}", visible(run)):
            if found.group().startswith("\n\n"):
                yield block
                block = []
            elif block or found.group() != _LINE_END:
                block.append(_Part(found.group(), look))
    yield block


def _cut(block: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Yield the parts of each piece of a paragraph, cut at the end of a line or sentence."""
    piece: list[_Part] = []
    count = length = 0
    before = ""
    for part in block:
        if _may_cut(part.words, before, count, length):
            yield piece
            piece, count, length = [], 0, 0
            if part.words.isspace():
                continue
        piece.append(_shown(part, at_start=not piece or piece[-1].words == _LINE_END))
        count += not part.words.isspace()
        length += len(part.words)
        before = part.words
    while piece and piece[-1].words == _LINE_END:
        piece.pop()
    if piece:
        yield piece


def _may_cut(words: str, before: str, count: int, length: int) -> bool:
    """Return whether a piece ends before these words, if possible at the end of a sentence."""
    if not words.isspace():
        return length >= LONGEST_RUN
    room = min(1 - count / WORDS_IN_A_PIECE, 1 - length / CHARACTERS_IN_A_PIECE)
    ended = words == _LINE_END or before.endswith((".", "?", "!", "”"))
    return room <= 0 or (ended and room < 0.1) or (words == _LINE_END and room < 0.3)


def _shown(part: _Part, *, at_start: bool) -> _Part:
    """Return a part as it is printed: with all its spaces, or in the second typeface if needed.

    A space has no colour: between grey words it is grey, so that they are set in one go.
    """
    words = part.words
    if words == _LINE_END:
        return _Part(words, _Look.PLAIN)
    if words.isspace():
        wide = min(len(words), WIDEST_GAP)
        shown = "\u00a0" * wide if at_start else "\u00a0" * (wide - 1) + " "
        return _Part(shown, _Look.GREY if part.look is _Look.GREY else _Look.PLAIN)
    if not known_characters().issuperset(map(ord, words)):
        return _Part(words, _Look.SECOND)
    return part


def _fragments(parts: Sequence[_Part], style: ParagraphStyle) -> list[ParaFrag]:
    """Return parts as ReportLab draws them: as its own parser would read them from markup."""
    fragments: list[ParaFrag] = []
    for (look, ends), alike in groupby(parts, lambda it: (it.look, it.words == _LINE_END)):
        words = "".join(part.words for part in alike)
        if ends:
            fragments += [_fragment(style, look, "", lineBreak=True) for _ in words]
        else:
            fragments.append(_fragment(style, look, words))
    return fragments


def _fragment(style: Any, look: _Look, words: str, **more: object) -> ParaFrag:
    name = style.fontName
    if look is _Look.SECOND:
        name = SECOND
    elif look is _Look.BOLD:
        family, _, italic = ps2tt(name)
        name = tt2ps(family, 1, italic)
    return ParaFrag(
        text=words,
        fontName=name,
        fontSize=style.fontSize,
        textColor=MUTED if look is _Look.GREY else style.textColor,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        **more,
    )
