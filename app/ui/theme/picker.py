"""A list to choose from that draws cleanly and that the mouse wheel never changes."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate

from app.ui.theme.icons import draw

_ARROW = 16


class Picker(QComboBox):
    """A drop-down list. The wheel scrolls the page under it instead of changing the answer."""

    def __init__(self) -> None:
        super().__init__()
        view = QListView()
        view.setTextElideMode(view.textElideMode().ElideRight)
        self.setView(view)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)

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
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 24, 640))
        super().showPopup()
