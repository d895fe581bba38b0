"""Settings and contacts in the window: what is set counts at once, and can be taken back."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.casework import setup
from app.casework.reading import read_day
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.social_care import ReferralOpened
from app.ui.handling.handling import HandlingTab
from tests.grids import in_each
from tests.ui.settings.pressing import press, said, settle, write, wrong
from tests.ui.shell.invented import concern


def keys(session):
    day = read_day(session)
    return {due.row.which.kind for due in (*day.overdue, *day.today, *day.later)}


def test_the_college_is_shown_and_saved(window, week):
    line = window.page.findChild(QLineEdit, "college_college")
    assert line.text() == "Example College"
    write(window, college_address="2 New Road, Exampleton", college_mailbox="team@college.example")
    press(window, "college_save")
    kept = setup.college_as_set(week)
    assert (kept.address, kept.mailbox) == ("2 New Road, Exampleton", "team@college.example")
    assert "noted in the log" in said(window)


def test_a_college_without_a_name_is_not_saved(window, week):
    write(window, college_college="")
    press(window, "college_save")
    assert setup.college_as_set(week).college == "Example College"
    assert "Fill in “Name of the college”." in said(window)


def own_limit(window, number="48"):
    press(window, "limit_written_confirmation_set")
    write(
        window,
        limit_written_confirmation_number=number,
        limit_written_confirmation_source="Northmoor procedures",
        limit_written_confirmation_why="Agreed with their MASH",
    )
    press(window, "limit_written_confirmation_save")


def test_an_own_limit_stands_beside_the_shipped_one_and_goes_back(window, week):
    own_limit(window)
    assert week.clocks.limits["written_confirmation"].hours == 48
    assert "Ours: 48 hours" in said(window)
    assert "24 hours · 24 hours from the call" in said(window)
    assert "Agreed with their MASH" in said(window)
    press(window, "limit_written_confirmation_back")
    assert week.clocks.limits["written_confirmation"].hours == 24
    assert "Ours" not in said(window)


@in_each("number", ["", "0", "-4", "1.5", "1000", "soon"])
def test_a_limit_that_is_no_whole_number_is_told_at_its_field(window, week, number):
    own_limit(window, number)
    assert week.clocks.limits["written_confirmation"].hours == 24
    assert wrong(window, "limit_written_confirmation", "number")
    press(window, "limit_written_confirmation_cancel")


def switch_on(window, since="1 Nov 2026"):
    press(window, "duty_on")
    write(window, duty_since=since, duty_source="Commencement regulations")
    press(window, "duty_save")


def test_the_duty_is_off_and_shows_nowhere_until_it_has_its_day_and_source(window, week):
    assert "mandatory_report" not in keys(week)
    assert window.page.findChild(QWidget, "limit_mandatory_report") is None
    press(window, "duty_on")
    press(window, "duty_save")
    assert week.clocks.duty is None
    assert wrong(window, "duty", "since") == "Fill in “Came into force on”."


def test_switched_on_it_is_due_on_today_and_off_again_it_is_gone(window, week):
    switch_on(window)
    window.show_page("Today")
    assert "mandatory_report" in keys(week)
    window.show_page("Settings")
    assert "On: in force since 1 Nov 2026" in said(window)
    press(window, "duty_off")
    window.keep_draft()
    assert "mandatory_report" not in keys(week)


def test_a_day_that_is_none_is_told_and_nothing_is_switched(window, week):
    switch_on(window, "31 February")
    assert week.clocks.duty is None


def test_its_form_is_offered_only_while_it_is_on(qtbot, window, week):
    handling = HandlingTab(week)
    qtbot.addWidget(handling)
    case = week.casebook.lists.cases("open")[0].case
    button = handling.findChild(QAbstractButton, "add_duty_considered")
    from app.casework.recording import read_case

    handling.show_case(read_case(week, case))
    assert not button.isVisibleTo(handling)
    switch_on(window)
    handling.show_case(read_case(week, case))
    assert button.isVisibleTo(handling)
    assert button.text().strip() == DutyConsidered.title


def test_the_time_to_the_lock_counts_at_once_and_is_kept(window, week):
    picker = window.page.findChild(QComboBox, "lock_minutes")
    picker.setCurrentIndex(picker.findData("2"))
    picker.activated.emit(picker.currentIndex())
    assert window.idle._limit == 120
    assert setup.lock_minutes(week) == 2


def test_contacts_are_found_and_what_is_from_memory_is_marked(contacts):
    contacts.page.findChild(QLineEdit, "contacts_find").setText("shore")
    contacts.page.refresh()
    assert "Shore" in said(contacts)
    assert "From memory: check before use" in said(contacts)
    assert "Childline" not in said(contacts)


def test_a_contact_nobody_holds_is_said(contacts):
    contacts.page.findChild(QLineEdit, "contacts_find").setText("zzz")
    contacts.page.refresh()
    assert "No contact holds these words." in said(contacts)


def test_the_colleges_own_front_door_is_filled_in_and_taken_back(contacts, week):
    press(contacts, "contact_front_door_edit")
    write(
        contacts,
        contact_front_door_number="01632 960321",
        contact_front_door_source="Their own page",
        contact_front_door_why="Filled in for the first time",
    )
    press(contacts, "contact_front_door_save")
    assert "01632 960321" in said(contacts)
    assert week.rules.directory.contacts["front_door"].may_be_printed(week.now().date())
    press(contacts, "contact_front_door_back")
    assert "01632 960321" not in said(contacts)


def test_a_contact_without_number_or_address_is_not_saved(contacts, week):
    press(contacts, "contact_lado_edit")
    write(contacts, contact_lado_source="x", contact_lado_why="y")
    press(contacts, "contact_lado_save")
    assert week.rules.directory.contacts["lado"].blank


def test_addresses_are_text_and_nothing_opens_them(contacts):
    labels = contacts.page.findChildren(QLabel)
    assert not [one for one in labels if one.openExternalLinks() or "<a" in one.text()]


@pytest.mark.parametrize("page", ["Settings", "Contacts"])
def test_everything_that_can_be_used_has_a_name_of_its_own(window, page):
    window.show_page(page)
    settle()
    parts = [
        part
        for kind in (QLineEdit, QPushButton, QComboBox)
        for part in window.page.findChildren(kind)
        if part.isVisibleTo(window.page)
    ]
    assert [part for part in parts if not part.objectName() or not part.accessibleName()] == []
    names = [part.accessibleName() for part in parts]
    assert len(set(names)) == len(names)


def test_the_local_authority_stands_at_its_contacts_and_in_the_next_referral(window, week, qtbot):
    write(window, college_authority="Northmoor")
    press(window, "college_save")
    window.show_page("Contacts")
    assert said(window).count("Of the college’s local authority: Northmoor") == 3
    handling = HandlingTab(week)
    qtbot.addWidget(handling)
    handling.show_case(concern(week, "Mia Osei"))
    handling.open_form(ReferralOpened)
    assert handling.findChild(QLineEdit, "team").text() == "Children’s social care, Northmoor"
