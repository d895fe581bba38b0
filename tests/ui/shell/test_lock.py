"""Locking: off the screen, words kept, casebook closed, process left, whatever is open."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu

from app.casework.opening import unlock_casebook
from app.ui.shell.idle import Reason
from app.vault.errors import DiskFull
from tests.sessions import PASSPHRASE, program
from tests.ui.shell.invented import open_dialog


@pytest.fixture
def window(session, open_window):
    shown = open_window(session)
    shown.new_concern()
    shown._case.line.setText("Ava says it was sent on Monday")
    return shown


def visible():
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def test_a_lock_keeps_the_draft_then_closes_the_casebook_then_leaves(window, session, clock, left):
    window._case.kept.clear()
    window.lock()
    assert window._case.kept == ["Ava says it was sent on Monday"]
    assert left == ["replaced"]
    again = unlock_casebook(program(clock), session.casebook.folder, PASSPHRASE)
    again.close()


def test_everything_is_off_the_screen_before_anything_else_happens(window, monkeypatch):
    seen = []
    dialog = open_dialog(window)
    monkeypatch.setattr(window._case, "keep_draft", lambda: seen.append(visible()))
    began = time.monotonic()
    window.lock()
    assert seen == [[]]
    assert time.monotonic() - began < 0.2
    dialog.deleteLater()


@pytest.mark.parametrize("key", [Qt.Key.Key_F12, Qt.Key.Key_L])
def test_ctrl_l_and_f12_lock_with_a_modal_dialog_open(window, qtbot, left, key):
    dialog = open_dialog(window)
    field = QLineEdit(dialog)
    control = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_L else Qt.KeyboardModifier(0)
    field.setFocus()
    assert QTest.qWaitForWindowExposed(dialog)
    QTest.keyClick(dialog.windowHandle(), key, control)
    assert left == ["replaced"]
    assert visible() == []
    dialog.deleteLater()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_lock_comes_through_an_open_menu(window, left):
    menu = QMenu(window)
    menu.addAction("Copy")
    menu.popup(window.pos())
    assert QTest.qWaitForWindowExposed(menu)
    QTest.keyClick(menu.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert left == ["replaced"]


def test_a_plain_l_is_only_a_letter(window, left):
    window._case.line.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_L)
    assert window._case.line.text().endswith("l")
    assert left == []


def test_the_watch_locks_when_nobody_is_there(window, left):
    window.idle.due.emit(Reason.IDLE)
    assert left == ["replaced"]


def test_the_process_is_left_once_however_often_a_lock_is_asked_for(window, left):
    window.lock()
    window.lock(Reason.IDLE)
    assert left == ["replaced"]


def test_the_process_is_left_even_when_the_casebook_does_not_close(
    window, session, left, monkeypatch
):
    def fail():
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(session.casebook, "close", fail)
        with pytest.raises(OSError):
            window.lock()
    assert left == ["replaced"]


def test_words_that_cannot_be_kept_are_hidden_and_not_thrown_away(window, session, left):
    window._case.error = DiskFull()
    window.lock()
    assert left == []
    (veil,) = visible()
    said = [label.text() for label in veil.findChildren(QLabel)]
    assert any("disk is full" in text for text in said)
    assert not any("Ava" in text for text in said)
    veil.close()
    assert veil.isVisible()
    window._case.error = None
    veil.try_again()
    assert left == ["replaced"]
    assert visible() == []
    with pytest.raises(Exception, match="closed"):
        session.casebook.lists.cases()


def test_closing_the_window_keeps_the_draft_and_closes_the_casebook(window, left):
    window._case.kept.clear()
    assert window.close()
    assert window._case.kept == ["Ava says it was sent on Monday"]
    assert left == []


def test_the_window_stays_when_closing_could_not_keep_the_draft(window):
    window._case.error = DiskFull()
    assert not window.close()
    assert [type(widget).__name__ for widget in visible()] == ["Veil"]
