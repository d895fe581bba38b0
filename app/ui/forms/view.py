"""One form on screen: its questions, its answers, and what still prevents sealing it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.case.signs import signs_in
from app.domain.forms.copies import KnownCopy
from app.domain.kit.answers import Answer, AnswerKind, YesNoUnknown
from app.domain.kit.checks import Problem, problems
from app.domain.kit.doubts import AskedOnce, Far, doubts
from app.domain.kit.form import Answers, FormType, Question
from app.domain.kit.stage import Sign
from app.ui.forms.choices import ChipsEditor, OneOfEditor, SeveralOfEditor, YesNoUnknownEditor
from app.ui.forms.context import FormContext
from app.ui.forms.copies import CopyRowsEditor
from app.ui.forms.days import DayEditor, MomentEditor
from app.ui.forms.editor import Editor, Raw
from app.ui.forms.people import PeopleEditor
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.rows import RowsEditor
from app.ui.forms.secret import SecretEditor
from app.ui.forms.selections import EntryEditor, ServiceEditor, StaffEditor
from app.ui.forms.sheet import Sheet
from app.ui.forms.texts import ExactWordsEditor, FolderEditor, InertEditor, LineEditor, WordsEditor
from app.ui.forms.typed import DurationEditor, MoneyEditor, NumberEditor
from app.ui.widgets.cards import bring_into_sight
from app.ui.widgets.parts import Note, WrappedButton, label, restyle
from app.ui.widgets.tasks import finish_in


class ProblemList(QFrame):
    """A list of problems to choose from; hidden when there are none."""

    chosen = Signal(str)
    """The name of the question to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self._heading = Note()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(12, 10, 12, 10)
        self._stack.setSpacing(2)
        self._stack.addWidget(self._heading)
        self._sentences: list[_Sentence] = []
        self.setVisible(False)

    def show_problems(self, problems: tuple[Problem, ...], *, asking: bool = False) -> None:
        """Show these problems instead of the previous ones, or what is only asked."""
        for gone in self._sentences:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._sentences = [_Sentence(problem) for problem in problems]
        for sentence in self._sentences:
            sentence.asked.connect(self.chosen)
            self._stack.addWidget(sentence)
        self._heading.say(_heading(len(problems), asking=asking), asking=asking)
        self.setAccessibleName(
            "What to look at once more" if asking else "What is still to be put right"
        )
        part = "guidance" if asking else "banner"
        if self.property("part") != part:
            self.setProperty("part", part)
            restyle(self)
        self.setVisible(bool(problems))


def _heading(count: int, *, asking: bool) -> str:
    if asking:
        return "Please look at this once more. If it is as you meant it, press the button again."
    things = "One thing is" if count == 1 else f"{count} things are"
    return f"{things} still to be put right. Choose one to go to it."


class _Sentence(WrappedButton):
    asked = Signal(str)

    def __init__(self, problem: Problem) -> None:
        super().__init__("sentence", label(problem.sentence), margins=(26, 4, 8, 4))
        self._name = problem.name
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._name)


def place_in(box: QWidget) -> int:
    """Return the position of the text cursor, or 0 where there is no text."""
    if isinstance(box, QPlainTextEdit):
        return box.textCursor().position()
    return box.cursorPosition() if isinstance(box, QLineEdit) else 0


def set_place(box: QWidget, place: int) -> None:
    """Set the text cursor, at most to the end of the text."""
    if isinstance(box, QLineEdit):
        box.setCursorPosition(min(place, len(box.text())))
    elif isinstance(box, QPlainTextEdit):
        cursor = box.textCursor()
        cursor.setPosition(min(place, box.document().characterCount() - 1))
        box.setTextCursor(cursor)


_BY_QUESTION: dict[
    AnswerKind,
    type[LineEditor | SecretEditor | OneOfEditor | SeveralOfEditor | YesNoUnknownEditor],
] = {
    AnswerKind.LINE: LineEditor,
    AnswerKind.INERT: InertEditor,
    AnswerKind.FOLDER: FolderEditor,
    AnswerKind.SECRET: SecretEditor,
    AnswerKind.ONE_OF: OneOfEditor,
    AnswerKind.SEVERAL_OF: SeveralOfEditor,
    AnswerKind.YES_NO_UNKNOWN: YesNoUnknownEditor,
}
_BY_QUESTION_AND_CONTEXT: dict[
    AnswerKind,
    type[
        WordsEditor
        | DayEditor
        | DurationEditor
        | NumberEditor
        | MoneyEditor
        | EntryEditor
        | ServiceEditor
        | StaffEditor
    ],
] = {
    AnswerKind.WORDS: WordsEditor,
    AnswerKind.EXACT_WORDS: ExactWordsEditor,
    AnswerKind.DAY: DayEditor,
    AnswerKind.MOMENT: MomentEditor,
    AnswerKind.DURATION: DurationEditor,
    AnswerKind.NUMBER: NumberEditor,
    AnswerKind.MONEY: MoneyEditor,
    AnswerKind.ENTRY: EntryEditor,
    AnswerKind.STAFF: StaffEditor,
    AnswerKind.SERVICE: ServiceEditor,
}


