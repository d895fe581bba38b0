"""How the casebook looks: one call applies fonts, colours and style, and follows the system."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme.sheet import load_fonts, palette_of, style_sheet
from app.ui.theme.tokens import DARK, LIGHT, Scheme, Tokens, high_contrast, show, tokens

__all__ = ["Scheme", "Tokens", "apply", "tokens"]


def apply(app: QApplication, scheme: Scheme | None = None) -> None:
    """Style the application. Without a scheme it follows the system, now and later.

    Styling it again does not set Fusion again: a QWizard hands its own style on to its buttons,
    and Qt deletes the old style under them when the application gets another.
    """
    load_fonts(app)
    if not app.styleSheet():
        app.setStyle("Fusion")
    _dress(app, scheme)
    if scheme is None:
        hints = app.styleHints()
        again = partial(_dress, app, None)
        hints.colorSchemeChanged.connect(again)
        hints.accessibility().contrastPreferenceChanged.connect(again)


def _dress(app: QApplication, scheme: Scheme | None, *_: object) -> None:
    app.setPalette(QPalette())  # back to the system palette, from which high contrast is read
    show(_tokens_for(app, scheme or _system_scheme(app)))
    app.setPalette(palette_of(tokens()))
    app.setStyleSheet(style_sheet(tokens()))


def _tokens_for(app: QApplication, scheme: Scheme) -> Tokens:
    if scheme is Scheme.HIGH_CONTRAST:
        return high_contrast(app.palette())
    return DARK if scheme is Scheme.DARK else LIGHT


def _system_scheme(app: QApplication) -> Scheme:
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT
