"""The pages of a PDF stand below each other, and those in sight alone are drawn."""

from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.ui.paper.pages import EDGE, GAP, Pages, PageView

pytestmark = pytest.mark.looks

COLOURS = ("#a4262c", "#1f6b3a", "#0f5c63", "#8a5a00", "#12343a")


@pytest.fixture(scope="module")
def pdf():
    """Five pages, each all of one colour."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for colour in COLOURS:
        canvas.setFillColor(colour)
        canvas.rect(0, 0, *A4, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@pytest.fixture
def view(qtbot, pdf):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_pages(Pages(pdf))
    made.show()
    return made


def colour_in_the_middle(view):
    picture = view.viewport().grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2)


@pytest.mark.parametrize("page", range(5))
def test_a_page_that_is_gone_to_is_the_page_in_sight(view, page):
    view.go_to(page)
    assert colour_in_the_middle(view) == QColor(COLOURS[page])


def test_pages_are_as_wide_as_there_is_room_and_stay_in_sight_when_that_changes(view):
    view.go_to(3)
    view.resize(900, 300)
    assert colour_in_the_middle(view) == QColor(COLOURS[3])
    wide = view.viewport().width() - 2 * EDGE
    tall = round(wide * A4[1] / A4[0])
    deep = view.verticalScrollBar().maximum() + view.viewport().height()
    assert deep == 5 * tall + 4 * GAP + 2 * EDGE


def test_pages_out_of_sight_are_not_kept(view):
    view.go_to(4)
    view.grab()
    assert list(view._drawn) == [4]


def test_other_pages_are_shown_from_the_first_on(view, pdf):
    view.go_to(3)
    view.show_pages(Pages(pdf))
    assert colour_in_the_middle(view) == QColor(COLOURS[0])


def test_what_was_let_go_of_is_no_longer_there(view):
    pages = view.pages
    assert len(pages) == 5
    view.show_pages(Pages())
    assert len(pages) == len(view.pages) == 0
    assert view.verticalScrollBar().maximum() == 0


def test_an_arrow_key_moves_a_line_or_more_and_not_a_pixel(qtbot, view):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() >= 16
