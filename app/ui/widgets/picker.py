"""A list to choose from that draws cleanly and that the mouse wheel never changes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate

from app.ui.theme.icons import draw
from app.ui.widgets.parts import restyle

_ARROW = 16


class Picker(QComboBox):
    """A drop-down list. The wheel scrolls the page under it instead of changing the answer."""

    def __init__(self) -> None:
        super().__init__()
        self._opened = False
        self.currentIndexChanged.connect(self._show_whether_chosen)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)

    def _show_whether_chosen(self, at: int) -> None:
        """Draw the first line, which says that nothing is chosen, in muted words."""
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
        if not self._opened:  # a list costs as much as the rest of a form's line: made when needed
            self._opened = True
            self.setView(offers())
            self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 24, 640))
        super().showPopup()
        if (at := self.currentIndex()) >= 0:
            self.view().setCurrentIndex(self.model().index(at, 0))


def offers() -> QListView:
    """Make the list that drops down under a box."""
    made = QListView()
    made.setProperty("part", "offers")
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
