"""Notices that nobody is there, or that the user wants to lock, whatever is open."""

import sys
import time
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from shiboken6 import isValid

from app.domain.forms.settings import USUAL_MINUTES


class Reason(StrEnum):
    """Why the casebook is locked."""

    ASKED = "asked"
    HIDDEN = "hidden"
    IDLE = "idle"
    ASLEEP = "asleep"
    CLOSED = "closed"


def seconds_passed() -> float:
    """Return the seconds of a clock nobody can set. If possible, it runs during sleep."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


LEAST_MINUTES, MOST_MINUTES = 1, 15
_LOOK_EVERY = 1.0
_SLEPT = 30.0
"""If this many seconds pass between two checks, the machine must have slept."""

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


class IdleWatch(QObject):
    """Watches all input: no dialog, menu or list can delay a lock.

    Every key and pointer event reaches a window of the screen before any widget. So it watches only
    the windows, and the thousands of widget events never pass through here. Text from an input
    method is the exception: it goes straight to the focused object, which is watched too.
    """

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
        self._focus: QObject | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._ways = [
            QAbstractEventDispatcher.instance().awake.connect(self._watch_windows),
            app.focusWindowChanged.connect(self._watch_windows),
            app.focusObjectChanged.connect(self._watch_focus),
        ]
        self._watch_windows()
        self._watch_focus(app.focusObject())

    def wait_for(self, minutes: int) -> None:
        """Lock after so many idle minutes, 1 to 15."""
        self._limit = 60.0 * min(max(minutes, LEAST_MINUTES), MOST_MINUTES)

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        while self._ways:
            QObject.disconnect(self._ways.pop())
        self._watch_focus(None)
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def look(self) -> bool:
        """Lock if it is time, and return whether it was."""
        now = self._now()
        slept, self._looked = now - self._looked > _SLEPT, now
        if slept or now - self._touched >= self._limit:
            self._touched = now
            self.due.emit(Reason.ASLEEP if slept else Reason.IDLE)
            return True
        return False

    def _watch_windows(self) -> None:
        """Watch every window once a turn of the event loop, before a new one can be used."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)  # installing it again does not watch twice

    def _watch_focus(self, now: QObject | None) -> None:
        if self._focus and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = now
        if now:
            now.installEventFilter(self)

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _INPUT:
            return False
        # The event that wakes a machine comes before the timer: it must not count as activity.
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
