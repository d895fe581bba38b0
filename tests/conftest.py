"""What every test leaves behind: no window, and nothing that the next one has to dress or paint."""

import gc
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from app.vault import ballast, database

HERE = Path(__file__).parent

settings.register_profile("the same every time", derandomize=True, database=None)
settings.load_profile("the same every time")
"""Every run tries the same examples; `--hypothesis-profile=default` looks for further ones."""

IN_MEMORY = Path("/dev/shm")
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > 4 * 1024**3:
    # casebooks wait for the disk thousands of times, and no test asks how slow it is
    tempfile.tempdir = os.environ["TMPDIR"] = str(IN_MEMORY)


def pytest_collection_modifyitems(items):
    """Keep each folder together, in whatever order: one worker makes what its tests share."""
    items.sort(key=lambda item: item.path.relative_to(HERE).parts[0])


def pytest_collection_finish():
    """Let the collector of garbage pass over what stays to the end: thousands of tests, the app."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True, scope="session")
def light_ballast():
    """Keep hardly any room aside: hundreds of casebooks would fill the disk with nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ballast, "SIZE", 64 * 1024)
        yield


@pytest.fixture(autouse=True, scope="session")
def unwiped_memory():
    """Keep what is invented in plain memory: to lock and wipe it is a tenth of all the work here.

    Once told to wipe, an engine does so as long as its process lives: a test that looks at it
    starts another.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "wipe_memory", lambda _connection: None)
        yield


def windows():
    """Return the windows there are. A list that drops down goes with the box it belongs to."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    made = QApplication.topLevelWidgets() if QApplication.instance() else []
    return [window for window in made if not window.parent()]


@contextmanager
def closing_windows():
    """Delete for good whatever window was made meanwhile: Qt restyles all that live, hidden or not.

    A window that is only closed is dressed again at each change of theme, for the rest of the run.
    """
    before = windows()
    yield
    if left := [window for window in windows() if window not in before]:
        from PySide6.QtCore import QCoreApplication, QEvent

        for window in left:
            window.hide()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True, scope="module")
def no_window_left_over_by_a_module():
    """Delete what the tests of a module looked at together."""
    with closing_windows():
        yield


@pytest.fixture(autouse=True)
def no_window_left_over():
    """Delete what a test made for itself."""
    with closing_windows():
        yield
