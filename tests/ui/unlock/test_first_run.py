"""The first run: three steps, problems told at the field, and at the end a casebook."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.casework.opening import passphrase_strength, users_of
from app.ui.unlock.first_run import FirstRun
from app.ui.widgets import tasks
from tests.sessions import program

GOOD = "velvet canoe orbit lentil harvest plaza"
WHO = {
    "first_college": "Example College",
    "first_address": "1 College Way, Exampleton EX1 1EX",
    "first_telephone": "01632 960001",
    "first_name": "R. Okafor",
    "first_role": "Designated Safeguarding Lead",
}


@pytest.fixture
def screen(qtbot, clock, tmp_path):
    made = FirstRun(program(clock), tmp_path / "casebook")
    qtbot.addWidget(made)
    made.handed = []
    made.opened.connect(made.handed.append)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for session in made.handed:
        session.close()


def line(screen, name):
    return screen.findChild(QLineEdit, name)


def press(screen, name):
    screen.findChild(QPushButton, name).click()


def said(screen):
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def fill_in(screen, **more):
    for name, text in (WHO | more).items():
        line(screen, name).setText(text)


def to_last_step(screen):
    press(screen, "first_next")
    fill_in(screen)
    press(screen, "first_next")
    assert "Step 3 of 3" in said(screen)


def test_three_steps_make_a_casebook_and_open_it(screen, tmp_path):
    to_last_step(screen)
    line(screen, "first_passphrase").setText(GOOD)
    line(screen, "first_again").setText(GOOD)
    press(screen, "first_next")
    assert tasks.wait()
    (session,) = screen.handed
    assert session.casebook.lists.cases() == ()
    assert [user.name for user in users_of(tmp_path / "casebook")] == ["R. Okafor"]
    assert line(screen, "first_passphrase").text() == ""


def test_what_is_missing_is_said_at_each_field_and_the_first_gets_the_cursor(screen, qtbot):
    screen.activateWindow()
    press(screen, "first_next")
    fill_in(screen, first_address="", first_role="  ")
    press(screen, "first_next")
    assert "Step 2 of 3" in said(screen)
    assert "Fill in “Address”." in said(screen)
    assert "Fill in “Your role”." in said(screen)
    assert "Fill in “Your name”." not in said(screen)
    qtbot.waitUntil(line(screen, "first_address").hasFocus)


def test_going_back_loses_nothing(screen):
    to_last_step(screen)
    press(screen, "first_back")
    assert line(screen, "first_college").text() == "Example College"


def test_the_role_is_suggested_and_not_filled_in(screen):
    assert line(screen, "first_role").text() == ""
    assert "Designated Safeguarding Lead" in line(screen, "first_role").placeholderText()


@pytest.mark.parametrize("weak", ["short", "examplecollege2026", "aaaaaaaaaaaaaaaaaaaa"])
def test_a_passphrase_that_is_easy_to_guess_is_not_taken(screen, weak):
    to_last_step(screen)
    line(screen, "first_passphrase").setText(weak)
    line(screen, "first_again").setText(weak)
    press(screen, "first_next")
    assert "Step 3 of 3" in said(screen)
    sentence = passphrase_strength(weak, *WHO.values()).sentence
    assert screen._secret.view.sheet.fields["passphrase"].problem.words == sentence


def test_the_strength_is_said_in_words(screen):
    to_last_step(screen)
    words = screen.findChild(QLabel, "strength_words")
    line(screen, "first_passphrase").setText("abc")
    assert "Too short" in words.text()
    line(screen, "first_passphrase").setText(GOOD)
    assert "Strong" in words.text()


def test_two_different_passphrases_are_noticed(screen):
    to_last_step(screen)
    line(screen, "first_passphrase").setText(GOOD)
    line(screen, "first_again").setText(GOOD + " x")
    press(screen, "first_next")
    assert "not the same" in said(screen)


def test_a_suggested_passphrase_is_used_and_has_to_be_typed_from_paper(screen):
    to_last_step(screen)
    press(screen, "first_suggest")
    words = screen.findChild(QLabel, "suggestion_words").text()
    assert len(words.split()) == 6
    press(screen, "suggestion_use")
    assert line(screen, "first_passphrase").text() == words
    assert line(screen, "first_again").text() == ""
    assert passphrase_strength(words).enough


def test_the_hard_truth_about_the_passphrase_is_on_the_page(screen):
    to_last_step(screen)
    assert "Without it nobody can open the casebook" in said(screen)


def test_a_folder_with_files_in_it_leads_back_to_the_folder(screen, tmp_path):
    (tmp_path / "casebook").mkdir()
    (tmp_path / "casebook" / "something").touch()
    to_last_step(screen)
    line(screen, "first_passphrase").setText(GOOD)
    line(screen, "first_again").setText(GOOD)
    press(screen, "first_next")
    assert tasks.wait()
    assert "Step 1 of 3" in said(screen)
    assert "already holds files" in said(screen)
    assert screen.handed == []


def test_everything_has_a_name_and_says_what_it_is(screen):
    parts = [w for kind in (QLineEdit, QPushButton) for w in screen.findChildren(kind)]
    assert [w.objectName() for w in parts if not w.objectName() or not w.accessibleName()] == []
