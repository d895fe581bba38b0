"""Lines of words in any script: in which clusters they are drawn, and where a line may end."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.fonts import ps2tt, tt2ps
from reportlab.pdfbase.pdfmetrics import stringWidth

from app.typesetting.direction import direction_of, levels_of
from app.typesetting.faces import LETTERS, PLAIN, PLAIN_BOLD, FaceFile
from app.typesetting.shaping import Cluster, drawn_by, shaped, units_of
from app.typesetting.typeface import SECOND


class Run(NamedTuple):
    """Words that look the same."""

    words: str
    bold: bool
    colour: Color | None


class Atom(NamedTuple):
    """What is drawn as one: a cluster of a script, or one character of the first typeface.

    `wide` is in points; `level` is odd where it runs from right to left.
    """

    cluster: Cluster
    font: str
    """The typeface of ReportLab that draws it; empty for the fonts of the document's glyphs."""
    wide: float
    level: int
    run: Run

    @property
    def letters(self) -> str:
        """Return the characters that it draws."""
        return self.cluster.letters


class Line(NamedTuple):
    """The atoms of one line in the order they are read, and the level of its paragraph."""

    atoms: list[Atom]
    base: int
    ended: bool
    """Whether somebody ended it, and not its width."""
    alone: bool
    """Whether it is the whole paragraph."""


class _Unit(NamedTuple):
    words: str
    face: FaceFile
    level: int
    run: Run


def lines_of(runs: Sequence[Run], style: Any, width: float) -> list[Line]:
    """Return runs as lines of at most a width in points. Nothing is lost but spaces at their ends.

    An atom that alone is wider has a line of its own.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        words = "".join(run.words for run in paragraph)
        base = direction_of(words)
        atoms = list(_atoms(paragraph, levels_of(words, base), style))
        parts = list(_broken(atoms, width))
        lines += [
            Line(part, base, ended=part is parts[-1], alone=len(parts) == 1) for part in parts
        ]
    return lines


def runs_of(lines: Sequence[Line]) -> list[Run]:
    """Return the runs that lines were made of."""
    runs: list[Run] = []
    for line in lines:
        for run, atoms in groupby(line.atoms, key=lambda it: it.run):
            runs.append(run._replace(words="".join(it.letters for it in atoms)))
        if line.ended and line is not lines[-1]:
            runs.append(Run("\n", bold=False, colour=None))
    return runs


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each stretch between two line ends."""
    now: list[Run] = []
    for run in runs:
        first, *later = run.words.split("\n")
        now.append(run._replace(words=first))
        for words in later:
            yield now
            now = [run._replace(words=words)]
    yield now


def _atoms(runs: Sequence[Run], levels: Sequence[int], style: Any) -> Iterator[Atom]:
    """Yield the atoms of a paragraph."""
    units = list(_units(runs, levels))
    language = _language("".join(run.words for run in runs))
    size = style.fontSize
    for (font, level, run), group in groupby(
        units, key=lambda it: (_typeface_of(it, style), it.level, it.run)
    ):
        if font:
            for unit in group:
                wide = stringWidth(unit.words, font, size)
                yield Atom(Cluster(unit.words, 0, ()), font, wide, level, run)
            continue
        bold = _is_bold(style, run)
        faced = [(it.words, PLAIN_BOLD if bold and it.face is PLAIN else it.face) for it in group]
        for cluster in shaped(faced, leftwards=level % 2 == 1, bold=bold, language=language):
            yield Atom(cluster, "", cluster.width * size / 1000, level, run)


def _typeface_of(unit: _Unit, style: Any) -> str:
    """Return the typeface of ReportLab that draws a unit, if one does without shaping it."""
    bold = _is_bold(style, unit.run)
    if unit.level % 2 or (unit.face is LETTERS and (bold or len(unit.words) > 1)):
        return ""
    if unit.face is PLAIN:
        family, _, italic = ps2tt(style.fontName)
        return str(tt2ps(family, int(bold), italic))
    return SECOND if unit.face is LETTERS else ""


