"""A tick box whose words wrap, drawn from the tokens."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from app.ui.theme.current import tokens
from app.ui.theme.icons import draw

_BOX = 18
_GAP = 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Tick(QCheckBox):
    """A tick box. Long words go on to the next line instead of being cut off."""

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
