"""Parts of a letter to a family: larger type, rows without column heads, and a closing to sign.

A letter that would run a little over its page is set closer: `closer` returns it so.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable

from app.typesetting import blocks
from app.typesetting import typeface as face
from app.typesetting.block import Block, stack, tall
from app.typesetting.content import Content, Part
from app.typesetting.text import Words, text

_TO_SIGN, _TO_SIGN_CLOSE = 28.0, 18.0
"""Points for a signature between the closing words and the name."""


class LetterPart(Part, frozen=True, kw_only=True):
    """A part of a letter, set in its usual type or a little closer."""

    close: bool = False

    @property
    def style(self) -> ParagraphStyle:
        """The type of its words."""
        return face.LETTER_CLOSE if self.close else face.LETTER


class LetterProse(LetterPart, frozen=True):
    """Running text under a heading, or under none."""

    heading: str
    texts: tuple[Words, ...]

    def flowables(self) -> list[Flowable]:
        return blocks.prose(self.heading, self.texts, style=self.style)


class LetterPoints(LetterPart, frozen=True):
    """A list of points under a heading."""

    heading: str
    texts: tuple[Words, ...]

    def flowables(self) -> list[Flowable]:
        return blocks.points(self.heading, self.texts, self.style)


class LetterRows(LetterPart, frozen=True):
    """Rows of cells under a heading. A width is in points, or up to 1 as a share of the rest."""

    heading: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Words, ...], ...]

    def flowables(self) -> list[Flowable]:
        return blocks.letter_rows(self.heading, self.widths, self.rows, self.style)


class Closing(LetterPart, frozen=True):
    """The end of a letter: closing words, room to sign, the name, and the role if there is one.

    It is never alone on a page.
    """

    words: str
    name: str
    role: str = ""

    def flowables(self) -> list[Flowable]:
        return [SignedBy(self)]


class SignedBy(Block):
    """Draws the closing words and the name, with room to sign between them."""

    def __init__(self, closing: Closing) -> None:
        super().__init__()
        self._room = _TO_SIGN_CLOSE if closing.close else _TO_SIGN
        self._above = text(closing.words, closing.style)
        self._below = [
            *text(closing.name, closing.style),
            *(text(closing.role, face.LABEL) if closing.role else ()),
        ]
        self.spaceBefore = 8 if closing.close else 14

    def measured(self) -> float:
        return tall(self._above, self.wide) + self._room + tall(self._below, self.wide)

    def draw(self) -> None:
        below = stack(self._above, self, 0, self.tall, self.wide)
        stack(self._below, self, 0, below - self._room, self.wide)


def closer(content: Content) -> Content | None:
    """Return a letter with its parts set closer; None for what is no letter, or is so already."""
    if not any(isinstance(part, LetterPart) and not part.close for part in content.parts):
        return None
    parts = (
        msgspec.structs.replace(part, close=True) if isinstance(part, LetterPart) else part
        for part in content.parts
    )
    return msgspec.structs.replace(content, parts=tuple(parts))
