"""The faces that draw what the two typefaces do not, each opened when a character first needs it.

Noto, from packages. Without these packages nothing is drawn by them, and everything else goes on.
"""

from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, NamedTuple

SCRIPTS = "manimgx_fonts"
HAN = "noto_cjk_sans_jp_regular"
SIGNS = "pymupdf_fonts"


class FaceFile(NamedTuple):
    """One face: the package it comes in, its file there, and the code points it is asked for."""

    package: str
    file: str
    spans: tuple[tuple[int, int], ...]


def _script(name: str, *spans: tuple[int, int]) -> FaceFile:
    return FaceFile(SCRIPTS, f"Noto{name}[wght].ttf", spans)


PLAIN = FaceFile("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Regular.ttf", ())
PLAIN_BOLD = FaceFile("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Bold.ttf", ())
LETTERS = FaceFile("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", ())
"""The second typeface, which also knows where marks stand on letters."""
FACES = (
    _script("SansHebrew", (0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    _script("SansArabic", (0x600, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    _script("SansDevanagari", (0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)),
    _script("SansBengali", (0x980, 0x9FF)),
    _script("SansGurmukhi", (0xA00, 0xA7F)),
    _script("SansGujarati", (0xA80, 0xAFF)),
    _script("SansOriya", (0xB00, 0xB7F)),
    _script("SansTamil", (0xB80, 0xBFF)),
    _script("SansTelugu", (0xC00, 0xC7F)),
    _script("SansKannada", (0xC80, 0xCFF)),
    _script("SansMalayalam", (0xD00, 0xD7F)),
    _script("SansSinhala", (0xD80, 0xDFF)),
    _script("SansThai", (0xE00, 0xE7F)),
    _script("SansLao", (0xE80, 0xEFF)),
    _script("SansMyanmar", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _script("SansKhmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _script("SansArmenian", (0x530, 0x58F), (0xFB13, 0xFB17)),
    _script("SansGeorgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _script("SansEthiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _script("Emoji", (0x203C, 0x2049), (0x20E3, 0x20E3), (0x2100, 0x2BFF), (0x1F000, 0x1FAFF)),
    _script("SansSymbols", (0x2000, 0x2BFF), (0x1F000, 0x1FAFF)),
    FaceFile(SIGNS, "NotoSansMath_Regular", ((0x2000, 0x2BFF), (0x1D400, 0x1EEFF))),
    FaceFile(SIGNS, "NotoSansSymbols2_Regular", ((0x2000, 0x2BFF), (0x1D300, 0x1FBFF))),
    FaceFile(
        HAN,
        "NotoSansCJKjp-Regular.otf",
        (
            (0x1100, 0x11FF),
            (0x2000, 0xA4CF),
            (0xA960, 0xD7FF),
            (0xF900, 0xFFEF),
            (0x1F200, 0x3FFFF),
        ),
    ),
)
"""The first that is asked for a code point and has it, draws it."""


@cache
def opened(face: FaceFile, *, bold: bool = False) -> Any:
    """Return the font of a face for shaping, and None if its package is not installed."""
    try:
        harfbuzz = import_module("uharfbuzz")
        font = harfbuzz.Font(harfbuzz.Face(_data(harfbuzz, face)))
    except ModuleNotFoundError:
        return None
    if bold and font.face.has_var_data:
        font.set_variations({"wght": 700})
    return font


def _data(harfbuzz: Any, face: FaceFile) -> Any:
    """Return the data of a face. A file is read from the disk only as far as it is needed."""
    if face.package == SIGNS:
        return harfbuzz.Blob(packed(face))
    return harfbuzz.Blob.from_file_path(path_of(face))


def path_of(face: FaceFile) -> str:
    """Return where the file of a face is. Raises ModuleNotFoundError without its package."""
    return str(files(face.package).joinpath(face.file))


def packed(face: FaceFile) -> bytes:
    """Return a face of SIGNS, which takes 20 ms. Raises ModuleNotFoundError without its package."""
    data: bytes = import_module(f"{face.package}.{face.file}").fontbuffer
    return data


def has(face: FaceFile, letter: str) -> bool:
    """Return whether a face can draw a character."""
    font = opened(face)
    return font is not None and bool(font.get_nominal_glyph(ord(letter)))


@cache
def face_of(letter: str) -> FaceFile | None:
    """Return the face that draws a character which is not in the two typefaces, if any does."""
    code = ord(letter)
    asked = (it for it in FACES if any(low <= code <= high for low, high in it.spans))
    return next((face for face in (*asked, LETTERS) if has(face, letter)), None)
