"""The people of a case: who they are, their part in it, and what is known of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.form import Entry
from app.domain.moments import day_of
from app.domain.people import PersonInCase, write_age
from app.domain.stages.person import PeopleNamed, PersonDetails
from app.ui.case.cards import Cards
from app.ui.theme.flow import Flow
from app.ui.theme.parts import STEP, Chip, column, heading, line, muted, plain, small


class People(QWidget):
    """A card for everyone named in the case."""

    wants_form = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        add = plain("Add people", "user-plus")
        add.setObjectName("add_people")
        add.clicked.connect(lambda: self._ask(PeopleNamed, ""))
        self._count = muted()
        top = line(self._count, add)
        top.setStretch(0, 1)
        self._cards = Cards("People")
        body = column(spacing=12)
        body.addLayout(top)
        body.addWidget(self._cards, 1)
        self.setLayout(body)

    def show_case(self, case: Case) -> None:
        """Show the people of a case in the order they were named."""
        self._cards.clear()
        for number, known in enumerate(case.people.values(), start=1):
            self._cards.add(self._card(case, known, number))
        count = len(case.people)
        self._count.setText("1 person" if count == 1 else f"{count} people")

    def _card(self, case: Case, known: PersonInCase, number: int) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        person = known.person
        details = plain("Details" if known.details else "Add details")
        details.setObjectName(f"details_{number}")
        details.setAccessibleName(f"{details.text()} of {person.name}")
        details.clicked.connect(lambda: self._ask(PersonDetails, person.id))
        top = line(heading(person.name), details)
        top.setStretch(0, 1)
        rows.addLayout(top)
        age = write_age(person, day_of(case.opened))
        about = filter(None, (person.kind.label, person.known_as, person.group, age))
        rows.addWidget(muted(" · ".join(about)))
        chips = Flow()
        for role in known.roles:
            chips.addWidget(Chip(role.label))
        rows.addLayout(chips)
        if known.details and known.details.may_contact:
            rows.addWidget(small(known.details.may_contact))
        return made

    def _ask(self, form: type[Entry], about: str) -> None:
        self.wants_form.emit(form, about)
