"""Who knows what, as a table: a row for each person or body, a column for each topic."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.case.case import Case
from app.domain.forms.knowledge import Knowing, Topic
from app.domain.kit.moments import day_of, write_day
from app.domain.rules.held_back import HeldBack, reasons_of
from app.domain.rules.knowledge import KnowledgeRow, KnownTopic, knowledge_of, topics_of
from app.ui.case_parts.contact_card import written_hold, written_known
from app.ui.widgets.parts import muted
from app.ui.widgets.toned import TONE_ROLE, TonedWords

_NOT_TOLD = "Not recorded"
_WORDS = {Knowing.KNOWS: "Knows", Knowing.NOT_TO_KNOW: "Do not say", Knowing.FREE: "May be told"}
_TONES = {Knowing.KNOWS: "green", Knowing.NOT_TO_KNOW: "red", Knowing.FREE: "ink"}
_ROW = 50
_NAMES_WIDTH = 220


class KnowledgeTable(QWidget):
    """The table, and below it the full meaning of the selected cell."""

    wants_note = Signal(str)
    """The key of the person or body whose knowledge is to be noted."""

    def __init__(self) -> None:
        super().__init__()
        self.table = _Table()
        self.table.setAccessibleName("Who knows what")
        self.table.wanted.connect(lambda row: self.wants_note.emit(self._lines[row].key))
        self.table.currentCellChanged.connect(self._tell)
        self.told = muted("Choose a cell to read it in full. Enter notes something new.")
        self.told.setObjectName("knowledge_told")
        self._lines: tuple[KnowledgeRow, ...] = ()
        self._topics: tuple[Topic, ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.told)

    def show_case(self, case: Case) -> None:
        """Show who knows what in a case."""
        self._lines, self._topics = knowledge_of(case), topics_of(case)
        table = self.table
        table.clear()
        table.setRowCount(len(self._lines))
        table.setColumnCount(len(self._topics))
        table.setHorizontalHeaderLabels([topic.short for topic in self._topics])
        for row, line in enumerate(self._lines):
            head = QTableWidgetItem("\n".join(filter(None, (line.name, line.about))))
            table.setVerticalHeaderItem(row, head)
            for column, topic in enumerate(self._topics):
                table.setItem(row, column, _cell(line, topic))

    def _tell(self, row: int, column: int, _row: int, _column: int) -> None:
        if 0 <= row < len(self._lines) and 0 <= column < len(self._topics):
            self.told.setText(cell_sentence(self._lines[row], self._topics[column]))


def _cell(line: KnowledgeRow, topic: Topic) -> QTableWidgetItem:
    known = line.cells.get(topic)
    words = _NOT_TOLD if known is None else f"{_WORDS[known.knowing]}\n{_day(known)}"
    made = QTableWidgetItem(words)
    made.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setData(TONE_ROLE, "muted" if known is None else _TONES[known.knowing])
    made.setData(Qt.ItemDataRole.AccessibleTextRole, cell_sentence(line, topic))
    return made


def _day(known: KnownTopic) -> str:
    if day := known.holds[0].until:
        return f"look again {write_day(day)}"
    return write_day(day_of(known.since))


def cell_sentence(line: KnowledgeRow, topic: Topic) -> str:
    """Return a sentence saying what a cell means, for screen and screen reader."""
    known = line.cells.get(topic)
    if known is None:
        return f"{line.name}: nothing is recorded of their being told. {topic.label}."
    if known.knowing is Knowing.KNOWS:
        return f"{line.name} knows. {written_known(topic, known)}."
    held = HeldBack((topic,), reasons_of(known))
    if known.knowing is Knowing.FREE:
        return f"{line.name} may be told. {written_hold(held)}"
    return f"{line.name} must not be told for now. {written_hold(held)}"


class _Table(QTableWidget):
    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "matrix")
        self.setObjectName("knowledge_table")
        self.setItemDelegate(TonedWords(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        top, side = self.horizontalHeader(), self.verticalHeader()
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        top.setDefaultAlignment(wrapped)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        top.setMinimumHeight(_ROW)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(_ROW)
        side.setFixedWidth(_NAMES_WIDTH)
        for head in (top, side):
            head.setSectionsClickable(False)
            head.setHighlightSections(False)
        self.cellDoubleClicked.connect(lambda row, _column: self.wanted.emit(row))

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self.wanted.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
