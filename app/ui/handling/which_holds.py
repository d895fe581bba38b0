"""Asked at the foot of a form whose answers disagree with what stands: which holds, and why."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.forms.any_time import HoldsAsked
from app.domain.kit.form import Answers
from app.domain.rules.disagreements import Disagreement
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView
from app.ui.widgets.parts import STEP, Banner, column

ASKS = "Two answers disagree. Say at the end of the form which holds."


class WhichHoldsView(QWidget):
    """The two answers in a sentence, and two questions. Hidden while nothing disagrees."""

    changed = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.banner = Banner()
        self.view = FormView(HoldsAsked, context, parent=self)
        self.view.changed.connect(self.changed)
        self.setLayout(column(self.banner, self.view, spacing=2 * STEP))
        self.hide()

    def show_found(self, found: Iterable[Disagreement]) -> None:
        """Show what disagrees now, and ask; hide where nothing does."""
        said = "\n".join(one.sentence for one in found)
        if said:
            self.banner.say(said)
        self.setVisible(bool(said))

    def answers(self) -> Answers:
        """Return what was answered so far."""
        return self.view.answers()

    def complete(self) -> bool:
        """Return whether nothing has to be answered, or all is; show what is missing."""
        return self.isHidden() or not self.view.check()
