"""Words that wrap and are as tall as that takes, in any layout."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.widgets.words import Words

_TALLEST = 10_000


class WrappedWords(Words):
    """A label that wraps, and is as tall as its wrapped text.

    It sets its height after its width is known. Normal wrapped labels make the layouts above ask
    for a height at each width; a long day list would then block the window for seconds.
    """

    def __init__(self, text: str, part: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setProperty("part", part)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(False)
        self.setSizePolicy(policy)
        self._fit()

    def _fit(self) -> None:
        room = QRect(0, 0, self.width(), _TALLEST)
        wraps = Qt.TextFlag.TextWordWrap
        self.setFixedHeight(self.fontMetrics().boundingRect(room, wraps, self.text()).height())

    # Qt
    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
