"""The paragraph that every document consists of: it is tagged, and measured once for a width."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.paragraph import Paragraph

from app.typesetting.structure import HEADINGS, Ruler, marked_text, note_heading


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
        with marked_text(self.canv, kind, self.key or self):
            self.draw_words(goes_on=goes_on)

    def draw_words(self, *, goes_on: bool) -> None:
        """Draw its words. If it goes on, more of the same element follows in another drawing."""
        self._space_lines(self.blPara.lines if goes_on else self.blPara.lines[:-1])
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
