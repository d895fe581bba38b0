"""A short form below what it changes, to be saved or left; what is typed in it is kept."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.casework.session import Session
from app.domain.forms.settings import stripped
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Answers, FormType
from app.ui.drafts.keeping import Keeping
from app.ui.forms import FormContext, ShortForm
from app.ui.widgets.messages import sentence_of
from app.ui.widgets.named import named
from app.ui.widgets.parts import STEP, column, line, muted, plain, primary
from app.ui.widgets.sight import bring_into_sight
from app.vault.errors import VaultError


class Editing(QFrame):
    """Edits the declared form of one setting, contact or limit.

    `keep` stores the form filled in; it may raise the vault's errors, which are then said. Every
    name in here begins with `key`, under which what is typed is kept as well. One that is `lasting`
    is part of its card; another stands on a ground of its own and goes when it is left.
    """

    saved = Signal()
    left = Signal()

    def __init__(
        self,
        session: Session,
        key: str,
        form: FormType,
        keep: Callable[[Any], object],
        standing: Answers,
        *,
        page: str,
        lasting: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{key}_editing")
        self._keep = keep
        context = FormContext(now=session.now)
        self.view = ShortForm(form, context)
        self.view.sheet.call_within(f"{key}_")
        self.view.on_enter(self.save)
        self.keeping = Keeping(self.view, session, page=page, name=key)
        self._back = named(muted(), f"{key}_returned", "Kept for you")
        self._said = named(muted(), f"{key}_said", "What came of it")
        self.view.changed.connect(self._said.clear)
        save = named(primary("Save"), f"{key}_save", f"Save the {key}" if lasting else "Save")
        save.clicked.connect(self.save)
        self._leave = named(plain("Cancel"), f"{key}_cancel", "Cancel")
        self._leave.clicked.connect(self._leave_it)
        foot = line(self._leave, self._said, save)
        foot.setStretch(1, 1)
        rows = column(self._back, self.view, spacing=2 * STEP - 4)
        rows.addLayout(foot)
        self.setLayout(rows)
        self._leave.setVisible(not lasting)
        if not lasting:
            self.setProperty("part", "guidance")
            rows.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        self.show_standing(standing)

    def show_standing(self, standing: Answers) -> None:
        """Show what stands, and over it what was typed and not saved."""
        back = self.keeping.show(standing)
        self._back.setText(back)
        self._back.setVisible(bool(back))

    def begin(self) -> None:
        """Set the cursor to the first question, with all of it in sight where there is room."""
        bring_into_sight(self)
        self.view.begin()

    def save(self) -> None:
        """Keep what is filled in, or go to what is wrong."""
        if not self.view.is_right():
            return
        try:
            self._keep(stripped(filled_in(self.view.form, self.view.answers())))
        except VaultError as error:
            self._said.setText(sentence_of(error))
            return
        self.keeping.settle()
        self._back.hide()
        self._said.setText("Saved, and noted in the log.")
        self.saved.emit()

    def _leave_it(self) -> None:
        self.keeping.discard()
        self.left.emit()


def put_away(owner: QWidget) -> None:
    """Close what is being edited there, and keep what is typed. Raises the vault's errors."""
    for editing in owner.findChildren(Editing):
        editing.keeping.keep()
        editing.hide()
        editing.setParent(None)
        editing.deleteLater()
