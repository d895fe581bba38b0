"""When something goes wrong: a calm sentence, where it was, and nothing of the record."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.shell.entrance import report_crash
from app.ui.widgets.messages import ask, tell
from app.vault.errors import DiskFull


def raised(error):
    learner = "Ava Stone"  # a local of the frame, as there would be
    try:
        read(f"could not read {learner}", error)
    except Exception as caught:  # noqa: BLE001
        return type(caught), caught, caught.__traceback__


def read(text, error):
    raise error(text) if error is ValueError else error


def words(message):
    return " ".join(label.text() for label in message.findChildren(QLabel))


def test_an_error_is_told_without_its_text_or_values(qtbot, capsys):
    message = report_crash(*raised(ValueError))
    assert message
    told = words(message) + capsys.readouterr().err
    assert "What you typed has been kept" in told
    assert "test_application.py:" in told
    assert "Ava" not in told
    message.close()


def test_the_vaults_own_sentence_is_shown(qtbot, capsys):
    message = report_crash(*raised(DiskFull))
    assert "The disk is full" in words(message)
    message.close()


def test_drafts_are_kept_before_anything_is_said(qtbot, capsys):
    class Window(QWidget):
        kept = 0

        def keep_draft(self):
            self.kept += 1
            raise DiskFull

    window = Window()
    qtbot.addWidget(window)
    report_crash(*raised(ValueError)).close()
    assert window.kept == 1


def test_a_question_does_what_it_asks_only_when_told_to(qtbot):
    done = []
    for name, expected in (("message_cancel", []), ("message_yes", [True])):
        message = ask(None, "Discard", "Discard this draft?", "Discard", lambda: done.append(True))
        message.findChild(QWidget, name).click()
        assert done == expected


def test_a_message_is_read_aloud_whole(qtbot):
    message = tell(None, "This did not work", "The disk is full.")
    assert message.accessibleName() == "This did not work"
    assert message.accessibleDescription() == "The disk is full."
    message.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a process of its own on a screen")
def test_days_are_english_whatever_the_system_speaks():
    code = (
        "from app.ui.shell.entrance import make_application; make_application();"
        "from app.domain.kit.moments import write_long_day; from datetime import date;"
        "from PySide6.QtCore import QLocale;"
        "print(write_long_day(date(2026, 11, 19)), QLocale().name())"
    )
    environment = os.environ | {"LC_ALL": "", "LC_TIME": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert told.stdout.split() == ["Thursday", "19", "November", "en_GB"]
