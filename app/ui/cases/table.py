"""The table of cases: how its rows are drawn, and how one is opened."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain.case.summary import Summary
from app.ui.cases.model import CasesModel, Column
from app.ui.theme import tokens
from app.ui.theme.icons import draw
from app.ui.widgets.parts import STEP

ROW = 44
_PAD = 12
_NARROW = 720
_WIDTHS = {
    Column.NUMBER: 116,
    Column.STATE: 180,
    Column.OPENED: 130,
    Column.LAST: 180,
    Column.ENTRIES: 90,
}
_VCENTRE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class CaseRow(QStyledItemDelegate):
    """Draws a cell: its words, a hairline below, and a soft ground under the chosen row."""

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
    """Draw the part of one frame around the whole row that falls into this cell."""
    whole = QRect(0, cell.top(), view.viewport().width(), cell.height())
    painter.setClipRect(cell)
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.drawRect(whole.adjusted(1, 1, -1, -1))


class _Heads(QHeaderView):
    """The words above the columns, quiet and without buttons."""

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
    """The list of cases. Enter or a double click opens the chosen one; Tab leaves the list."""

    opened = Signal(int)
    """The row to open."""

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
        """Show the state of cases where it differs from row to row."""
        self._state = yes
        self._fit()

    def _fit(self) -> None:
        """Leave out what matters least where the window is small."""
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
