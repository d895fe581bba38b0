"""Words of any script as clusters: the characters that stand together, their ink and their width.

A library shapes: it joins Arabic letters, orders Indic vowels and places marks.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from itertools import groupby
from typing import Any, NamedTuple

from app.typesetting.faces import LETTERS, PLAIN, FaceFile, face_of, has, opened
from app.typesetting.typeface import known_characters

JOINER, APART, TEXT_STYLE, EMOJI_STYLE = "\u200d", "\u200c", "\ufe0e", "\ufe0f"
KEYCAP = "\u20e3"
_CLINGS = frozenset({JOINER, APART, TEXT_STYLE, EMOJI_STYLE})
LONGEST_UNIT = 40
"""More than the longest picture that is joined of others has, or a letter with all its marks."""
MARKS = 4
"""The most marks on a letter. What is piled higher would hide the lines above and below."""
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_FLAGS = range(0x1F1E6, 0x1F200)
_SHAPED = 4_096
"""How many words are kept as they were shaped."""


class Glyph(NamedTuple):
    """One glyph of a cluster, and where its origin is from that of the cluster, in 1/1000 em."""

    face: FaceFile
    bold: bool
    number: int
    x: int
    y: int


class Cluster(NamedTuple):
    """Characters that are drawn as one, with their ink, and their width in 1/1000 em."""

    letters: str
    width: int
    ink: tuple[Glyph, ...]


def units_of(words: str) -> list[str]:
    """Return the characters of a text, each with the marks and joins that belong to it."""
    units: list[str] = []
    for letter in words:
        if units and len(units[-1]) < LONGEST_UNIT and _clings(letter, units[-1]):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def _clings(letter: str, before: str) -> bool:
    """Return whether a character belongs to the unit before it."""
    code = ord(letter)
    if before == "\n" or before.isspace():
        return False
    if code in _FLAGS:
        return len(before) == 1 and ord(before) in _FLAGS
    joined = before.endswith(JOINER) and ord(before[0]) > 0x2000
    mark = unicodedata.category(letter)[0] == "M"
    return mark or letter in _CLINGS or code in _TONES or code in _TAGS or joined


@lru_cache(_SHAPED)
def drawn_by(unit: str) -> FaceFile | None:
    """Return the face that draws a unit: PLAIN for the first typeface, None for no face."""
    base = unit[0]
    if unicodedata.category(base)[0] in "CM":
        return None  # without ink, or a mark with nothing to stand on
    if len(unit) == 1 and ord(base) in known_characters():
        return PLAIN
    known = ord(base) in known_characters()
    face = face_of(KEYCAP) if KEYCAP in unit else LETTERS if known else face_of(base)
    marks = sum(unicodedata.category(it) == "Mn" for it in unit[1:])
    inked = (it for it in unit if it not in _CLINGS and ord(it) not in _TAGS)
    return face if face and marks <= MARKS and all(has(face, it) for it in inked) else None


def shaped(
    units: Sequence[tuple[str, FaceFile]], *, leftwards: bool, bold: bool, language: str
) -> Iterator[Cluster]:
    """Yield the clusters of units that run in one direction, each with the face that draws it.

    They come in the order they are read.
    """
    for face, run in groupby(units, key=lambda it: it[1]):
        together = "".join(unit for unit, _ in run)
        yield from _shaped(together, face, leftwards, bold, language)


@lru_cache(_SHAPED)
def _shaped(
    words: str, face: FaceFile, leftwards: bool, bold: bool, language: str
) -> tuple[Cluster, ...]:
    harfbuzz: Any = import_module("uharfbuzz")
    font = opened(face, bold=bold)
    buffer = harfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if leftwards else "ltr"
    buffer.language = language
    harfbuzz.shape(font, buffer)
    scale = 1000 / font.face.upem
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    clusters: list[Cluster] = []
    runs = [(at, list(run)) for at, run in groupby(placed, key=lambda it: it[0].cluster)]
    runs.sort(key=lambda it: it[0])
    ends = [at for at, _ in runs[1:]] + [len(words)]
    for (start, run), end in zip(runs, ends, strict=True):
        pen, ink = 0, []
        for info, place in run:
            x, y = pen + place.x_offset, place.y_offset
            ink.append(Glyph(face, bold, info.codepoint, round(x * scale), round(y * scale)))
            pen += place.x_advance
        clusters.append(Cluster(words[start:end], round(pen * scale), tuple(ink)))
    return tuple(clusters)


@cache
def outline_of(glyph: Glyph) -> tuple[str, tuple[float, float, float, float] | None]:
    """Return the outline of a glyph as a PDF draws it, in 1/1000 em, and the box around it."""
    pen = _Pen(1000 / opened(glyph.face).face.upem, glyph.x, glyph.y)
    opened(glyph.face, bold=glyph.bold).draw_glyph_with_pen(glyph.number, pen)
    if not pen.seen:
        return "", None
    xs, ys = zip(*pen.seen, strict=True)
    return " ".join(pen.said), (min(xs), min(ys), max(xs), max(ys))


class _Pen:
    """Writes an outline down, scaled and moved. Curves of three points become such of four."""

    def __init__(self, scale: float, x: int, y: int) -> None:
        self.scale, self.x, self.y = scale, x, y
        self.said: list[str] = []
        self.seen: list[tuple[float, float]] = []

    def moveTo(self, to: Sequence[float]) -> None:  # noqa: N802 - names of the library
        self._say("m", to)

    def lineTo(self, to: Sequence[float]) -> None:  # noqa: N802
        self._say("l", to)

    def curveTo(self, *points: Sequence[float]) -> None:  # noqa: N802
        self._say("c", *points)

    def qCurveTo(self, bend: Sequence[float], to: Sequence[float]) -> None:  # noqa: N802
        self._say("c", _third(self.at, bend), _third(to, bend), to)

    def closePath(self) -> None:  # noqa: N802
        self.said.append("h")

    def endPath(self) -> None:  # noqa: N802
        pass

    def _say(self, how: str, *points: Sequence[float]) -> None:
        self.at = points[-1]
        placed = [(at[0] * self.scale + self.x, at[1] * self.scale + self.y) for at in points]
        self.seen += placed
        self.said.append(" ".join(f"{_short(x)} {_short(y)}" for x, y in placed) + f" {how}")


def _third(end: Sequence[float], bend: Sequence[float]) -> tuple[float, float]:
    return (end[0] + 2 * (bend[0] - end[0]) / 3, end[1] + 2 * (bend[1] - end[1]) / 3)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
