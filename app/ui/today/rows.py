"""The rows of Today: something due, an open case, a kept draft."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.casework.reading import Due
from app.domain.case.requests import request_due
from app.domain.kit.tone import Tone
from app.ui.theme import tokens
from app.ui.widgets.named import named
from app.ui.widgets.parts import STEP, Chip, column, label, line, muted, plain

WIDE_WHEN, NARROW_WHEN = 126, 92
_TALLEST = 10_000
NUMBER = 84


class DueWhen(QLabel):
    """When something is due, in bold words coloured by a token."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._tone = tone
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self._colour()

    def _colour(self) -> None:
        colour = QColor(getattr(tokens(), self._tone))
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._colour()
        super().changeEvent(event)


class WrappedWords(QLabel):
    """Words that wrap, and are as tall as they then are.

    The height follows from the width once it is known. Were the layouts above asked for a height at
    each width, as they are with wrapped labels, a long day list would keep the window for seconds.
    """

    def __init__(self, text: str, part: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
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


class DueLine(QWidget):
    """One thing due: when, what and why, in which case, and the button that opens its form."""

    def __init__(self, due: Due, tone: str) -> None:
        super().__init__()
        self.when = DueWhen(due.when, tone)
        self.when.setFixedWidth(WIDE_WHEN)
        self.open = named(
            plain("Open"),
            f"open_{due.number}_{due.row.key}",
            f"Open case {due.number}: {due.row.what}, {due.when}",
        )
        number = label(due.number, "muted", wraps=False)
        number.setFixedWidth(NUMBER)
        words = column(
            WrappedWords(due.row.what), WrappedWords(due.row.because, "muted"), spacing=0
        )
        self.next_route: QPushButton | None = None
        self.ways = line(self.open)
        if due.overdue and request_due(due.row.which):
            self.next_route = named(
                plain("Next route"),
                f"next_route_{due.number}_{due.row.key}",
                f"Next route of removal in case {due.number}: {due.row.what}, {due.when}",
            )
            self.ways.addWidget(self.next_route)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(STEP)
        row.addWidget(self.when)
        row.addLayout(words, 1)
        row.addSpacing(STEP)
        row.addWidget(number)
        row.addSpacing(STEP)
        row.addLayout(self.ways)

    def narrow(self, *, yes: bool) -> None:
        """Give the words more room where the window is small."""
        self.when.setFixedWidth(NARROW_WHEN if yes else WIDE_WHEN)
        way = QBoxLayout.Direction
        self.ways.setDirection(way.TopToBottom if yes else way.RightToLeft)


class LineButton(QPushButton):
    """A row that is one button: labels inside it, and it is as large as they need."""

    def __init__(self, row: QBoxLayout) -> None:
        super().__init__()
        self.setProperty("part", "suggestion")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row.setContentsMargins(STEP, 4, STEP, 4)
        self.setLayout(row)
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt
    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside else self.sizeHint().height()


def case_line(number: str, below: str, chip: tuple[str, Tone] | None) -> LineButton:
    """Make the row of a case: number over stage, and at the right a chip if something presses."""
    row = QHBoxLayout()
    row.setSpacing(STEP)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(number, wraps=False))
    words.addWidget(muted(below))
    row.addLayout(words, 1)
    if chip:
        row.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignVCenter)
    says = ", ".join((below, chip[0]) if chip else (below,))
    return named(LineButton(row), f"case_{number}", f"Open case {number}: {says}")


def text_line(text: str, name: str) -> LineButton:
    """Make a row of words that can be opened."""
    row = QHBoxLayout()
    row.addWidget(label(text))
    return named(LineButton(row), name, text)
