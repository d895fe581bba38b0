"""The ledger of copies as a table: Enter or a double click on a row records a change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.domain.forms.requests import RemovalReply
from app.ui.case_parts.ledger_rows import HEADS, LedgerRow
from app.ui.widgets.parts import line, muted, plain
from app.ui.widgets.toned import TONE_ROLE, TonedWords, token_of


class LedgerBar(QWidget):
    """The selected row in a few words, with a button for a change and one for removal."""

    wants_form = Signal(object, str)
    """The form that records a change, and the key of the copy or request."""
    wants_request = Signal(str, str)
    """Start a removal request: for this copy, or by the next route after this request."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_bar")
        self._row: LedgerRow | None = None
        self._about = muted()
        self.change = plain("What has changed")
        self.change.setObjectName("row_change")
        self.change.clicked.connect(self._change)
        self.request = plain("Ask for its removal")
        self.request.setObjectName("row_request")
        self.request.clicked.connect(self._request)
        whole = line(self._about, self.change, self.request, spacing=12)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @property
    def _of_request(self) -> bool:
        return self._row is not None and self._row.form is RemovalReply

    def show_row(self, row: LedgerRow | None) -> None:
        """Show the actions for this row; None hides the bar."""
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        about = " · ".join(part.strip().replace("\n", ", ") for part in row.words[:2] if part)
        self._about.setText(f"Chosen: {about}")
        self.change.setText("Log a reply" if self._of_request else "What has changed")
        self.change.setAccessibleName(f"{self.change.text()}: {about}")
        self.request.setText("Next route" if self._of_request else "Ask for its removal")
        self.request.setAccessibleName(f"{self.request.text()}: {about}")

    def _change(self) -> None:
        if self._row:
            self.wants_form.emit(self._row.form, self._row.key)

    def _request(self) -> None:
        if self._row:
            key = self._row.key
            self.wants_request.emit(*(("", key) if self._of_request else (key, "")))


_STATE = HEADS.index("State")
_ROW = 52


class CopiesTable(QTableWidget):
    """One row for each copy, followed by its requests. Every cell reads its whole row aloud."""

    chosen = Signal(object, str)
    """The form that records a change, and the key of the copy or request it is about."""
    stands_on = Signal(object)
    """The LedgerRow that is selected now."""

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
        self._rows: tuple[LedgerRow, ...] = ()
        self.cellDoubleClicked.connect(lambda row, _column: self._choose(row))
        self.currentCellChanged.connect(lambda row, *_: self._stand_on(row))

    def show_rows(self, rows: tuple[LedgerRow, ...]) -> None:
        """Show only these rows, and select the one with the same key as before."""
        at = self.currentRow()
        before = self._rows[at].key if 0 <= at < len(self._rows) else ""
        self._rows = ()
        heights = self.verticalHeader()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # measured once, at the end
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
                cell.setData(TONE_ROLE, token_of(row.tone) if column == _STATE else "ink")
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, whole)
                self.setItem(place, column, cell)
        heights.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._rows = rows
        if rows:
            keys = [row.key for row in rows]
            self.setCurrentCell(-1, -1)
            self.setCurrentCell(keys.index(before) if before in keys else 0, 0)

    def choose(self, key: str) -> None:
        """Select the row of a copy, unless it is selected already."""
        place = next((at for at, row in enumerate(self._rows) if row.key == key), None)
        if place is not None and place != self.currentRow():
            self.setCurrentCell(place, 0)

    def _stand_on(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self.stands_on.emit(self._rows[place])

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
