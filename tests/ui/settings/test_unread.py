"""A setting this version cannot read stops no window: it is said, and the shipped value stands."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from app.casework import setup
from app.casework.opening import unlock_casebook
from app.casework.services import catalogue, shipped
from app.casework.setup import stands_for, unread_settings
from app.domain.forms.settings import College
from app.domain.kit.answers import Nation
from app.ui.settings.page import UnreadCard
from tests.sessions import PASSPHRASE, program
from tests.ui.settings.pressing import settle

OWN = '{{"value":{},"whose":"","why":"","since":"2026-11-19"}}'
UNREAD = [
    ("nation", "atlantis", "Nation"),
    ("lock_minutes", "soon", "Lock after"),
    ("lock_minutes", "²", "Lock after"),
    ("lock_minutes", "4000", "Lock after"),
    ("duty", "{}", "Mandatory reporting"),
    ("duty", "not even JSON", "Mandatory reporting"),
    ("own.clock.find_out", "not even JSON", "Find out"),
    ("own.clock.find_out", OWN.format('{"hours":"x"}'), "Find out"),
    ("own.contact.lado", OWN.format('{"standing":"dreamt"}'), "LADO"),
    ("own.contact.newer", OWN.format('{"mood":1}'), "newer"),
    ("own.service.kik", OWN.format('{"id":"kik","kind":"pigeon"}'), "Kik"),
]


def told(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def opened_again(session, clock):
    """Close the casebook, with these settings in it, and open it again."""
    opened = []

    def again(settings):
        for name, value in settings.items():
            session.casebook.settings.put(name, value)
        session.close()
        opened.append(unlock_casebook(program(clock), session.casebook.folder, PASSPHRASE))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


@pytest.mark.parametrize("setting", UNREAD)
def test_it_is_said_and_what_is_shipped_stands(opened_again, setting):
    name, value, called = setting
    again = opened_again({name: value})
    (setting,) = unread_settings(again)
    sentence = stands_for(again, setting)
    assert called in sentence
    assert "what comes with the program counts" in sentence
    assert again.clocks == again.rules.shipped
    assert again.rules.directory.contacts == again.rules.shipped_directory.contacts
    assert catalogue(again) == shipped()
    assert (setup.nation_of(again), setup.lock_minutes(again)) == (Nation.ENGLAND, 5)


def test_the_window_opens_with_all_of_them_and_says_each_once(opened_again, open_window):
    settings = {name: value for name, value, _ in UNREAD}
    again = opened_again(settings)
    window = open_window(again)
    for page in ("Settings", "Contacts", "Services", "Today"):
        window.show_page(page)
        settle()
    sentences = [stands_for(again, setting) for setting in unread_settings(again)]
    assert len(set(sentences)) == len(settings)
    on_today = told(window.page)
    window.show_page("Settings")
    settle()
    for said in (on_today, told(window.page), told(window.page.findChild(UnreadCard))):
        assert [said.count(sentence) for sentence in sentences] == [1] * len(sentences)


def test_what_is_set_again_is_read_again(session):
    session.casebook.settings.put("nation", "atlantis")
    college = College(college="A", address="B", telephone="C", nation=Nation.ENGLAND)
    setup.set_college(session, college)
    assert unread_settings(session) == ()


@pytest.mark.parametrize("name", ["own.pigeon.one", "plumage"])
def test_nothing_stands_for_a_setting_this_version_does_not_know_and_it_stays(session, name):
    session.casebook.settings.put(name, "blue")
    (setting,) = unread_settings(session)
    assert stands_for(session, setting) == (
        f"“{name}” was set by another version and is not known here: it counts for nothing."
    )
    assert session.casebook.settings.get(name) == "blue"


def test_the_card_goes_as_soon_as_the_setting_is_set_again(session, open_window):
    session.casebook.settings.put("lock_minutes", "soon")
    window = open_window(session)
    window.show_page("Settings")
    assert window.page.findChild(UnreadCard).isVisible()
    picker = window.page.findChild(QComboBox, "lock_minutes")
    picker.setCurrentIndex(picker.currentIndex() + 1)
    assert unread_settings(session) == ()
    assert not window.page.findChild(UnreadCard).isVisible()
