"""How strong a passphrase is, as words and a bar of four parts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.casework.opening import Strength
from app.ui.theme import tokens
from app.ui.widgets.named import named
from app.ui.widgets.parts import column, label, line

PARTS = 4
_HEIGHT = 6
_GAP = 4


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self.tone = "muted"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # Qt
    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - _GAP * (PARTS - 1)) / PARTS
        for part in range(PARTS):
            lit = part < self.filled
            painter.setBrush(QColor(getattr(tokens(), self.tone if lit else "line")))
            painter.drawRoundedRect(QRectF(part * (wide + _GAP), 0, wide, _HEIGHT), 3, 3)
        painter.end()


class StrengthMeter(QWidget):
    """Shows a Strength. The sentence says everything; the bar only repeats it."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "strength", "Strength of the passphrase")
        self._bar = _Bar()
        self._words = label("", "small")
        self._words.setObjectName("strength_words")
        self._row = line(self._words)
        rows = column(self._bar, spacing=4)
        rows.addLayout(self._row)
        self.setLayout(rows)

    def beside(self, widget: QWidget) -> None:
        """Put a button to the right of the words."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_strength(self, strength: Strength | None) -> None:
        """Show how strong it is, None for an empty field."""
        self._words.setText(strength.sentence if strength else "Six chance words are best.")
        self._bar.filled = max(strength.score, 1) if strength else 0
        self._bar.tone = "green" if strength and strength.enough else "amber"
        self.setAccessibleDescription(self._words.text())
        self._bar.update()
