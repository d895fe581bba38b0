"""The look: readable in every scheme, followed live, and never dependent on colour alone."""

import re
from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from app.ui import theme
from app.ui.theme.icons import icon
from app.ui.theme.sheet import FAMILY, style_sheet
from app.ui.theme.tokens import DARK, LIGHT, Tokens, high_contrast
from app.ui.widgets import parts
from app.ui.widgets.picker import Picker, Tick
from tests.grids import in_each

pytestmark = pytest.mark.looks

GROUNDS = ("ground", "card", "guidance")
WORDS = ("ink", "muted", "accent", "red", "amber", "green")
PAIRS = (
    *product(WORDS, GROUNDS),
    ("on_accent", "accent"),
    ("on_red", "red"),
    ("on_rail", "rail"),
    ("on_rail", "rail_lit"),
    *((name, f"{name}_soft") for name in ("accent", "red", "amber", "green")),
    ("ink", "accent_soft"),
    ("ink", "red_soft"),
)


def black_and_yellow() -> Tokens:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00ffff"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    return high_contrast(palette)


def contrast(one, other):
    """Return the contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    shade = QColor(colour)
    red, green, blue = map(linear, (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


SCHEMES = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, black_and_yellow()], ids=["light", "dark", "high"]
)


@SCHEMES
@in_each("pair", PAIRS)
def test_words_stand_out_from_their_ground(tokens, pair):
    words, ground = pair
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["card", "ground"])
def test_the_edge_of_what_can_be_filled_in_is_seen(tokens, ground):
    assert contrast(tokens.edge, getattr(tokens, ground)) >= 2.85


def test_contrast_is_what_the_guideline_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_the_style_sheet_has_no_colours_but_the_tokens(tokens):
    known = {getattr(tokens, field.name) for field in fields(Tokens)}
    assert set(re.findall(r"#[0-9a-f]{6}", style_sheet(tokens))) <= known


def test_the_words_are_set_in_the_one_typeface(qapp):
    assert qapp.font().family() == FAMILY
    assert QLabel("x").fontInfo().family() == FAMILY


def test_an_icon_follows_the_scheme(qapp):
    drawn = icon("check", "ink")
    assert strongest(drawn) == QColor(LIGHT.ink)
    theme.apply(qapp, theme.Scheme.DARK)
    try:
        assert strongest(drawn) == QColor(DARK.ink)
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)


def strongest(drawn) -> QColor:
    image = drawn.pixmap(QSize(48, 48)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return next(pixel for pixel in pixels if pixel.alpha() == 255)


def test_labels_show_text_as_it_is(qtbot):
    made = parts.label("<b>not bold</b>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_button_shows_an_ampersand_as_it_is(qtbot):
    made = parts.plain("Bed & board")
    qtbot.addWidget(made)
    assert made.text() == "Bed && board"


def test_a_banner_says_its_sentence_and_passes_the_press_on(qtbot):
    banner = parts.Banner("Refer now.", "Record decision")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.pressed):
        banner.findChild(parts.QPushButton).click()
    banner.say("Done.")
    assert banner.findChild(parts.QPushButton).isHidden()


def test_long_words_of_a_tick_take_more_lines(qtbot):
    tick = Tick("A rather long sentence that cannot stand on one line of a narrow page")
    qtbot.addWidget(tick)
    assert tick.heightForWidth(160) > tick.heightForWidth(900)


def test_a_picker_draws_nothing_dark_at_its_edge(qtbot):
    """The arrow of the style drew a dark edge at the right of every list."""
    holder = QWidget()
    qtbot.addWidget(holder)
    picker = Picker()
    picker.addItems(["One", "Two"])
    holder.setLayout(parts.column(picker))
    holder.resize(200, 60)
    holder.show()
    image = picker.grab().toImage()
    edge = [image.pixelColor(image.width() - at, image.height() // 2) for at in range(2, 9)]
    assert {colour.name() for colour in edge} == {LIGHT.card}


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_every_line_of_a_list_is_whole_below_its_box(qtbot):
    """Laid over its box, the list of the style cut its last line for an arrow to scroll by."""
    holder = QWidget()
    qtbot.addWidget(holder)
    picker = Picker()
    picker.addItems([f"Line {at}" for at in range(4)])
    holder.setLayout(parts.column(picker))
    holder.show()
    picker.showPopup()
    shown = picker.view()
    assert shown.mapToGlobal(QPoint()).y() >= picker.mapToGlobal(picker.rect().bottomLeft()).y()
    last = shown.visualRect(picker.model().index(3, 0))
    assert shown.viewport().rect().contains(last)
    picker.hidePopup()
