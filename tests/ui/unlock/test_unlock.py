"""The unlock screen: a passphrase opens it, a wrong one is told kindly, nothing else shows."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.casework import opening
from app.casework.opening import known_words
from app.casework.reading import open_case
from app.casework.setup import set_limit
from app.domain.forms.settings import OwnLimit, Unit
from app.ui.unlock import screen as module
from app.ui.unlock.screen import UnlockScreen
from app.ui.widgets import tasks
from app.ui.widgets.picker import Picker
from app.vault.casebook import SlotLabel
from app.vault.vocabulary import Word, WordKind
from tests.casebooks.freeze import OLDEST
from tests.sessions import PASSPHRASE, program
from tests.ui.shell.invented import a_working_week


@pytest.fixture
def folder(session):
    """The folder of a casebook that is closed."""
    session.close()
    return session.casebook.folder


@pytest.fixture
def make_screen(qtbot, clock):
    def made(folder):
        screen = UnlockScreen(program(clock), folder)
        qtbot.addWidget(screen)
        screen.handed = []
        screen.opened.connect(screen.handed.append)
        screen.show()
        qtbot.waitExposed(screen)
        return screen

    return made


@pytest.fixture
def screen(make_screen, folder):
    return make_screen(folder)


def field(screen):
    return screen.findChild(QLineEdit, "unlock_passphrase")


def button(screen):
    return screen.findChild(QPushButton, "unlock_button")


def said(screen):
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def try_passphrase(screen, text):
    field(screen).setText(text)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert tasks.wait()


def test_the_right_passphrase_hands_over_the_desk(screen):
    try_passphrase(screen, PASSPHRASE)
    (session,) = screen.handed
    assert session.user.name == "R. Okafor"
    assert session.casebook.lists.cases() == ()
    session.close()


def test_an_older_casebook_is_brought_up_to_date_and_each_step_is_said(make_screen, tmp_path):
    screen = make_screen(shutil.copytree(OLDEST, tmp_path / "older"))
    progress = screen.findChild(QLabel, "unlock_progress")
    said_of_it, tell = [], screen._tell
    screen._tell = lambda step: (tell(step), said_of_it.append(said(screen)))
    assert progress.isHidden()
    try_passphrase(screen, PASSPHRASE)
    (session,) = screen.handed
    assert len(said_of_it) == 4
    assert all("nothing is lost" in each for each in said_of_it)
    assert progress.accessibleName() == progress.text()
    session.close()


def test_a_wrong_passphrase_is_told_of_at_the_field(screen):
    try_passphrase(screen, "something else")
    assert screen.handed == []
    assert "does not open this casebook" in said(screen)
    assert "does not open this casebook" in field(screen).accessibleDescription()
    assert button(screen).isEnabled()


def test_the_field_is_emptied_and_dotted_again_with_every_try(screen):
    screen.findChild(QPushButton, "passphrase_eye").click()
    field(screen).setText("something else")
    screen.unlock()
    assert field(screen).text() == ""
    assert field(screen).echoMode() is QLineEdit.EchoMode.Password
    assert tasks.wait()


def test_nothing_typed_is_answered_without_a_try(screen):
    button(screen).click()
    assert "Type your passphrase" in said(screen)


def test_while_it_opens_the_window_lives_and_a_second_try_is_not_made(screen):
    field(screen).setText(PASSPHRASE)
    screen.unlock()
    screen.unlock()
    assert (button(screen).text(), button(screen).isEnabled()) == ("Opening…", False)
    assert tasks.wait()
    (session,) = screen.handed
    session.close()


def test_after_five_wrong_ones_the_next_try_waits_and_counts_down(screen, clock):
    for _ in range(5):
        try_passphrase(screen, "something else")
    clock.forward(seconds=0.1)
    try_passphrase(screen, PASSPHRASE)
    assert screen.handed == []
    assert "Wait 1 second before the next try" in said(screen)
    assert not button(screen).isEnabled()
    clock.forward(seconds=2)
    screen._wait()
    assert "Wait" not in said(screen)
    try_passphrase(screen, PASSPHRASE)
    (session,) = screen.handed
    session.close()


def test_the_wait_holds_after_the_program_was_started_again(screen, make_screen, folder):
    for _ in range(8):
        try_passphrase(screen, "something else")
        screen._program.now.forward(seconds=40)
    try_passphrase(screen, "something else")
    assert "Wait" in said(make_screen(folder))


def test_it_shows_the_name_and_role_and_no_hint_of_the_contents(session, clock, make_screen):
    a_working_week(session, clock)
    session.close()
    words = said(make_screen(session.casebook.folder))
    assert "R. Okafor, Designated Safeguarding Lead" in words
    for hint in ("2026-", "Example College", "Stone", "case "):
        assert hint not in words


def test_one_of_several_users_is_chosen_by_name(make_screen, folder, monkeypatch):
    asked = []
    users = (SlotLabel("1", "R. Okafor", "DSL"), SlotLabel("2", "J. Patel", "Deputy DSL"))
    monkeypatch.setattr(module, "users_of", lambda _folder: users)
    monkeypatch.setattr(module, "unlock_casebook", lambda *given, **_terms: asked.append(given[2:]))
    screen = make_screen(folder)
    screen.findChild(Picker, "unlock_user").setCurrentText("J. Patel, Deputy DSL")
    screen._done = lambda session: None
    try_passphrase(screen, "hers")
    assert asked == [("hers", "2")]


def test_a_folder_that_is_no_casebook_says_so_and_offers_others(make_screen, tmp_path, qtbot):
    screen = make_screen(tmp_path)
    assert "not a casebook" in said(screen)
    assert not button(screen).isEnabled()
    for link, signal in (("unlock_other", screen.other_asked), ("unlock_new", screen.new_asked)):
        with qtbot.waitSignal(signal):
            screen.findChild(QPushButton, link).click()


def test_caps_lock_is_noticed_by_what_comes_of_a_key(screen):
    QTest.keyClicks(field(screen), "a")
    assert "Caps Lock" not in said(screen)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, field(screen), Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier
    )
    assert "Caps Lock is on" in said(screen)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, field(screen), Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier
    )
    assert "Caps Lock" not in said(screen)


def test_the_eye_shows_what_is_typed_and_hides_it_again(screen):
    eye = screen.findChild(QPushButton, "passphrase_eye")
    eye.click()
    assert (field(screen).echoMode(), eye.text()) == (QLineEdit.EchoMode.Normal, "Hide")
    eye.click()
    assert (field(screen).echoMode(), eye.text()) == (QLineEdit.EchoMode.Password, "Show")


WORDS = (
    Word(WordKind.FORM, "concern_received/2"),
    Word(WordKind.CHOICE, "concern_received/2.how=spoken"),
    Word(WordKind.ACTION, "case_read"),
    Word(WordKind.SETTING, "own.clock"),
)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.kind)
def test_a_casebook_that_a_newer_version_wrote_in_is_told_and_left(
    week, make_screen, monkeypatch, word
):
    opened = open_case(week, week.casebook.lists.cases()[0].case)
    assert opened
    limit = OwnLimit(number=2, unit=Unit.DAYS, source="Their procedure", why="Agreed")
    set_limit(week, "written_confirmation", limit)
    week.close()
    less = known_words() - {word}
    monkeypatch.setattr(opening, "known_words", lambda: less)
    screen = make_screen(week.casebook.folder)
    try_passphrase(screen, PASSPHRASE)
    assert screen.handed == []
    assert "last used with a newer version of DSL Casebook" in said(screen)
    monkeypatch.undo()
    try_passphrase(screen, PASSPHRASE)
    screen.handed[0].close()
