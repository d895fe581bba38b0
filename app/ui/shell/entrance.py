"""The way in: unlock or first run, then the window of the casebook."""

import locale
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from app.casework.opening import Program, users_of
from app.casework.session import Session
from app.casework.setup import lock_minutes
from app.ui import theme
from app.ui.unlock.first_run import FirstRun
from app.ui.unlock.screen import UnlockScreen
from app.ui.widgets import tasks
from app.ui.widgets.messages import WINDOW_TITLE, Message, sentence_of, tell, where_of
from app.ui.widgets.navigation import KeepsDrafts
from app.vault.errors import NotACasebook, VaultError


def make_application(
    arguments: Sequence[str] = (), scheme: theme.Scheme | None = None
) -> QApplication:
    """Create the application. Without a `scheme`, follow the system's light, dark or contrast."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication([WINDOW_TITLE, *arguments])
    # Qt has just set the system's own locale; dates here are English on every machine.
    locale.setlocale(locale.LC_TIME, "C")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setApplicationName(WINDOW_TITLE)
    app.setApplicationDisplayName(WINDOW_TITLE)
    theme.apply(app, scheme)
    sys.excepthook = report_crash
    return app


def report_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> Message | None:
    """Keep what was typed, then say calmly what failed and where, without quoting anything."""
    where = where_of(trace)
    if sys.stderr is not None:
        sys.stderr.write(f"DSL Casebook: {kind.__name__} at {where}\n")
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return None
    for window in QApplication.topLevelWidgets():
        if isinstance(window, KeepsDrafts):
            with suppress(Exception):
                window.keep_draft()
    parent = QApplication.activeWindow()
    if isinstance(parent, Message):  # one message at a time is enough
        return None
    return tell(parent, "This did not work", sentence_of(error), f"{kind.__name__} at {where}")


if TYPE_CHECKING:
    from app.ui.case.page import CasePage
    from app.ui.shell.window import Window
    from app.ui.widgets.navigation import Navigation

WARM_AFTER = 150
"""Milliseconds after the unlock screen is shown until the rest is loaded."""


class Entrance(QObject):
    """Leads from a folder to an open window. A lock ends by calling `leave`."""

    def __init__(
        self,
        program: Program,
        folder: Path,
        *,
        leave: Callable[[], None],
        remember: Callable[[Path], None],
    ) -> None:
        super().__init__()
        self._program = program
        self._folder = folder
        self._leave = leave
        self._remember = remember
        self.door = QMainWindow()
        self.door.setWindowTitle(WINDOW_TITLE)
        self.door.resize(1366, 768)
        self.window: Window | None = None
        self._show_way_in()

    def _show_way_in(self) -> None:
        """Ask for the passphrase if there is a casebook; otherwise offer to create one."""
        try:
            users_of(self._folder)
        except NotACasebook:
            self._offer_new(self._folder)
        except VaultError:
            self._ask_passphrase()
        else:
            self._ask_passphrase()

    def _ask_passphrase(self) -> None:
        screen = UnlockScreen(self._program, self._folder)
        screen.opened.connect(self._opened)
        screen.other_asked.connect(self._choose)
        screen.new_asked.connect(lambda: self._offer_new(None))
        self._put(screen)

    def _offer_new(self, folder: Path | None) -> None:
        screen = FirstRun(self._program, folder)
        screen.opened.connect(self._opened)
        screen.other_asked.connect(self._choose)
        self._put(screen)

    def _put(self, screen: QWidget) -> None:
        self.door.setCentralWidget(screen)
        if not self.window:
            self.door.show()
        QTimer.singleShot(WARM_AFTER, self, self._warm)

    def _warm(self) -> None:
        """Load the pages of a casebook in a worker thread while the passphrase is typed."""
        tasks.start(self, _pages, done=lambda _: None, failed=lambda _: None)

    def _choose(self) -> None:
        dialog = QFileDialog(self.door, "Choose the folder of a casebook")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self._folder = Path(folder)
        self._show_way_in()

    def _opened(self, session: Session) -> None:
        self._remember(session.casebook.folder)
        window, case_page = _pages()

        def page_of_case(session: Session, navigation: "Navigation") -> QWidget:
            page = case_page(session)
            page.wants_case.connect(navigation.open_case)
            return page

        self.window = window(
            session,
            case_page=page_of_case,
            replace_process=self._leave,
            idle_minutes=lock_minutes(session),
        )
        self.window.show()
        self.door.hide()


def _pages() -> "tuple[type[Window], type[CasePage]]":
    """Import and return the main window and case page, and with them most of the program."""
    from app.ui.case.page import CasePage  # noqa: PLC0415 see above
    from app.ui.shell.window import Window  # noqa: PLC0415 see above

    return Window, CasePage
