"""A form so short that it is seen whole, as settings and the first run ask it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.ui.forms.view import FormView
from app.ui.theme.sight import bring_into_sight


class ShortForm(FormView):
    """A form without a list at its foot: what is wrong stands at its question, which is gone to."""

    lists_problems = False

    def is_right(self) -> bool:
        """Check as `check` does; where something is wrong, go to the first of it."""
        found = self.check()
        if found:
            self.begin(found[0].name)
        return not found

    def begin(self, name: str = "") -> None:
        """Set the cursor to a question, or to the first, and scroll it into sight."""
        self.go_to(name)
        bring_into_sight(self.sheet.spot(name) or self if name else self.sheet.first())

    def complain(self, name: str, sentence: str) -> None:
        """Show at a question what was found wrong with its answer afterwards, until it changes."""
        self.sheet.fields[name].complain(sentence)
        self.begin(name)

    def on_enter(self, press: Callable[[], object]) -> None:
        """Do something when the Enter key is pressed in one of the lines."""
        for box in self.findChildren(QLineEdit):
            box.returnPressed.connect(press)
