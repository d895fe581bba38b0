"""The heading of a page, with a search field that reports when typing pauses."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.ui.theme import tokens
from app.ui.widgets.parts import STEP, column, line, muted, named, page_title

_PAUSE = 180
_LONGEST = 200
_HINT = "Ctrl+F"


class SearchField(QLineEdit):
    """A search field. Ctrl+F anywhere on its page focuses it, Esc clears it."""

    asked = Signal(str)
    """The text to search for; empty when the field was cleared."""
    go_on = Signal()
    """The down arrow was pressed: move into the results."""

    def __init__(self, page: QWidget, name: str, prompt: str) -> None:
        super().__init__()
        named(self, name, prompt)
        self.setPlaceholderText(prompt)
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.ask_now)
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self.ask_now)
        shortcut = QShortcut(QKeySequence.StandardKey.Find, page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._go_to)

    def ask_now(self) -> None:
        """Search for the typed text without waiting any longer."""
        self._pause.stop()
        words = self.text().strip()
        if words != self._said:
            self._said = words
            self.asked.emit(words)

    def _changed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.ask_now()

    def _go_to(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.ask_now()
            self.go_on.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.width() - self.fontMetrics().horizontalAdvance(self.placeholderText() + _HINT)
        if self.text() or room < 48:
            return
        painter = QPainter(self)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(
            self.rect().adjusted(0, 0, -14, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            _HINT,
        )
        painter.end()


MARGIN = 28
"""Pixels to the left and right of everything on a page."""

_NARROW = 860
_FINDER = 45 * STEP
_NO_LIMIT = 16_777_215


class PageHead(QWidget):
    """Title and line on the left, search and button on the right; below, where it is narrow."""

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
