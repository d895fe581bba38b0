"""The copies of a case: how far it is contained, what holds deletion, and the ledger itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.casework.desk import Desk
from app.casework.reading import Recurring, same_elsewhere
from app.domain.case import Case
from app.domain.stages.copies import CopiesFound
from app.domain.stages.deletion import HoldLifted
from app.ui.case.copies_table import CopiesTable
from app.ui.case.ledger_rows import chips_of, hold_words, rows_of
from app.ui.theme.flow import Flow
from app.ui.theme.parts import Banner, Chip, column, heading, line, muted, plain, primary


class Copies(QWidget):
    """Where the imagery is known to be. Nothing here says what it shows."""

    wants_form = Signal(object, str)
    """A form to fill in, and the key of the copy or request it is about, if any."""
    wants_request = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("copies")
        self._desk = desk
        self._case: Case | None = None
        self._looked = False
        self.table = CopiesTable()
        self.table.chosen.connect(self.wants_form)
        self.banner = Banner()
        self.banner.setObjectName("hold_banner")
        self.banner.pressed.connect(lambda: self.wants_form.emit(HoldLifted, ""))
        self.elsewhere = muted()
        self.elsewhere.setObjectName("same_elsewhere")
        self.hint = muted("Choose a row with the mouse or Enter to record what has changed.")
        self._chips = Flow(8)
        self.setLayout(
            column(self._top(), self.banner, self.elsewhere, self.table, self.hint, spacing=12)
        )

    def _top(self) -> QWidget:
        add = plain("Add a copy", "plus")
        add.setObjectName("add_copy")
        add.clicked.connect(lambda: self.wants_form.emit(CopiesFound, ""))
        ask = primary("Start a removal request")
        ask.setObjectName("start_request")
        ask.clicked.connect(self.wants_request)
        words = line(heading("Where the imagery is known to be"), add, ask, spacing=12)
        words.setStretch(0, 1)
        top = QWidget()
        both = column(spacing=12)
        both.addLayout(words)
        both.addLayout(self._chips)
        top.setLayout(both)
        return top

    def show_case(self, case: Case) -> None:
        """Show the ledger of a case."""
        self._case, self._looked = case, False
        while item := self._chips.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for words, tone in chips_of(case):
            self._chips.addWidget(Chip(words, tone))
        held = hold_words(case)
        self.banner.say(held, "Record the agreement")
        self.banner.setVisible(bool(held))
        rows = rows_of(case, self._desk.clocks)
        self.table.show_rows(rows)
        self.hint.setText(_HINT if rows else _NONE)
        self.elsewhere.hide()
        if self.isVisible():
            self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        """Point out what stands in other cases too, once the page is looked at."""
        if self._case is None or self._looked:
            return
        self._looked = True
        found = same_elsewhere(self._desk, self._case)
        self.elsewhere.setText("\n".join(map(_sentence, found)))
        self.elsewhere.setVisible(bool(found))

    # Qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_elsewhere()


_HINT = "Choose a row with the mouse or Enter to record what has changed."
_NONE = "No copy is recorded yet. Add each one you hear of: where it is, never what it shows."


def _sentence(found: Recurring) -> str:
    numbers = ", ".join(case.number for case in found.cases)
    word = "case" if len(found.cases) == 1 else "cases"
    return f"“{found.mark.shown}” also stands in {word} {numbers}. It may be chance: look there."
