"""The table of cases: draws its rows and opens them."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain.case.case import State
from app.domain.case.summary import Summary
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import CaseId
from app.domain.kit.wording import lower
from app.ui.theme import tokens
from app.ui.theme.icons import draw
from app.ui.widgets.parts import STEP

PAGE = 200
Fetch = Callable[[int, int], tuple[Summary, ...]]
"""Returns cases: at most `limit` of them, from `offset` on."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    STAGE = 1
    PEOPLE = 2
    STATE = 3
    OPENED = 4
    LAST = 5
    ENTRIES = 6


_HEADS = ("Number", "Stage", "People", "State", "Opened", "Last entry", "Entries")


class CasesModel(QAbstractTableModel):
    """A table of cases. It holds names only after `show_names` was called."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Summary] = []
        self._fetch: Fetch = _none
        self._offset = 0
        self._more = False
        self._names = False

    def show(self, fetch: Fetch) -> None:
        """Start again with the cases of `fetch`."""
        self.beginResetModel()
        self._rows, self._offset, self._more = [], 0, True
        self._fetch = fetch
        self._rows = self._next_page()
        self.endResetModel()

    def show_names(self, *, yes: bool) -> None:
        """Show or hide names in the people column."""
        self._names = yes
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PEOPLE)
            self.dataChanged.emit(self.index(0, Column.PEOPLE), last)

    def case_at(self, row: int) -> CaseId:
        """Return the case id of a row."""
        return self._rows[row].case

    def summary_at(self, row: int) -> Summary:
        """Return the summary of the case in a row."""
        return self._rows[row]

    def _next_page(self) -> list[Summary]:
        """Read the next page, and store whether there may be more."""
        page = list(self._fetch(PAGE, self._offset))
        self._offset += len(page)
        self._more = len(page) == PAGE
        return page

    def _words(self, row: Summary, column: int) -> str:
        match Column(column):
            case Column.NUMBER:
                return row.number
            case Column.STAGE:
                return f"Refer now: {lower(row.stage)}" if row.refer_now else row.stage
            case Column.PEOPLE:
                return row.heading if self._names else ""
            case Column.STATE:
                return State(row.state).label
            case Column.OPENED:
                return write_day(day_of(row.opened))
            case Column.LAST:
                return write_time(row.last_recorded)
            case Column.ENTRIES:
                return str(row.entries)

    # Qt
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        page = self._next_page()
        if page:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._rows += page
            self.endInsertRows()


def _none(_limit: int, _offset: int) -> tuple[Summary, ...]:
    return ()


ROW = 44
_PAD = 12
_NARROW = 720
_WIDTHS = {
    Column.NUMBER: 116,
    Column.STATE: 180,
    Column.OPENED: 120,
    Column.LAST: 190,
    Column.ENTRIES: 90,
}
_VCENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class CaseRow(QStyledItemDelegate):
    """Draws a cell: its words, a thin line below, and a soft background if the row is selected."""

    # Qt
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = tokens()
        view = option.widget
        rect: QRect = option.rect
        assert isinstance(view, QTableView)
        chosen = view.currentIndex().row() == index.row()
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.accent_soft))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = rect.adjusted(_PAD, 0, -STEP, 0)
        tone = "ink" if index.column() in (Column.NUMBER, Column.STAGE, Column.PEOPLE) else "muted"
        if index.column() == Column.STAGE and _summary(view, index.row()).refer_now:
            tone = "red"
            draw(
                painter,
                QRectF(inside.left(), inside.center().y() - 8, 16, 16),
                "shield-alert",
                tone,
            )
            inside.adjust(24, 0, 0, 0)
        words = str(index.data() or "")
        elided = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, inside.width()
        )
        painter.setPen(QColor(getattr(colours, tone)))
        painter.drawText(inside, _VCENTRE, elided)
        if chosen and view.hasFocus():
            _draw_focus(painter, view, rect)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, ROW)


def _summary(view: QTableView, row: int) -> Summary:
    model = view.model()
    assert isinstance(model, CasesModel)
    return model.summary_at(row)


def _draw_focus(painter: QPainter, view: QTableView, cell: QRect) -> None:
    """Draw this cell's part of one frame around the whole row."""
    whole = QRect(0, cell.top(), view.viewport().width(), cell.height())
    painter.setClipRect(cell)
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.drawRect(whole.adjusted(1, 1, -1, -1))


class _Heads(QHeaderView):
    """The headings of the columns, not clickable."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(36)

    # Qt
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = tokens()
        painter.fillRect(rect, QColor(colours.card))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.muted))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        painter.drawText(rect.adjusted(_PAD, 0, -STEP, 0), _VCENTRE, words)


class CasesTable(QTableView):
    """The list of cases. Enter or a double click opens the selected one; Tab leaves the list."""

    opened = Signal(int)
    """The number of the row to open."""

    def __init__(self, model: CasesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CaseRow(self))
        heads = _Heads()
        self.setHorizontalHeader(heads)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (Column.STAGE, Column.PEOPLE):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(80)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._state = True

    def show_state(self, *, yes: bool) -> None:
        """Show the state column. It is useful only when all cases are listed."""
        self._state = yes
        self._fit()

    def _fit(self) -> None:
        """Hide the less important columns when the window is narrow."""
        wide = self.width() >= _NARROW
        for column in (Column.OPENED, Column.ENTRIES, Column.LAST):
            self.setColumnHidden(column, not wide)
        self.setColumnHidden(Column.STATE, not (wide and self._state))

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
