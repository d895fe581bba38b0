"""Writes a line of any script into a page so that what is copied out of it is what was typed.

Programs that read a PDF take what runs from right to left as it is seen and turn it round, a run at
a time; signs and spaces they let go along with the letter before. So the runs of a line are written
in the order they are read, each where it is seen, and what they would turn by mistake one by one.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.pdfbase.pdfmetrics import getFont

from app.typesetting.direction import in_sight
from app.typesetting.glyphs import Glyphs, signs_of
from app.typesetting.script_lines import Atom, Line
from app.typesetting.shaping import Cluster
from app.typesetting.typeface import REGULAR

_STEP = 100.0
"""How far the pen goes in one step, in 1/1000 em: readers take a longer one for a space."""
SPACE = Cluster(" ", 0, ())
_LEFTWARDS = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF))
"""What readers turn round."""
_ALONG = (
    (0, 0x2F),
    (0x3A, 0x40),
    (0x660, 0x66D),
    (0x6F0, 0x6F9),
    (0x2000, 0x206F),
    (0x20A0, 0x21FF),
)
"""What they let go along with the letter before: signs and spaces."""


def draw_line(
    canvas: Any,
    style: Any,
    line: Line,
    at: tuple[float, float],
    *,
    spaced: bool,
    turned: bool,
) -> bool:
    """Draw a line in a place of so much width, its base line at a height, both in points.

    It ends with a space if it is `spaced`. `turned` is whether a reader still goes leftwards when
    it comes to this line. Returns whether it does so after it.
    """
    atoms = list(line.atoms)
    while atoms and atoms[-1].letters == " ":
        atoms.pop()
    if not atoms:
        return turned
    pen = _Pen(canvas, style, atoms, turned=turned)
    width, y = at
    width -= style.leftIndent + style.rightIndent
    room = width - sum(atom.wide for atom in atoms)
    start = room if line.base and not line.alone else 0.0  # a word stays beside its label
    x = {TA_CENTER: room / 2, TA_RIGHT: room}.get(style.alignment, start)
    pen.draw(style.leftIndent + x, y, spaced=spaced)
    return pen.turned


class _Pen:
    """Where the next run of a line is drawn, and which way a reader goes that has come so far."""

    def __init__(self, canvas: Any, style: Any, atoms: Sequence[Atom], *, turned: bool) -> None:
        self.canvas, self.size, self.atoms, self.turned = canvas, style.fontSize, atoms, turned
        self.code: list[str] = canvas._code  # noqa: SLF001 - ReportLab has no other way
        self.document: Any = canvas._doc  # noqa: SLF001
        self.x = 0.0
        self.colour: object = None

    def draw(self, x: float, y: float, *, spaced: bool) -> None:
        """Draw the whole line from a place on."""
        levels = [atom.level for atom in self.atoms]
        seen = in_sight(range(len(self.atoms)), levels)
        places, along = {}, 0.0
        for number in seen:
            places[number] = along
            along += self.atoms[number].wide
        self.code.append(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm")
        for run in self._runs():
            leftwards = len(run) > 1 and self.atoms[run[0]].level % 2 == 1
            self._go_to(places[run[-1] if leftwards else run[0]])
            self._write([self.atoms[number] for number in run], leftwards=leftwards)
        if spaced:
            self._write([self.atoms[-1]._replace(cluster=SPACE, font=REGULAR)], leftwards=False)
        self.code.append("ET")

    def _runs(self) -> Iterator[list[int]]:
        """Yield the numbers of the atoms of each run, in the order they are read."""
        numbers = range(len(self.atoms))
        for level, group in groupby(numbers, key=lambda it: self.atoms[it].level):
            run = list(group)
            yield from self._turned(run) if level % 2 else self._straight(run)

    def _turned(self, numbers: list[int]) -> Iterator[list[int]]:
        """Yield what runs leftwards: each run from its first letter that is turned to its last."""
        kinds = [_kind(self.atoms[number]) for number in numbers]
        at = 0
        for plain, group in groupby(kinds, key=lambda it: it == "rightwards"):
            length = len(list(group))
            run, kind = numbers[at : at + length], kinds[at : at + length]
            at += length
            if plain or "leftwards" not in kind:
                yield from ([number] for number in run)
                continue
            first = kind.index("leftwards")
            last = len(kind) - kind[::-1].index("leftwards")
            yield from ([number] for number in run[:first])
            yield run[first:last]
            yield from ([number] for number in run[last:])

    def _straight(self, numbers: list[int]) -> Iterator[list[int]]:
        """Yield what runs rightwards. A reader who still goes leftwards gets it one by one."""
        while numbers and self.turned and _kind(self.atoms[numbers[0]]) == "along":
            yield [numbers.pop(0)]
        if numbers:
            yield numbers

    def _go_to(self, x: float) -> None:
        """Move the pen along the line. Other ways to move it would be taken for a space."""
        way = (x - self.x) * 1000 / self.size
        self.x = x
        if abs(way) < 0.01:
            return
        steps = [_STEP] * int(way // _STEP) if way > 0 else []
        moves = " ".join(f"{-step:.3f}".removesuffix(".000") for step in (*steps, way - sum(steps)))
        name = getFont(REGULAR).getSubsetInternalName(0, self.document)
        self.code.append(f"{name} {self.size} Tf [{moves}] TJ")

    def _write(self, atoms: list[Atom], *, leftwards: bool) -> None:
        """Write the atoms of one run from left to right."""
        seen = atoms[::-1] if leftwards else atoms
        if leftwards:
            self.code.append("/ReversedChars BMC")
        for (font, colour), group in groupby(seen, key=lambda it: (it.font, it.run.colour)):
            if colour != self.colour:
                self.canvas.setFillColor(colour)
                self.colour = colour
            together = list(group)
            written = (
                self._in_typeface(together, font)
                if font
                else self._in_glyphs(together, leftwards=together[0].level % 2 == 1)
            )
            for name, codes in written:
                self.code.append(f"{name} {self.size} Tf <{codes}> Tj")
        if leftwards:
            self.code.append("EMC")
        self.x += sum(atom.wide for atom in atoms)
        kinds = {_kind(atom) for atom in atoms} - {"along"}
        self.turned = "leftwards" in kinds if kinds else self.turned

    def _in_glyphs(self, atoms: list[Atom], *, leftwards: bool) -> Iterator[tuple[str, str]]:
        signs = [it for atom in atoms for it in signs_of(atom.cluster, leftwards=leftwards)]
        return Glyphs.of(self.document).written(signs)

    def _in_typeface(self, atoms: list[Atom], font: str) -> Iterator[tuple[str, str]]:
        face = getFont(font)
        words = "".join(atom.letters for atom in atoms)
        for subset, codes in face.splitString(words, self.document):
            yield face.getSubsetInternalName(subset, self.document), codes.hex()


def _kind(atom: Atom) -> str:
    """Return what readers do with an atom: turn it round, let it go along, or leave it."""
    code = ord(atom.letters[0])
    if any(low <= code <= high for low, high in _ALONG):
        return "along"
    return "leftwards" if any(low <= code <= high for low, high in _LEFTWARDS) else "rightwards"
