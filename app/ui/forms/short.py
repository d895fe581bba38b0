"""A form so short that all of it is visible, as in settings and the first run."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.domain.kit.form import FormType
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView, HeldBack
from app.ui.widgets.cards import bring_into_sight


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
