"""What every test leaves behind: no window, and nothing that the next one has to dress or paint."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Keep each folder together, in whatever order: one worker makes what its tests share."""
    items.sort(key=lambda item: item.path.relative_to(HERE).parts[0])


def windows():
    """Return the windows there are. A list that drops down goes with the box it belongs to."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    made = QApplication.topLevelWidgets() if QApplication.instance() else []
    return [window for window in made if not window.parent()]


@pytest.fixture(autouse=True)
def no_window_left_over():
    """Delete the windows of a test for good: Qt restyles whatever lives at each change of theme.

    What a fixture of several tests holds open was there before and stays.
    """
    before = windows()
    yield
    if left := [window for window in windows() if window not in before]:
        from PySide6.QtCore import QCoreApplication, QEvent

        for window in left:
            window.hide()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
