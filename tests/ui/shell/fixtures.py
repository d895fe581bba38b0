"""What the tests of the window share: a clock, an invented casebook, and the window on it."""

from functools import cache

import pytest

from app.casework.opening import unlock_casebook
from app.ui.shell.window import Window
from app.ui.widgets.tasks import finish_in
from tests.made import copied, shelf
from tests.sessions import PASSPHRASE, Clock, new_desk, program
from tests.ui.shell.invented import DummyCase, a_working_week, london

MORNING = london(2026, 11, 19, 10, 30)


@pytest.fixture
def clock():
    return Clock(MORNING)


@pytest.fixture
def session(tmp_path, clock):
    """The desk of a new casebook, closed again at the end."""
    made = new_desk(tmp_path / "casebook", clock)
    yield made
    made.close()


@cache
def _week():
    clock = Clock(MORNING)
    session = new_desk(shelf("week"), clock)
    a_working_week(session, clock)
    session.close()
    return session.casebook.folder


@pytest.fixture
def week(tmp_path, clock):
    """A desk with five cases, and the clock at Thursday 19 November 2026, 10:30."""
    made = unlock_casebook(program(clock), copied(_week(), tmp_path / "week"), PASSPHRASE)
    yield made
    made.close()


@pytest.fixture
def left():
    """What happened when the process was left, in order."""
    return []


@pytest.fixture
def open_window(qtbot, left):
    """Make the window of a desk; its watch and its casebook end with the test."""
    windows = []

    def opened(session, **more):
        window = Window(
            session, case_page=DummyCase, replace_process=lambda: left.append("replaced"), **more
        )
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        finish_in(window)
        return window

    yield opened
    for window in windows:
        window.idle.stop()
        if window._veil:
            window._veil._timer.stop()
            window._veil.deleteLater()
        window._left = True
        window.close()
        window.deleteLater()
