"""What is typed and not kept yet: it is kept within a second of the first key, or on leaving."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.vault.errors import VaultError

KEPT_AFTER = 600
"""Milliseconds from the first key until what is typed is kept."""


class Unkept(QObject):
    """Whether something typed is still to be kept, and the moment at which it is."""

    def __init__(
        self, parent: QObject, keep: Callable[[], object], failed: Callable[[str], object]
    ) -> None:
        """`keep` keeps it, or raises the vault's errors; `failed` is told so in a sentence."""
        super().__init__(parent)
        self._keep, self._failed = keep, failed
        self._typed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER)
        self._timer.timeout.connect(self.keep_in_passing)

    def typed(self) -> None:
        """Note that something was typed."""
        self._typed = True
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep what is typed, if anything is. Raises the vault's errors if it cannot be kept."""
        self._timer.stop()
        if self._typed:
            self._keep()
            self._typed = False

    def keep_in_passing(self) -> None:
        """Keep what is typed. Nobody waits for it: if it cannot be kept, say so."""
        try:
            self.keep()
        except VaultError as error:
            self._failed(f"Not kept: {error.sentence}")

    def forget(self) -> None:
        """Keep nothing more of what was typed until now: it is recorded, or thrown away."""
        self._timer.stop()
        self._typed = False
