"""The people of a case: a card for each, and the table of who knows what."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from app.domain.case.case import Case
from app.domain.forms import about_people
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.forms.parts import PeopleMerged
from app.domain.forms.person import PeopleNamed
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import day_of
from app.ui.people.knowledge_table import KnowledgeTable
from app.ui.people.person_in_case import PersonInCaseCard
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import column, line, plain, toggle

_BEGINS: dict[type[Form], tuple[str, ...]] = {
    KnowledgeNoted: ("Note who knows",),
    PeopleMerged: ("Join two records",),
    PeopleNamed: (PeopleNamed.title, "user-plus"),
}
"""The words and the icon of the way to a form, where they are others than its title."""


class PeopleTab(QWidget):
    """Everyone named in the case, and what each of them knows."""

    wants_form = Signal(object, str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._cards = Cards("People")
        self.knowledge = KnowledgeTable()
        self.knowledge.wants_note.connect(lambda key: self._ask(KnowledgeNoted, key))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._cards)
        self._stack.addWidget(self.knowledge)
        body = column(spacing=12)
        body.addLayout(self._top())
        body.addWidget(self._stack, 1)
        self.setLayout(body)

    def _top(self) -> Flow:
        """Set out the ways and the buttons; they take a second line where the window is narrow."""
        top = Flow(8)
        ways = line()
        ways.setContentsMargins(0, 4, 12, 4)  # as tall as the buttons beside them
        group = QButtonGroup(self)
        for place, (words, name) in enumerate(
            (("Person by person", "people_cards"), ("Who knows what", "people_knowledge"))
        ):
            view = toggle(words)
            view.setObjectName(name)
            view.setChecked(place == 0)
            view.clicked.connect(lambda _on=False, at=place: self._stack.setCurrentIndex(at))
            group.addButton(view)
            ways.addWidget(view)
        both = QWidget()
        both.setLayout(ways)
        top.addWidget(both)
        for form in reversed(about_people()):  # what most people come for stands last
            button = plain(*_BEGINS.get(form, (form.title,)))
            button.setObjectName(f"record_{form_name(form)}")
            button.clicked.connect(lambda _on=False, asked=form: self._ask(asked, ""))
            top.addWidget(button)
        return top

    def show_case(self, case: Case) -> None:
        """Show the people of a case in the order they were named."""
        self._cards.clear()
        today = day_of(self._now())
        for number, known in enumerate(case.people.values(), start=1):
            made = PersonInCaseCard(case, known, number, today)
            made.wants_form.connect(self.wants_form)
            self._cards.add(made)
        self.knowledge.show_case(case)

    def _ask(self, form: type[Form], about: str) -> None:
        self.wants_form.emit(form, about)
