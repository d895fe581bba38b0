"""Check a document on screen: files and words, typed, pasted, dropped, and never a dead end."""

import os
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from app.casework.documents import issue
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.words import word_list
from app.papers.kinds import offer_of
from app.typesetting.document import protected
from app.ui.paper import check_panel
from app.ui.paper.check_panel import CheckPanel
from app.ui.widgets import tasks
from tests.casefold import concern
from tests.sessions import Clock, new_desk


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    yield made
    made.close()


@pytest.fixture
def panel(qtbot, session):
    made = CheckPanel(session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def saved(session, tmp_path):
    """An issued chronology as a file, and its entry."""
    case = seal(session, ConcernReceived, concern())
    issued = issue(session, case, offer_of(case, "chronology"))
    path = tmp_path / "saved.pdf"
    path.write_bytes(issued.document.pdf)
    return path, documents_of(issued.case)[0]


def press(panel, name):
    panel.findChild(QAbstractButton, name).click()
    assert tasks.wait()


def shown(panel):
    """The verdict, "" when none is shown, and the sentence."""
    verdict = panel.findChild(QLabel, "check_verdict")
    sentence = panel.findChild(QLabel, "check_sentence")
    return verdict.text() if verdict.isVisibleTo(panel) else "", sentence.text()


def checked(panel, path):
    panel.check_file(path)
    assert tasks.wait()
    return shown(panel)


def typed(panel, text):
    box = panel.findChild(QLineEdit, "check_words")
    box.setText(text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    return shown(panel)


def test_nothing_is_said_before_anything_was_checked(panel):
    assert shown(panel) == ("", "")
    assert not panel.locked.isVisibleTo(panel)


def test_a_file_is_as_issued_and_one_byte_more_makes_it_altered(panel, saved):
    path, entry = saved
    verdict, sentence = checked(panel, path)
    assert (verdict, entry.number in sentence) == ("Exactly as issued", True)
    path.write_bytes(path.read_bytes() + b" ")
    assert checked(panel, path)[0] == "Altered"


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "is empty"), (b"\x89PNG", "not a PDF"), (b"%PDF-1.4", "Nothing like this")],
)
def test_any_other_file_is_spoken_of_in_words(panel, tmp_path, data, says):
    path = tmp_path / "other.pdf"
    path.write_bytes(data)
    assert says in checked(panel, path)[1]


def test_a_huge_file_a_folder_and_one_that_is_gone_are_spoken_of_in_words(panel, tmp_path):
    huge = tmp_path / "huge.pdf"
    huge.write_bytes(b"%PDF-1.7")
    os.truncate(huge, 100_000_000)
    assert "larger than any" in checked(panel, huge)[1]
    assert "not a file" in checked(panel, tmp_path)[1]
    assert "no longer there" in checked(panel, tmp_path / "gone.pdf")[1]


def test_while_a_slow_disk_is_read_it_says_so_and_words_can_be_checked(panel, saved, monkeypatch):
    path, entry = saved
    go_on, really = Event(), check_panel.read_claims

    def slowly(*given):
        go_on.wait(10)
        return really(*given)

    monkeypatch.setattr(check_panel, "read_claims", slowly)
    panel.check_file(path)
    assert shown(panel) == ("", "The file is being read.")
    said = typed(panel, entry.words)
    go_on.set()
    assert tasks.wait()
    assert shown(panel) == said
    assert said[0] == "Exactly as issued"


def test_a_locked_pdf_asks_for_its_passphrase_and_keeps_it_nowhere(panel, saved):
    path, entry = saved
    path.write_bytes(protected(path.read_bytes(), "harbour velvet"))
    assert "protected" in checked(panel, path)[1]
    asked = panel.findChild(QLineEdit, "check_passphrase")
    assert asked.isVisibleTo(panel)
    assert asked.echoMode() is QLineEdit.EchoMode.Password
    asked.setText("wrong")
    press(panel, "check_inside")
    assert "does not open it" in shown(panel)[1]
    QTest.keyClicks(asked, "harbour velvet")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert tasks.wait()
    verdict, sentence = shown(panel)
    assert (verdict, entry.number in sentence) == ("Altered", True)
    assert asked.text() == ""
    assert not panel.findChild(QWidget, "check_passphrase").isVisibleTo(panel)


def test_words_are_checked_with_the_return_key_and_with_the_button(panel, saved):
    _, entry = saved
    assert typed(panel, entry.words.replace(" ", ", ").upper())[0] == "Exactly as issued"
    panel.box.setText("zoo " * 6)
    press(panel, "check_typed")
    assert shown(panel)[0] == "Not known here"


def test_lines_pasted_into_the_box_are_words_as_well(panel, saved, qapp):
    _, entry = saved
    qapp.clipboard().setText("Check words: " + entry.words.replace(" ", "\n"))
    panel.box.paste()
    press(panel, "check_typed")
    assert shown(panel)[0] == "Exactly as issued"


@pytest.mark.parametrize(
    ("text", "says"), [("zoo", "here are 1"), ("harbr zoo", "Is it"), ("", "here are 0")]
)
def test_words_that_cannot_be_looked_up_leave_no_verdict(panel, text, says):
    verdict, sentence = typed(panel, text)
    assert verdict == ""
    assert says in sentence


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_each_word_is_completed_by_keyboard_alone(panel, saved):
    _, entry = saved
    box = panel.box
    box.setFocus()
    for word in entry.words.split():
        if box.text():
            QTest.keyClicks(box, " ")
        QTest.keyClicks(box, word[:4].upper())
        if len(word) > 4:
            popup = box.completer().popup()
            assert popup.isVisible(), word
            QTest.keyClick(popup, Qt.Key.Key_Down)
            QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text().lower() == entry.words
    press(panel, "check_typed")
    assert shown(panel)[0] == "Exactly as issued"


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_finished_word_and_a_seventh_are_not_completed(panel):
    box = panel.box
    QTest.keyClicks(box, "zoo")
    assert box.completer().model().stringList() == []
    QTest.keyClicks(box, " " + " ".join(word_list()[:5]) + " har")
    assert box.completer().model().stringList() == []


def test_everything_on_it_has_a_name_that_is_read_aloud(panel):
    for part in (*panel.findChildren(QAbstractButton), *panel.findChildren(QLineEdit)):
        assert part.accessibleName()
