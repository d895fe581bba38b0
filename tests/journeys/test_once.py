"""Pressed twice, held down or locked in between: an entry is recorded once, and no word is lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.handling.form_panel import FormPanel
from app.vault.errors import DiskFull
from tests.sessions import PASSPHRASE


@pytest.fixture
def panel(opened, case_file):
    """A concern that is whole and not yet recorded."""
    opened.folder = opened.entrance.window._session.casebook.folder
    opened.press("today_new")
    made = opened.find(FormPanel, "form_panel")
    made.view.set_answers(case_file.steps[0].answers)
    made._changed()
    return made


def come_back(guide):
    """Come in again after a lock."""
    guide.unlock()
    guide.fill({"unlock_passphrase": PASSPHRASE})
    guide.press("unlock_button")


def recorded(guide):
    """Return how many entries each case has, and how many drafts are kept."""
    casebook = guide.page.session.casebook
    return [case.entries for case in casebook.lists.cases()], len(casebook.drafts.mine())


def test_a_double_click_records_once(opened, panel):
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(panel.add, Qt.MouseButton.LeftButton)
    opened.settle()
    assert recorded(opened) == ([1], 0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_a_key_held_down_records_once_at_most(opened, panel, case_file, key):
    panel.add.setFocus()
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    held = [(press, False), *[(release, True), (press, True)] * 30, (release, False)]
    for kind, repeated in held:
        focus = opened.shown.focusWidget() or panel.add
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(focus, QKeyEvent(kind, key, none, "", repeated))
        QApplication.processEvents()
    opened.settle()
    entries, _ = recorded(opened)
    if key is Qt.Key.Key_Space:
        assert entries == [1]
    else:  # Return does not record at all: it belongs to the words
        assert entries == []
        assert panel.view.answers() == case_file.steps[0].answers


def test_locking_the_moment_an_entry_is_sealed_keeps_it_once(opened, panel):
    panel.recorded.disconnect()
    panel.recorded.connect(lambda _case: opened.shown.lock())
    panel.add.click()
    come_back(opened)
    opened.press("case_2026-0001")
    assert recorded(opened) == ([1], 0)


def test_locking_the_moment_before_keeps_every_word_for_one_entry(opened, panel, case_file):
    opened.shown.lock()
    come_back(opened)
    opened.press(f"draft_{panel.draft}")
    again = opened.find(FormPanel, "form_panel")
    assert again.view.answers() == case_file.steps[0].answers
    again.add.click()
    opened.settle()
    assert recorded(opened) == ([1], 0)


def test_a_disk_that_is_full_just_then_loses_nothing_and_the_second_try_records_once(
    opened, panel, monkeypatch
):
    journal = panel.session.casebook.journal

    def full(*_entries, **_more):
        raise DiskFull

    with monkeypatch.context() as small:
        small.setattr(journal, "append", full)
        panel.add.click()
    opened.settle()
    assert recorded(opened) == ([], 1)
    panel.add.click()
    opened.settle()
    assert recorded(opened) == ([1], 0)
