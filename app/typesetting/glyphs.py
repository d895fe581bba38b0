"""The drawn clusters of one document, as fonts in its file: each code means one typed character.

A cluster has one code for each of its characters, and the first of them carries its whole ink. So
what is copied out is what was typed, whatever a script makes of it.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Self

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from app.typesetting.shaping import Cluster, Glyph, outline_of

_FIRST, _LAST = 33, 255
"""The codes of a font that are used: none that could be taken for a space or a line end."""


class Sign(NamedTuple):
    """One typed character as it is drawn: its ink, if it carries any, and its width."""

    letter: str
    width: int
    ink: tuple[Glyph, ...] = ()


def signs_of(cluster: Cluster, *, leftwards: bool) -> list[Sign]:
    """Return the signs of a cluster from left to right. They share its width between them."""
    letters = cluster.letters[::-1] if leftwards else cluster.letters
    share, rest = divmod(cluster.width, len(letters))
    signs = [Sign(letter, share) for letter in letters]
    signs[0] = Sign(letters[0], share + rest, cluster.ink)
    return signs


class Glyphs:
    """The signs of one document, in fonts of at most 223. It is one of ReportLab's fonts to it."""

    def __init__(self) -> None:
        self.fonts: list[dict[Sign, int]] = []

    @classmethod
    def of(cls, document: Any) -> Self:
        """Return those of a document of ReportLab, made when they are first asked for."""
        made: Self | None = getattr(document, "glyphs", None)
        if made is None:
            made = document.glyphs = cls()
            document.delayedFonts.append(made)
        return made

    def written(self, signs: Iterable[Sign]) -> Iterator[tuple[str, str]]:
        """Yield the name of a font and the codes of signs in it, as the file has them.

        All are in one font if it can hold them, since readers turn each font's text by itself.
        """
        said = list(signs)
        room = _LAST - _FIRST + 1
        for start in range(0, len(said), room):
            part = said[start : start + room]
            codes = self._font_for(set(part), room)
            for sign in part:
                codes.setdefault(sign, _FIRST + len(codes))
            name = f"/Script+{len(self.fonts)}"
            yield name, "".join(f"{codes[sign]:02X}" for sign in part)

    def _font_for(self, signs: set[Sign], room: int) -> dict[Sign, int]:
        """Return the last font, or a new one if the last has no room for these signs."""
        if not self.fonts or len(self.fonts[-1].keys() | signs) > room:
            self.fonts.append({})
        return self.fonts[-1]

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write the fonts into the file, as fonts of Type 3 (ISO 32000-1, 9.6.5)."""
        for number, codes in enumerate(self.fonts, start=1):
            name = f"Script+{number}"
            font = _font(document, name, codes)
            document.idToObject["BasicFonts"].dict[name] = document.Reference(font, name)


def _font(document: Any, name: str, codes: dict[Sign, int]) -> PDFDictionary:
    """Return one font with its drawings, widths and the characters that its codes mean."""
    named = {sign: f"g{code}" for sign, code in codes.items()}
    drawings = {
        called: document.Reference(_stream(_drawing(sign)), f"drawing:{name}:{called}")
        for sign, called in named.items()
    }
    differences = [_FIRST, *(PDFName(it) for it in named.values())]
    described = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": 4,
            "ItalicAngle": 0,
        }
    )
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type3"),
            "Name": PDFName(name),
            "FontBBox": PDFArray([0, 0, 0, 0]),
            "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "FontDescriptor": document.Reference(described, f"described:{name}"),
            "CharProcs": PDFDictionary(drawings),
            "Encoding": PDFDictionary(
                {"Type": PDFName("Encoding"), "Differences": PDFArray(differences)}
            ),
            "FirstChar": _FIRST,
            "LastChar": _FIRST + len(codes) - 1,
            "Widths": PDFArray([sign.width for sign in codes]),
            "Resources": PDFDictionary({}),
            "ToUnicode": document.Reference(_stream(_meaning(codes)), f"meaning:{name}"),
        }
    )


def _stream(words: str) -> PDFStream:
    return PDFStream(content=words.encode("ascii"), filters=[PDFZCompress])


def _drawing(sign: Sign) -> str:
    """Return what draws a sign, in the colour of the text around it."""
    drawn = [outline_of(glyph) for glyph in sign.ink]
    boxes = [box for _, box in drawn if box]
    left, low, right, high = zip(*boxes, strict=True) if boxes else ((0,), (0,), (0,), (0,))
    box = f"{min(left):.0f} {min(low):.0f} {max(right):.0f} {max(high):.0f}"
    ink = "\n".join(outline for outline, _ in drawn if outline)
    return f"{sign.width} 0 {box} d1\n{ink} f" if ink else f"{sign.width} 0 0 0 0 0 d1"


def _meaning(codes: dict[Sign, int]) -> str:
    """Return the map from codes to characters."""
    pairs = [
        f"<{code:02X}> <{sign.letter.encode('utf-16-be').hex().upper()}>"
        for sign, code in codes.items()
    ]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )
