"""The line that finds somebody in the casebook, or adds somebody new, without a dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.kit.answers import ANYONE, Person, PersonKind
from app.domain.kit.moments import write_day
from app.domain.kit.text import clean
from app.domain.names.looking import ALIKE, likeness
from app.ui.forms.boxes import LineBox
from app.ui.forms.context import FormContext
from app.ui.forms.editor import reach_before
from app.ui.theme.icons import icon
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import WrappedButton, column, label, muted, plain

_MOST = 6


class PersonSearch(QWidget):
    """A search line. Below it are the people found, then a button for each kind of new person."""

    changed = Signal()
    chosen = Signal(object, str)
    """A Person, found or new, and the name of the question to continue with."""

    def __init__(self, context: FormContext, known_ids: Callable[[], set[str]]) -> None:
        super().__init__()
        self._context, self._known_ids = context, known_ids
        self.suggestions: list[Suggestion] = []
        self.box = LineBox()
        self.box.setPlaceholderText("Type a name to find or add someone")
        leading = QLineEdit.ActionPosition.LeadingPosition
        self.box.addAction(icon("search", "muted"), leading)
        self.box.textChanged.connect(self._look)
        self.box.installEventFilter(self)
        self._add_words = muted()
        self.add_buttons = {kind: self._add_button(kind) for kind in PersonKind}
        self._panel, self._list = self._make_panel()
        self.setLayout(column(self.box, self._panel, spacing=4))
        self._panel.setVisible(False)

    def _make_panel(self) -> tuple[QFrame, QVBoxLayout]:
        panel = QFrame()
        panel.setProperty("part", "row")
        listed = column(spacing=0)
        buttons = Flow(6)
        for button in self.add_buttons.values():
            buttons.addWidget(button)
        stack = QVBoxLayout(panel)
        stack.setContentsMargins(8, 8, 8, 10)
        stack.setSpacing(6)
        stack.addLayout(listed)
        stack.addWidget(self._add_words)
        stack.addLayout(buttons)
        return panel, listed

    def _add_button(self, kind: PersonKind) -> QPushButton:
        made = plain(kind.label)
        made.setProperty("part", "toggle")
        made.setAccessibleName(f"Add as {kind.label}")
        made.setAutoDefault(True)
        made.clicked.connect(partial(self._want, kind))
        return made

    def _want(self, kind: PersonKind, _checked: bool = False) -> None:
        name = clean(self.box.text()).strip()
        person = Person(id=self._context.new_id(), kind=kind, name=name)
        self.chosen.emit(person, "born")

    def _pick(self, person: Person) -> None:
        self.chosen.emit(person, "roles")

    def _look(self, typed: str) -> None:
        name = clean(typed).strip()
        self._show_suggestions(self._matching(name) if name else [])
        shown = name if len(name) <= 40 else name[:39] + "…"
        self._add_words.setText(f"Add “{shown}” as")
        self._panel.setVisible(bool(name))
        self.changed.emit()

    def _matching(self, name: str) -> list[Person]:
        known = self._known_ids()
        by_id = {one.id: one for one in [*self._here(name), *self._context.find_people(name)]}
        return [one for key, one in by_id.items() if key not in known][:_MOST]

    def _here(self, name: str) -> list[Person]:
        """Return the people of this case whose names resemble what was typed, the closest first."""
        people = self._context.whom(ANYONE)
        like = {one.id: likeness(name, f"{one.name} {one.known_as}") for one in people}
        here = (one for one in people if like[one.id] >= ALIKE)
        return sorted(here, key=lambda one: -like[one.id])

    def _show_suggestions(self, people: list[Person]) -> None:
        for gone in self.suggestions:
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.suggestions = [Suggestion(person) for person in people]
        for suggestion in self.suggestions:
            suggestion.picked.connect(self._pick)
            self._list.addWidget(suggestion)
            suggestion.show()  # now, so that the next key can already reach it
            reach_before(suggestion, self.add_buttons[PersonKind.LEARNER])

    def _options(self) -> list[QPushButton]:
        return [*self.suggestions, *self.add_buttons.values()]

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape and self.box.text():
                self.box.clear()
                return True
            going = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if key in going and self._panel.isVisibleTo(self):
                self._options()[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the suggestions with the arrow keys; Escape clears the search."""
        options = self._options()
        at = next((at for at, option in enumerate(options) if option.hasFocus()), -1)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.box.clear()
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step and at >= 0:
            to = options[at + step] if 0 <= at + step < len(options) else None
            (to or self.box).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class Suggestion(WrappedButton):
    """A person already in the casebook, suggested below the line."""

    picked = Signal(object)

    def __init__(self, person: Person) -> None:
        self.person = person
        details = [person.kind.label, person.group]
        details.append(f"born {write_day(person.born)}" if person.born else "")
        name = f"{person.name} ({person.known_as})" if person.known_as else person.name
        told = muted(" · ".join(detail for detail in details if detail))
        told.setWordWrap(False)
        super().__init__("suggestion", label(name), told, margins=(10, 6, 10, 6))
        self.clicked.connect(self._pick)

    def _pick(self) -> None:
        self.picked.emit(self.person)
