"""What is recorded for one stage: its entries, the newest first, and the way to add another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Case
from app.domain.form import Entry
from app.ui.case.cards import Cards
from app.ui.case.entry_card import EntryCard
from app.ui.theme.parts import column, heading, line, plain


class StageRecord(QWidget):
    """The entries of one form in a case."""

    correct = Signal(str)
    another = Signal()

    def __init__(self, case: Case, form: type[Entry]) -> None:
        super().__init__()
        again = plain("Record another", "plus")
        again.setObjectName("record_another")
        again.clicked.connect(self.another)
        top = line(heading(form.title), again)
        top.setStretch(0, 1)
        cards = Cards("What is recorded")
        for item in reversed(case.current):
            if isinstance(item.form, form):
                shown = EntryCard(case, item)
                shown.correct.connect(self.correct)
                cards.add(shown)
        body = column(spacing=12)
        body.addLayout(top)
        body.addWidget(cards, 1)
        self.setLayout(body)
