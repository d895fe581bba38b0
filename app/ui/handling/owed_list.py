"""What is owed, row by row: what, for whom, by when and why, with a button that settles it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.casework.reading import write_due
from app.domain.case.case import Case
from app.domain.forms.any_time import ClockMissed
from app.domain.kit.moments import write_time
from app.domain.kit.wording import with_and
from app.domain.owed.row import Owed
from app.ui.widgets.parts import STEP, heading, label, muted, plain, quiet


class OwedList(QFrame):
    """The rows of a table of what is owed. Some can be set aside as not needed, with a reason."""

    wants_form = Signal(object, object)
    """A form, and the key of what it settles or sets aside."""

    def __init__(
        self, case: Case, rows: Iterable[Owed], now: datetime, *, title: str = "Still to do"
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("still_to_do")
        self._case, self._now = case, now
        inside = QVBoxLayout(self)
        inside.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        inside.setSpacing(STEP)
        inside.addWidget(heading(title))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(0, 1)
        inside.addLayout(self._grid)
        for at, row in enumerate(rows, start=1):
            self._add(row, at)

    def begin(self) -> None:
        """Set the cursor on the first button."""
        if first := self.findChild(QPushButton):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_row(self, what: str, why: str, *buttons: QPushButton) -> None:
        """Add a row of words with its buttons."""
        at = self._grid.rowCount()
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(label(what))
        lines.addWidget(muted(why))
        self._grid.addWidget(words, at, 0)
        for place, button in enumerate(buttons, start=2):
            self._grid.addWidget(button, at, place)

    def _add(self, row: Owed, at: int) -> None:
        record = plain("Record")
        record.setObjectName(f"record_for_{at}")
        record.setAccessibleName(f"Record: {row.form.title}, {self._whom(row) or row.what}")
        record.clicked.connect(lambda: self.wants_form.emit(row.form, row.key))
        buttons = [record]
        if row.aside and row.form is not ClockMissed:
            aside = quiet("Not needed…")
            aside.setObjectName(f"aside_for_{at}")
            aside.setAccessibleName(f"Not needed: {row.what}, {self._whom(row)}".rstrip(", "))
            aside.clicked.connect(lambda: self.wants_form.emit(ClockMissed, row.key))
            buttons.append(aside)
        self.add_row(row.what, row.because, *buttons)
        self._grid.addWidget(self._when(row), self._grid.rowCount() - 1, 1)

    def _when(self, row: Owed) -> QLabel:
        made = label(write_due(row.due, self._now), wraps=False)
        made.setToolTip(write_time(row.due))
        return made

    def _whom(self, row: Owed) -> str:
        return with_and([name for one in row.about if (name := self._case.names.get(one, ""))])


def closing_list(case: Case, rows: Sequence[Owed], now: datetime) -> OwedList:
    """Return the list that opens the closing page; with nothing owed, it says so."""
    title = "Before it closes" if rows else "Nothing is owed in this case"
    return OwedList(case, rows, now, title=title)
