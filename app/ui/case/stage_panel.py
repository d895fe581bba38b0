"""A stage with several forms: each with what is recorded on it and a button; below, the entries."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from app.domain.case import Case
from app.domain.form import Entry, form_name
from app.domain.item import Item
from app.domain.moments import write_time
from app.domain.stage import Stage
from app.ui.case.cards import Cards
from app.ui.case.entry_card import EntryCard
from app.ui.theme.icons import Glyph
from app.ui.theme.parts import STEP, column, heading, label, muted, plain


class StagePanel(QFrame):
    """The forms of one stage in one case, in the order of the guidance."""

    wants_form = Signal(object)
    correct = Signal(str)
    """The id of an entry somebody wants to put right."""

    def __init__(self, case: Case, stage: Stage, forms: tuple[type[Entry], ...]) -> None:
        super().__init__()
        self.case = case
        self.setObjectName(f"panel_{stage.value}")
        cards = Cards(stage.label)
        cards.add(self._forms(stage, forms))
        for item in reversed(case.current):
            if isinstance(item.form, forms):
                shown = EntryCard(case, item)
                shown.correct.connect(self.correct)
                cards.add(shown)
        self.setLayout(column(cards))

    def _forms(self, stage: Stage, forms: tuple[type[Entry], ...]) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP + 4)
        rows.setSpacing(2 * STEP)
        rows.addWidget(heading(stage.label))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, form in enumerate(forms):
            self._add_row(grid, row, form)
        rows.addLayout(grid)
        return made

    def _add_row(self, grid: QGridLayout, row: int, form: type[Entry]) -> None:
        items = [item for item in self.case.current if isinstance(item.form, form)]
        mark = Glyph("circle-check", "green", 16) if items else Glyph("circle", "muted", 16)
        button = plain("Add" if items else "Record")
        button.setObjectName(f"record_{form_name(form)}")
        button.setAccessibleName(f"{button.text()}: {form.title}")
        button.clicked.connect(lambda: self.wants_form.emit(form))
        grid.addWidget(mark, row, 0)
        grid.addWidget(label(form.title, wraps=False), row, 1)
        grid.addWidget(muted(_recorded(items)), row, 2)
        grid.addWidget(button, row, 3, Qt.AlignmentFlag.AlignRight)


def _recorded(items: list[Item]) -> str:
    """Say how many entries there are and when the newest happened: `2, last 19 Nov 2026, 10:38`."""
    if not items:
        return ""
    newest = items[-1].sealed
    when = write_time(newest.happened or newest.recorded)
    return when if len(items) == 1 else f"{len(items)}, last {when}"
