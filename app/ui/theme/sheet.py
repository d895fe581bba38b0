"""The one style sheet, built from tokens. The `part` property of a widget selects its style."""

from contextlib import suppress
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.typesetting.faces import FACES, LETTERS, SIGNS, packed, path_of
from app.ui.theme.marks import without_marks
from app.ui.theme.tokens import Tokens

FAMILY = "Atkinson Hyperlegible"
SECOND = "Noto Sans"
"""For letters and marks the first one lacks. In other scripts Qt looks through all it knows."""
BASE_SIZE = 15
"""Size of normal text in pixels, at 100 %."""


_LATER = 1_000
"""How long after the start, in milliseconds, the faces that have to be unpacked are loaded."""


def load_fonts(app: QApplication) -> None:
    """Make Atkinson Hyperlegible the font of the application, with the faces of other scripts."""
    _load_files()
    _load_scripts()
    QTimer.singleShot(_LATER, load_signs)
    font = QFont([FAMILY, SECOND])
    font.setPixelSize(BASE_SIZE)
    app.setFont(font)


@cache
def _load_files() -> None:
    folder = files("fontpkg_atkinson_hyperlegible") / "files"
    for style in ("Regular", "Italic", "Bold", "BoldItalic"):
        face = without_marks((folder / f"AtkinsonHyperlegible-{style}.ttf").read_bytes())
        QFontDatabase.addApplicationFontFromData(QByteArray(face))


@cache
def _load_scripts() -> None:
    """Tell Qt where the other faces are: it reads them only as far as they are needed."""
    for face in (LETTERS, *FACES):
        if face.package != SIGNS:
            with suppress(ModuleNotFoundError):
                QFontDatabase.addApplicationFont(path_of(face))


@cache
def load_signs() -> None:
    """Load the faces of styled letters and rare signs."""
    for face in FACES:
        if face.package == SIGNS:
            with suppress(ModuleNotFoundError):
                QFontDatabase.addApplicationFontFromData(QByteArray(packed(face)))


