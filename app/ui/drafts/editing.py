"""A short form below the thing it changes, to save or cancel; what is typed is kept."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.session import Session
from app.domain.forms.settings import stripped
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Answers, FormType
from app.domain.kit.tone import Tone
from app.ui.drafts.keeping import Keeping
from app.ui.forms import FormContext, ShortForm
from app.ui.forms.view import HeldBack
from app.ui.widgets.card_page import Filling
from app.ui.widgets.cards import bring_into_sight
from app.ui.widgets.messages import sentence_of
from app.ui.widgets.parts import STEP, Chip, column, line, muted, named, plain, primary
from app.vault.errors import VaultError


class Editing(QFrame):
    """Edits the form of one setting, contact or limit.

    `keep` stores the filled-in form; if it raises the vault's errors, they are shown. Every object
    name in here begins with `key`, which is also the name of the draft. If `lasting`, the form is a
    fixed part of its card. Otherwise it has its own background and disappears when it is left.
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
        faults: HeldBack | None = None,
    ) -> None:
        """Create it with the values as they stand. `faults` adds problems beyond the form’s own."""
        super().__init__()
        self.setObjectName(f"{key}_editing")
        self._keep = keep
        context = FormContext(now=session.now)
        self.view = ShortForm(form, context, faults)
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
        """Show the saved values, replaced by an unsaved draft if there is one."""
        back = self.keeping.show(standing)
        self._back.setText(back)
        self._back.setVisible(bool(back))

    def begin(self) -> None:
        """Set the cursor to the first question, and scroll to show the whole form if possible."""
        bring_into_sight(self)
        self.view.begin()

    def save(self) -> None:
        """Store the answers, or go to what is wrong."""
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
    """Close the forms being edited in `owner` and keep their text. Raises the vault's errors."""
    for editing in owner.findChildren(Editing):
        editing.keeping.keep()
        editing.hide()
        editing.setParent(None)
        editing.deleteLater()


class _Way(NamedTuple):
    button: QPushButton
    kept: Chip
    edit: Callable[[], Editing]


class Edits(QObject):
    """The edit buttons of a list, by key. The names of their drafts begin with `kind`.

    The newest draft reopens automatically. A chip beside its button marks every other draft.
    """

    def __init__(self, owner: QWidget, layout: QVBoxLayout, session: Session, kind: str) -> None:
        super().__init__(owner)
        self._owner, self._session, self._kind = owner, session, kind
        self._ways: dict[str, _Way] = {}
        self._filling = Filling(owner, layout)
        self._waiting: list[Callable[[], object]] = []

    def fill(self, cards: Iterable[Callable[[], QWidget]], *, back_to: str = "") -> None:
        """Show these cards instead. If `back_to` is a card's key, set the focus to its button.

        Raises the vault's errors when what is typed cannot be kept.
        """
        put_away(self._owner)
        self._ways.clear()
        self._filling.fill(cards, partial(self._filled, back_to))

    def way(self, key: str, button: QPushButton, edit: Callable[[], Editing]) -> Chip:
        """Add the button that edits one key. Return the chip that marks a kept draft."""
        kept = Chip("Typed, not saved", Tone.AMBER)
        kept.setObjectName(f"{self._kind}_{key}_kept")
        kept.hide()
        self._ways[key] = _Way(button, kept, edit)
        button.clicked.connect(partial(self._open, key))
        return kept

    def go_back_to(self, name: str) -> None:
        """Reopen the draft of this name, once its card is there."""
        self.when_filled(partial(self._open, name.removeprefix(f"{self._kind}_")))

    def when_filled(self, then: Callable[[], object]) -> None:
        """Call `then` once every card is there and the layout no longer moves."""
        if self._filling.busy:
            self._waiting.append(then)
        else:
            then()

    def give_back(self) -> None:
        """Show the newest unsaved draft, unless something is being edited."""
        if not self._owner.findChildren(Editing):
            key = next((key for key in self._kept() if key in self._ways), None)
            if key is not None:
                self._ways[key].edit()
        self._mark()

    def _filled(self, back_to: str) -> None:
        if back_to in self._ways:
            self._ways[back_to].button.setFocus()
            self._mark()
        else:
            self.give_back()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _open(self, key: str, _on: bool = False) -> None:
        if key in self._ways:
            put_away(self._owner)
            self._ways[key].edit().begin()
            self._mark()

    def _kept(self) -> list[str]:
        """Return the keys that have a kept draft, the newest first."""
        names = (one.name for one in drafts.asides(self._session))
        start = f"{self._kind}_"
        return [name.removeprefix(start) for name in names if name.startswith(start)]

    def _mark(self) -> None:
        """Mark the button of each draft that waits. An open form needs no mark."""
        kept = set(self._kept())
        edited = {one.objectName() for one in self._owner.findChildren(Editing)}
        for key, way in self._ways.items():
            waits = key in kept and f"{self._kind}_{key}_editing" not in edited
            way.kept.setVisible(waits)
            way.button.setAccessibleDescription(way.kept.text() if waits else "")
