"""Long work on widgets, cut into turns of the event loop, so that the window stays alive."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

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
        """Whether something is left to do."""
        return bool(self._left)

    def begin(self, pieces: Iterable[Piece]) -> None:
        """Do the first of these pieces now and the rest by and by. What was left before is not."""
        self._left = list(pieces)
        self._timer.start()
        self._do(self._at_a_time)

    def finish(self) -> None:
        """Do what is left now: somebody needs the whole."""
        if self._left:
            self._do(len(self._left))

    def _turn(self) -> None:
        self._do(self._at_a_time)
        # what is new goes to its place before it can be painted in the wrong one
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
    """Finish whatever is under way inside a widget, for somebody who looks at the whole of it."""
    for turns in widget.findChildren(Turns):
        turns.finish()
