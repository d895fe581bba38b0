"""Notices that nobody is there, or that somebody wants the screen gone, whatever is open."""

import sys
import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent, QKeyEvent


class Reason(StrEnum):
    """Why the casebook is locked."""

    ASKED = "asked"
    HIDDEN = "hidden"
    IDLE = "idle"
    ASLEEP = "asleep"
    CLOSED = "closed"


def seconds_passed() -> float:
    """Give a clock that nobody can set and that, where the system has one, runs on in sleep."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


LEAST_MINUTES, USUAL_MINUTES, MOST_MINUTES = 1, 5, 15
_LOOK_EVERY = 1.0
_SLEPT = 30.0
"""Seconds between two looks after which the machine must have slept."""

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_INPUT = frozenset(
    {
        *_KEYS,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


_ANY_INPUT = (QInputEvent, QInputMethodEvent)


class IdleWatch(QObject):
    """Watches every event of the application: no dialog, menu or list can hold a lock off."""

    due = Signal(object)
    """It is time to lock, with the Reason."""

    def __init__(
        self,
        parent: QObject,
        minutes: int = USUAL_MINUTES,
        now: Callable[[], float] = seconds_passed,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.wait_for(minutes)
        self._touched = self._looked = now()
        self._timer = QTimer(self)
        self._timer.setInterval(int(_LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QCoreApplication.instance()
        assert app
        app.installEventFilter(self)

    def wait_for(self, minutes: int) -> None:
        """Wait for so many minutes without a touch, 1 to 15."""
        self._limit = 60.0 * min(max(minutes, LEAST_MINUTES), MOST_MINUTES)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app:
            app.removeEventFilter(self)

    def look(self) -> bool:
        """Lock if it is time. Says whether it was."""
        now = self._now()
        slept, self._looked = now - self._looked > _SLEPT, now
        if slept or now - self._touched >= self._limit:
            self._touched = now
            self.due.emit(Reason.ASLEEP if slept else Reason.IDLE)
            return True
        return False

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, _ANY_INPUT):  # nearly every event there is: be quick
            return False
        kind = event.type()
        if kind not in _INPUT:
            return False
        # The key or movement that wakes a machine comes before the timer: it must not count.
        if self.look():
            return True
        self._touched = self._now()
        if kind in _KEYS and isinstance(event, QKeyEvent) and (reason := _asks_for(event)):
            self.due.emit(reason)
            return True
        return False


def _asks_for(event: QKeyEvent) -> Reason | None:
    if event.key() == Qt.Key.Key_F12:
        return Reason.HIDDEN
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return Reason.ASKED if control and event.key() == Qt.Key.Key_L else None
