"""How a protected copy is saved: made and written beside the window, and only then recorded."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.casework.desk import Desk
from app.casework.protecting import Saved, prepare_protected, save_protected, seal_protected
from app.domain.case import Case
from app.ui.documents.saving import Saving
from app.ui.theme.parts import plain


class Protecting(QObject):
    """Saves one protected copy at a time. It is recorded even when its document was left."""

    saved = Signal(object, object)
    """The Saved files, and the Case with the entry about them."""

    def __init__(self, desk: Desk, saving: Saving) -> None:
        super().__init__(saving)
        self._desk = desk
        self._saving = saving
        self.button = plain("Save protected…", "lock")
        self.button.setObjectName("save_protected")
        saving.begun.connect(partial(self.button.setEnabled, False))
        saving.ended.connect(partial(self.button.setEnabled, True))

    def begin(self, case: Case, number: str, folder: Path) -> None:
        """Save a copy of an issued document, with its slip, in a folder."""
        self._saving.begin(
            partial(save_protected, prepare_protected(self._desk, case, number), folder),
            record=self._seal,
            take_away=Saved.take_away,
        )

    def _seal(self, saved: Saved) -> None:
        self.saved.emit(saved, seal_protected(self._desk, saved))
