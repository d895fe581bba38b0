"""A paragraph with words in any script, which are shaped before they are drawn."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.paraparser import ParaFrag

from app.typesetting.piece import Piece
from app.typesetting.script_lines import Line, Run, lines_of, runs_of
from app.typesetting.script_pen import draw_line


class ScriptPiece(Piece):
    """A paragraph of at most 300 words, some of which are in scripts that have to be shaped."""

    lines: Sequence[Line] = ()

    def __init__(self, runs: Sequence[Run], style: Any) -> None:
        whole = "".join(run.words for run in runs)
        super().__init__(None, style, frags=[ParaFrag(text=whole, fontName=style.fontName)])
        self.runs = runs

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return its width and height in points."""
        if self._measured != width:
            room = width - self.style.leftIndent - self.style.rightIndent
            self.lines = lines_of(self.runs, self.style, room)
            self._measured = width
            self._set_size()
        return width, self.height

    def _set_size(self) -> None:
        """Set its size as it is measured, in points."""
        vars(self).update(width=self._measured, height=len(self.lines) * self.style.leading)

    def split(self, width: float, height: float) -> list[Piece]:
        """Split it at a height so that neither page has only one line of it."""
        self.wrap(width, height)
        fits = int(height / self.style.leading + 1e-6)
        if len(self.lines) <= fits:
            return [self]
        fits = min(fits, len(self.lines) - 2)
        if fits < 2:
            return []
        parts = [self._part(self.lines[:fits]), self._part(self.lines[fits:])]
        parts[0].spaceBefore, parts[1].spaceBefore = self.getSpaceBefore(), 0
        return [*parts]

    def _part(self, lines: Sequence[Line]) -> "ScriptPiece":
        """Return a part of it, as it is already measured."""
        part = ScriptPiece(runs_of(lines), self.style)
        part.lines, part._measured = lines, self._measured
        part._set_size()
        part.key, part.grey = self.key or self, self.grey
        return part

    def draw_words(self, *, goes_on: bool) -> None:
        """Draw its words. If it goes on, more of the same element follows in another drawing."""
        y = self.height - self.style.fontSize  # as ReportLab does
        turned = False
        for at, line in enumerate(self.lines, start=1):
            spaced = goes_on or at < len(self.lines)
            turned = draw_line(
                self.canv, self.style, line, (self.width, y), spaced=spaced, turned=turned
            )
            y -= self.style.leading
