"""The wording guard under a text box: it speaks, can be sent away, and holds nobody back."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.casework.guidance import read_wording
from app.domain.kit.text import LONGEST
from app.paths import resources
from app.ui.forms import FormView
from tests.ui.forms.every_kind import EveryKind

RULES = read_wording(resources())
WHY = "I asked: why did you send it?"


@pytest.fixture
def view(qtbot, context):
    made = FormView(EveryKind, dataclasses.replace(context, wording=RULES))
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


def write(view, name, text):
    editor = view.editor(name)
    editor.set_value(text)
    editor.guard.look()
    return editor


def said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def marked(editor):
    return [one.cursor.selectedText() for one in editor.box.extraSelections()]


def test_a_remark_stands_under_the_box_and_its_words_are_underlined(view):
    editor = write(view, "words", f"😀 {WHY}")
    assert marked(editor) == ["why did you"]
    assert "“why did you”: “Why” can sound like blame" in said(editor)
    assert "can sound like blame" in editor.box.accessibleDescription()


def test_it_speaks_by_itself_a_moment_after_the_last_key(view, qtbot):
    editor = view.editor("words")
    editor.set_value(WHY)
    assert not editor.guard.isVisible()
    qtbot.waitUntil(editor.guard.isVisible, timeout=3000)


def test_what_is_left_as_it_is_stays_so_while_the_text_goes_on(view):
    editor = write(view, "words", WHY)
    editor.guard.note.leave.setFocus()
    QTest.keyClick(editor.guard.note.leave, Qt.Key.Key_Space)
    editor.box.appendPlainText("He said nothing.")
    editor.guard.look()
    assert not editor.guard.isVisible()
    assert marked(editor) == []
    assert editor.value() == f"{WHY}\nHe said nothing."


def test_remarks_wait_behind_the_first(view):
    editor = write(view, "words", f"{WHY} She was asking for it.")
    assert "(and 1 more)" in said(editor)
    editor.guard.note.leave.click()
    assert "asking for it" in said(editor)


def test_a_copy_that_may_exist_brings_the_stop_card(view):
    editor = write(view, "words", "The tutor took a screenshot of the chat.")
    assert "Stop for a moment: a copy may exist" in said(editor)
    assert "Do not send it on" in said(editor)
    assert "Sources: UKCIS March 2024, viewing imagery (not seen" in said(editor)
    editor.guard.stop.leave.click()
    assert not editor.guard.isVisible()


def test_somebody_elses_exact_words_are_never_marked_though_a_copy_is_minded(view):
    editor = write(view, "exact", f"{WHY} He screenshotted it.")
    assert marked(editor) == []
    assert editor.guard.note is None
    assert editor.guard.stop.isVisible()


def test_a_remark_stops_nothing(view):
    write(view, "words", WHY)
    assert "words" not in [problem.name for problem in view.check()]


def test_without_rules_nothing_is_looked_for(qtbot, context):
    made = FormView(EveryKind, context)
    qtbot.addWidget(made)
    assert write(made, "words", WHY).guard.found == ()


def test_the_longest_text_is_looked_through(view):
    editor = write(view, "words", "why did you " * (LONGEST // 12))
    assert 0 < len(editor.guard.found) <= 100


def test_a_remark_says_below_it_what_it_rests_on_and_how_far_that_was_seen(view):
    editor = write(view, "words", "I asked her why did you send it.")
    assert "Sources: Staff guidance, “Interviewing" in said(editor)
    assert "(seen 22 Nov 2026)." in said(editor)
