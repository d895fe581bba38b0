"""Text boxes take plain words and nothing else, by every door."""

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.kit.text import IMAGERY_REFUSED, LONGEST, LONGEST_LINE, UNSEEN_LEFT_OUT
from app.ui.forms import FormView
from app.ui.forms.boxes import FILE_REFUSED, PICTURE_LEFT_OUT, LineBox, WordsBox
from tests.ui.forms.every_kind import EveryKind

pytestmark = pytest.mark.looks

BOXES = pytest.mark.parametrize("make", [LineBox, WordsBox])


def with_image():
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    return mime


def with_file():
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/somewhere/IMG_0001.jpg")])
    mime.setText("/somewhere/IMG_0001.jpg")
    return mime


def with_html_picture():
    mime = QMimeData()
    mime.setHtml("<p>Hello <img src='data:image/png;base64,AAAA'></p>")
    mime.setText("Hello")
    return mime


def with_code():
    mime = QMimeData()
    mime.setText("look: data:image/png;base64,iVBORw0KGgo")
    return mime


CASES = pytest.mark.parametrize(
    ("mime", "kept", "sentence"),
    [
        (with_image, "", FILE_REFUSED),
        (with_file, "", FILE_REFUSED),
        (with_html_picture, "Hello", PICTURE_LEFT_OUT),
        (with_code, "", IMAGERY_REFUSED),
    ],
    ids=["image", "file", "html", "code"],
)


@pytest.fixture
def box(qtbot, make):
    made = make()
    qtbot.addWidget(made)
    made.show()
    return made


def words_of(box):
    return box.text() if isinstance(box, QLineEdit) else box.words()


@BOXES
@CASES
def test_pasted_imagery_is_refused_and_the_words_are_kept(box, qtbot, mime, kept, sentence):
    QGuiApplication.clipboard().setMimeData(mime())
    with qtbot.waitSignal(box.refused) as told:
        QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [sentence]
    assert words_of(box) == kept


@BOXES
@CASES
def test_dropped_imagery_is_refused_and_the_words_are_kept(box, qtbot, mime, kept, sentence):
    carried = mime()
    target = box if isinstance(box, QLineEdit) else box.viewport()
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    with qtbot.waitSignal(box.refused, timeout=1000) as told:
        QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *how))
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *how))
    assert told.args == [sentence]
    assert words_of(box) == kept


def test_the_menu_of_a_line_pastes_by_the_same_door(qtbot):
    box = LineBox()
    qtbot.addWidget(box)
    box.show()
    QGuiApplication.clipboard().setMimeData(with_file())
    menu = box.context_menu()
    paste = next(one for one in menu.actions() if one.objectName() == "edit-paste")
    with qtbot.waitSignal(box.refused):
        paste.trigger()
    assert box.text() == ""


@BOXES
def test_pasted_words_are_cleaned(box):
    mime = QMimeData()
    mime.setText("a\x00b\x07 caf\u0065\u0301")
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert words_of(box) == "ab café"


def test_several_pasted_lines_become_one_in_a_line(qtbot):
    box = LineBox()
    qtbot.addWidget(box)
    mime = QMimeData()
    mime.setText("one\r\ntwo\n")
    box.put(mime)
    assert box.text() == "one two"


def test_why_a_picture_was_refused_stands_at_the_field_until_the_next_key(qtbot, context):
    view = FormView(EveryKind, context)
    qtbot.addWidget(view)
    view.show()
    box = view.findChild(QWidget, "words")
    box.insertFromMimeData(with_image())
    field = view.sheet.fields["words"]
    assert field.problem.words == FILE_REFUSED
    assert field.problem.isVisible()
    assert box.property("wrong") is True
    QTest.keyClick(box, Qt.Key.Key_A)
    assert field.problem.words == ""
    assert not field.problem.isVisible()


def test_tab_leaves_a_long_text(qtbot, context):
    view = FormView(EveryKind, context)
    qtbot.addWidget(view)
    view.show()
    view.go_to("words")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget().objectName() == "exact"
    assert view.answers() == {}


def test_a_box_grows_with_its_text_up_to_a_limit(qtbot):
    box = WordsBox()
    qtbot.addWidget(box)
    box.resize(400, 80)
    box.show()
    empty = box.height()
    box.setPlainText("line\n" * 6)
    grown = box.height()
    box.setPlainText("line\n" * 200)
    assert empty < grown < box.height() < 400
    box.clear()
    assert box.height() == empty


def pasted(box, text):
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@BOXES
def test_four_hundred_thousand_characters_are_put_in_as_far_as_they_fit_and_that_is_said(
    box, qtbot
):
    fits = LONGEST if isinstance(box, WordsBox) else LONGEST_LINE
    words = "a few words " * (400_000 // 12 + 1)
    with qtbot.waitSignal(box.refused) as told:
        pasted(box, words)
    assert words_of(box) == words[:fits]
    assert f"too long: {fits:,} more characters fitted here" in told.args[0]
    with qtbot.waitSignal(box.refused) as told:
        pasted(box, "one more")
    assert "nothing was put in" in told.args[0]
    assert words_of(box) == words[:fits]
    box.selectAll()
    with qtbot.assertNotEmitted(box.refused):
        pasted(box, "instead")
    assert words_of(box) == "instead"


@BOXES
def test_marks_nobody_sees_are_left_out_of_what_is_pasted_and_that_is_said(box, qtbot):
    with qtbot.waitSignal(box.refused) as told:
        pasted(box, "Ava\u202e Sto\u200bne")
    assert told.args == [UNSEEN_LEFT_OUT]
    assert words_of(box) == "Ava Stone"


@pytest.mark.parametrize("name", ["line", "words", "exact", "address", "moment", "staff"])
def test_half_a_character_reaches_no_answer_and_no_draft(qtbot, context, name):
    view = FormView(EveryKind, context)
    qtbot.addWidget(view)
    view.show()
    box = view.sheet.spot(name)
    pasted(getattr(box, "box", box), "no \ud800 day")
    given = [view.answers(), view.raw_texts()]
    assert "day" in str(given)
    msgspec.json.encode(given)
