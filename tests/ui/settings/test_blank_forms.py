"""Blank paper forms stand behind the contacts: found, shown, saved, and logged."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.domain.forms import on_paper
from app.domain.kit.form import form_name
from app.ui.contacts.blank_forms import BlankForms
from app.ui.widgets import tasks
from app.vault.events import Action


@pytest.fixture
def contacts(week, open_window):
    made = open_window(week)
    made.show_page("Contacts")
    made.page.findChild(QPushButton, "contacts_paper").click()
    return made.page


def press(page, name):
    page.findChild(QPushButton, name).click()
    assert tasks.wait()


def test_every_blank_form_is_on_the_list_with_words_for_a_screen_reader(contacts):
    for form in on_paper():
        button = contacts.findChild(QPushButton, f"blank_{form_name(form)}")
        assert form.title in button.accessibleName()


def test_a_blank_form_is_shown_saved_and_logged_and_back_leads_to_the_contacts(
    contacts, week, tmp_path
):
    press(contacts, "blank_concern_received")
    forms = contacts.findChild(BlankForms)
    assert forms.currentWidget() is forms.preview
    assert forms.preview.pages >= 3
    forms.preview.save(tmp_path / "blank.pdf")
    assert tasks.wait()
    assert (tmp_path / "blank.pdf").read_bytes().startswith(b"%PDF")
    assert week.casebook.events.tail(1)[0].action == Action.DOCUMENT_SAVED
    forms.preview.back.click()
    assert forms.preview.pages == 0
    forms.back.click()
    assert not forms.isVisibleTo(contacts)
    assert contacts.area.isVisibleTo(contacts)
