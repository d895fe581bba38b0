"""The cases as rows of a table, fetched a page at a time."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.case.case import State
from app.domain.case.summary import Summary
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import CaseId
from app.domain.kit.wording import lower

PAGE = 200
Fetch = Callable[[int, int], tuple[Summary, ...]]
"""Gives at most so many cases (limit) from a place on (offset)."""

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
    """A table of cases. Names are not in it at all unless `show_names` was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Summary] = []
        self._fetch: Fetch = _none
        self._offset = 0
        self._more = False
        self._names = False

    def show(self, fetch: Fetch) -> None:
        """Begin again with these cases."""
        self.beginResetModel()
        self._rows, self._offset, self._more = [], 0, True
        self._fetch = fetch
        self._rows = self._next_page()
        self.endResetModel()

    def show_names(self, *, yes: bool) -> None:
        """Put names into the people column, or take them out again."""
        self._names = yes
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PEOPLE)
            self.dataChanged.emit(self.index(0, Column.PEOPLE), last)

    def case_at(self, row: int) -> CaseId:
        """Give the case of a row."""
        return self._rows[row].case

    def summary_at(self, row: int) -> Summary:
        """Give what is known of the case of a row."""
        return self._rows[row]

    def _next_page(self) -> list[Summary]:
        """Read the next page, and note whether there may be more."""
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
