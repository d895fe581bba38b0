"""The one typeface of screen and paper, loaded from its package."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FAMILY = "Atkinson Hyperlegible"
BASE_SIZE = 15
"""Size of normal text in pixels, at 100 %."""


def load_fonts(app: QApplication) -> None:
    """Make Atkinson Hyperlegible the font of the application."""
    _load_files()
    font = QFont(FAMILY)
    font.setPixelSize(BASE_SIZE)
    app.setFont(font)


@cache
def _load_files() -> None:
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    for style in ("Regular", "Italic", "Bold", "BoldItalic"):
        face = (folder / f"AtkinsonHyperlegible-{style}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(QByteArray(face))
