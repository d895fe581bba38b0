"""One person in the list of people: who they are and which roles they have."""

from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.kit.answers import Answer, AnswerKind, Involved
from app.domain.kit.form import Question
from app.domain.kit.person_questions import QUESTIONS
from app.ui.forms.choices import ChipsEditor
from app.ui.forms.context import FormContext
from app.ui.forms.earlier_cases import EarlierCases
from app.ui.forms.editor import Editor, remove_button
from app.ui.forms.sheet import MakeEditor, Sheet
from app.ui.widgets.parts import Chip, line


class PersonCard(QFrame):
    """One person of the answer. Keeps the details that its questions do not ask for."""

    removed = Signal()

    def __init__(self, involved: Involved, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self._given = involved.person

        def make(question: Question, context: FormContext) -> Editor:
            if question.kind is AnswerKind.SEVERAL_OF:
                return ChipsEditor(question)
            return make_editor(question, context)

        self.sheet = Sheet(QUESTIONS[involved.person.kind], context, make)
        self._remove = remove_button()
        self._remove.clicked.connect(self.removed)
        top = line(Chip(involved.person.kind.label))
        top.addStretch(1)
        top.addWidget(self._remove)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(14, 6, 6, 14)
        stack.setSpacing(0)
        stack.addLayout(top)
        below = line(self.sheet)
        below.setContentsMargins(0, 0, 8, 0)
        stack.addLayout(below)
        self._other_cases, self._papers_naming = context.other_cases, context.papers_naming
        self._earlier = EarlierCases()
        self._looked_for: tuple[str, date | None] = ("", None)
        stack.addWidget(self._earlier)
        self._fill(involved)
        self._look_for_cases()
        self.sheet.changed.connect(self._look_for_cases)

    def involved(self) -> Involved:
        """Return the person and their roles. If the name was emptied, keep the old one for now."""
        given = self.sheet.answers()
        roles: Any = given.pop("roles", ())
        emptied = {"known_as": "", "born": None, "group": ""}
        asked = {name: empty for name, empty in emptied.items() if name in self.sheet.fields}
        details: dict[str, Any] = {**asked, **given}
        return Involved(msgspec.structs.replace(self._given, **details), roles)

    def _look_for_cases(self) -> None:
        """Say in which other cases they are, as soon as that may have changed."""
        person = self.involved().person
        looked_for = (f"{person.name}, {person.known_as}", person.born)
        if looked_for != self._looked_for:
            self._looked_for = looked_for
            cases, papers = self._other_cases(person), self._papers_naming(person)
            self._earlier.show_cases(person.name, cases, papers)

    def complaints(self) -> dict[str, str]:
        """Return a sentence for what is not understood, and for an empty name."""
        found = self.sheet.complaints()
        if not self.sheet.answers().get("name"):
            found["name"] = f"Write a name for “{self._given.name}”, or take this person out."
        return found

    def number(self, at: int, name: str) -> None:
        """Store the person's place in the list, for the names of the widgets."""
        self.sheet.call_within(f"{name}.{at}.")
        self._remove.setAccessibleName(f"Remove {self._given.name}")

    def _fill(self, involved: Involved) -> None:
        person = involved.person
        given: dict[str, Answer] = {
            "name": person.name,
            "known_as": person.known_as or None,
            "born": person.born,
            "group": person.group or None,
            "roles": involved.roles,
        }
        self.sheet.set_answers(given)
