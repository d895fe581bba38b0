"""The head of a page: what it is, a line below it, and at the right what can be done."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.widgets.parts import STEP, column, line, muted, page_title
from app.ui.widgets.search_field import SearchField

MARGIN = 28
"""Left and right of everything on a page."""

_NARROW = 860
_FINDER = 45 * STEP
_NO_LIMIT = 16_777_215


class PageHead(QWidget):
    """Title and line at the left, search and button at the right, or below where it is narrow."""

    def __init__(self, finder: SearchField, button: QPushButton) -> None:
        super().__init__()
        self.heading = page_title("")
        self.below = muted()
        self._finder = finder
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(2 * STEP - 2)
        self._row.addLayout(column(self.heading, self.below, spacing=2), 1)
        self._row.addLayout(line(finder, button, spacing=2 * STEP - 2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    # Qt
    def minimumSizeHint(self) -> QSize:
        return QSize(30 * STEP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._finder.setMinimumWidth(0 if narrow else _FINDER)
        self._finder.setMaximumWidth(_NO_LIMIT if narrow else _FINDER)
