"""An answer that may be begun with another: asked for by a press, and never over what is typed."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.forms.parents import ParentContact
from app.domain.kit.answers import YesNoUnknown
from app.ui.widgets.cards import scrolling
from tests.ui.forms.test_form_view import shown

TOLD = "That Ava was threatened."


@pytest.fixture
def contact(qtbot, context):
    view = shown(qtbot, ParentContact, context)
    view.set_answers({"reached": YesNoUnknown.YES, "told": TOLD})
    return view


def button(view):
    return view.findChild(QPushButton, "happened_begin")


def begun(view):
    button(view).click()
    return view.answers().get("happened")


def test_what_they_read_is_begun_with_what_they_were_told_at_a_press_alone(contact):
    assert "happened" not in contact.answers()
    assert begun(contact) == TOLD


def test_what_is_typed_already_stays_as_it_is(contact):
    contact.editor("happened").set_value("Ava asked for help.")
    assert begun(contact) == "Ava asked for help."


def test_where_nothing_was_told_nothing_is_begun(contact):
    contact.editor("told").set_value(None)
    assert begun(contact) is None


def test_the_button_says_which_answer_it_takes(contact):
    assert button(contact).text() == "Begin with “What they were told”"


def test_what_was_begun_is_seen_where_the_focus_then_is(contact):
    page = scrolling(contact)
    page.resize(640, 300)
    page.show()
    QApplication.processEvents()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    begun(contact)
    QApplication.processEvents()
    box = contact.editor("happened").stop
    assert page.window().focusWidget() is box
    assert box.visibleRegion().boundingRect().height() == box.height()
    page.takeWidget()  # each is taken down by its own owner
