"""The record of one stage: its entries, what is still owed there, and buttons to add more."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.casework.drafts import FormDraft
from app.domain.case.case import Case
from app.domain.case.reviews import people_named
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import write_time
from app.domain.kit.stage import Stage
from app.domain.owed.row import Owed
from app.ui.case_parts.entry_card import EntryCard
from app.ui.handling.owed_list import OwedList
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import STEP, column, heading, line, plain, primary

_BEGINS: dict[type[Form], str] = {RemovalRequested: "Record a request made elsewhere"}
"""Button texts for forms whose title alone would read like another button."""


class StageRecord(QWidget):
    """The entries of one stage in a case, the newest first."""

    correct = Signal(str)
    wants_form = Signal(object, str)
    """A form to begin, and the id of the person it is about, if one was chosen."""
    wants_due = Signal(object, object)
    """A form, and the key of what is owed that it settles or sets aside."""
    wants_draft = Signal(str)
    wants_removal = Signal()
    """Asks for the removal wizard."""

    def __init__(
        self,
        case: Case,
        stage: Stage,
        forms: tuple[type[Form], ...],
        *,
        now: datetime,
        owed: Iterable[Owed] = (),
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
        rows = tuple(owed)
        if waiting or rows:
            cards.add(self._still_to_do(rows, waiting, now))
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

    def _still_to_do(
        self, rows: tuple[Owed, ...], waiting: list[FormDraft], now: datetime
    ) -> OwedList:
        listed = OwedList(self._case, rows, now)
        for typed in waiting:
            go_on = primary("Go on")
            go_on.setObjectName(f"go_on_{typed.id}")
            go_on.clicked.connect(lambda _=False, key=typed.id: self.wants_draft.emit(key))
            kept = f"Draft kept {write_time(typed.updated)}"
            listed.add_row(f"{typed.form.title}{self._for(typed)}", kept, go_on)
        listed.wants_form.connect(self.wants_due)
        return listed

    def _for(self, typed: FormDraft) -> str:
        whom = next(iter(people_named(typed.form, typed.answers)), "")
        named = self._case.names.get(whom)
        return f", {named}" if named else ""
