"""Fixtures shared by the tests of everything in the window."""

import pytest

from tests.ui.shell.fixtures import clock, left, open_window, session, week

__all__ = ["clock", "left", "open_window", "session", "week"]


@pytest.fixture
def window(week, open_window):
    made = open_window(week)
    made.show_page("Settings")
    return made


@pytest.fixture
def contacts(window):
    window.show_page("Contacts")
    return window
