"""Warnings before a casebook opens or is made: refused by default, accepted with a reason."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.casework.opening import unlock_casebook
from app.ui.unlock.first_run import FirstRun
from app.ui.unlock.parts import WarningCard
from app.ui.unlock.screen import UnlockScreen
from app.ui.widgets import tasks
from app.vault.errors import KeysRolledBack, LogAltered
from tests.sessions import PASSPHRASE, program
from tests.ui.unlock.test_first_run import GOOD, WHO
from tests.vault.invented import raw

WHY = "Yesterday’s backup was put back by IT"


def shown(qtbot, screen):
    qtbot.addWidget(screen)
    screen.handed = []
    screen.opened.connect(screen.handed.append)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


@pytest.fixture
def rolled_back(session):
    """A casebook whose key files are older than its records."""
    folder = session.casebook.folder
    old = {name: (folder / name).read_bytes() for name in ("keys-a", "keys-b")}
    session.casebook.access.change_passphrase(PASSPHRASE, "another long passphrase")
    session.close()
    for name, content in old.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def altered(session):
    """A casebook in which an event of the log was changed by another program."""
    session.close()
    behind = raw(session.casebook.folder, PASSPHRASE)
    asked = "SELECT sql FROM sqlite_schema WHERE name = 'event_is_never_changed'"
    (trigger,) = behind.execute(asked).fetchone()
    behind.execute("DROP TRIGGER event_is_never_changed")
    behind.execute("UPDATE event SET sealed = json_set(sealed, '$.actor', 'else') WHERE seq = 1")
    behind.execute(trigger)
    behind.close()
    return session.casebook.folder


def unlock(screen):
    screen.findChild(QLineEdit, "unlock_passphrase").setText(PASSPHRASE)
    press(screen, "unlock_button")


def press(screen, name):
    screen.findChild(QPushButton, name).click()
    assert tasks.wait()


def said(screen):
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def go_on(screen, why=WHY):
    screen.findChild(QLineEdit, "warning_why").setText(why)
    press(screen, "warning_go_on")


def accepted_in(session):
    found = [
        event for event in session.casebook.events.tail(9) if event.action == "warning_accepted"
    ]
    return [(event.detail["warning"], event.words["why"]) for event in found]


@pytest.mark.parametrize(
    ("casebook", "warning"), [("rolled_back", KeysRolledBack), ("altered", LogAltered)]
)
def test_a_warning_says_what_it_can_mean_and_is_accepted_with_a_reason(
    request, qtbot, clock, casebook, warning
):
    screen = shown(qtbot, UnlockScreen(program(clock), request.getfixturevalue(casebook)))
    unlock(screen)
    assert screen.handed == []
    assert warning.says in said(screen)
    assert all(meaning in said(screen) for meaning in warning.means)
    go_on(screen)
    (session,) = screen.handed
    assert accepted_in(session) == [(warning.__name__, WHY)]
    session.close()


def test_without_a_reason_nothing_is_opened(qtbot, clock, rolled_back):
    screen = shown(qtbot, UnlockScreen(program(clock), rolled_back))
    unlock(screen)
    go_on(screen, "   ")
    assert screen.handed == []
    assert "why you go on" in said(screen)


def test_not_opening_leads_back_to_the_passphrase_and_forgets_it(qtbot, clock, rolled_back):
    screen = shown(qtbot, UnlockScreen(program(clock), rolled_back))
    unlock(screen)
    screen.findChild(QPushButton, "warning_leave").click()
    assert screen.handed == []
    assert not screen.findChild(QLineEdit, "warning_why").isVisible()
    assert screen.findChild(QLineEdit, "unlock_passphrase").text() == ""
    press(screen, "unlock_button")
    assert "Type your passphrase" in said(screen)


def make(screen):
    press(screen, "first_next")
    for name, text in WHO.items():
        screen.findChild(QLineEdit, name).setText(text)
    press(screen, "first_next")
    for name in ("first_passphrase", "first_again"):
        screen.findChild(QLineEdit, name).setText(GOOD)
    press(screen, "first_next")


def test_a_synchronised_folder_is_taken_with_a_reason_only(qtbot, clock, tmp_path):
    folder = tmp_path / "OneDrive - College" / "casebook"
    screen = shown(qtbot, FirstRun(program(clock), folder))
    make(screen)
    assert "synchronised" in said(screen)
    assert not folder.exists()
    go_on(screen, "IT lead has agreed")
    (session,) = screen.handed
    assert accepted_in(session) == [("WeakPlace", "IT lead has agreed")]
    session.close()
    unlock_casebook(program(clock), folder, GOOD).close()


def test_another_folder_can_be_chosen_without_typing_all_again(qtbot, clock, tmp_path):
    screen = shown(qtbot, FirstRun(program(clock), tmp_path / "Dropbox" / "casebook"))
    make(screen)
    screen.findChild(QPushButton, "warning_leave").click()
    assert "Step 1 of 3" in said(screen)
    screen.findChild(QLineEdit, "first_folder").setText(str(tmp_path / "casebook"))
    press(screen, "first_next")
    assert screen.findChild(QLineEdit, "first_college").text() == WHO["first_college"]


def test_everything_in_a_warning_has_a_name(qtbot, clock, rolled_back):
    screen = shown(qtbot, UnlockScreen(program(clock), rolled_back))
    unlock(screen)
    card = screen.findChild(WarningCard)
    parts = [w for kind in (QLineEdit, QPushButton) for w in card.findChildren(kind)]
    assert [w for w in parts if not w.objectName() or not w.accessibleName()] == []
