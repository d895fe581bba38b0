"""The chronology: every entry in order, what happened, when it was recorded, by whom and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.item import Item
from app.ui.case.entry_card import EntryCard
from app.ui.theme.parts import STEP, column, line, muted, plain

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
        self._earlier = plain("Show earlier entries")
        self._earlier.setObjectName("earlier_entries")
        self._earlier.clicked.connect(self._show_more)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, STEP, 0)
        self._rows.setSpacing(12)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setWidget(inside)
        body = column(spacing=12)
        body.addLayout(line(self._count))
        body.addWidget(self._scroll, 1)
        self.setLayout(body)

    def show_case(self, case: Case) -> None:
        """Show the newest entries of a case."""
        self._case = case
        self._shown = AT_ONCE
        self._clear()
        self._add(_newest_first(case)[:AT_ONCE])

    def _show_more(self) -> None:
        if self._case:
            before, self._shown = self._shown, self._shown + AT_ONCE
            self._add(_newest_first(self._case)[before : self._shown])

    def _add(self, items: tuple[Item, ...]) -> None:
        assert self._case
        self._rows.removeWidget(self._earlier)
        for item in items:
            shown = EntryCard(self._case, item)
            shown.correct.connect(self.correct)
            self._rows.addWidget(shown)
        left = len(self._case.items) - self._shown
        self._earlier.setVisible(left > 0)
        self._rows.addWidget(self._earlier)
        count = len(self._case.items)
        entries = "1 entry" if count == 1 else f"{count} entries"
        self._count.setText(f"{entries}, the newest first. Times are those of the United Kingdom.")

    def _clear(self) -> None:
        self._rows.removeWidget(self._earlier)
        self._earlier.setParent(self)
        self._earlier.hide()
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _newest_first(case: Case) -> tuple[Item, ...]:
    """Order by when it happened, or was recorded where that is not known; ties by the record's order."""
    return tuple(sorted(case.items, key=_order, reverse=True))


def _order(item: Item) -> tuple[object, int]:
    sealed = item.sealed
    return (sealed.happened.at if sealed.happened else sealed.recorded, sealed.seq)
