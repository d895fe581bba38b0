"""What the tests of the window share: a clock, an invented casebook, and the window on it."""

import pytest

from app.ui.shell.window import Window
from app.ui.widgets.tasks import finish_in
from tests.sessions import Clock, new_desk
from tests.ui.shell.invented import DummyCase, a_working_week, london


@pytest.fixture
def clock():
    return Clock(london(2026, 11, 19, 10, 30))


@pytest.fixture
def session(tmp_path, clock):
    """The desk of a new casebook, closed again at the end."""
    made = new_desk(tmp_path / "casebook", clock)
    yield made
    made.close()


@pytest.fixture
def week(session, clock):
    """A desk with five cases, and the clock at Thursday 19 November 2026, 10:30."""
    a_working_week(session, clock)
    return session


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
