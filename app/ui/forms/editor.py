"""The base of every editor: it holds one answer, reports changes and shows what is wrong."""

from abc import abstractmethod
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.ui.theme.icons import icon
from app.ui.widgets.parts import quiet, restyle


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return the widgets inside a widget that take the focus, in order."""
    inside = [widget, *widget.findChildren(QWidget)]
    return [
        one
        for one in inside
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and one.window() is widget.window()  # a drop-down list is a window of its own
    ]


def reach_before(new: QWidget, following: QWidget) -> None:
    """Make Tab reach everything in `new` directly before `following`, which takes the focus."""
    last = following
    for stop in stops_in(new):
        QWidget.setTabOrder(last, stop)
        last = stop
    if last is not following:
        QWidget.setTabOrder(last, following)


def reach_after(before: QWidget, new: Iterable[QWidget]) -> None:
    """Make Tab reach these focusable widgets directly after `before`, in order."""
    for stop in new:
        QWidget.setTabOrder(before, stop)
        before = stop


def remove_button() -> QPushButton:
    """Make a button with a cross. The caller sets its accessible name."""
    made = quiet("")
    made.setIcon(icon("x", "muted"))
    made.setToolTip("Remove")
    made.setFixedSize(32, 32)
    return made


Raw = dict[str, str]
"""What was typed but not understood, by question name (`calls.2.held_at` inside a row)."""


class Editor(QWidget):
    """Holds the answer to one question.

    The widget that takes the focus has the question's name as objectName, its label as accessible
    name and its help as accessible description.
    """

    changed = Signal()
    complained = Signal(str)
    """A sentence to show at once about something refused; an empty sentence clears it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.stop: QWidget = self
        """The widget that takes the focus. It is no Qt focus proxy: then Tab would also stop
        where the editor was created, and jump from there to a box that belongs later."""

    @abstractmethod
    def value(self) -> Answer:
        """Return the answer; None if there is none or it is not understood."""

    @abstractmethod
    def set_value(self, answer: Answer) -> None:
        """Show an answer; None empties the editor."""

    def raw(self) -> Raw:
        """Return what is typed but not understood, by its path after the question's name."""
        return {}

    def restore(self, raw: Raw) -> None:
        """Restore the texts that `raw()` returned."""

    def complaints(self) -> dict[str, str]:
        """Return a sentence for each text that is not understood, keyed as in `raw()`."""
        return {}

    def spot(self, _path: str) -> QWidget:
        """Return the widget to focus for a problem.

        `path` is what follows the question's name: `2.spoke_to`.
        """
        return self.stop

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> str:
        """Mark what is wrong, by path, and return the sentence to show under the field.

        If `asking`, nothing is wrong: the sentences only ask whether an answer is right.
        """
        words = "\n".join(sentences.values())
        self.mark(wrong=bool(words) and not asking)
        return words

    def mark(self, *, wrong: bool) -> None:
        """Draw or remove the red border of the widget that takes the focus."""
        mark(self.stop, wrong=wrong)

    def _takes_focus(self, widget: QWidget) -> None:
        self.stop = widget
        introduce(widget, self.question)


def introduce(widget: QWidget, question: Question) -> None:
    """Name a widget after its question: for tests, style and screen readers."""
    widget.setObjectName(question.name)
    widget.setAccessibleName(question.ask.label)
    widget.setAccessibleDescription(question.ask.help)


def mark(widget: QWidget, *, wrong: bool) -> None:
    """Draw or remove the red border of a box."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        restyle(widget)
