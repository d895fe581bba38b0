"""The small building blocks every screen is made of."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.kit.tone import Tone
from app.ui.theme.icons import Glyph, icon
from app.ui.widgets.words import Words


class WrappedButton(QPushButton):
    """A flat button made of labels side by side; the first one takes the free space."""

    def __init__(self, part: str, *labels: QLabel, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setAccessibleName(", ".join(words.text() for words in labels))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # so that Enter presses it, as the space bar does
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = line(*labels)
        row.setStretch(0, 1)
        row.setContentsMargins(*margins)
        for words in labels:
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row
        self.setLayout(row)

    # Qt
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)


W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, says: str) -> W:
    """Set the object name and the screen reader's name of a widget, and return it."""
    widget.setObjectName(name)
    widget.setAccessibleName(says)
    return widget


STEP = 8
"""The grid: margins and gaps are multiples of it."""


def label(text: str = "", part: str = "", *, wraps: bool = True) -> QLabel:
    """Make a label that shows its text as it is, never as markup."""
    made = Words(text)
    made.setWordWrap(wraps)
    if part:
        made.setProperty("part", part)
    return made


def page_title(text: str) -> QLabel:
    """Make the heading of a page."""
    return label(text, "title")


def heading(text: str) -> QLabel:
    """Make the heading of a card or section."""
    return label(text, "heading")


def muted(text: str = "") -> QLabel:
    """Make a label for what matters less."""
    return label(text, "muted")


def small(text: str = "") -> QLabel:
    """Make a small muted label: a source, or a footnote."""
    return label(text, "small")


class Chip(Words):
    """A status in a few words on a soft colour."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self.setProperty("part", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another status."""
        self.setText(text)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)


def _button(part: str, text: str, icon_name: str, tone: str) -> QPushButton:
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("part", part)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if icon_name:
        made.setText(f" {made.text()}")  # Qt places an icon close to its word
        made.setAccessibleName(text)
        made.setIcon(icon(icon_name, tone))
        made.setIconSize(QSize(16, 16))
    return made


def primary(text: str, icon_name: str = "") -> QPushButton:
    """Make the main button of a screen."""
    return _button("primary", text, icon_name, "on_accent")


def plain(text: str, icon_name: str = "") -> QPushButton:
    """Make an ordinary button."""
    return _button("plain", text, icon_name, "ink")


def danger(text: str, icon_name: str = "") -> QPushButton:
    """Make a red button. Only for "refer now" and for harm."""
    return _button("danger", text, icon_name, "on_red")


def quiet(text: str, icon_name: str = "") -> QPushButton:
    """Make a button that looks like a line of text, for minor actions."""
    return _button("quiet", text, icon_name, "accent")


def toggle(text: str) -> QPushButton:
    """Make a small toggle button: one of several options."""
    made = _button("toggle", text, "", "ink")
    made.setCheckable(True)
    made.setMinimumWidth(_bold_width(made) + 28)  # so that nothing moves when it turns bold
    return made


def tab(text: str) -> QPushButton:
    """Make a tab: one of a row, of which one is shown."""
    made = _button("tab", text, "", "ink")
    made.setCheckable(True)
    made.setMinimumWidth(_bold_width(made) + 36)
    return made


_LEAST_TARGET = 26
"""Pixels of height under which a line is hard to hit (WCAG 2.2, target size: 24 at least)."""


def stage(text: str) -> QPushButton:
    """Make a line of a list of places, one of which is shown. It shrinks where space is short."""
    made = _button("stage", text, "", "ink")
    made.setCheckable(True)
    made.setIconSize(QSize(16, 16))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    made.setMinimumHeight(_LEAST_TARGET)
    return made


def _bold_width(button: QPushButton) -> int:
    bold = QFont(button.font())
    bold.setBold(True)
    return QFontMetrics(bold).horizontalAdvance(button.text())


def card(layout: QLayout | None = None, *, part: str = "card") -> QFrame:
    """Make a white card with rounded corners. `part` may be `guidance` for the cream one."""
    made = QFrame()
    made.setProperty("part", part)
    if layout is not None:
        layout.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP + 4)
        made.setLayout(layout)
    return made


def hairline() -> QFrame:
    """Make a thin horizontal line."""
    made = QFrame()
    made.setProperty("part", "hairline")
    made.setFixedHeight(1)
    return made


class Banner(QFrame):
    """A soft red band: an icon, a sentence or two, and at most one button."""

    pressed = Signal()

    def __init__(self, text: str = "", button: str = "", icon_name: str = "circle-alert") -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self._text = label(text, "alarm")
        self._button = _button("banner", button, "", "ink")
        self._button.setObjectName("banner_button")
        self._button.setAccessibleName(button or "Nothing to press")
        self._button.clicked.connect(self.pressed)
        self._button.setVisible(bool(button))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 9, 9)
        row.setSpacing(STEP)
        row.addWidget(Glyph(icon_name, "red"))
        row.addWidget(self._text, 1)
        row.addWidget(self._button)

    def say(self, text: str, button: str = "") -> None:
        """Show another sentence, and another button or none."""
        self._text.setText(text)
        self._button.setText(button.replace("&", "&&"))
        self._button.setAccessibleName(button or "Nothing to press")
        self._button.setVisible(bool(button))


class Note(QWidget):
    """A sentence after its icon: red for what is wrong, quiet for what is only asked."""

    def __init__(self, size: int = 18) -> None:
        super().__init__()
        self._glyph = Glyph("circle-alert", "red", size)
        self._words = label("", "alarm")
        row = line(spacing=6)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setLayout(row)

    def say(self, text: str, *, asking: bool) -> None:
        """Show a sentence."""
        self._words.setText(text)
        part = "asked" if asking else "alarm"
        if self._words.property("part") != part:
            self._words.setProperty("part", part)
            restyle(self._words)
            self._glyph.change(*(("info", "amber") if asking else ("circle-alert", "red")))


def column(*parts: QWidget, spacing: int = STEP) -> QVBoxLayout:
    """Return a column without an outer margin."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        made.addWidget(part)
    return made


def line(*parts: QWidget, spacing: int = STEP) -> QHBoxLayout:
    """Return a row without an outer margin."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        made.addWidget(part)
    return made


def restyle(widget: QWidget) -> None:
    """Apply the style sheet to a widget again, after one of its properties has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
