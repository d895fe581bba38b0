"""What is typed in any script stands on screen as it is written, without boxes for letters."""

from importlib.resources import files

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QImage, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel

from app.typesetting.shaping import units_of
from app.ui.theme.marks import without_marks
from app.ui.theme.sheet import FAMILY, load_fonts, load_signs
from app.ui.widgets.parts import label
from tests.papers.scripts import TYPED


@pytest.fixture(scope="module", autouse=True)
def _faces(qapp):
    load_fonts(qapp)
    load_signs()


def set_in(words, *, bold=False):
    """The glyphs of a text and the families they are from, set as a label sets it."""
    font = QFont(QApplication.font())
    font.setBold(bold)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(10_000)
        line = layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return (
        [glyph for run in runs for glyph in run.glyphIndexes()],
        {run.rawFont().familyName() for run in runs},
    )


@pytest.mark.parametrize("bold", [False, True])
def test_no_letter_of_twenty_scripts_is_missing_on_screen(bold):
    assert [words for words in TYPED if 0 in set_in(words, bold=bold)[0]] == []


def test_the_face_of_english_keeps_all_its_letters_but_no_mark_alone():
    path = files("fontpkg_atkinson_hyperlegible") / "files" / f"{FAMILY.replace(' ', '')}-Bold.ttf"
    given = path.read_bytes()
    fonts = [QRawFont(QByteArray(it), 12) for it in (given, without_marks(given))]
    whole, bare = (
        {code for code in range(0x3000) if font.supportsCharacter(code)} for font in fonts
    )
    assert len(bare) > 300
    assert {chr(code) for code in whole - bare} == {
        chr(it) for it in whole & {*range(0x300, 0x370)}
    }


@pytest.mark.parametrize("words", ["ẹ́", "Ṣọ̀kọ̀tọ́"])
def test_a_letter_and_its_marks_are_of_one_face(words):
    for unit in units_of(words):
        assert len(set_in(unit)[1]) == 1


def test_letters_of_english_stay_in_the_face_of_english():
    assert set_in("Zoë Siân Zażółć £5 – “yes”")[1] == {FAMILY}


def test_a_name_from_right_to_left_stands_where_other_names_stand(qtbot):
    edges = []
    for name in ("Ava Stone", "محمد العلي"):
        shown = label(name)
        qtbot.addWidget(shown)
        shown.resize(600, 40)
        picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ground = picture.pixel(599, 0)
        columns = range(picture.width())
        edges.append(next(x for x in columns if ground != picture.pixel(x, 20)))
    assert max(edges) < 20


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        ("2026-0001 · محمد العلي, 16, Year 12", True),
        ("He said “سأرسل!” twice.", False),
        ("محمد العلي", False),
        ("Zoë · Year 12", False),
    ],
)
def test_an_english_line_with_an_arabic_name_in_it_runs_as_english(qtbot, words, turned):
    shown = label(words)
    qtbot.addWidget(shown)
    assert shown.text() == words
    assert QLabel.text(shown) == ("\u200e" if turned else "") + words
