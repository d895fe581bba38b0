"""The ledger of copies as a table: a row is chosen with the mouse or Enter to say what changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from app.ui.case.ledger_rows import HEADS, LedgerRow
from app.ui.theme.toned import TONE_ROLE, TonedWords

_STATE = HEADS.index("State")
_ROW = 52


class CopiesTable(QTableWidget):
    """One row a copy, and under it one a request. Every cell reads its whole row out."""

    chosen = Signal(object, str)
    """The form that says what changed, and the key of the copy or request it is about."""

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        self.setObjectName("copies_table")
        self.setProperty("part", "matrix")
        self.setAccessibleName("Copies and requests for their removal")
        self.setItemDelegate(TonedWords(self))
        self.setHorizontalHeaderLabels(list(HEADS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        top = self.horizontalHeader()
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        top.setSectionsClickable(False)
        top.setHighlightSections(False)
        self.cellClicked.connect(lambda row, _column: self._choose(row))
        self._rows: tuple[LedgerRow, ...] = ()

    def show_rows(self, rows: tuple[LedgerRow, ...]) -> None:
        """Show these rows and no others."""
        self._rows = rows
        self.clearContents()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            whole = ". ".join(
                f"{head}: {words.strip()}"
                for head, words in zip(HEADS, row.words, strict=True)
                if words
            ).replace("\n", ", ")
            for column, words in enumerate(row.words):
                cell = QTableWidgetItem(words)
                cell.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                cell.setData(TONE_ROLE, row.tone if column == _STATE else "ink")
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, whole)
                self.setItem(place, column, cell)
        if rows:
            self.setCurrentCell(0, 0)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            row = self._rows[place]
            self.chosen.emit(row.form, row.key)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentRow())
        else:
            super().keyPressEvent(event)
