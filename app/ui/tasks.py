"""Slow work beside the window: started here, done in a worker, its outcome handed back."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

_under_way: set["_Delivery"] = set()


class _Wire(QObject):
    """Carries an outcome from the worker's thread. Qt deletes it in the thread of the window."""

    came = Signal(object, object)


class _Delivery(QObject):
    """Takes an outcome in the window's thread. It is a child of the owner and dies with it."""

    def __init__(
        self,
        owner: QObject,
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        _under_way.add(self)

    @Slot(object, object)
    def take(self, value: object, error: Exception | None) -> None:
        """Pass the outcome on, once."""
        done, failed = self._done, self._failed
        _under_way.discard(self)
        self.deleteLater()
        if error is None:
            done(value)
        else:
            failed(error)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], wire: _Wire) -> None:
        super().__init__()
        self._work = work
        self._wire = wire

    # Qt
    def run(self) -> None:
        value: object = None
        error: Exception | None = None
        try:
            value = self._work()
        except Exception as raised:  # noqa: BLE001 - whatever it is, the window has to hear of it
            error = raised
        with suppress(RuntimeError):  # the program has ended meanwhile, and its wires with it
            self._wire.came.emit(value, error)
            self._wire.deleteLater()


def start(
    owner: QObject,
    work: Callable[[], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Do `work` in a worker, then call `done` or `failed` in the thread of the window.

    Nothing is called when `owner` was deleted meanwhile. `work` touches no widget.
    """
    wire = _Wire(QCoreApplication.instance())
    delivery = _Delivery(owner, done, failed)  # type: ignore[arg-type]  # T is what `work` gives
    wire.came.connect(delivery.take, Qt.ConnectionType.QueuedConnection)
    QThreadPool.globalInstance().start(_Work(work, wire))


def wait(seconds: float = 10) -> bool:
    """Let every task end and deliver, for tests. Says whether all of them did in time."""
    until = time.monotonic() + seconds
    while _waiting() and time.monotonic() < until:
        QThreadPool.globalInstance().waitForDone(20)
        QCoreApplication.processEvents()
    return not _waiting()


def _waiting() -> bool:
    _under_way.difference_update([task for task in _under_way if not isValid(task)])
    return bool(_under_way)
