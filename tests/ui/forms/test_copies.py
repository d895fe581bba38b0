"""Rows of copies on screen: one may come from another above it, and stays so as rows go."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopyState, HolderKind
from app.domain.kit.answers import Refers
from app.ui.forms.view import FormView

KNOWN = {"held_by": HolderKind.GROUP, "state": CopyState.KNOWN}
FIRST = KNOWN | {"name": "first"}
SECOND = KNOWN | {"name": "second", "came_from": "own:copy:1"}
THIRD = KNOWN | {"name": "third", "came_from": "own:copy:2"}


@pytest.fixture
def view(qtbot, context):
    view = FormView(LearnerConversation, replace(context, own="own"))
    qtbot.addWidget(view)
    view.show()
    return view


def editor(view):
    return view.editor("copies")


def sources(view):
    return [row.get("came_from") for row in editor(view).value()]


def offered(view, row):
    picker = editor(view).rows[row].sheet.spot("came_from")
    return [picker.itemText(at) for at in range(1, picker.count())]


def test_a_row_offers_the_copies_of_the_case_and_the_rows_above_it(view, context):
    view.set_answers({"copies": (FIRST, SECOND, THIRD)})
    known = [words for _, words in context.references(Refers.COPY)]
    assert offered(view, 0) == known
    assert offered(view, 2) == [*known, "group chat “first”", "group chat “second”"]


def test_where_rows_came_from_comes_back_as_it_was_given(view):
    view.set_answers({"copies": (FIRST, SECOND, THIRD)})
    assert sources(view) == [None, "own:copy:1", "own:copy:2"]
    view.set_answers({"copies": (FIRST, SECOND | {"came_from": "gone:copy:1"})})
    assert sources(view) == [None, "gone:copy:1"]


def test_taking_a_row_out_moves_the_others_and_forgets_only_what_came_from_it(view):
    view.set_answers({"copies": (FIRST, SECOND, THIRD, THIRD | {"came_from": "own:copy:1"})})
    editor(view).rows[1].removed.emit()
    assert sources(view) == [None, None, "own:copy:1"]
    editor(view).rows[0].removed.emit()
    assert sources(view) == [None, None]


def test_an_empty_row_counts_neither_as_a_copy_nor_as_a_place(view):
    view.set_answers({"copies": (FIRST, KNOWN | {"name": "second"}, THIRD)})
    editor(view).rows[0].sheet.set_answers({})
    assert sources(view) == [None, "own:copy:1"]
    editor(view).rows[0].sheet.set_answers(FIRST)
    assert sources(view) == [None, None, "own:copy:2"]


def test_a_row_renamed_is_offered_under_its_new_name_and_stays_chosen(view):
    view.set_answers({"copies": (FIRST, SECOND)})
    editor(view).rows[0].sheet.spot("name").setText("renamed")
    assert offered(view, 1)[-1] == "group chat “renamed”"
    assert sources(view)[1] == "own:copy:1"


def test_adding_a_copy_is_one_button_away(view):
    add = editor(view).findChild(QAbstractButton, "copies")
    add.click()
    assert len(editor(view).rows) == 1
    assert view.focusWidget().objectName() == "copies.1.held_by"
