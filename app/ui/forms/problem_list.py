"""The list at the foot of a form: what is to be put right, each one step from its field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.kit.checks import Problem
from app.ui.theme.icons import Glyph
from app.ui.widgets.parts import label, line
from app.ui.widgets.wrapped import WrappedButton


class ProblemList(QFrame):
    """Sentences to choose from; nothing is shown when there is nothing wrong."""

    chosen = Signal(str)
    """Carries the name of the question to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setAccessibleName("What is still to be put right")
        self._heading = label("", "alarm")
        heading = line(Glyph("circle-alert", "red"), spacing=8)
        heading.addWidget(self._heading, 1)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(12, 10, 12, 10)
        self._stack.setSpacing(2)
        self._stack.addLayout(heading)
        self._sentences: list[_Sentence] = []
        self.setVisible(False)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these problems instead of the ones before."""
        for gone in self._sentences:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._sentences = [_Sentence(problem) for problem in problems]
        for sentence in self._sentences:
            sentence.asked.connect(self.chosen)
            self._stack.addWidget(sentence)
        count = len(problems)
        things = "One thing is" if count == 1 else f"{count} things are"
        self._heading.setText(f"{things} still to be put right. Choose one to go to it.")
        self.setVisible(bool(problems))


class _Sentence(WrappedButton):
    asked = Signal(str)

    def __init__(self, problem: Problem) -> None:
        super().__init__("sentence", label(problem.sentence), margins=(26, 4, 8, 4))
        self._name = problem.name
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._name)
