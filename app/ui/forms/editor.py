"""What every editor is: it holds one answer, says when it changed and shows what is wrong."""

from abc import abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.ui.theme.icons import icon
from app.ui.widgets.parts import quiet, restyle


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return what takes the focus inside a widget, in order."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [
        one
        for one in inside
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and one.window() is widget.window()  # a list that drops down is a window of its own
    ]


def reach_before(new: QWidget, following: QWidget) -> None:
    """Have the Tab key reach everything in `new` just before `following`, which takes the focus."""
    last = following
    for stop in stops_in(new):
        QWidget.setTabOrder(last, stop)
        last = stop
    if last is not following:
        QWidget.setTabOrder(last, following)


def reach_after(before: QWidget, new: Iterable[QWidget]) -> None:
    """Have the Tab key reach these widgets that take the focus just after `before`, in order."""
    for stop in new:
        QWidget.setTabOrder(before, stop)
        before = stop


def remove_button() -> QPushButton:
    """Make the cross. Whoever shows it gives it an accessible name."""
    made = quiet("")
    made.setIcon(icon("x", "muted"))
    made.setToolTip("Remove")
    made.setFixedSize(32, 32)
    return made


Raw = dict[str, str]
"""What was typed but not understood, by question name (`calls.2.held_at` inside a row)."""


class Editor(QWidget):
    """Holds the answer to one question.

    The widget that takes the focus bears the question's name as its objectName, its label as
    accessible name and its help as accessible description.
    """

    changed = Signal()
    complained = Signal(str)
    """Says at once, in a sentence, what could not be taken; an empty sentence takes it back."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.stop: QWidget = self
        """What takes the focus. It is no focus proxy of Qt's: the Tab key would stop at where the
        editor was made as well, and leap from there to a box that is meant to come later."""

    @abstractmethod
    def value(self) -> Answer:
        """Return the answer, or None when there is none or it is not understood."""

    @abstractmethod
    def set_value(self, answer: Answer) -> None:
        """Show an answer; None empties the editor."""

    def raw(self) -> Raw:
        """Return what is typed but not understood, by what stands after the question's name."""
        return {}

    def restore(self, raw: Raw) -> None:
        """Put back what `raw()` gave."""

    def complaints(self) -> dict[str, str]:
        """Return a sentence for each thing typed and not understood, named as in `raw()`."""
        return {}

    def spot(self, _path: str) -> QWidget:
        """Return the widget to go to for a problem.

        `path` is what follows the name: `2.spoke_to`.
        """
        return self.stop

    def show_problems(self, sentences: dict[str, str]) -> str:
        """Mark what is wrong, by path, and return the sentence to show under the field."""
        words = "\n".join(sentences.values())
        self.mark(wrong=bool(words))
        return words

    def mark(self, *, wrong: bool) -> None:
        """Draw the border of what takes the focus in red, or in its own colour again."""
        mark(self.stop, wrong=wrong)

    def _takes_focus(self, widget: QWidget) -> None:
        self.stop = widget
        introduce(widget, self.question)


def introduce(widget: QWidget, question: Question) -> None:
    """Tell a widget whose answer it holds: for tests, style and screen readers."""
    widget.setObjectName(question.name)
    widget.setAccessibleName(question.ask.label)
    widget.setAccessibleDescription(question.ask.help)


def mark(widget: QWidget, *, wrong: bool) -> None:
    """Set or take away the red border of a box."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        restyle(widget)
