"""Fixtures shared by the tests of everything in the window."""

from tests.ui.shell.fixtures import clock, left, open_window, session, week

__all__ = ["clock", "left", "open_window", "session", "week"]
