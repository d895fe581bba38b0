"""The editor for several answers of one shape: each row asks the same few questions."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor, Raw, reach_before, remove_button
from app.ui.forms.sheet import MakeEditor, Sheet
from app.ui.widgets.parts import column, label, quiet


class RowsEditor(Editor):
    """Rows of questions. A half-filled row is kept; an empty row does not count."""

    def __init__(self, question: Question, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__(question)
        self._context, self._make_editor = context, make_editor
        self.rows: list[RowCard] = []
        self._stack: QVBoxLayout = column(spacing=8)
        self.add_button = quiet("Add a row", "plus")
        self.add_button.setObjectName(question.name)
        self.add_button.setAccessibleName(f"Add a row to {question.ask.label}")
        self.add_button.setAccessibleDescription(question.ask.help)
        self.add_button.clicked.connect(self._add_and_go)
        self._stack.addWidget(self.add_button)
        self.setLayout(self._stack)
        self.stop = self.add_button
        if question.required:
            self.add()

    def value(self) -> Answer:
        return tuple(row.sheet.answers() for row in self._filled()) or None

    def set_value(self, answer: Answer) -> None:
        given = answer if isinstance(answer, tuple) else ()
        fewest = 1 if self.question.required else 0
        while len(self.rows) > max(len(given), fewest):
            self._take_out(self.rows[-1])
        while len(self.rows) < max(len(given), fewest):
            self.add()
        for at, row in enumerate(self.rows):
            here: Any = given[at] if at < len(given) else {}
            row.sheet.set_answers(here)

    def raw(self) -> Raw:
        return {
            f"{at}.{name}": typed
            for at, row in enumerate(self._filled(), start=1)
            for name, typed in row.sheet.raw_texts().items()
        }

    def restore(self, raw: Raw) -> None:
        for path, typed in raw.items():
            at, _, name = path.partition(".")
            while len(self.rows) < int(at):
                self.add()
            self.rows[int(at) - 1].sheet.restore({name: typed})

    def complaints(self) -> dict[str, str]:
        return {
            f"{at}.{name}": f"Row {at}: {why}"
            for at, row in enumerate(self._filled(), start=1)
            for name, why in row.sheet.complaints().items()
        }

    def spot(self, _path: str) -> QWidget:
        at, _, rest = _path.partition(".")
        filled = self._filled()
        if at.isdecimal() and int(at) <= len(filled):
            return filled[int(at) - 1].sheet.spot(rest) or self.add_button
        return self.rows[0].sheet.first() if self.rows else self.add_button

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> str:
        for at, row in enumerate(self._filled(), start=1):
            mine = {
                path.partition(".")[2]: words.removeprefix(f"Row {at}: ")
                for path, words in sentences.items()
                if path.partition(".")[0] == str(at)
            }
            row.sheet.show_problems(mine, asking=asking)
        return sentences.get("", "")

    def add(self) -> "RowCard":
        """Add an empty row at the end."""
        assert self.question.row
        row = RowCard(Sheet(self.question.row, self._context, self._make_editor))
        row.sheet.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self._stack.insertWidget(len(self.rows), row)
        reach_before(row, self.add_button)
        self.rows.append(row)
        self._number()
        return row

    def _filled(self) -> list["RowCard"]:
        return [row for row in self.rows if row.sheet.answers() or row.sheet.raw_texts()]

    def _add_and_go(self) -> None:
        row = self.add()
        row.show()  # now, so that it can take the focus
        row.sheet.first().setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, RowCard)
        self._take_out(row)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self, row: "RowCard") -> None:
        self.rows.remove(row)
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for at, row in enumerate(self.rows, start=1):
            row.number(at, self.question)


class RowCard(QFrame):
    """One row: its number, its questions and a button to remove it."""

    removed = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.sheet = sheet
        self._number = label("", "small", wraps=False)
        self._number.setFixedWidth(16)
        self._remove = remove_button()
        self._remove.clicked.connect(self.removed)
        top = Qt.AlignmentFlag.AlignTop
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 6, 12)
        line.setSpacing(6)
        line.addWidget(self._number, 0, top)
        line.addWidget(sheet, 1)
        line.addWidget(self._remove, 0, top)

    def number(self, at: int, question: Question) -> None:
        """Show the number of this row."""
        self._number.setText(str(at))
        self._remove.setAccessibleName(f"Remove row {at} of {question.ask.label}")
        self.sheet.call_within(f"{question.name}.{at}.")
