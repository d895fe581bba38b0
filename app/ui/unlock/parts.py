"""A warning before a casebook is opened or created: its meaning, and a reason to go on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.casework.opening import Accepting
from app.domain.forms.settings import GoingOn, stripped
from app.domain.kit.checks import filled_in
from app.ui.forms import FormContext, ShortForm
from app.ui.widgets.parts import STEP, heading, label, line, muted, named, plain, primary, small
from app.vault.errors import Warned


class Middle(QScrollArea):
    """Holds a block of at most `width` pixels, a little above the middle."""

    def __init__(self, block: QLayout, width: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        held.setLayout(block)
        held.setMaximumWidth(width)
        # Stretches, not an alignment: Qt does not ask an aligned item for its height at its width.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(held, 1000)
        across.addStretch(1)
        page = QWidget()
        page.setProperty("part", "page")
        down = QVBoxLayout(page)
        down.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self.setWidget(page)


def alarm(name: str) -> QLabel:
    """Return a hidden label for a sentence about a problem with the whole form."""
    made = label("", "alarm")
    made.setObjectName(name)
    made.hide()
    return made


class WarningCard(QFrame):
    """Shows one warning. The button to go back has the focus; going on needs a reason."""

    refused = Signal()
    accepted = Signal(object)
    """The Accepting: which warning, and why."""

    def __init__(
        self, warning: Warned, now: Callable[[], datetime], *, go_on: str, leave: str
    ) -> None:
        super().__init__()
        named(self, "warning", "Warning")
        self.setAccessibleDescription(warning.sentence)
        self.setProperty("part", "guidance")
        self._kind = type(warning)
        self._view = ShortForm(GoingOn, FormContext(now=now))
        self._view.sheet.call_within("warning_")
        self._leave = named(primary(leave), "warning_leave", leave)
        self._leave.clicked.connect(self.refused)
        go = named(plain(go_on), "warning_go_on", go_on)
        go.clicked.connect(self.go_on)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        sentence = label(warning.sentence, "alarm")
        sentence.setObjectName("warning_sentence")
        rows.addWidget(heading("Before you go on"))
        rows.addWidget(sentence)
        rows.addWidget(muted("What it can mean:"))
        for meaning in warning.means:
            rows.addWidget(small(f"•  {meaning}"))
        rows.addSpacing(STEP)
        rows.addWidget(self._view)
        buttons = line(go)
        buttons.addStretch()
        buttons.addWidget(self._leave)
        rows.addLayout(buttons)

    def begin(self) -> None:
        """Show the warning, with the focus on the button that changes nothing."""
        self.show()
        self._leave.setFocus()

    def go_on(self) -> None:
        """Emit the warning with its reason, or ask for the reason."""
        if self._view.is_right():
            asked = stripped(filled_in(GoingOn, self._view.answers()))
            self.accepted.emit(Accepting(self._kind, asked.why))
