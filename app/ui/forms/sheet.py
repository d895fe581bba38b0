"""The questions of one form or row on a page: which are shown, where, and their answers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.kit.answers import Answer, AnswerKind
from app.domain.kit.form import Answers, FormType, Question, questions_of
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor, Raw, reach_after
from app.ui.forms.field import Field
from app.ui.forms.texts import WordsEditor
from app.ui.widgets.cards import bring_into_sight
from app.ui.widgets.parts import hairline, heading
from app.ui.widgets.tasks import Turns

GAP = 8


@dataclass(frozen=True)
class SheetLine:
    """A section's heading, or one or two questions. `joined`: a thin line is drawn above."""

    fields: tuple[Field, ...] = ()
    heading: str = ""
    joined: bool = False


def sheet_lines(fields: list[Field], *, alone: bool) -> list[SheetLine]:
    """Group questions into lines: two narrow neighbours share one, unless each stays `alone`."""
    lines: list[SheetLine] = []
    section = ""
    for field in fields:
        last = lines[-1] if lines else SheetLine()
        if field.section != section:
            section = field.section
            last = SheetLine(heading=section)
            lines.append(last)
        if field.aside:
            joined = bool(last.fields) and bool(last.fields[0].aside)
            lines.append(SheetLine((field,), joined=joined))
        elif not alone and field.narrow and len(last.fields) == 1 and last.fields[0].narrow:
            lines[-1] = SheetLine((*last.fields, field))
        else:
            lines.append(SheetLine((field,)))
    return lines


def set_out(
    grid: QGridLayout, lines: list[SheetLine], stands: list[SheetLine], *, alone: bool
) -> None:
    """Put lines into the grid. Each takes five rows, so that neighbouring boxes align.

    Keep `stands`, the lines already there, if the new lines only continue them.
    """
    kept = len(stands) if lines[: len(stands)] == stands else 0
    if not kept:
        _clear(grid)
    for at, line in enumerate(lines[kept:], start=kept):
        row = 5 * at
        if at:
            grid.setRowMinimumHeight(row, _gap_above(line, lines[at - 1]))
        if line.joined:
            grid.addWidget(hairline(), row, 0, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        if line.fields and (aside := line.fields[0].aside):
            aside.stand(below=alone)
        if line.heading:
            grid.addWidget(heading(line.heading), row + 1, 0, 1, 2)
        for column, field in enumerate(line.fields):
            shares = len(line.fields) == 2 or (field.short and not alone)
            helped = any(one.help for one in line.fields)
            _place(grid, field, row + 1, column, 1 if shares else 2, helped=helped)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 0)


def _place(
    grid: QGridLayout, field: Field, row: int, column: int, span: int, *, helped: bool
) -> None:
    if field.aside:
        grid.addWidget(field.aside, row, 0, 1, 2)
        grid.addWidget(field.problem, row + 3, 0, 1, 2)
        return
    bottom = Qt.AlignmentFlag.AlignBottom
    top = Qt.AlignmentFlag.AlignTop
    lower = helped and not field.help  # a label without help is placed close to its box
    grid.addWidget(field.label, row + 1 if lower else row, column, 1, span, bottom)
    if field.help:
        grid.addWidget(field.help, row + 1, column, 1, span, top)
    grid.addWidget(
        field.editor, row + 2, column, 1, span, top if span == 1 else Qt.AlignmentFlag(0)
    )
    grid.addWidget(field.problem, row + 3, column, 1, span, top)


def _gap_above(line: SheetLine, above: SheetLine) -> int:
    if line.heading:
        return 28
    if above.heading:
        return 10
    if line.joined:
        return 17
    follows = bool(above.fields[0].aside) and line.fields[0].question.kind is AnswerKind.WORDS
    return 8 if follows else 16  # a reason is placed close to its question


def _clear(grid: QGridLayout) -> None:
    for row in range(grid.rowCount()):
        grid.setRowMinimumHeight(row, 0)
    # removeWidget, not takeAt: a surviving item keeps its widget's old height for ever
    for widget in _widgets_in(grid):
        grid.removeWidget(widget)
        if not isinstance(widget, Editor) and widget.property("part") in _FURNITURE:
            widget.hide()
            widget.deleteLater()


def _widgets_in(grid: QGridLayout) -> list[QWidget]:
    items = [grid.itemAt(at) for at in range(grid.count())]
    return [widget for item in items if item and (widget := item.widget())]


_FURNITURE = ("heading", "hairline")


MakeEditor = Callable[[Question, FormContext], Editor]

_ROOM_FOR_MOMENTS = 560
_ROOM_FOR_WORDS = 400
"""Pixels of width below which questions no longer share a line: a moment needs more space."""


