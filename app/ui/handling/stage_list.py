"""The stages of handling to the left of the form, each with its progress."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.kit.form import Form
from app.domain.kit.stage import HANDLING, Stage
from app.domain.owed.progress import StageProgress
from app.ui.theme.icons import icon
from app.ui.widgets.cards import scrolling
from app.ui.widgets.parts import STEP, hairline, small, stage

_ICON = {
    StageProgress.DONE: ("circle-check", "green", "recorded"),
    StageProgress.STARTED: ("contrast", "accent", "begun"),
    StageProgress.NOT_STARTED: ("circle", "muted", "not begun"),
}


class StageList(QFrame):
    """A button for each stage, in the order of the guidance, then what may be added any time."""

    chosen = Signal(object)
    """A Stage, or the form of something to add."""

    def __init__(self, others: tuple[type[Form], ...]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setFixedWidth(258)
        self._buttons: dict[object, QPushButton] = {}
        self._group = QButtonGroup(self)
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 2, 10)
        area = self.area = scrolling(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, STEP, 0)
        rows.setSpacing(0)
        for number, part in enumerate(HANDLING, start=1):
            rows.addWidget(self._button(part, f" {number}  {part.label}", f"stage_{part.value}"))
        rows.addSpacing(STEP - 2)
        rows.addWidget(hairline())
        rows.addSpacing(STEP - 2)
        also = small("At any time")
        also.setWordWrap(False)  # a list that wraps would not shrink where space is short
        also.setContentsMargins(10, 0, 0, 0)
        rows.addWidget(also)
        for form in others:
            button = self._button(form, f" {form.title}", f"add_{form.__struct_config__.tag}")
            button.setIcon(icon("plus", "muted"))
            rows.addWidget(button)
        rows.addStretch(1)

    def _button(self, what: object, words: str, name: str) -> QPushButton:
        made = stage(words)
        made.setObjectName(name)
        made.clicked.connect(lambda: self.chosen.emit(what))
        made.installEventFilter(self)
        self._group.addButton(made)
        self._buttons[what] = made
        return made

    def show_progress(self, standing: Mapping[Stage, StageProgress]) -> None:
        """Show the progress of each stage, as an icon and in words for a screen reader."""
        for part, reached in standing.items():
            name, tone, words = _ICON[reached]
            button = self._buttons[part]
            button.setIcon(icon(name, tone))
            button.setAccessibleName(f"{part.label}, {words}")

    def offer(self, form: type[Form], *, yes: bool) -> None:
        """Show or hide something to add that not every college has to record."""
        self._buttons[form].setVisible(yes)

    def take_focus(self) -> None:
        """Move the focus to the button of what is shown, when that has nothing to type in."""
        if chosen := self._group.checkedButton():
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, what: object) -> None:
        """Mark a stage, or something to add, as the one shown in the middle."""
        if what in self._buttons:
            self._buttons[what].setChecked(True)
            self._reach(self._buttons[what])

    def _reach(self, button: QPushButton) -> None:
        """Scroll to a button once the list has its full height."""
        QTimer.singleShot(0, button, lambda: self.area.reach(button))

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._reach(watched)  # the arrow keys move the focus, and do not scroll
        return super().eventFilter(watched, event)
