"""Slow work in a worker thread: started here, its outcome returned to the window."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Piece = Callable[[], object]


class Turns(QObject):
    """Does a few pieces of work now, and as many again on each turn of the event loop."""

    some_done = Signal()
    """The pieces of one turn are done."""
    all_done = Signal()

    def __init__(self, owner: QWidget, at_a_time: int) -> None:
        super().__init__(owner)
        self._at_a_time = at_a_time
        self._left: list[Piece] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def under_way(self) -> bool:
        """Whether work is left to do."""
        return bool(self._left)

    def begin(self, pieces: Iterable[Piece]) -> None:
        """Do the first of these pieces now and the rest later. Drop any left over from before."""
        self._left = list(pieces)
        self._timer.start()
        self._do(self._at_a_time)

    def finish(self) -> None:
        """Do the remaining pieces now, because the caller needs the whole."""
        if self._left:
            self._do(len(self._left))

    def _turn(self) -> None:
        self._do(self._at_a_time)
        # place new widgets before they can be painted in the wrong position
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _do(self, pieces: int) -> None:
        now, self._left = self._left[:pieces], self._left[pieces:]
        for piece in now:
            piece()
        if not self._left:
            self._timer.stop()
        self.some_done.emit()
        if not self._left:
            self.all_done.emit()


def finish_in(widget: QWidget) -> None:
    """Finish all work under way inside a widget, for a caller that needs the whole of it."""
    for turns in widget.findChildren(Turns):
        turns.finish()


T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class _Task:
    owner: QObject
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Counter(QObject):
    """Collects outcomes. It lives in the window's thread as long as the program runs.

    Only the `bell` signal crosses threads; no Qt object is created or deleted with a task.
    """

    bell = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.waiting: set[_Task] = set()
        self.outcomes: SimpleQueue[tuple[_Task, Any, Exception | None]] = SimpleQueue()
        self.told: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.bell.connect(self.hand_out, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def hand_out(self) -> None:
        """Deliver the sentences and the outcomes that have arrived."""
        with suppress(Empty):
            while True:
                self.told.get_nowait()()
        with suppress(Empty):
            while True:
                task, value, error = self.outcomes.get_nowait()
                self.waiting.discard(task)
                if not isValid(task.owner):
                    continue
                if error is None:
                    task.done(value)
                else:
                    task.failed(error)


@cache
def _counter() -> _Counter:
    return _Counter()


class _Work(QRunnable):
    def __init__(self, task: _Task, counter: _Counter) -> None:
        super().__init__()
        self._task = task
        self._counter = counter

    # Qt
    def run(self) -> None:
        value, error = None, None
        try:
            value = self._task.work()
        except Exception as raised:  # noqa: BLE001 - whatever it is, the window has to hear of it
            error = raised
        self._counter.outcomes.put((self._task, value, error))
        with suppress(RuntimeError):  # the program is ending, and nobody waits any more
            self._counter.bell.emit()


def start(
    owner: QObject,
    work: Callable[[], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Do `work` in a worker thread, then call `done` or `failed` in the thread of the window.

    Call it in that thread. Nothing is called if `owner` was deleted meanwhile. `work` touches no
    widget.
    """
    task = _Task(owner, work, done, failed)
    _counter().waiting.add(task)
    QThreadPool.globalInstance().start(_Work(task, _counter()))


class Newest:
    """Slow work for an owner that waits only for its latest request."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._asked: object = None

    def start(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` as `start` does, and ignore the outcome of any earlier request."""
        asked = self._asked = object()

        def waited_for(then: Callable[[Any], None], outcome: object) -> None:
            if asked is self._asked:
                then(outcome)

        start(self._owner, work, done=partial(waited_for, done), failed=partial(waited_for, failed))

    def drop(self) -> None:
        """Ignore the outcome of the request under way."""
        self._asked = None


def teller(owner: QObject, said: Callable[[str], None]) -> Callable[[str], None]:
    """Return a function for a worker thread. It passes a sentence to `said` in the window's thread.

    Call this in that thread. Nothing is called if `owner` was deleted meanwhile.
    """
    counter = _counter()

    def tell(sentence: str) -> None:
        counter.told.put(lambda: said(sentence) if isValid(owner) else None)
        with suppress(RuntimeError):  # the program is ending, and nobody listens any more
            counter.bell.emit()

    return tell


def wait(seconds: float = 10) -> bool:
    """Let every task end and deliver, for tests. Return whether all of them did in time."""
    until = time.monotonic() + seconds
    while _counter().waiting and time.monotonic() < until:
        QThreadPool.globalInstance().waitForDone(20)
        QCoreApplication.processEvents()
    return not _counter().waiting