def _is_bold(style: Any, run: Run) -> bool:
    return run.bold or bool(ps2tt(style.fontName)[1])


def _units(runs: Sequence[Run], levels: Sequence[int]) -> Iterator[_Unit]:
    """Yield the units of a paragraph. A word with a letter of the second typeface is all in it."""
    words, at = "".join(run.words for run in runs), 0
    looks = [run for run in runs for _ in run.words]
    units: list[_Unit] = []
    for unit in units_of(words):
        face = drawn_by(unit) or PLAIN
        units.append(_Unit(unit, face, levels[at], looks[at]))
        at += len(unit)
    for _, word in groupby(units, key=lambda it: it.words.isspace()):
        together = list(word)
        second = any(it.face is LETTERS for it in together)
        for it in together:
            letter = it.face is PLAIN and unicodedata.category(it.words[0])[0] == "L"
            yield it._replace(face=LETTERS) if second and letter else it


_LANGUAGES = (("KATAKANA", "ja"), ("HIRAGANA", "ja"), ("HANGUL", "ko"))


def _language(words: str) -> str:
    """Return whose shapes Han characters take: of Japanese or Korean beside their own letters."""
    if words.isascii():
        return "en"
    names = [unicodedata.name(letter, "") for letter in words if ord(letter) > 0x3000]
    found = (it for kind, it in _LANGUAGES if any(name.startswith(kind) for name in names))
    return next(found, "zh-hans" if names else "en")


_NO_START = frozenset("%”’…‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・")
_NO_END = frozenset("$£“‘")
_CLOSES, _OPENS = {"Pe", "Pf", "Po"}, {"Ps", "Pi"}
"""The categories of what no line begins with, and of what none ends with."""
_LED = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that stand before their consonant."""
_FOLLOWS = frozenset("ะาำๅๆฯະາຳໆຯ")


def _breaks(before: Atom, after: Atom) -> bool:
    """Return whether a line may end between two atoms."""
    last, first = before.letters[-1], after.letters[0]
    if first == " ":
        return False
    if last == " ":
        return True
    if first in _NO_START or unicodedata.category(first) in _CLOSES or first in _FOLLOWS:
        return False
    if last in _NO_END or unicodedata.category(last) in _OPENS or last in _LED:
        return False
    kinds = {_kind(before.letters[0]), _kind(first)}
    return "picture" in kinds or kinds == {"spaceless"}


_KINDS = {
    "picture": (
        (0x2E80, 0xA4CF),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFF00, 0xFFEF),
        (0x1F000, 0x3FFFF),
    ),
    "spaceless": ((0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF)),
}


def _kind(letter: str) -> str:
    """Return how the script of a letter is broken: at its spaces, anywhere, or between its own."""
    code = ord(letter)
    if 0x2E80 <= code <= 0xA4CF or 0xAC00 <= code <= 0xD7A3 or code >= 0x1F000 or code >= 0xFF00:
        return "picture"
    spaceless = 0xE00 <= code <= 0xEFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF
    return "spaceless" if spaceless else "spaced"


def _broken(atoms: Sequence[Atom], width: float) -> Iterator[list[Atom]]:
    """Yield the atoms of each line."""
    line: list[Atom] = []
    used = 0.0
    for word in _words(atoms):
        inked = sum(atom.wide for atom in word if atom.letters != " ")
        if line and used + inked > width:
            yield line
            line, used = [], 0.0
        for atom in word:
            if line and used + atom.wide > width and atom.letters != " ":
                yield line
                line, used = [], 0.0
            line.append(atom)
            used += atom.wide
    yield line


def _words(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    """Yield the atoms between two places where a line may end."""
    word: list[Atom] = []
    for atom in atoms:
        if word and _breaks(word[-1], atom):
            yield word
            word = []
        word.append(atom)
    yield word
