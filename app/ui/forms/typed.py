"""Editors that parse their answer from text: durations and money here, days in `days`."""

from abc import abstractmethod

from PySide6.QtWidgets import QVBoxLayout

from app.domain.kit.answers import Answer, Money
from app.domain.kit.form import Question
from app.domain.kit.text import clean
from app.domain.kit.wording import write_minutes, write_money
from app.ui.forms.boxes import LineBox
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor, Raw
from app.ui.forms.parsing import NotUnderstood, parse_minutes, parse_money, parse_number
from app.ui.widgets.parts import column, line


class TypedEditor(Editor):
    """Parses its answer from text, and rewrites it in the one format when the box is left.

    Text that is not understood stays as it was typed, and `raw()` returns it.
    """

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question)
        self.context = context
        self.answer: Answer = None
        self._complaint = ""
        self._writing = False
        self.box = LineBox()
        self.box.setPlaceholderText(question.ask.example)
        self.box.textChanged.connect(self._read)
        self.box.editingFinished.connect(self._write_back)
        self.box.refused.connect(self.complained)
        self.row = line(self.box, spacing=6)
        self.row.setStretch(0, 1)
        self.rows: QVBoxLayout = column(spacing=6)
        self.rows.addLayout(self.row)
        self.setLayout(self.rows)
        self._takes_focus(self.box)

    @abstractmethod
    def parse(self, text: str) -> Answer:
        """Return the answer read from the text. Raises NotUnderstood."""

    @abstractmethod
    def write(self, answer: Answer) -> str:
        """Return the answer in the one format."""

    def value(self) -> Answer:
        return self.answer

    def set_value(self, answer: Answer) -> None:
        self.answer, self._complaint = answer, ""
        self._show(self.write(answer) if answer is not None else "")
        self.changed.emit()

    def raw(self) -> Raw:
        return {"": clean(self.box.text())} if self._complaint else {}

    def restore(self, raw: Raw) -> None:
        self.box.setText(raw.get("", ""))
        self._write_back()

    def complaints(self) -> dict[str, str]:
        return {"": self._complaint} if self._complaint else {}

    def _show(self, text: str) -> None:
        self._writing = True
        self.box.setText(text)
        if not self.box.hasFocus():
            self.box.setCursorPosition(0)
        self._writing = False

    def _read(self, typed: str) -> None:
        if self._writing:
            return
        self.answer, self._complaint = None, ""
        text = clean(typed).strip()
        if text:
            try:
                self.answer = self.parse(text)
            except NotUnderstood as why:
                self._complaint = str(why)
        self.changed.emit()

    def _write_back(self) -> None:
        if self.answer is not None:
            self._show(self.write(self.answer))
        self.complained.emit(self._complaint)


class DurationEditor(TypedEditor):
    """A duration in whole minutes."""

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question, context)
        self.box.setPlaceholderText(question.ask.example or "For example 45 min")

    def parse(self, text: str) -> Answer:
        return parse_minutes(text)

    def write(self, answer: Answer) -> str:
        assert isinstance(answer, int)
        return write_minutes(answer)


class NumberEditor(TypedEditor):
    """A whole number of things."""

    def parse(self, text: str) -> Answer:
        return parse_number(text)

    def write(self, answer: Answer) -> str:
        return str(answer)


class MoneyEditor(TypedEditor):
    """An amount of money."""

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question, context)
        self.box.setPlaceholderText(question.ask.example or "For example £12.50")

    def parse(self, text: str) -> Answer:
        return parse_money(text)

    def write(self, answer: Answer) -> str:
        assert isinstance(answer, Money)
        return write_money(answer)
