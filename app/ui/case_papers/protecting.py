"""How a protected copy is saved: made and written beside the window, and only then recorded."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.casework.protecting import Saved, prepare_protected, save_protected, seal_protected
from app.casework.session import Session
from app.domain.case.case import Case
from app.ui.paper.saving import Saving
from app.ui.widgets.parts import plain


class Protecting(QObject):
    """Saves one protected copy at a time.

    Its slip is on no disk. When its document was left meanwhile nobody would see the slip, and the
    copy, which nothing else opens, is taken away.
    """

    saved = Signal(object, object)
    """The Saved copy with its slip, and the Case with the entry about it."""

    def __init__(self, session: Session, saving: Saving, shows: Callable[[str], bool]) -> None:
        """Begin with nothing to save. `shows` says whether an issued document is on screen."""
        super().__init__(saving)
        self._session = session
        self._saving = saving
        self._shows = shows
        self.button = plain("Save protected…", "lock")
        self.button.setObjectName("save_protected")
        saving.begun.connect(partial(self.button.setEnabled, False))
        saving.ended.connect(partial(self.button.setEnabled, True))

    def begin(self, case: Case, number: str, folder: Path) -> None:
        """Save a copy of an issued document in a folder."""
        self._saving.begin(
            partial(save_protected, prepare_protected(self._session, case, number), folder),
            record=self._seal,
            take_away=Saved.take_away,
        )

    def _seal(self, saved: Saved) -> None:
        if not self._shows(saved.number):
            saved.take_away()
            return
        self.saved.emit(saved, seal_protected(self._session, saved))
