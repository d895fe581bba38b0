"""Editors that refer to something known: an earlier entry, a member of staff, a service."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QStyledItemDelegate

from app.domain.kit.answers import Answer, StaffMember
from app.domain.kit.form import Question
from app.domain.kit.text import clean
from app.domain.kit.wording import write_staff
from app.ui.forms.boxes import LineBox
from app.ui.forms.choices import NOTHING_CHOSEN
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor
from app.ui.forms.parsing import NotUnderstood, parse_staff
from app.ui.forms.texts import words_or_none
from app.ui.widgets.parts import column, named, small
from app.ui.widgets.picker import Picker, offers


class IdEditor(Editor):
    """Refers to one of several things by its id. Keeps an id that is not in the list."""

    unknown = "Not in this list"
    empty = "Nothing to choose from yet"

    def __init__(self, question: Question, listed: tuple[tuple[str, str], ...]) -> None:
        super().__init__(question)
        self.picker = Picker()
        self._listed: tuple[tuple[str, str], ...] = ()
        self._list(listed)
        self.picker.currentIndexChanged.connect(self._picked)
        self.rows = column(self.picker)
        self.setLayout(self.rows)
        self._takes_focus(self.picker)

    def _list(self, listed: tuple[tuple[str, str], ...]) -> None:
        self._listed = listed
        self.picker.clear()
        self.picker.addItem(NOTHING_CHOSEN if listed else self.empty, None)
        for key, label in listed:
            self.picker.addItem(label, key)

    def call_nothing(self, words: str) -> None:
        """Store the words that say there is nothing to choose from yet."""
        self.empty = words
        if not self._listed:
            self.picker.setItemText(0, words)

    def offer(self, listed: tuple[tuple[str, str], ...]) -> None:
        """Replace what is offered. Keep the selection, unless it has gone from the list."""
        if listed == self._listed:
            return
        chosen, before = self.picker.currentData(), {key for key, _ in self._listed}
        gone = chosen in before and chosen not in {key for key, _ in listed}
        quiet = self.picker.blockSignals(True)
        self._list(listed)
        self.set_value(None if gone else chosen)
        self.picker.blockSignals(quiet)

    def _picked(self, _index: int) -> None:
        self.changed.emit()

    def value(self) -> Answer:
        key = self.picker.currentData()
        return str(key) if key else None

    def set_value(self, answer: Answer) -> None:
        at = self.picker.findData(answer) if answer else 0
        if at < 0:
            self.picker.addItem(self.unknown, answer)
            at = self.picker.count() - 1
        self.picker.setCurrentIndex(at)


class EntryEditor(IdEditor):
    """One of the earlier entries of this case."""

    unknown = "An entry not in this list"
    empty = "Nothing is noted yet"

    def __init__(self, question: Question, context: FormContext) -> None:
        refers = question.ask.refers_to
        super().__init__(question, context.references(refers) if refers else ())


class SuggestingEditor(Editor):
    """One line of text that suggests known words while typing."""

    def __init__(self, question: Question, offered: Iterable[str], example: str) -> None:
        super().__init__(question)
        self.picker = TypedPicker(list(offered), example)
        self.picker.editTextChanged.connect(self._typed)
        self.picker.box.refused.connect(self.complained)
        self.rows = column(self.picker, spacing=4)
        self.setLayout(self.rows)
        self._takes_focus(self.picker)

    def _typed(self, _text: str) -> None:
        self.changed.emit()

    def _show(self, words: str) -> None:
        self.picker.setEditText(words)
        self.picker.box.setCursorPosition(0)


class StaffEditor(SuggestingEditor):
    """A member of staff as `Name, role`. Suggests those already named while typing."""

    def __init__(self, question: Question, context: FormContext) -> None:
        known = {write_staff(staff): staff for staff in context.staff}
        super().__init__(question, known, question.ask.example or "Name, role")
        self._known = known
        if question.ask.roles and (words := context.who_may(question.ask.roles)):
            self.rows.addWidget(named(small(words), f"{question.name}_may", words))
            helped = " ".join(filter(None, (question.ask.help, words)))
            self.picker.setAccessibleDescription(helped)

    def value(self) -> Answer:
        typed = clean(self.picker.currentText()).strip()
        if not typed or typed in self._known:
            return self._known.get(typed)
        try:
            return parse_staff(typed)
        except NotUnderstood:
            return StaffMember(typed)

    def set_value(self, answer: Answer) -> None:
        if not isinstance(answer, StaffMember):
            self._show("")
            return
        self._known[clean(write_staff(answer)).strip()] = answer  # comes back as it was given
        self._show(write_staff(answer))


class ServiceEditor(SuggestingEditor):
    """The name of a service or place. Suggests those the casebook knows while typing."""

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question, context.services, question.ask.example)

    def value(self) -> Answer:
        return words_or_none(self.picker.currentText())

    def set_value(self, answer: Answer) -> None:
        self._show(str(answer or ""))


class TypedPicker(Picker):
    """A text line that suggests known items containing the typed letters anywhere."""

    def __init__(self, known: list[str], example: str) -> None:
        super().__init__()
        self.box = LineBox()
        self.box.setPlaceholderText(example)
        self.setEditable(True)
        self.setLineEdit(self.box)
        self.setInsertPolicy(self.InsertPolicy.NoInsert)
        self.addItems(known)
        self.setCurrentIndex(-1)
        self.setEditText("")
        self.currentIndexChanged.connect(lambda _at: self.box.setCursorPosition(0))
        completer = self._completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._dressed = False

    # Qt
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._dressed:
            self._dressed = True
            popup = offers()
            self._completer.setPopup(popup)
            popup.setParent(self, popup.windowFlags())  # deleted with the box, not before
            popup.setItemDelegate(QStyledItemDelegate(popup))
