"""The chronology: every entry in order, with its time, author and reason for correction."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.ui.case_parts.entry_card import EntryCard
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import column, muted, plain

AT_ONCE = 40
"""How many entries are shown before somebody asks for earlier ones."""


class Chronology(QWidget):
    """The record of a case, the newest entry first. Corrected entries stay where they are."""

    correct = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = AT_ONCE
        self._case: Case | None = None
        self._count = muted()
        self._count.setObjectName("chronology_count")
        self._cards = Cards("Entries")
        body = column(self._count, spacing=12)
        body.addWidget(self._cards, 1)
        self.setLayout(body)

    def show_case(self, case: Case) -> None:
        """Show the newest entries of a case."""
        self._case = case
        self._shown = AT_ONCE
        self._cards.clear()
        self._add(_newest_first(case)[:AT_ONCE])

    def _show_more(self) -> None:
        if self._case:
            before, self._shown = self._shown, self._shown + AT_ONCE
            self._cards.take(-1)
            self._add(_newest_first(self._case)[before : self._shown])

    def _add(self, items: tuple[Entry, ...]) -> None:
        assert self._case
        for entry in items:
            shown = EntryCard(self._case, entry)
            shown.correct.connect(self.correct)
            self._cards.add(shown)
        count = len(self._case.entries)
        if count > self._shown:
            self._cards.add(self._earlier())
        entries = "1 entry" if count == 1 else f"{count} entries"
        self._count.setText(f"{entries}, the newest first. Times are those of the United Kingdom.")

    def _earlier(self) -> QWidget:
        made = plain("Show earlier entries")
        made.setObjectName("earlier_entries")
        made.clicked.connect(self._show_more)
        return made


def _newest_first(case: Case) -> tuple[Entry, ...]:
    """Return the entries, newest first: by when they happened, else by when they were recorded."""
    return tuple(sorted(case.entries, key=_order, reverse=True))


def _order(entry: Entry) -> tuple[object, int]:
    sealed = entry.sealed
    return (sealed.happened.at if sealed.happened else sealed.recorded, sealed.seq)
