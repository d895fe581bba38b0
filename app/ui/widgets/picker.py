"""A drop-down list that draws cleanly and that the mouse wheel never changes."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QSizePolicy, QStyledItemDelegate

from app.ui.theme.icons import draw
from app.ui.theme.tokens import tokens
from app.ui.widgets.parts import restyle

_BOX = 18
_GAP = 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Tick(QCheckBox):
    """A tick box. Long text wraps instead of being cut off."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _words_in(self, width: int) -> QRect:
        room = QRect(0, 0, max(width - _BOX - _GAP - 2, 40), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAP, self.words)

    # Qt
    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.words) + _BOX + _GAP + 4
        return QSize(wide, max(self.fontMetrics().height(), _BOX) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words_in(width).height(), _BOX) + 4

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = max(self.fontMetrics().height(), _BOX)
        box = QRectF(1.5, 2 + (line - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        lit = self.isChecked() or self.hasFocus()
        painter.setPen(
            QPen(QColor(colours.accent if lit else colours.edge), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.card))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            draw(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")
        if self.hasFocus() and self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.muted))
        top = 2 + (line - self.fontMetrics().height()) // 2
        words = QRect(_BOX + _GAP, top, self.width() - _BOX - _GAP, self.height())
        painter.drawText(words, _WRAP, self.words)
        painter.end()


_ARROW = 16


class Picker(QComboBox):
    """A drop-down list. The wheel scrolls the page instead of changing the answer."""

    def __init__(self) -> None:
        super().__init__()
        self._opened = False
        self.currentIndexChanged.connect(self._show_whether_chosen)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)

    def _show_whether_chosen(self, at: int) -> None:
        """Draw the first line, which says that nothing is chosen, in muted colour."""
        empty = at == 0 and self.itemData(0) is None and not self.isEditable()
        if bool(self.property("empty")) != empty:
            self.setProperty("empty", empty)
            restyle(self)

    # Qt
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _ARROW) / 2
        where = QRectF(self.width() - _ARROW - 10, top, _ARROW, _ARROW)
        draw(painter, where, "chevron-down", "muted" if self.isEnabled() else "line")
        painter.end()

    def showPopup(self) -> None:
        if not self._opened:  # made when needed: a list costs as much as the rest of a form's line
            self._opened = True
            self.setView(offers())
            self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 24, 640))
        super().showPopup()
        if (at := self.currentIndex()) >= 0:
            self.view().setCurrentIndex(self.model().index(at, 0))


def offers() -> QListView:
    """Make the list that drops down below a box."""
    made = QListView()
    made.setProperty("part", "offers")
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
