"""The first page of a letter for a window envelope: the address behind the window, and the folds.

The letter is A4, folded in three, in a DL envelope with the window that is usual in the
United Kingdom (after BS 4264): 90 × 35 mm, 20 mm from the left edge of the paper and 53 mm from its
top. The paper may move up to 3 mm in each direction. Even then only the address may be seen.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from app.typesetting import typeface as face
from app.typesetting.block import Block, stack, tall
from app.typesetting.piece import Piece
from app.typesetting.structure import artifact, element
from app.typesetting.text import text


class EnvelopeWindow(NamedTuple):
    """The window in points, from the left and from the top edge of the paper."""

    left: float = 20 * mm
    top: float = 53 * mm
    width: float = 90 * mm
    height: float = 35 * mm


WINDOW = EnvelopeWindow()
SHIFT = 3 * mm
LEFT = WINDOW.left + SHIFT + 1 * mm
"""The left edge of the address, and of all text on a page."""
TOP = WINDOW.top + SHIFT
"""The distance of the address from the top of the paper."""
_WIDTH = WINDOW.left + WINDOW.width - SHIFT - LEFT
_ROOM = WINDOW.height - 2 * SHIFT
_BEHIND = WINDOW.height
"""The height below `TOP` that the window may show: only the address is printed there."""
_LABEL, _FACT = 290.0, 364.0
_DROP = 1.1
"""How much lower small type is set, so that label and fact share a baseline."""
_FOLDS = (99 * mm, 198 * mm)
_FOLD = (5 * mm, 8 * mm)


class AddressBlock(Block):
    """The address of a letter, behind the window, with its references at the right."""

    def __init__(self, lines: Sequence[str], facts: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.address = _fitting(lines)
        self.facts = [(text(label, face.KIND), text(fact, face.ANSWER)) for label, fact in facts]

    def measured(self) -> float:
        """Return the height, at least down to the end of what the window may show."""
        right = sum(tall(fact, self.wide - _FACT) for _, fact in self.facts) + 10
        return max(_BEHIND, right, tall(self.address, _WIDTH) + 10)

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Return the address and facts as running text, for when they are taller than a page."""
        facts = (piece for label, fact in self.facts for piece in (*label, *fact))
        return [*self.address, *facts]

    def draw(self) -> None:
        """Draw the address at the left and the facts at the right."""
        stack(self.address, self, 0, self.tall, _WIDTH)
        y = self.tall
        for label, fact in self.facts:
            with element(self.canv, "P", (self, y), leaf=True):
                stack(label, self, _LABEL, y - _DROP, _FACT - _LABEL - 10)
                y = stack(fact, self, _FACT, y, self.wide - _FACT)


def _fitting(lines: Sequence[str]) -> list[Piece]:
    """Return an address in the largest type that fits the window. Join its lines if none fits."""
    together = [lines[0], ", ".join(lines[1:])] if len(lines) > 1 else list(lines)
    for style in face.ADDRESSES:
        pieces = [piece for line in lines for piece in text(line, style)]
        if tall(pieces, _WIDTH) <= _ROOM:
            return pieces
    return [piece for line in together for piece in text(line, face.ADDRESSES[-1])]


def fold_marks(canvas: Any, height: float) -> None:
    """Draw marks at the left edge that show where to fold a page of this height (points)."""
    with artifact(canvas):
        canvas.saveState()
        canvas.setStrokeColor(face.LINE)
        canvas.setLineWidth(0.5)
        for fold in _FOLDS:
            canvas.line(_FOLD[0], height - fold, _FOLD[1], height - fold)
        canvas.restoreState()
