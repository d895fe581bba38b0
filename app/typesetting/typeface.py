"""The embedded typefaces of every document, and their styles, sizes and colours."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "AtkinsonHyperlegible"
BOLD = f"{REGULAR}-Bold"
ITALIC = f"{REGULAR}-Italic"
BOLD_ITALIC = f"{REGULAR}-BoldItalic"

INK = HexColor("#1d2730")
MUTED = HexColor("#4c5863")
LINE = HexColor("#cfd6dc")
ACCENT = HexColor("#0f5c63")
SOFT = HexColor("#eef4f4")
RED = HexColor("#a4262c")
AMBER = HexColor("#8a5a00")
GREEN = HexColor("#1f6b3a")
WATERMARK = HexColor("#e9edf0")


SECOND = "NotoSans"
"""For words with letters the first one lacks: Welsh ŵ and ŷ, Vietnamese, Greek, Cyrillic."""

_FACES = {REGULAR: "Regular", BOLD: "Bold", ITALIC: "Italic", BOLD_ITALIC: "BoldItalic"}


@cache
def known_characters() -> frozenset[int]:
    """Register the four faces with ReportLab and return the code points that all of them can draw.

    Raises reportlab.pdfbase.ttfonts.TTFError when the font package is damaged.
    """
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    known = [_registered(name, folder / f"{REGULAR}-{end}.ttf") for name, end in _FACES.items()]
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    return frozenset(set.intersection(*known))


@cache
def second_characters() -> frozenset[int]:
    """Register the second typeface, if installed, and return the code points it can draw."""
    try:
        folder = files("fontpkg_noto_sans") / "files"
    except ModuleNotFoundError:
        return frozenset()
    return frozenset(_registered(SECOND, folder / "NotoSans[wdth,wght].ttf"))


WORDS_KNOWN = 20_000
"""The number of words whose width a typeface keeps: more than the longest document has."""


class _Typeface(TTFont):
    """A typeface whose unused codes mean a space, and which measures a word once.

    ReportLab maps them to U+0000, which a PDF must not map a code to (PDF/UA-1, 7.21.7); and it
    adds up the letters of a word again for each line that it tries.
    """

    def __init__(self, name: str, file: BytesIO) -> None:
        super().__init__(name, file)
        self._width = lru_cache(WORDS_KNOWN)(super().stringWidth)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return the width of a text in points."""
        width: float = self._width(text, size, encoding)
        return width

    def addObjects(self, doc: object) -> None:  # noqa: N802 - ReportLab's name
        """Write the used subsets of the typeface into a document."""
        state = self.state[doc]
        state.subsets = [[code or ord(" ") for code in subset] for subset in state.subsets]
        super().addObjects(doc)


def _registered(name: str, file: Traversable) -> set[int]:
    font = _Typeface(name, BytesIO(file.read_bytes()))
    pdfmetrics.registerFont(font)
    return set(font.face.charToGlyph)


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=more.pop("font", REGULAR),
        fontSize=size,
        leading=leading,
        textColor=more.pop("colour", INK),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )


TITLE = _style("title", 16, 20.5, font=BOLD, keepWithNext=1, tag="H1")
UNDER_TITLE = _style("under title", 9.6, 14, colour=MUTED, spaceBefore=3)
SECTION = _style("section", 11, 14, font=BOLD, colour=ACCENT)
SECTION_LETTER = _style("section letter", 8.8, 14, font=BOLD, colour=ACCENT)
LABEL = _style("label", 8.4, 13.6, colour=MUTED)
ASKED = _style("question on a blank form", 9.2, 12.6, colour=MUTED, font=BOLD)
HINT = _style("hint on a blank form", 7.8, 10.8, colour=MUTED)
FORM_SECTION = _style("section of a blank form", 11, 14, font=BOLD, colour=ACCENT, tag="H2")
COLUMN = _style("column head", 8.4, 12, font=BOLD, colour=MUTED)
ANSWER_SIZE, ANSWER_LEADING = 9.6, 13.6
ANSWER = _style("answer", ANSWER_SIZE, ANSWER_LEADING)
BODY = _style("body", 10, 14.6, spaceBefore=7)
SPOKEN = _style("spoken words", 12.5, 17.5)
CALLOUT = _style("callout", 10, 14.6)
ADDRESSES = tuple(
    _style(f"address of {size}", size, leading)
    for size, leading in ((10, 14.2), (9.4, 11.6), (8.4, 10.2))
)
"""Styles for an address of five, seven and eight lines, each the largest that fits."""
LETTER = _style("letter", 10.2, 14.4)
LETTER_CLOSE = _style("letter set closer", 9.2, 12.3)
CARD = _style("card", 10.6, 15, spaceBefore=5)
SMALL = _style("small print", 7.4, 10.6, colour=MUTED)
SMALL_RIGHT = _style("small print right", 7.4, 10.6, colour=MUTED, alignment=2)
COLLEGE = _style("college", 13, 16, font=BOLD, colour=ACCENT)
TEAM = _style("team", 8.2, 11.5, colour=MUTED)
MARKING = _style("marking", 8.8, 16, font=BOLD, colour=RED, alignment=2)
KIND = _style("kind", 8.2, 11.5, colour=MUTED, alignment=2)
RUNNING = _style("running head", 8.2, 11.5, colour=MUTED)
RUNNING_MARKING = _style("running marking", 8.2, 11.5, font=BOLD, colour=RED, alignment=2)