def editor_for(question: Question, context: FormContext) -> Editor:
    """Make the editor for a question."""
    if question.kind is AnswerKind.ROWS:
        rows = CopyRowsEditor if question.row is KnownCopy else RowsEditor
        return rows(question, context, editor_for)
    if question.kind is AnswerKind.PEOPLE:
        return PeopleEditor(question, context, editor_for)
    if question.kind is AnswerKind.PERSON:
        return PersonEditor(question, context, editor_for)
    if question.kind is AnswerKind.SEVERAL_OF and any(
        one.short != one.label for one in question.choices
    ):
        return ChipsEditor(question)
    if by_question := _BY_QUESTION.get(question.kind):
        return by_question(question)
    return _BY_QUESTION_AND_CONTEXT[question.kind](question, context)


HeldBack = Callable[[Answers], tuple[Problem, ...]]


def _doubts(
    form: FormType, far: Far, asks: HeldBack | None, answers: Answers
) -> tuple[Problem, ...]:
    """Return what is asked about once: by the form itself, and by the case."""
    return doubts(form, answers, far) + (asks(answers) if asks else ())


class FormView(QWidget):
    """Shows one form. The page around it adds the heading, the buttons and the scrolling."""

    lists_problems = True
    """Whether problems are also listed at the foot, each a link to its question."""
    changed = Signal()
    wants_visible = Signal(QWidget)
    """Asks the page to scroll to a widget that will take the focus."""
    signs_changed = Signal(tuple)
    """The signs answered yes, whenever they change."""

    def __init__(
        self,
        form: FormType,
        context: FormContext,
        held_back: HeldBack | None = None,
        since: datetime | None = None,
        parent: QWidget | None = None,
        *,
        at_once: int | None = None,
        asks: HeldBack | None = None,
    ) -> None:
        """Create the view. `held_back` adds problems that do not come from the form itself.

        `asks` adds what is asked about once. `since` is when the entry being corrected was recorded
        (UTC). With `parent` given here, the view is styled once, not again on each move. A long
        form appears sooner if only `at_once` questions are created now and the rest later.
        """
        super().__init__(parent)
        self.form, self._since = form, since
        self._held_back = held_back
        self._doubts = partial(_doubts, form, context.far, asks)
        self._context = context
        self._problems: tuple[Problem, ...] = ()
        self._asking = False
        self._once = AskedOnce()
        self._signs: tuple[Sign, ...] = ()
        self.sheet = Sheet(form, context, editor_for, self, at_once=at_once)
        self.sheet.changed.connect(self._follow)
        self.problem_list = ProblemList()
        self.problem_list.chosen.connect(self.go_to)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(16)
        stack.addWidget(self.sheet)
        stack.addWidget(self.problem_list)

    def editor(self, name: str) -> Editor:
        """Return the editor of a question. Raises KeyError if the form has no such question."""
        return self.sheet.fields[name].editor

    def answers(self) -> dict[str, Answer]:
        """Return the answers by question name, also of questions that are hidden now."""
        return self.sheet.answers()

    def set_answers(self, answers: Answers) -> None:
        """Show only these answers, and clear the problems."""
        self._show(())
        self.sheet.set_answers(answers)

    def raw_texts(self) -> Raw:
        """Return what is typed but not understood, so that a draft can keep it."""
        return self.sheet.raw_texts()

    def restore(self, raw: Raw) -> None:
        """Restore what `raw_texts` returned. Call it after `set_answers`."""
        self.sheet.restore(raw)

    def check(self) -> tuple[Problem, ...]:
        """Return what prevents sealing, and show it at the fields and at the foot.

        Where nothing does, return what may be right and is asked about, each once.
        """
        finish_in(self)
        found = self._current_problems()
        asked = () if found else self._once.still_to_ask(self._doubts(self.answers()))
        self._show(found or asked, asking=bool(asked))
        if self._problems and self.lists_problems:
            bring_into_sight(self.problem_list)  # nothing may look as if a press did nothing
        return self._problems

    def signs_said_yes(self) -> tuple[Sign, ...]:
        """Return the signs that call for referral and are answered yes."""
        return self._signs

    def go_to(self, name: str, place: int | None = None) -> None:
        """Focus a question, or the widget inside it that a problem's name refers to.

        An empty name is the first question. `place` sets the text cursor, as `where` returned it.
        """
        spot = self.sheet.spot(name) if name else self.sheet.first()
        if not spot:
            return
        self.wants_visible.emit(spot)
        spot.setFocus(Qt.FocusReason.TabFocusReason)
        if place is not None:
            set_place(spot, place)

    def where(self) -> tuple[str, int]:
        """Return the name of the focused widget (`told_at`, `calls.2.who`) and its text cursor."""
        focus: QWidget | None = self.window().focusWidget()  # also while another window is active
        if focus is None or not self.isAncestorOf(focus):
            return "", 0
        return focus.objectName(), place_in(focus)

    def _current_problems(self) -> tuple[Problem, ...]:
        typed = self.sheet.complaints()
        answers = self.answers()
        found = problems(self.form, answers, self._context.now(), self._since)
        if self._held_back:
            found += self._held_back(answers)
        # text that is not understood is not missing: its own sentence explains more
        kept = [one for one in found if one.name not in typed or answers.get(one.name) is not None]
        kept += [Problem(name, sentence) for name, sentence in typed.items()]
        order = {name: at for at, name in enumerate(self.sheet.fields)}
        last = len(order)
        kept.sort(key=lambda problem: order.get(problem.name.partition(".")[0], last))
        return tuple(dict.fromkeys(kept))

    def _show(self, found: tuple[Problem, ...], *, asking: bool = False) -> None:
        if not found and not self._problems:
            return
        self._problems, self._asking = found, asking
        at_fields: dict[str, str] = {}
        for problem in found:
            before = at_fields.get(problem.name)
            at_fields[problem.name] = (
                f"{before}\n{problem.sentence}" if before else problem.sentence
            )
        self.sheet.show_problems(at_fields, asking=asking)
        if self.lists_problems:
            self.problem_list.show_problems(tuple(map(self._placed, found)), asking=asking)

    def _placed(self, problem: Problem) -> Problem:
        """Add the question's label where several problems read alike: `Fill in “Reason”.`."""
        alike = [one for one in self._problems if one.sentence == problem.sentence]
        if len(alike) < 2:
            return problem
        asked = ""
        for name, field in self.sheet.fields.items():
            if name == problem.name:
                break
            asked = field.question.ask.label if field.aside else asked
        return Problem(problem.name, f"{asked} {problem.sentence}".strip())

    def _follow(self) -> None:
        if self._problems:
            current = self._doubts(self.answers()) if self._asking else self._current_problems()
            still = tuple(problem for problem in self._problems if problem in current)
            if still != self._problems:
                self._show(still, asking=self._asking)
        self._tell_signs()
        self.changed.emit()

    def _tell_signs(self) -> None:
        said = signs_in(self.form, self.answers())
        signs = tuple(sign for sign, answer in said.items() if answer is YesNoUnknown.YES)
        if signs != self._signs:
            self._signs = signs
            self.signs_changed.emit(signs)


class ShortForm(FormView):
    """A form without a list of problems: goes to the question that is wrong instead."""

    lists_problems = False

    def __init__(
        self, form: FormType, context: FormContext, held_back: HeldBack | None = None
    ) -> None:
        super().__init__(form, context, held_back)
        self.wants_visible.connect(bring_into_sight)

    def begin(self) -> None:
        """Set the cursor to the first question."""
        self.go_to("")

    def is_right(self) -> bool:
        """Return whether nothing is wrong; otherwise go to the first problem."""
        found = self.check()
        if found:
            self.go_to(found[0].name)
        return not found

    def complain(self, name: str, sentence: str) -> None:
        """Show a problem found after `check` at its question, until the answer changes."""
        self.sheet.fields[name].complain(sentence)
        self.go_to(name)

    def on_enter(self, press: Callable[[], object]) -> None:
        """Call `press` when Enter is pressed in one of the lines."""
        for box in self.findChildren(QLineEdit):
            box.returnPressed.connect(press)
