"""Blank paper forms: listed by stage; each can be shown, printed and saved."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.casework.outside_cases import blank_paper, note_taken
from app.casework.session import Session
from app.domain.forms import on_paper
from app.domain.kit.form import Form, form_name, intro_of
from app.domain.kit.record import CaseId
from app.domain.kit.stage import Stage
from app.typesetting.document import Document
from app.ui.paper.preview import Preview
from app.ui.widgets import tasks
from app.ui.widgets.cards import scrolling
from app.ui.widgets.parts import STEP, card, column, heading, label, line, muted, named, plain
from app.vault.events import Action

_WIDEST = 110 * STEP


class BlankForm(Preview):
    """A blank form on screen."""

    form: type[Form]

    def note(self, action: Action, name: str, about: CaseId | None) -> None:
        """Write in the log that a blank form left the casebook. Raises the vault's errors."""
        note_taken(self._session, self.form, action)


class BlankForms(QStackedWidget):
    """Every form that can be filled in by hand. Nothing here belongs to a case."""

    closed = Signal()
    shown = Signal()
    """A blank form is on screen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "blank_forms", "Blank paper forms")
        self._session = session
        self.back = named(plain("Back", "arrow-left"), "blank_back", "Back to the contacts")
        self.back.clicked.connect(self.closed)
        self.preview = BlankForm(session)
        self.preview.closed.connect(self._list)
        self.addWidget(self._listed())
        self.addWidget(self.preview)

    def _listed(self) -> QWidget:
        inside, page = QWidget(), QWidget()
        rows = column(spacing=2 * STEP - 2)
        rows.setContentsMargins(0, 0, STEP, 2 * STEP)
        for stage in Stage:
            forms = [form for form in on_paper() if form.stage is stage]
            if forms:
                rows.addWidget(self._card(stage, forms))
        rows.addStretch(1)
        inside.setLayout(rows)
        area = scrolling(inside)
        area.setMaximumWidth(_WIDEST)
        head = line(self.back, heading("Blank paper forms"))
        head.setStretch(1, 1)
        all_of_it = QVBoxLayout(page)
        all_of_it.setContentsMargins(0, 0, 0, 0)
        all_of_it.addLayout(head)
        all_of_it.addWidget(muted("For the day the laptop is away. Nothing of a case is on them."))
        all_of_it.addWidget(area, 1)
        return page

    def _card(self, stage: Stage, forms: list[type[Form]]) -> QFrame:
        rows = column(heading(stage.label), spacing=STEP)
        for form in forms:
            words = column(label(form.title), muted(intro_of(form)), spacing=2)
            show = plain("Preview", "file-text")
            named(show, f"blank_{form_name(form)}", f"Preview the blank form: {form.title}")
            show.clicked.connect(partial(self._make, form))
            row = line()
            row.addLayout(words, 1)
            row.addWidget(show)
            rows.addLayout(row)
        return card(rows)

    def _make(self, form: type[Form], _checked: bool = False) -> None:
        self.preview.form = form
        tasks.start(self, blank_paper(self._session, form), done=self._show, failed=_report)

    def _show(self, made: Document) -> None:
        form = self.preview.form
        name = f"blank-form-{form_name(form)}-v{form.version}"
        words = "Blank. Print a few and keep them where the team finds them without the laptop."
        title = made.content.blank
        self.preview.show_document(made.pdf, title=title, words=words, name=name, draft=False)
        self.setCurrentWidget(self.preview)
        self.preview.back.setFocus()
        self.shown.emit()

    def _list(self) -> None:
        self.preview.forget()
        self.setCurrentIndex(0)


def _report(error: Exception) -> None:
    raise error
