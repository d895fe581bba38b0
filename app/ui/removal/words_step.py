"""The step with the words: text to copy by hand, which says that it leaves the casebook."""

from app.domain.forms.routes import WRITTEN
from app.domain.kit.form import questions_of
from app.removal.questions import Wording
from app.ui.forms.boxes import WordsBox
from app.ui.forms.context import FormContext
from app.ui.removal.steps import Look, StepPage
from app.ui.widgets.messages import ask_before_copying
from app.ui.widgets.named import named
from app.ui.widgets.parts import line, plain


class WordsStep(StepPage):
    """The words to copy. What is typed beside them shows in them at once."""

    place = 3

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
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

    def _write(self) -> None:
        removal = self.look()
        self.text.setPlainText(removal.text)
        self.copy_where.setVisible(removal.route in WRITTEN and bool(removal.where))

    def _copy_words(self) -> None:
        if self.validatePage():
            ask_before_copying(self, "It leaves the casebook.", self.text.words())

    def _copy_where(self) -> None:
        warning = "Paste it into the form, never into a browser: nobody opens it."
        ask_before_copying(self, warning, self.look().where)

    # Qt
    def initializePage(self) -> None:
        """Ask what goes into the words, and show them."""
        super().initializePage()
        self._write()

    def validatePage(self) -> bool:
        """Refuse a name in the words. A fault of the place is said above: it is a step back."""
        whole = super().validatePage()
        faults = self.look().faults
        here = {question.name for question in questions_of(Wording)}
        self.warn(why for name, why in faults.items() if name not in here)
        return whole and not faults
