"""Keeps what is typed outside of a case: in an encrypted draft within a second, and given back."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.casework import drafts
from app.casework.desk import Desk
from app.casework.drafts import Aside
from app.domain.moments import write_time
from app.vault.errors import VaultError

KEPT_AFTER = 600
"""Milliseconds after the first key until what is typed is kept."""


class Keeping(QObject):
    """Keeps the words of one card or sheet. `look` gives them; nothing when they stand as saved."""

    def __init__(
        self,
        owner: QWidget,
        desk: Desk,
        *,
        page: str,
        name: str,
        look: Callable[[], Mapping[str, str]],
    ) -> None:
        super().__init__(owner)
        self._desk, self._page, self._name, self._look = desk, page, name, look
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER)
        self._timer.timeout.connect(self._in_passing)

    @property
    def given(self) -> Aside | None:
        """What was kept and not saved since."""
        return drafts.aside(self._desk, self._name)

    def changed(self, *_: object) -> None:
        """Keep what is typed soon."""
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is typed now, if anything changed. Raises the vault's errors if it cannot."""
        self._timer.stop()
        if not self._dirty:
            return
        words = self._look()
        if words:
            now = self._desk.now()
            kept = Aside(name=self._name, page=self._page, words=words, updated=now)
            drafts.keep_aside(self._desk, kept)
        else:
            drafts.settle_aside(self._desk, self._name)
        self._dirty = False

    def settle(self) -> None:
        """Keep nothing any more: it is saved."""
        self._forget()
        drafts.settle_aside(self._desk, self._name)

    def discard(self) -> None:
        """Keep nothing any more: whoever typed it asked for that."""
        self._forget()
        drafts.discard_aside(self._desk, self._name)

    def _forget(self) -> None:
        self._timer.stop()
        self._dirty = False

    def _in_passing(self) -> None:
        # It is still on the screen, and whoever leaves the page is told if it cannot be kept then.
        with suppress(VaultError):
            self.keep()


def returned(kept: Aside) -> str:
    """Say that something typed earlier is back."""
    at = write_time(kept.updated)
    return f"What you typed here is back, as it stood on {at}. It is not saved yet."