class Sheet(QWidget):
    """One editor for each question, in the order of their declaration.

    A silent answer has none: it is the casebook’s own, and stays as it was given.
    """

    changed = Signal()

    def __init__(
        self,
        form: FormType,
        context: FormContext,
        make_editor: MakeEditor,
        parent: QWidget | None = None,
        *,
        at_once: int | None = None,
    ) -> None:
        """Create `at_once` questions now, and as many again on each turn of the event loop.

        Asking for a question not created yet creates all the rest. Without a number, all are now.
        """
        super().__init__(parent)
        self._questions = questions_of(form)
        self._made: dict[str, Field] = {}
        self._given: Answers = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(0)
        self._lines: list[SheetLine] = []
        self._alone: bool | None = None
        self._filling = False
        self._prefix = ""
        asks_moment = any(question.kind is AnswerKind.MOMENT for question in self._questions)
        self._one_column_below = _ROOM_FOR_MOMENTS if asks_moment else _ROOM_FOR_WORDS
        self._at_once = at_once or len(self._questions)
        self._turns = Turns(self, self._at_once)
        self._turns.some_done.connect(self.arrange)
        section, pieces = "", []
        for question in self._questions:
            if question.ask.silent:
                continue
            section = question.ask.section or section
            asked = _with_hint(question, context)
            pieces.append(partial(self._add, partial(make_editor, asked, context), section))
        self._turns.begin(pieces)
        if self._turns.under_way:  # it can be typed into, and becomes visible when it is complete
            self.setUpdatesEnabled(False)
            self._turns.all_done.connect(partial(self.setUpdatesEnabled, True))

    def _add(self, make: Callable[[], Editor], section: str) -> None:
        """Create one question, and give it the answer that was set before it existed."""
        editor = make()
        field = Field(editor.question, editor, section)
        editor.changed.connect(self._answered)
        for other in self._questions:
            if other.name == editor.question.ask.begins_with and isinstance(editor, WordsEditor):
                begin = editor.offer_beginning(other.ask.label)
                begin.clicked.connect(partial(_begin, self, editor, other.name))
        for part in field.parts():
            part.setParent(self)
        if len(self._made) >= self._at_once:  # created late: other widgets exist by now
            before = (stop for one in reversed(self._made.values()) for stop in one.stops()[::-1])
            reach_after(next(before), field.stops())
        self._made[field.question.name] = field
        given = self._given.get(field.question.name)
        if given is not None:
            self._filling = True
            editor.set_value(given)
            self._filling = False

    @property
    def fields(self) -> dict[str, Field]:
        """Every question that is asked. Creates those that do not exist yet."""
        self._turns.finish()
        return self._made

    def answers(self) -> dict[str, Answer]:
        """Return the answers by question name, hidden, silent and not created ones too."""
        given = {
            question.name: self._made[question.name].editor.value()
            if question.name in self._made
            else self._given.get(question.name)
            for question in self._questions
        }
        return {name: answer for name, answer in given.items() if answer is not None}

    def set_answers(self, answers: Answers) -> None:
        """Show these answers; empty every other question."""
        self._given = answers
        self._filling = True
        for name, field in self._made.items():
            field.editor.set_value(answers.get(name))
        self._filling = False
        self._answered()

    def raw_texts(self) -> Raw:
        """Return what is typed but not understood, by question name."""
        return self._gathered(methodcaller("raw"))

    def restore(self, raw: Raw) -> None:
        """Restore the texts that `raw_texts` returned."""
        for name, field in self.fields.items() if raw else ():
            if own := _under(name, raw):
                field.editor.restore(own)

    def complaints(self) -> dict[str, str]:
        """Return a sentence for each text that is shown and not understood."""
        answers = self.answers()
        shown = {name for name, field in self._made.items() if field.question.shown(answers)}
        found = self._gathered(methodcaller("complaints"))
        return {name: why for name, why in found.items() if name.split(".")[0] in shown}

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> None:
        """Show each sentence at its question, and clear the others."""
        for name, field in self.fields.items():
            field.show_problems(_under(name, sentences), asking=asking)

    def spot(self, path: str) -> QWidget | None:
        """Return the widget to focus for a problem's name: `told_at`, `calls.2.spoke_to`."""
        name, _, rest = path.partition(".")
        field = self._made.get(name) or self.fields.get(name)
        return field.editor.spot(rest) if field else None

    def first(self) -> QWidget:
        """Return the widget of the first question."""
        return next(iter(self._made.values())).editor.spot("")

    def call_within(self, prefix: str) -> None:
        """Put `prefix` before the object names of focusable widgets, so that names stay unique."""
        for name in self.fields:
            for widget in self.findChildren(QWidget, self._prefix + name):
                widget.setObjectName(prefix + name)
        self._prefix = prefix

    def arrange(self) -> None:
        """Show the questions that apply now, and lay them out again if they have changed."""
        answers = self.answers()
        shown = []
        for field in self._made.values():
            field.need(needed=field.question.needed(answers))
            if field.question.shown(answers):
                shown.append(field)
        alone = self.width() < self._one_column_below
        lines = sheet_lines(shown, alone=alone)
        if (lines, alone) != (self._lines, self._alone):
            for field in self._made.values():
                field.show(shown=field in shown)
            stands = self._lines if alone == self._alone else []
            set_out(self._grid, lines, stands, alone=alone)
            self._lines, self._alone = lines, alone

    def _answered(self) -> None:
        if not self._filling:
            self.arrange()
            self.changed.emit()

    def _gathered(self, what: Callable[[Editor], dict[str, str]]) -> dict[str, str]:
        return {
            f"{name}.{path}" if path else name: text
            for name, field in self._made.items()
            for path, text in what(field.editor).items()
        }

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def _begin(sheet: Sheet, editor: Editor, other: str) -> None:
    """Begin an empty answer with that of another question, to be written anew."""
    if editor.value() is None:
        editor.set_value(sheet.answers().get(other))
    editor.stop.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_sight(editor)


def _with_hint(question: Question, context: FormContext) -> Question:
    """Return a question whose help also says what the casebook knows of it."""
    hint = context.hint(question)
    if not hint:
        return question
    told = " ".join(filter(None, (question.ask.help, hint)))
    return msgspec.structs.replace(question, ask=msgspec.structs.replace(question.ask, help=told))


def _under(name: str, named: dict[str, Any]) -> dict[str, Any]:
    """Return what belongs to a question, by the rest of the path after its name."""
    found = {}
    for path, what in named.items():
        first, _, rest = path.partition(".")
        if first == name:
            found[rest] = what
    return found
