"""How a protected copy is saved: made and written beside the window, and only then recorded."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from app.casework.desk import Desk
from app.casework.protecting import (
    NotSaved,
    Saved,
    prepare_protected,
    save_protected,
    seal_protected,
)
from app.documents.leak import LeakFound
from app.domain.case import Case
from app.ui import tasks
from app.ui.theme.parts import plain
from app.vault.errors import VaultError


class Protecting(QObject):
    """Saves one protected copy at a time. It is recorded even when its document was left."""

    saved = Signal(object, object)
    """The Saved files, and the Case with the entry about them."""
    said = Signal(str)
    """A sentence: why nothing was saved."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.button = plain("Save protected…", "lock")
        self.button.setObjectName("save_protected")

    def begin(self, case: Case, number: str, folder: Path) -> None:
        """Save a copy of an issued document, with its slip, in a folder."""
        self.button.setEnabled(False)
        application = QCoreApplication.instance()
        assert application  # it outlives this page, so that no file stays that no entry speaks of
        tasks.start(
            application,
            partial(save_protected, prepare_protected(self._desk, case, number), folder),
            done=self._seal,
            failed=self._failed,
        )

    def _seal(self, saved: Saved) -> None:
        if not isValid(self):  # the casebook was locked in the meantime
            saved.take_away()
            return
        self.button.setEnabled(True)
        try:
            case = seal_protected(self._desk, saved)
        except VaultError as error:
            self.said.emit(error.sentence)
            return
        self.saved.emit(saved, case)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NotSaved | LeakFound):
            raise error
        if isValid(self):
            self.button.setEnabled(True)
            self.said.emit(error.sentence)
