"""The application: how it is made, and what happens when something goes wrong in it."""

import locale
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.ui import theme
from app.ui.widgets.messages import WINDOW_TITLE, Message, sentence_of, tell, where_of
from app.ui.widgets.navigation import KeepsDrafts


def make_application(
    arguments: Sequence[str] = (), scheme: theme.Scheme | None = None
) -> QApplication:
    """Make the application. Without a `scheme` light, dark or high contrast follow the system."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication([WINDOW_TITLE, *arguments])
    # Qt has just set the system's own locale; days and months here are English on every machine.
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
    """Keep what was typed, then say calmly that and where something failed, quoting nothing."""
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
    if isinstance(parent, Message):  # one message at a time says enough
        return None
    return tell(parent, "This did not work", sentence_of(error), f"{kind.__name__} at {where}")
