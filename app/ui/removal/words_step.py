"""The step with the words: text to copy by hand, which says that it leaves the casebook."""

from app.domain.checks import Problem
from app.domain.form import Answers
from app.domain.routes import RouteKind
from app.domain.stages.requests import Statement
from app.removal.words import WRITTEN
from app.ui.forms.boxes import WordsBox
from app.ui.forms.context import FormContext
from app.ui.messages import ask_before_copying
from app.ui.removal.questions import Statements, Wording
from app.ui.removal.steps import Look, Step
from app.ui.shell.named import named
from app.ui.theme.parts import line, plain


class WordsStep(Step):
    """The words to copy. What is typed beside them shows in them at once."""

    place = 3
    intro = "Short, and without a name. They leave the casebook only when you copy them."

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.add_form("wording", Wording, self._faults)
        self.add_form("statements", Statements, _all_six)
        self.text = named(WordsBox(fewest=8, most=18), "request_text", "The words to copy")
        self.text.setReadOnly(True)
        self.text.setAccessibleDescription("Plain text. Nothing in it can be opened.")
        self.copy = named(plain("Copy the words"), "copy_words", "Copy the words")
        self.copy.clicked.connect(self._copy_words)
        self.copy_where = named(plain("Copy the place"), "copy_where", "Copy where it is")
        self.copy_where.clicked.connect(self._copy_where)
        buttons = line(self.copy, self.copy_where)
        buttons.addStretch(1)
        self.rows.addWidget(self.text)
        self.rows.addLayout(buttons)
        self.changed.connect(self._write)

    def begin(self, mailbox: str) -> None:
        """Fill in the college's mailbox."""
        self.views["wording"].set_answers({"contact": mailbox} if mailbox else {})

    def _write(self) -> None:
        removal = self.look()
        self.text.setPlainText(removal.text)
        self.copy_where.setVisible(removal.route in WRITTEN and bool(removal.where))

    def _faults(self, answers: Answers) -> tuple[Problem, ...]:
        """Refuse names in free text. A fault of the place is said above: it is a step back."""
        faults = self.look().faults
        self.warn(sentence for name, sentence in faults.items() if name not in answers)
        return tuple(Problem(name, why) for name, why in faults.items() if name in answers)

    def _copy_words(self) -> None:
        if self.validatePage():
            ask_before_copying(self, "It leaves the casebook.", self.text.words())

    def _copy_where(self) -> None:
        warning = "Paste it into the form, never into a browser: nobody opens it."
        ask_before_copying(self, warning, self.look().where)

    # Qt
    def initializePage(self) -> None:
        route = self.look().route
        self.views["wording"].setVisible(route in WRITTEN)
        self.views["statements"].setVisible(route is RouteKind.STATUTORY)
        self._write()

    def validatePage(self) -> bool:
        whole = super().validatePage()
        return whole and not self.look().faults


def _all_six(answers: Answers) -> tuple[Problem, ...]:
    ticked = answers.get("statements")
    if not isinstance(ticked, tuple) or len(ticked) == len(Statement):
        return ()
    return (Problem("statements", "A statutory report needs all six statements to be true."),)
