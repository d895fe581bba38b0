"""A small card, in place, that asks who is to be added to the case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.kit.checks import Problem, problems
from app.domain.kit.form import Answers, questions_of
from app.ui.forms.context import Adding, FormContext
from app.ui.forms.sheet import MakeEditor, Sheet
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import plain, quiet


class NewPersonCard(QFrame):
    """What is asked of somebody who is not in the case yet. What is typed stays until added."""

    changed = Signal()
    added = Signal(object, str)
    """Carries the Person who is in the case now, and a sentence that says so."""
    folded = Signal()
    """Asks to put the card away."""

    def __init__(self, adding: Adding, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.setObjectName("new_person")
        self._adding, self._context = adding, context
        self._given: Answers = {}
        self.sheet = Sheet(adding.form, context, make_editor)
        self.sheet.changed.connect(self._follow)
        add = plain("Add to the case")
        add.setObjectName("add_to_case")
        add.clicked.connect(self.add)
        leave = quiet("Do not add")
        leave.setObjectName("do_not_add")
        leave.clicked.connect(self._leave)
        ways = Flow(6)
        ways.addWidget(add)
        ways.addWidget(leave)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 14)
        rows.setSpacing(12)
        rows.addWidget(self.sheet)
        rows.addLayout(ways)
        self._wrong: tuple[Problem, ...] = ()

    def begin(self) -> None:
        """Fill in what needs no asking, unless something is typed already."""
        if not self.typed():
            self._fill(self._adding.begin())

    def typed(self) -> dict[str, str]:
        """Give what is typed and not added yet, by question."""
        answers = self.sheet.answers()
        return {} if answers == self._given else {name: str(it) for name, it in answers.items()}

    def restore(self, typed: Answers) -> None:
        """Put back what `typed` gave."""
        self.sheet.set_answers(typed)

    def called(self) -> str:
        """Give the name that is typed, as a sentence begins with it."""
        name = str(self.sheet.answers().get(questions_of(self._adding.form)[0].name) or "").strip()
        return f"“{name[:60]}”" if name else "Somebody begun below"

    def add(self) -> None:
        """Add who is asked for to the case, or show what is missing and where."""
        answers = self.sheet.answers()
        added = self._adding.add(answers)
        self._show(added.problems)
        if added.person:
            self._fill({})
            self.added.emit(added.person, added.said)
        elif added.problems and (spot := self.sheet.spot(added.problems[0].name)):
            spot.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self._fill({})
        self.folded.emit()

    def _fill(self, answers: Answers) -> None:
        self._given = answers
        self._show(())
        self.sheet.set_answers(answers)

    def _follow(self) -> None:
        """Take back what was wrong once it is put right."""
        if self._wrong:
            now = problems(self._adding.form, self.sheet.answers(), self._context.now())
            self._show(tuple(one for one in self._wrong if one in now))
        self.changed.emit()

    def _show(self, wrong: tuple[Problem, ...]) -> None:
        self._wrong = wrong
        self.sheet.show_problems({one.name: one.sentence for one in wrong})

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.folded.emit()
        else:
            super().keyPressEvent(event)
