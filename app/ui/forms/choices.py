"""Editors that choose: one of a list, several of a list, and yes, no or not known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLayout, QRadioButton

from app.domain.kit.answers import Answer, Choice, YesNoUnknown
from app.domain.kit.form import Question
from app.ui.forms.editor import Editor, Raw, introduce, mark
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import column, line, toggle
from app.ui.widgets.picker import Picker, Tick

NOTHING_CHOSEN = "Choose…"


class OneOfEditor(Editor):
    """One choice from a fixed list. Nothing is chosen at first; the first line clears a choice."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.picker = Picker()
        self.picker.addItem(NOTHING_CHOSEN, None)
        for choice in question.choices:
            self.picker.addItem(choice.label, choice)
        self.picker.currentIndexChanged.connect(self._picked)
        self.setLayout(column(self.picker))
        self._takes_focus(self.picker)

    def _picked(self, _index: int) -> None:
        self.changed.emit()

    def value(self) -> Answer:
        at = self.picker.currentIndex()
        return self.question.choices[at - 1] if at > 0 else None

    def set_value(self, answer: Answer) -> None:
        known = self.question.choices
        self.picker.setCurrentIndex(known.index(answer) + 1 if answer in known else 0)

    def restore(self, raw: Raw) -> None:
        self.set_value(raw.get(""))


class SeveralOfEditor(Editor):
    """Any number of choices from a fixed list, each with its own tick box."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.ticks = [(choice, self._tick(choice)) for choice in question.choices]
        for _, tick in self.ticks:
            tick.setAccessibleDescription(question.ask.label)
            tick.toggled.connect(self.changed)
        self.setLayout(self._placed())
        introduce(self, question)
        self.stop = self.ticks[0][1]

    def _tick(self, choice: Choice) -> QAbstractButton:
        return Tick(choice.label)

    def _placed(self) -> QLayout:
        longest = max(len(choice.label) for choice, _ in self.ticks)
        across = 2 if longest <= 34 and len(self.ticks) > 2 else 1
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(6)
        for at, (_, tick) in enumerate(self.ticks):
            grid.addWidget(tick, at // across, at % across)
        return grid

    def value(self) -> Answer:
        return tuple(choice for choice, tick in self.ticks if tick.isChecked()) or None

    def set_value(self, answer: Answer) -> None:
        given = answer if isinstance(answer, tuple) else ()
        for choice, tick in self.ticks:
            tick.setChecked(choice in given)

    def mark(self, *, wrong: bool) -> None:
        """Do nothing: tick boxes have no border to colour. The sentence below is enough."""


class ChipsEditor(SeveralOfEditor):
    """Any number of choices in few words, each a chip that stays pressed."""

    def _tick(self, choice: Choice) -> QAbstractButton:
        made = toggle(choice.short)
        made.setAccessibleName(choice.label)
        return made

    def _placed(self) -> QLayout:
        flow = Flow(6)
        for _, tick in self.ticks:
            flow.addWidget(tick)
        return flow

    def mark(self, *, wrong: bool) -> None:
        for _, tick in self.ticks:
            mark(tick, wrong=wrong)


class YesNoUnknownEditor(Editor):
    """Yes, no or not known. Nothing is chosen at first; pressing the chosen button clears it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.options = [_Option(choice, question.ask.label) for choice in YesNoUnknown]
        for option in self.options:
            option.clicked.connect(self._pressed)
            option.keyed.connect(self._keyed)
        self.setLayout(line(*self.options, spacing=0))
        for option, place in zip(self.options, ("first", "middle", "last"), strict=True):
            option.setProperty("place", place)
        introduce(self, question)
        self._settle()

    def value(self) -> Answer:
        return next((option.choice for option in self.options if option.isChecked()), None)

    def set_value(self, answer: Answer) -> None:
        if answer == self.value():
            return
        for option in self.options:
            option.setChecked(option.choice == answer)
        self._settle()
        self.changed.emit()

    def mark(self, *, wrong: bool) -> None:
        for option in self.options:
            mark(option, wrong=wrong)

    def _pressed(self) -> None:
        pressed = self.sender()
        for option in self.options:
            if option is not pressed:
                option.setChecked(False)
        self._settle()
        self.changed.emit()

    def _keyed(self, key: int) -> None:
        at = next(at for at, option in enumerate(self.options) if option is self.sender())
        if key in _STEPS:
            at = (at + _STEPS[key]) % len(self.options)
            self.set_value(self.options[at].choice)
        elif key in _LETTERS:
            self.set_value(_LETTERS[key])
        else:
            self.set_value(None)
        self.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self) -> None:
        """Let the Tab key stop at one button: the chosen answer, or the first."""
        chosen = (option for option in self.options if option.isChecked())
        self.stop = next(chosen, self.options[0])
        for option in self.options:
            reached = (
                Qt.FocusPolicy.StrongFocus if option is self.stop else Qt.FocusPolicy.ClickFocus
            )
            option.setFocusPolicy(reached)


_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_LETTERS: dict[int, YesNoUnknown] = {
    Qt.Key.Key_Y: YesNoUnknown.YES,
    Qt.Key.Key_N: YesNoUnknown.NO,
    Qt.Key.Key_K: YesNoUnknown.NOT_KNOWN,
}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Option(QRadioButton):
    keyed = Signal(int)

    def __init__(self, choice: YesNoUnknown, label: str) -> None:
        super().__init__(choice.label)
        self.choice = choice
        self.setAutoExclusive(False)
        self.setProperty("part", "option")
        self.setAccessibleName(f"{choice.label}: {label}")
        self.setAccessibleDescription("Press again to clear")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS or key in _LETTERS or key in _CLEARING:
            self.keyed.emit(key)
            return
        super().keyPressEvent(event)
