"""The same handle, group or page in another case: named by case number, with a button."""

from collections.abc import Iterable, Iterator
from functools import partial
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.casework.reading import Recurring
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import column, muted, quiet

_AT_ONCE = 0.01
"""Seconds to search before the window handles its own events again."""


class Elsewhere(QWidget):
    """A sentence for each thing that also appears in other cases, and a button for each case."""

    wants_case = Signal(str)
    """The id of another case to open."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("same_elsewhere")
        self._rows = column(spacing=0)
        self.setLayout(self._rows)
        self._looks: Iterator[Recurring | None] = iter(())
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._go_on)
        self.hide()

    def look(self, looks: Iterable[Recurring | None]) -> None:
        """Show only what these searches find, while the window stays usable."""
        while item := self._rows.takeAt(0):
            if before := item.widget():
                before.hide()
                before.deleteLater()
        self.hide()
        self._looks = iter(looks)
        self._rest.start()

    def _go_on(self) -> None:
        end = monotonic() + _AT_ONCE
        for found in self._looks:
            if found:
                self._rows.addWidget(self._line(found))
                self.show()
            if monotonic() > end:
                return
        self._rest.stop()

    def _line(self, found: Recurring) -> QWidget:
        many = len(found.cases) > 1
        words = muted(f"“{found.mark.shown}” also stands in {'these cases' if many else 'a case'}:")
        words.setWordWrap(False)
        ways = Flow(4)
        ways.addWidget(words)
        for case in found.cases:
            way = quiet(case.number, "arrow-right")
            way.setObjectName(f"elsewhere_{case.number}")
            way.setAccessibleName(f"Go to case {case.number}, where “{found.mark.shown}” stands")
            way.clicked.connect(partial(self._go, case.case))
            ways.addWidget(way)
        ways.addWidget(muted("It may be chance."))
        made = QWidget()
        made.setLayout(ways)
        return made

    def _go(self, case: str, _checked: bool = False) -> None:
        self.wants_case.emit(case)
