"""Fixtures shared by the tests of everything in the window."""

import app.ui.application  # noqa: F401 - makes Python steady before anything is called
from tests.ui.shell.fixtures import clock, desk, left, open_window, week

__all__ = ["clock", "desk", "left", "open_window", "week"]
