"""The window: its rail, its pages, its one title, and names for everything that can be used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
)

from app.ui.shell.rail import RailButton
from app.ui.widgets.messages import Message
from app.vault.errors import Damaged, DiskFull

USABLE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


@pytest.fixture
def window(week, open_window):
    return open_window(week)


def lit(window):
    return [button.text() for button in window.findChildren(RailButton) if button.isChecked()]


def press(window, key, modifier=Qt.KeyboardModifier.ControlModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def close_message(window):
    message = window.findChild(Message)
    assert message
    text = " ".join(label.text() for label in message.findChildren(QLabel))
    message.close()
    return text


def test_it_opens_at_today(window):
    assert window.page.title == "Today"
    assert lit(window) == ["Today"]


def test_the_rail_goes_from_page_to_page(window, qtbot):
    qtbot.mouseClick(window.findChild(RailButton, "rail_cases"), Qt.MouseButton.LeftButton)
    assert (window.page.title, lit(window)) == ("Cases", ["Cases"])
    press(window, Qt.Key.Key_1)
    assert (window.page.title, lit(window)) == ("Today", ["Today"])


def test_a_case_is_shown_by_one_page_with_its_form_and_draft(window):
    window.open_case("some-case", "note", "some-draft")
    first = window.page
    window.show_page("Today")
    window.open_case("another")
    assert window.page is first
    assert first.shown == [("some-case", "note", "some-draft"), ("another", None, None)]
    assert lit(window) == ["Cases"]


def test_ctrl_n_begins_a_new_concern_from_any_page(window):
    window.show_page("Cases")
    press(window, Qt.Key.Key_N)
    assert window.page.shown == [(None, None, None)]


def test_a_page_is_not_left_while_its_words_cannot_be_kept(window):
    window.open_case("some-case")
    window.page.error = DiskFull()
    window.show_page("Today")
    assert window.page.title == "Case"
    assert lit(window) == ["Cases"]
    assert "disk is full" in close_message(window)


def test_a_damaged_casebook_is_told_of_in_its_own_sentence(window, monkeypatch):
    def fail():
        raise Damaged

    monkeypatch.setattr(window._pages["Cases"], "refresh", fail)
    window.show_page("Cases")
    assert "records file is damaged" in close_message(window)


def test_every_title_is_the_name_of_the_program_and_nothing_else(window):
    window.show_page("Cases")
    window.open_case("some-case")
    window.page.error = DiskFull()
    window.show_page("Today")
    titles = {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()}
    assert titles == {"DSL Casebook"}
    close_message(window)


def test_everything_that_can_be_used_has_a_name_and_says_what_it_is(window):
    window.show_page("Cases")
    nameless = [
        widget
        for page in (window._rail, *window._pages.values())
        for kind in USABLE
        for widget in page.findChildren(kind)
        if not isinstance(widget, QHeaderView)  # words, not something to press
        if widget.window() is window  # what drops down from a box is named by the box
        if not widget.objectName().startswith("qt_")  # Qt's own, such as the corner of a table
        if not widget.objectName() or not widget.accessibleName()
    ]
    assert [(type(widget).__name__, widget.objectName()) for widget in nameless] == []


def test_every_word_on_the_pages_is_shown_as_it_is(window):
    window.show_page("Cases")
    starred = '&nbsp;<span style="color: '  # a declared question that needs an answer
    labels = [label for label in window.findChildren(QLabel) if starred not in label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_tab_reaches_everything_on_today_and_comes_round(window):
    reached = []
    while QApplication.focusWidget() not in reached and len(reached) < 200:
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    wanted = [
        widget
        for kind in USABLE
        for widget in window.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {widget.objectName() for widget in wanted} <= {w.objectName() for w in reached}
    assert "rail_lock" in {widget.objectName() for widget in reached}


def test_the_lock_is_at_the_foot_of_the_rail(window, qtbot, left):
    qtbot.mouseClick(window.findChild(RailButton, "rail_lock"), Qt.MouseButton.LeftButton)
    assert left == ["replaced"]
