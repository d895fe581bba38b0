"""How files leave the casebook: written beside the window, then recorded, or taken away again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from app.casework.saving import EXPOSED, NotSaved, is_exposed, refuse_casebook
from app.casework.session import Session
from app.disclosure.leak import LeakFound
from app.ui.widgets import tasks
from app.ui.widgets.parts import Banner
from app.vault.errors import VaultError

T = TypeVar("T")
ALL_THE_SAME = "Save it there all the same"


class Saving(QObject):
    """Saves one thing at a time. No file stays that the record or the log does not speak of."""

    begun = Signal()
    ended = Signal()
    """Nothing is being written any more, whether it was saved or not."""

    def __init__(self, session: Session, notice: Banner) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._go_on: Callable[[], None] | None = None
        notice.pressed.connect(self._all_the_same)

    def offer(self, target: Path, folder: Path, go_on: Callable[[], None]) -> None:
        """Go on with saving where it may be saved; where others can come to it, ask first."""
        self._notice.hide()
        self._go_on = None
        try:
            refuse_casebook(self._session, target)
        except NotSaved as error:
            self._say(error.sentence)
            return
        if is_exposed(folder):
            self._go_on = go_on
            self._say(EXPOSED, ALL_THE_SAME)
            return
        go_on()

    def begin(
        self,
        write: Callable[[], T],
        *,
        record: Callable[[T], None],
        take_away: Callable[[T], None],
    ) -> None:
        """Call `write` in a worker, then `record` in the thread of the window.

        When the casebook was locked meanwhile, or it cannot be recorded, `take_away` is called.
        """
        application = QCoreApplication.instance()
        assert application  # it outlives this page, so that no file stays that nothing speaks of
        self.begun.emit()
        done = partial(self._record, record, take_away)
        tasks.start(application, write, done=done, failed=self._failed)

    def _record(
        self, record: Callable[[T], None], take_away: Callable[[T], None], saved: T
    ) -> None:
        if not isValid(self):
            take_away(saved)
            return
        self.ended.emit()
        try:
            record(saved)
        except VaultError as error:
            take_away(saved)
            self._say(error.sentence)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NotSaved | LeakFound):
            raise error
        if isValid(self):
            self.ended.emit()
            self._say(error.sentence)

    def _all_the_same(self) -> None:
        go_on, self._go_on = self._go_on, None
        if go_on:
            self._notice.hide()
            go_on()

    def _say(self, sentence: str, button: str = "") -> None:
        self._notice.say(sentence, button)
        self._notice.show()