_Role = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of these tokens."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.ground,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.card,
        _Role.AlternateBase: tokens.ground,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.red,
        _Role.Light: tokens.card,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.edge,
        _Role.ToolTipBase: tokens.card,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
    }


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet for these tokens."""
    return "".join(
        (
            _surfaces(tokens),
            _words(tokens),
            _buttons(tokens),
            _fields(tokens),
            _options(tokens),
            _ways(tokens),
            _extras(tokens),
        )
    )


def _surfaces(t: Tokens) -> str:
    return f"""
    QFrame[part="card"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 8px; }}
    QFrame[part="row"] {{ background: {t.ground}; border: 1px solid {t.line}; border-radius: 6px; }}
    QFrame[part="guidance"] {{
        background: {t.guidance}; border: 1px solid {t.guidance_line}; border-radius: 8px; }}
    QFrame[part="banner"] {{
        background: {t.red_soft}; border: 1px solid {t.red_line}; border-radius: 6px; }}
    QFrame[part="hairline"] {{ background: {t.line}; border: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollArea > QWidget > QWidget[part="page"] {{ background: transparent; }}
    QToolTip {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.edge}; padding: 4px; }}
    """


def _words(t: Tokens) -> str:
    chips = "".join(
        f'QLabel[part="chip"][tone="{tone}"] {{ color: {text}; background: {soft}; }}'
        for tone, text, soft in (
            ("neutral", t.muted if t.accent_soft == t.card else t.accent, t.accent_soft),
            ("green", t.green, t.green_soft),
            ("amber", t.amber, t.amber_soft),
            ("red", t.red, t.red_soft),
        )
    )
    edge = f"border: 1px solid {t.ink};" if t.accent_soft == t.card else ""
    return f"""
    QLabel[part="title"] {{ color: {t.ink}; font-size: 21px; font-weight: 700; }}
    QLabel[part="heading"] {{ color: {t.ink}; font-size: 16px; font-weight: 700; }}
    QLabel[part="muted"] {{ color: {t.muted}; }}
    QLabel[part="small"] {{ color: {t.muted}; font-size: 13px; }}
    QLabel[part="alarm"] {{ color: {t.red}; }}
    QLabel[part="chip"] {{ font-size: 12px; padding: 2px 12px; border-radius: 9px; {edge} }}
    {chips}
    """


def _buttons(t: Tokens) -> str:
    return f"""
    QPushButton[part] {{ min-height: 20px; padding: 7px 16px; border-radius: 6px; outline: none;
        color: {t.ink}; background: {t.card}; border: 1px solid {t.edge}; }}
    QPushButton[part]:hover {{ background: {t.accent_soft}; }}
    QPushButton[part]:focus {{ border: 2px solid {t.accent}; padding: 6px 15px; }}
    QPushButton[part]:disabled {{
        color: {t.muted}; border-color: {t.line}; background: {t.ground}; }}
    QPushButton[part="primary"] {{ font-weight: 700;
        color: {t.on_accent}; background: {t.accent}; border-color: {t.accent}; }}
    QPushButton[part="danger"] {{ font-weight: 700;
        color: {t.on_red}; background: {t.red}; border-color: {t.red}; }}
    QPushButton[part="primary"]:focus, QPushButton[part="danger"]:focus {{
        border: 2px solid {t.ink}; }}
    QPushButton[part="banner"] {{ background: {t.red_soft}; border-color: {t.red_line}; }}
    QPushButton[part="quiet"] {{ color: {t.accent}; background: transparent;
        border-color: transparent; padding: 7px 8px; text-align: left; }}
    QPushButton[part="quiet"]:focus {{ border: 2px solid {t.accent}; padding: 6px 7px; }}
    QPushButton[part="sentence"] {{
        background: transparent; border-color: transparent; padding: 0; }}
    QPushButton[part="sentence"]:focus {{ border: 2px solid {t.red}; padding: 0; }}
    QFrame[part="guidance"] QPushButton[part="sentence"]:focus {{ border-color: {t.accent}; }}
    QPushButton[part="suggestion"] {{ text-align: left; border-color: transparent; padding: 0; }}
    QPushButton[part="suggestion"]:focus {{
        border: 2px solid {t.accent}; background: {t.accent_soft}; padding: 0; }}
    QPushButton[part="toggle"] {{ padding: 3px 12px; border-radius: 14px; color: {t.ink}; }}
    QPushButton[part="toggle"]:focus {{ border: 2px solid {t.accent}; padding: 2px 11px; }}
    QPushButton[part="toggle"]:checked {{ font-weight: 700;
        color: {t.accent}; background: {t.accent_soft}; border-color: {t.accent}; }}
    """


def _ways(t: Tokens) -> str:
    """Return the style of navigation: tabs, and the stages of handling."""
    return f"""
    QPushButton[part="tab"] {{ min-height: 22px; padding: 7px 16px 8px 16px; border-radius: 0;
        color: {t.muted}; background: transparent; border: none;
        border-bottom: 3px solid transparent; }}
    QPushButton[part="tab"]:hover {{ color: {t.ink}; background: transparent; }}
    QPushButton[part="tab"]:checked {{ font-weight: 700;
        color: {t.accent}; border-bottom: 3px solid {t.accent}; }}
    QPushButton[part="tab"]:focus {{ color: {t.ink}; background: {t.accent_soft};
        border: none; border-bottom: 3px solid {t.accent}; padding: 7px 16px 8px 16px; }}
    QPushButton[part="stage"] {{ min-height: 16px; padding: 4px 10px; text-align: left;
        background: transparent; border: 1px solid transparent; }}
    QPushButton[part="stage"]:hover {{ background: {t.ground}; }}
    QPushButton[part="stage"]:checked {{ font-weight: 700;
        color: {t.accent}; background: {t.accent_soft}; }}
    QPushButton[part="stage"]:focus {{ border: 2px solid {t.accent}; padding: 3px 9px; }}
    """


def _fields(t: Tokens) -> str:
    boxes = "QLineEdit, QPlainTextEdit, QComboBox"

    def each(state: str) -> str:
        return ", ".join(box + state for box in boxes.split(", "))

    return f"""
    {boxes} {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.edge};
        border-radius: 6px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; placeholder-text-color: {t.muted}; }}
    QLineEdit {{ padding: 6px 9px; min-height: 22px; }}
    QComboBox {{ padding: 6px 28px 6px 11px; min-height: 22px; combobox-popup: 0; }}
    QComboBox:editable {{ padding-left: 9px; }}
    QPlainTextEdit {{ padding: 5px 8px; }}
    {each(":focus")} {{ border: 2px solid {t.accent}; }}
    QLineEdit:focus {{ padding: 5px 8px; }}
    QComboBox:focus {{ padding: 5px 27px 5px 10px; }}
    QComboBox:editable:focus {{ padding-left: 8px; }}
    QPlainTextEdit:focus {{ padding: 4px 7px; }}
    {each('[wrong="true"]')} {{ border-color: {t.red}; }}
    {each(":disabled")} {{ color: {t.muted}; background: {t.ground}; border-color: {t.line}; }}
    QComboBox[empty="true"] {{ color: {t.muted}; }}
    QComboBox::drop-down {{ border: none; width: 0; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; padding: 0; min-height: 0;
        background: transparent; }}
    QListView[part="offers"] {{ background: {t.card}; color: {t.ink}; outline: none;
        border: 1px solid {t.edge}; padding: 4px; }}
    QComboBox QListView[part="offers"] {{ border: none; }}
    QComboBoxPrivateContainer {{ background: {t.card}; border: 1px solid {t.edge}; }}
    QListView[part="offers"]::item {{ min-height: 30px; padding: 0 8px; border-radius: 4px; }}
    QListView[part="offers"]::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
    """


def _options(t: Tokens) -> str:
    return f"""
    QRadioButton[part="option"] {{ background: {t.card}; color: {t.ink}; spacing: 7px;
        border: 1px solid {t.edge}; padding: 6px 12px 6px 10px; min-height: 20px; }}
    QRadioButton[part="option"][place="first"] {{ border-right: none;
        border-top-left-radius: 6px; border-bottom-left-radius: 6px; }}
    QRadioButton[part="option"][place="last"] {{ border-left: none;
        border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
    QRadioButton[part="option"]:hover {{ background: {t.accent_soft}; }}
    QRadioButton[part="option"]:checked {{ background: {t.accent_soft}; color: {t.accent}; }}
    QRadioButton[part="option"][wrong="true"] {{ border-color: {t.red}; }}
    QRadioButton[part="option"]::indicator {{ width: 12px; height: 12px; border-radius: 7px;
        border: 1px solid {t.edge}; background: {t.card}; }}
    QRadioButton[part="option"]::indicator:checked {{ width: 6px; height: 6px;
        border: 4px solid {t.accent}; }}
    QRadioButton[part="option"]:focus {{ border: 2px solid {t.accent}; border-radius: 6px;
        padding: 5px 11px 5px 9px; }}
    """


def _extras(t: Tokens) -> str:
    return f"""
    QFrame[part="popup"] {{ background: {t.card}; border: 1px solid {t.edge}; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.card}; }}
    QCalendarWidget QToolButton {{ color: {t.ink}; background: {t.card}; border: none;
        padding: 6px 8px; border-radius: 6px; font-weight: 700; }}
    QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{
        background: {t.accent_soft}; }}
    QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
    QCalendarWidget QAbstractItemView {{ background: {t.card}; outline: none;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QTableView[part="matrix"] {{ background: {t.card}; color: {t.ink}; gridline-color: {t.line};
        border: 1px solid {t.line}; border-radius: 8px; }}
    QTableView[part="matrix"]::item {{ padding: 4px 7px; }}
    QTableView[part="matrix"]:focus {{ border: 2px solid {t.accent}; }}
    QTableView[part="matrix"] QHeaderView {{ background: transparent; }}
    QTableView[part="matrix"] QHeaderView::section {{ background: {t.card}; color: {t.muted};
        padding: 6px 10px; border: none; border-bottom: 1px solid {t.line}; }}
    QTableView[part="matrix"] QHeaderView::section:vertical {{ color: {t.ink};
        border-right: 1px solid {t.line}; }}
    QTableView[part="matrix"] QTableCornerButton::section {{ background: {t.card}; border: none;
        border-bottom: 1px solid {t.line}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {t.edge}; border-radius: 4px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
