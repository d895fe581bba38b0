"""What is typed in settings and contacts and not saved: kept, said, and led back to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.casework import drafts
from app.domain.forms.settings import College
from app.domain.kit.filled import read_answers
from app.ui.widgets.parts import Chip
from tests.ui.settings.pressing import press, settle, write


def lock_and_unlock(session, window, open_window, page):
    """Lock, go in by a fresh window as the next process does, and go back by the kept row."""
    window.keep_draft()
    window.hide()
    again = open_window(session)
    settle()
    (row,) = [
        one
        for one in again.page.findChildren(QPushButton)
        if one.objectName().startswith("aside_") and one.isVisible()
    ]
    row.click()
    settle()
    assert again.page.title == page
    return again


@pytest.mark.parametrize(
    "typed",
    [
        ("Settings", None, "college_college", "college"),
        ("Settings", "limit_outcome_chase_set", "limit_outcome_chase_why", "limit_outcome_chase"),
        ("Settings", "duty_on", "duty_source", "duty"),
        ("Contacts", "contact_lado_edit", "contact_lado_hours", "contact_lado"),
    ],
)
def test_what_was_typed_and_not_saved_comes_back_after_a_lock_and_says_so(
    window, week, open_window, typed
):
    page, button, name, sentence = typed
    window.show_page(page)
    if button:
        press(window, button)
    write(window, **{name: "Half a word"})
    again = lock_and_unlock(week, window, open_window, page)
    assert again.page.findChild(QLineEdit, name).text() == "Half a word"
    told = again.page.findChild(QLabel, f"{sentence}_returned").text()
    assert told == (
        "What you typed here is back, as it stood on 19 Nov 2026, 10:30. It is not saved yet."
    )


def test_what_was_typed_is_kept_for_its_writer_only_and_in_no_setting(window, week):
    before = week.casebook.settings.all()
    write(window, college_address="3 Somewhere Lane")
    window.keep_draft()
    (aside,) = drafts.asides(week)
    assert read_answers(College, bytes(aside.answers))["address"] == "3 Somewhere Lane"
    assert drafts.kept(week) == ()
    assert week.casebook.settings.all() == before


def test_another_contact_takes_nothing_from_the_one_being_typed(contacts):
    press(contacts, "contact_lado_edit")
    write(contacts, contact_lado_hours="Nine to five")
    press(contacts, "contact_front_door_edit")
    press(contacts, "contact_lado_edit")
    assert contacts.page.findChild(QLineEdit, "contact_lado_hours").text() == "Nine to five"


def test_looking_for_a_contact_takes_nothing_from_the_one_being_typed(contacts):
    press(contacts, "contact_lado_edit")
    write(contacts, contact_lado_hours="Nine to five")
    finder = contacts.page.findChild(QLineEdit, "contacts_find")
    for words in ("childline", ""):
        finder.setText(words)
        contacts.page.refresh()
        settle()
    assert contacts.page.findChild(QLineEdit, "contact_lado_hours").text() == "Nine to five"


@pytest.mark.parametrize("ends", ["cancelled", "saved", "typed back"])
def test_nothing_is_kept_of_what_was_cancelled_saved_or_typed_back(window, week, ends):
    own_limit_typed = "limit_outcome_chase_number"
    press(window, "limit_outcome_chase_set")
    write(window, **{own_limit_typed: "5"})
    window.keep_draft()
    assert len(drafts.asides(week)) == 1
    if ends == "cancelled":
        press(window, "limit_outcome_chase_cancel")
    elif ends == "saved":
        write(window, limit_outcome_chase_source="Theirs", limit_outcome_chase_why="Agreed")
        press(window, "limit_outcome_chase_save")
    else:
        write(window, **{own_limit_typed: ""})
    window.keep_draft()
    assert drafts.asides(week) == ()


def two_contacts_typed(window):
    """Type at one contact, then at another."""
    window.show_page("Contacts")
    for key in ("lado", "front_door"):
        press(window, f"contact_{key}_edit")
        write(window, **{f"contact_{key}_hours": f"Hours of {key}"})
        window._session.now.forward(minutes=1)


def kept_chips(window):
    settle()
    return [
        chip.objectName()
        for chip in window.page.findChildren(Chip)
        if chip.objectName().endswith("_kept") and chip.isVisibleTo(window.page)
    ]


def test_where_several_are_typed_the_others_say_so_at_their_button(window, week):
    two_contacts_typed(window)
    assert kept_chips(window) == ["contact_lado_kept"]
    button = window.page.findChild(QPushButton, "contact_lado_edit")
    assert button.accessibleDescription() == "Typed, not saved"
    press(window, "contact_lado_edit")
    assert kept_chips(window) == ["contact_front_door_kept"]
    press(window, "contact_lado_cancel")
    assert kept_chips(window) == ["contact_front_door_kept"]
    press(window, "contact_front_door_edit")
    assert kept_chips(window) == []


ROWS = [
    ("contact_lado", "contact_lado_hours", "Hours of lado"),
    ("contact_front_door", "contact_front_door_hours", "Hours of front_door"),
    ("limit_outcome_chase", "limit_outcome_chase_why", "Half a reason"),
    ("duty", "duty_source", "Half a source"),
    ("college", "college_authority", "Half a name"),
]


@pytest.mark.looks
def test_each_row_of_today_leads_back_to_the_very_thing_typed(window, week, open_window):
    press(window, "limit_outcome_chase_set")
    write(window, limit_outcome_chase_why="Half a reason", college_authority="Half a name")
    press(window, "duty_on")
    write(window, duty_source="Half a source")
    two_contacts_typed(window)
    window.keep_draft()
    window.hide()
    for name, field, words in ROWS:
        again = open_window(week)
        press(again, f"aside_{name}")
        line = again.page.findChild(QLineEdit, field)
        assert line.text() == words, name
        focus = again.focusWidget()
        near = line.parentWidget().parentWidget()
        assert near.isAncestorOf(focus), name
        assert focus.visibleRegion().boundingRect().height() == focus.height(), name
        again.hide()


def test_what_comes_back_by_itself_leaves_the_cursor_where_it_is(contacts):
    press(contacts, "contact_lado_edit")
    write(contacts, contact_lado_hours="Nine to five")
    contacts.keep_draft()
    finder = contacts.page.findChild(QLineEdit, "contacts_find")
    finder.setFocus()
    QTest.keyClicks(finder, "LADO")
    finder.ask_now()
    settle()
    assert contacts.page.findChild(QLineEdit, "contact_lado_hours").text() == "Nine to five"
    assert contacts.focusWidget() is finder


@pytest.mark.looks
@pytest.mark.parametrize(
    ("page", "button", "save", "wrong"),
    [
        ("Settings", None, "college_save", "college_telephone"),
        ("Settings", "limit_outcome_chase_set", "limit_outcome_chase_save", None),
        ("Contacts", "contact_lado_edit", "contact_lado_save", "contact_lado_number"),
    ],
)
def test_what_is_wrong_is_scrolled_to_in_a_small_window(window, page, button, save, wrong):
    window.show_page(page)
    window.resize(683, 384)
    if button:
        press(window, button)
    write(window, **({"college_telephone": ""} if page == "Settings" else {}))
    bar = window.page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(window, save)
    line = window.page.findChild(QLineEdit, wrong or "limit_outcome_chase_number")
    assert window.focusWidget() is line
    assert line.visibleRegion().boundingRect().height() == line.height()


def test_enter_saves_and_the_cursor_goes_back_to_the_button(window, week):
    press(window, "limit_outcome_chase_set")
    write(window, limit_outcome_chase_source="Theirs", limit_outcome_chase_why="Agreed")
    number = window.page.findChild(QLineEdit, "limit_outcome_chase_number")
    QTest.keyClicks(number, "5")
    QTest.keyClick(number, Qt.Key.Key_Return)
    settle()
    assert week.clocks.limits["outcome_chase"].working_days == 5
    assert window.focusWidget().objectName() == "limit_outcome_chase_set"


def test_the_duty_is_switched_by_keyboard_and_the_cursor_stays_at_its_switch(window, week):
    settle()
    switch = window.page.findChild(QPushButton, "duty_on")
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    settle()
    QTest.keyClicks(window.focusWidget(), "1 Nov 2026")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(window.focusWidget(), "The regulations")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert week.clocks.duty
    assert window.focusWidget().objectName() == "duty_off"


def test_blanks_around_what_is_typed_are_not_saved(window, week):
    press(window, "limit_outcome_chase_set")
    blanks = {"number": " 5 ", "source": " Theirs ", "why": " Agreed ", "authority": " Northmoor "}
    write(window, **{f"limit_outcome_chase_{name}": words for name, words in blanks.items()})
    press(window, "limit_outcome_chase_save")
    limit = week.clocks.limits["outcome_chase.northmoor"]
    assert (limit.source, limit.authority) == ("Theirs", "Northmoor")
