"""The staff list on the page of settings: added, changed, refused, and kept while it is typed."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from app.casework.staff import list_member, listed_staff
from app.domain.kit.answers import StaffRole
from app.domain.rules.staff import Appointed, Listed
from tests.ui.settings.pressing import press, said, settle, write, wrong
from tests.ui.settings.test_kept import lock_and_unlock

LEAD = Listed(name="L. Haines", roles=(Appointed(role=StaffRole.LEAD),))


def choose(window, name, label):
    box = window.page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(label))
    settle()


def add(window, name, role="Lead Safeguarding Manager", **more):
    press(window, "staff_add")
    write(window, staff_new_name=name, **more)
    choose(window, "roles.1.role", role)
    press(window, "staff_new_save")


def test_at_first_the_user_is_there_and_it_says_what_counts(window):
    text = said(window)
    assert "Nobody is listed yet." in text
    assert "A user of this casebook, with the role of their sign-in" in text


def test_somebody_is_added_with_a_role_and_its_days(window, week):
    press(window, "staff_add")
    write(window, staff_new_name="L. Haines", staff_new_also="Lena Haines")
    write(window, staff_new_line="01632 960 015")
    choose(window, "roles.1.role", "Lead Safeguarding Manager")
    write(window, **{"roles.1.since": "1 Sep 2024"})
    press(window, "staff_new_save")
    (made,) = listed_staff(week).values()
    assert (made.name, made.also, len(made.roles)) == ("L. Haines", "Lena Haines", 1)
    assert "Lead Safeguarding Manager, from 1 Sep 2024" in said(window)
    assert "Also written Lena Haines" in said(window)
    assert "Direct line 01632 960 015" in said(window)
    assert "Nobody listed today may agree to a viewing." in said(window)


def test_a_role_ends_and_stays_on_the_page(window, week):
    list_member(week, "haines", LEAD)
    window.page.refresh()
    press(window, "staff_haines_set")
    write(window, **{"roles.1.until": "1 Nov 2026"})
    press(window, "staff_haines_save")
    assert "Lead Safeguarding Manager, until 1 Nov 2026" in said(window)
    assert "Nobody listed today may decide on deletion or agree to a viewing." in said(window)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Fill in “Name”."),
        ("Haines, Lead", "Write the name alone, as it is said: R. Okafor."),
        ("Ms l haines", "L. Haines is on the list already"),
    ],
)
def test_what_is_wrong_is_said_at_the_name(window, week, name, sentence):
    list_member(week, "haines", LEAD)
    window.page.refresh()
    add(window, name)
    assert wrong(window, "staff_new", "name").startswith(sentence)
    assert listed_staff(week) == {"haines": LEAD}


def test_a_direct_line_without_a_number_is_refused(window, week):
    add(window, "L. Haines", staff_new_line="ask at reception")
    assert wrong(window, "staff_new", "line").startswith("Write the number")
    assert listed_staff(week) == {}


def test_the_user_is_given_roles_under_their_name(window, week):
    (row,) = [one for one in window.page.findChildren(QPushButton) if is_set(one)]
    row.click()
    settle()
    key = row.objectName().removesuffix("_set")
    choose(window, "roles.1.role", "Member of SMT")
    press(window, f"{key}_save")
    (made,) = listed_staff(week).values()
    assert (made.name, made.roles) == ("R. Okafor", (Appointed(role=StaffRole.SMT),))
    assert "sign-in" not in said(window)


def is_set(button):
    return button.objectName().startswith("staff_user-") and button.objectName().endswith("_set")


def test_somebody_listed_by_mistake_is_taken_off(window, week):
    list_member(week, "haines", LEAD)
    window.page.refresh()
    press(window, "staff_haines_off")
    assert listed_staff(week) == {}
    assert "L. Haines" not in said(window)
    assert "Nobody is listed yet." in said(window)


def test_what_is_typed_there_comes_back_after_a_lock(window, week, open_window):
    press(window, "staff_add")
    write(window, staff_new_name="L. Hai")
    again = lock_and_unlock(week, window, open_window, "Settings")
    assert again.page.findChild(QLineEdit, "staff_new_name").text() == "L. Hai"
    told = again.page.findChild(QLabel, "staff_new_returned").text()
    assert told.startswith("What you typed here is back")
