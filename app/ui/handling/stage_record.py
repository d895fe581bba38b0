"""The record of one stage: its entries, the people still to do, and buttons to add more."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.casework.drafts import FormDraft
from app.domain.case.case import Case
from app.domain.case.people import PersonInCase
from app.domain.case.reviews import people_named
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import write_time
from app.domain.kit.stage import Stage
from app.domain.rules.progress import STILL_TO_DO, next_form
from app.ui.case_parts.entry_card import EntryCard
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import STEP, column, heading, label, line, muted, plain, primary

_BEGINS: dict[type[Form], str] = {RemovalRequested: "Record a request made elsewhere"}
"""Button texts for forms whose title alone would read like another button."""


class StageRecord(QWidget):
    """The entries of one stage in a case, the newest first."""

    correct = Signal(str)
    wants_form = Signal(object, str)
    """A form to begin, and the id of the person it is about, if one was chosen."""
    wants_draft = Signal(str)
    wants_removal = Signal()
    """Asks for the removal wizard."""

    def __init__(
        self,
        case: Case,
        stage: Stage,
        forms: tuple[type[Form], ...],
        kept: Iterable[FormDraft] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("stage_record")
        self._case, self._stage, self._forms = case, stage, forms
        body = column(spacing=12)
        self.setLayout(body)
        cards = Cards("What is recorded")
        top = QWidget()  # scrolls with the cards below it: in a small window it takes all the space
        top.setLayout(self._head())
        cards.add(top)
        body.addWidget(cards, 1)
        waiting = [typed for typed in kept if typed.form in forms and not typed.correction]
        people = STILL_TO_DO[stage](case) if stage in STILL_TO_DO else ()
        if waiting or people:
            cards.add(self._still_to_do(people, waiting))
        for entry in reversed(case.current):
            if entry.form.stage is stage and type(entry.form) in forms:
                shown = EntryCard(case, entry)
                shown.correct.connect(self.correct)
                cards.add(shown)

    def _head(self) -> QVBoxLayout:
        head = column(spacing=STEP)
        top = line(heading(self._stage.label))
        head.addLayout(top)
        if len(self._forms) == 1:
            top.addWidget(self._begin("Record another", self._forms[0]))
            top.setStretch(0, 1)
            return head
        ways = Flow()
        if self._stage is Stage.CONTAINMENT:
            step_by_step = primary("Ask for removal", "send")
            step_by_step.setObjectName("ask_for_removal")
            step_by_step.clicked.connect(lambda _=False: self.wants_removal.emit())
            ways.addWidget(step_by_step)
        for form in self._forms:
            ways.addWidget(self._begin(_BEGINS.get(form, form.title), form))
        head.addLayout(ways)
        return head

    def _begin(self, words: str, form: type[Form]) -> QPushButton:
        made = plain(words, "plus")
        made.setObjectName(f"record_{form_name(form)}")
        made.clicked.connect(lambda: self.wants_form.emit(form, ""))
        return made

    def _still_to_do(self, people: tuple[PersonInCase, ...], waiting: list[FormDraft]) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        made.setObjectName("still_to_do")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addWidget(heading("Still to do"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        for typed in waiting:
            go_on = primary("Go on")
            go_on.setObjectName(f"go_on_{typed.id}")
            go_on.clicked.connect(lambda _=False, key=typed.id: self.wants_draft.emit(key))
            kept = f"Draft kept {write_time(typed.updated)}"
            _add_row(grid, f"{typed.form.title}{self._for(typed)}", kept, go_on)
        for at, known in enumerate(people, start=1):
            person = known.person
            form = next_form(self._case, self._stage, person.id)
            record = plain("Record")
            record.setObjectName(f"record_for_{at}")
            record.setAccessibleName(f"Record: {form.title}, {person.name}")
            record.clicked.connect(
                lambda _=False, form=form, key=person.id: self.wants_form.emit(form, key)
            )
            _add_row(grid, person.name, form.title, record)
        rows.addLayout(grid)
        return made

    def _for(self, typed: FormDraft) -> str:
        whom = next(iter(people_named(typed.form, typed.answers)), "")
        named = self._case.names.get(whom)
        return f", {named}" if named else ""


def _add_row(grid: QGridLayout, what: str, words: str, button: QPushButton) -> None:
    row = grid.rowCount()
    grid.addWidget(label(what, wraps=False), row, 0)
    grid.addWidget(muted(words), row, 1)
    grid.addWidget(button, row, 2)
