"""The dark rail on the left: the pages, and at its foot the lock and the user."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.kit.record import Author
from app.ui.theme import tokens
from app.ui.theme.icons import draw
from app.ui.widgets.parts import STEP, named

WIDTH = 13 * STEP
_ICON = 22
_HEIGHT = 8 * STEP + 2
_LEAST_HEIGHT = 5 * STEP
_TEXT = 13
_SMALL = 12


class RailButton(QAbstractButton):
    """One place of the rail: an icon above a word. The current page is highlighted."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__()
        self.setText(text)
        self._icon = icon_name
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_HEIGHT)

    # Qt
    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * STEP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * STEP, _LEAST_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked() or self._hovered
        painter.setPen(Qt.PenStyle.NoPen)
        if lit:
            painter.setBrush(QColor(colours.rail_lit))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.on_rail), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left = (self.width() - _ICON) / 2
        spare = self.height() - _LEAST_HEIGHT  # less space around the icon in a low window
        top = 2 + spare * 11 // (_HEIGHT - _LEAST_HEIGHT)
        draw(painter, QRectF(left, top, _ICON, _ICON), self._icon, "on_rail")
        font = QFont(self.font())
        font.setPixelSize(_TEXT)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colours.on_rail))
        below = self.rect().adjusted(0, top + _ICON + min(spare, 3), 0, 0)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text()
        )
        painter.end()


class _Who(QWidget):
    """The name and role of whoever unlocked the casebook."""

    def __init__(self, user: Author) -> None:
        super().__init__()
        self.setAccessibleName(f"Signed in: {user.name}, {user.role}")
        self._text = "\n".join(filter(None, (user.name, user.role)))
        font = QFont(self.font())
        font.setPixelSize(_SMALL)
        self.setFont(font)
        self.setFixedWidth(WIDTH - 2 * STEP)
        room = self.fontMetrics().boundingRect(0, 0, self.width(), 400, _WRAPPED, self._text)
        self.setFixedHeight(min(room.height(), 12 * STEP) + 2)

    # Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens().on_rail))
        painter.drawText(self.rect(), _WRAPPED, self._text)
        painter.end()


_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class Rail(QFrame):
    """The rail. Ctrl and a number open a page as well."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, places: Sequence[tuple[str, str]], user: Author) -> None:
        super().__init__()
        named(self, "rail", "Pages")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(STEP, 2 * STEP, STEP, 2 * STEP)
        rows.setSpacing(6)
        for number, (text, icon_name) in enumerate(places, 1):
            button = named(RailButton(text, icon_name), f"rail_{text.lower()}", text)
            button.setCheckable(True)
            button.setToolTip(f"{text}  (Ctrl+{number})")
            go = partial(self._choose, text)
            button.clicked.connect(go)
            QShortcut(f"Ctrl+{number}", self).activated.connect(go)
            self._group.addButton(button)
            self._buttons[text] = button
            rows.addWidget(button)
        rows.addStretch()
        lock = named(RailButton("Lock", "lock"), "rail_lock", "Lock the casebook")
        lock.setToolTip("Lock  (Ctrl+L)")
        lock.clicked.connect(self.lock_asked)
        rows.addWidget(lock)
        rows.addWidget(_Who(user))

    def light(self, text: str) -> None:
        """Highlight the place of the current page; none for a page that is not on the rail."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == text)
        self._group.setExclusive(True)

    def _choose(self, text: str, _checked: object = None) -> None:
        self.chosen.emit(text)

    # Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.rail))
        if colours.rail == colours.ground:  # in high contrast a line separates it from the page
            painter.setPen(QColor(colours.line))
            painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.end()
