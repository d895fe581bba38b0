"""What every test leaves behind: no window, and nothing that the next one has to dress or paint."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


@pytest.fixture(autouse=True)
def no_window_left_over():
    """Delete the windows of a test for good: Qt restyles whatever lives at each change of theme."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        for window in QApplication.topLevelWidgets() if QApplication.instance() else ():
            if not window.parent():  # a list that drops down goes with the box it belongs to
                window.hide()
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
