"""Fixtures shared by the tests of everything in the window."""

from tests.ui.shell.fixtures import clock, desk, left, open_window, week

__all__ = ["clock", "desk", "left", "open_window", "week"]
