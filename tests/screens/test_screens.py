"""Every screen looks as it did when somebody last looked at it (Linux, the bundled typeface)."""

import sys
from pathlib import Path

import pytest
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app import paths
from app.domain.kit.stage import Stage
from app.practice.casefile import read_case_file
from app.ui import theme
from app.ui.case.page import CasePage
from app.ui.shell.window import Window
from app.ui.unlock.screen import UnlockScreen
from app.ui.widgets import tasks
from tests.play import play_step
from tests.sessions import Clock, new_desk, program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="drawn on Linux")

HERE = Path(__file__).parent
LIGHT, DARK = theme.Scheme.LIGHT, theme.Scheme.DARK
SIZE = QSize(1366, 768)
ALIKE = 40
"""How many pixels may differ: a hair's breadth of an edge, never a word."""


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """The first practice case, all of it."""
    file = read_case_file(paths.resources() / "practice" / "01-passed-on.toml")
    clock = Clock(file.steps[0].recorded)
    made = new_desk(tmp_path_factory.mktemp("screens") / "casebook", clock)
    case = None
    for step in file.steps:
        clock.at = step.recorded
        case = play_step(made, step, case)
    yield made
    made.close()


@pytest.fixture
def window(qapp, qtbot, session):
    """The window on that case, without a blinking cursor."""
    theme.apply(qapp, LIGHT)
    QApplication.setCursorFlashTime(0)
    made = Window(
        session, case_page=lambda session, _: CasePage(session), replace_process=lambda: None
    )
    made.resize(SIZE)
    made.show()
    qtbot.waitExposed(made)
    settle()
    yield made
    made.idle.stop()
    made._left = True
    made.close()
    made.deleteLater()


def today(window):
    window.show_page("Today")


def cases(window):
    window.show_page("Cases")


def concern(window):
    window.new_concern()


def case_page(window):
    (case,) = window._session.casebook.lists.cases()
    window.open_case(case.case)
    return window.page


def handling(window):
    case_page(window).handling.open_stage(Stage.SOCIAL_CARE)


def decision(window):
    case_page(window).handling.open_stage(Stage.DECISION)


def chronology(window):
    case_page(window).show_tab(1)


def people(window):
    case_page(window).show_tab(2)


def copies(window):
    case_page(window).show_tab(3)


def services(window):
    window.show_page("Services")


SCREENS = [
    *((show, LIGHT) for show in (today, cases, concern, handling, decision, chronology, people)),
    *((show, LIGHT) for show in (copies, services)),
    *((show, DARK) for show in (today, concern, handling)),
]


@pytest.mark.parametrize(("show", "scheme"), SCREENS)
def test_a_screen_looks_as_it_did(qapp, window, show, scheme, tmp_path):
    theme.apply(qapp, scheme)
    show(window)
    compare(window, f"{show.__name__}-{scheme.name.lower()}", tmp_path)


def test_the_unlock_screen_looks_as_it_did(qapp, qtbot, session, tmp_path):
    theme.apply(qapp, theme.Scheme.LIGHT)
    screen = UnlockScreen(program(Clock()), session.casebook.folder)
    qtbot.addWidget(screen)
    screen.resize(SIZE)
    screen.show()
    compare(screen, "unlock-light", tmp_path)


def compare(widget, name, tmp_path):
    """Hold a widget beside its golden picture; a new or changed one is kept for somebody to see."""
    settle()
    shown, golden = tmp_path / f"{name}.png", HERE / "golden" / f"{name}.png"
    widget.grab().save(str(shown))
    failed = HERE / "failed" / f"{name}.png"
    differ = differing(shown, golden)
    if differ > ALIKE:
        failed.parent.mkdir(exist_ok=True)
        failed.write_bytes(shown.read_bytes())
    assert differ <= ALIKE, (
        f"{differ} pixels differ: look at {failed}; if it is right, make it golden"
    )


def differing(shown, golden):
    """Count the pixels that differ; all of them where there is nothing to compare with."""
    left = Image.open(shown).convert("RGBA")
    if not golden.exists():
        return left.width * left.height
    right = Image.open(golden).convert("RGBA")
    if left.size != right.size:
        return left.width * left.height
    return 0 if left.tobytes() == right.tobytes() else pixelmatch(left, right)


def settle():
    """Let the window come to rest, with the cursor nowhere."""
    for _ in range(4):
        tasks.wait()
        QApplication.processEvents()
    if focus := QApplication.focusWidget():
        focus.clearFocus()
    QApplication.processEvents()
