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
from reportlab.platypus.paraparser import ParaFrag

from app.typesetting.piece import Piece
from app.typesetting.script_lines import Run
from app.typesetting.script_piece import ScriptPiece
from app.typesetting.shaping import KEYCAP, drawn_by, units_of
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


_MONTH = "January February March April May June July August September October November December"
_ONE = re.compile(
    r"\b(?:[A-Z]\. )+(?=[A-Z])|\b116 123\b|\b0\d{1,4}(?: \d{2,6}){1,4}\b"
    rf"|\b\d{{1,2}} (?=(?:{'|'.join(f'{one}|{one[:3]}' for one in _MONTH.split())})\b)"
)
"""What no line ends inside of: initials with their name, a number to ring, a day of a month."""


def _together(words: str) -> str:
    return _ONE.sub(lambda found: unbroken(found.group()), words)


_UNSEEN = dict.fromkeys(
    (
        0xAD,
        0x061C,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202D),
        0x2060,
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)
"""Invisible characters that only allow a line break, or say which way what is round them runs."""
_DROPPED = _UNSEEN | {0xFE0E: None, 0xFE0F: None}
"""With those that choose the style of an emoji, where there is none."""
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


def text(words: Words, style: ParagraphStyle) -> list[Piece]:
    """Return words in a style as one or more pieces. All typed text is printed through this.

    Line ends and runs of spaces are kept. Characters that the typeface cannot draw, or that are
    invisible, are shown by number and name, `[U+0007 control character]`. Right-to-left text stays
    in typed order.
    """
    pieces: list[Piece] = []
    for block in _blocks(words):
        for at, parts in enumerate(_cut(block)):
            piece = _piece(parts, style)
            piece.grey = all(it.look is _Look.GREY for it in parts if not it.words.isspace())
            if pieces:
                piece.spaceBefore = 0 if at else PARAGRAPH_GAP
            pieces.append(piece)
    return pieces or [Piece(None, style, frags=[])]


def visible(words: str) -> str:
    """Return text with characters that cannot be drawn shown by their number and name."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    words = words.translate(_ALIKE)
    seen = _letters_with_ink()
    plain = unicodedata.normalize("NFC", words.translate(_DROPPED))
    if seen.issuperset(plain):
        return plain
    return re.sub(r"[^ \n\u00a0]+", lambda found: _visible_word(found.group()), words)


def _visible_word(word: str) -> str:
    """Return a word as it is printed. What a script is needed for stays as it was typed."""
    seen = _letters_with_ink()
    plain = unicodedata.normalize("NFC", word.translate(_DROPPED))
    if seen.issuperset(plain):
        return plain
    shown = "".join(map(_visible_unit, units_of(word.translate(_UNSEEN))))
    shown = _AGAIN.sub(lambda it: f"{it[1]}, {len(it[0]) // len(it[1] + ']')} times]", shown)
    return shown.replace("][U+", ", U+")


_AGAIN = re.compile(r"(\[U\+[^\]]+)\](?:\1\]){2,}")
"""The number of one character, three times or more."""


def _visible_unit(unit: str) -> str:
    """Return a character with its marks, or the numbers and names of what no face can draw."""
    if ord(unit[0]) < 0x2000 and KEYCAP not in unit:
        unit = unit.translate(_DROPPED)
    plain = unicodedata.normalize("NFC", unit)
    if _letters_with_ink().issuperset(plain):
        return plain
    shown, drawn = "", ""
    for letter in unit:
        if letter in _letters_with_ink() or drawn_by(drawn + letter):
            drawn += letter
        else:
            shown, drawn = f"{shown}{drawn}[{_code(letter)}]", ""
    return shown + drawn


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
        for found in re.finditer(r"\n+|[ ]+|[^ \n]{1,400}", _together(visible(run))):
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
    """Return a part as it is printed, with all its spaces.

    A space has no colour: between grey words it is grey, so that they are set in one go.
    """
    words = part.words
    if words == _LINE_END:
        return _Part(words, _Look.PLAIN)
    if words.isspace():
        wide = min(len(words), WIDEST_GAP)
        shown = "\u00a0" * wide if at_start else "\u00a0" * (wide - 1) + " "
        return _Part(shown, _Look.GREY if part.look is _Look.GREY else _Look.PLAIN)
    return part


def _piece(parts: Sequence[_Part], style: ParagraphStyle) -> Piece:
    """Return a piece of parts: ReportLab's own, unless some are in a script it cannot set."""
    if _letters_with_ink().issuperset("".join([part.words for part in parts])):
        return Piece(None, style, frags=_fragments(parts, style))
    return ScriptPiece(
        [Run(part.words, part.look is _Look.BOLD, _colour(part.look, style)) for part in parts],
        style,
    )


def _fragments(parts: Sequence[_Part], style: ParagraphStyle) -> list[ParaFrag]:
    """Return parts as ReportLab draws them: as its own parser would read them from markup."""
    fragments: list[ParaFrag] = []
    for (look, ends), alike in groupby(parts, lambda it: (_look(it), it.words == _LINE_END)):
        words = "".join(part.words for part in alike)
        if ends:
            fragments += [_fragment(style, look, "", lineBreak=True) for _ in words]
        else:
            fragments.append(_fragment(style, look, words))
    return fragments


def _look(part: _Part) -> _Look:
    """Return how a part looks: with a letter that the first typeface lacks, in the second."""
    known = part.words.isascii() or known_characters().issuperset(map(ord, part.words))
    return part.look if known else _Look.SECOND


def _colour(look: _Look, style: Any) -> Any:
    return MUTED if look is _Look.GREY else style.textColor


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
        textColor=_colour(look, style),
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        **more,
    )
