"""The first run: three short steps that create a casebook and open it."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.casework import opening
from app.casework.opening import Accepting, Program, create_casebook
from app.casework.session import Session
from app.domain.forms.settings import CasebookPlace, ChosenPassphrase, CollegeAndYou, stripped
from app.domain.kit.checks import filled_in
from app.paths import usual_casebook
from app.ui.forms import FormContext
from app.ui.unlock.parts import Middle, WarningCard, alarm
from app.ui.unlock.steps import FirstRunStep, PlaceStep, SecretStep, WhoStep
from app.ui.widgets import tasks
from app.ui.widgets.messages import sentence_of
from app.ui.widgets.parts import (
    STEP,
    card,
    column,
    line,
    muted,
    named,
    page_title,
    plain,
    primary,
    quiet,
)
from app.vault.errors import FolderNotEmpty, ReadOnly, Warned

WIDE = 72 * STEP


class FirstRun(QWidget):
    """Asks for a place, the college, and a passphrase. `opened` carries the Session."""

    opened = Signal(object)
    other_asked = Signal()

    def __init__(self, program: Program, proposed: Path | None = None) -> None:
        super().__init__()
        named(self, "first_run", "Make a casebook")
        self._program = program
        context = FormContext(now=program.now)
        self._place = PlaceStep(context, proposed or usual_casebook())
        self._who = WhoStep(context)
        self._secret = SecretStep(context, self._known)
        self._steps: tuple[FirstRunStep, ...] = (self._place, self._who, self._secret)
        self._at = 0
        self._busy = False
        self._warning: WarningCard | None = None
        self._accepted: list[Accepting] = []
        self._progress = muted()
        self._wrong = alarm("first_wrong")
        self._back = named(plain("Back", "arrow-left"), "first_back", "Back")
        self._back.clicked.connect(self.back)
        self._next = named(primary("Next"), "first_next", "Next")
        self._next.clicked.connect(self.next)
        self._other = named(
            quiet("Open a casebook that is there…"), "first_other", "Open a casebook that is there"
        )
        self._other.clicked.connect(self.other_asked)
        self._lay_out()
        for step in self._steps:
            step.view.on_enter(self.next)
        self._show_step(0)

    def next(self) -> None:
        """Go to the next step, or create the casebook, if this step has no problem."""
        if self._busy:
            return
        if not self._steps[self._at].view.is_right():
            return
        if self._at < len(self._steps) - 1:
            self._show_step(self._at + 1)
        else:
            self._make()

    def _known(self) -> Iterable[str]:
        """Return the answers about the college and its founder, without the role."""
        answers = self._who.view.answers()
        return (str(answer) for name, answer in answers.items() if name != "role")

    def back(self) -> None:
        """Go one step back. Keep the answers."""
        if self._at and not self._busy:
            self._show_step(self._at - 1)

    def _make(self) -> None:
        place = stripped(filled_in(CasebookPlace, self._place.view.answers()))
        who = stripped(filled_in(CollegeAndYou, self._who.view.answers()))
        chosen = filled_in(ChosenPassphrase, self._secret.view.answers())
        first = opening.NewCasebook(
            folder=Path(place.folder).expanduser(),
            passphrase=chosen.passphrase,
            **msgspec.structs.asdict(who),
        )
        self._wrong.hide()
        self._be_busy(True)
        work = partial(create_casebook, self._program, first, tuple(self._accepted))
        tasks.start(self, work, done=self._done, failed=self._failed)

    def _done(self, session: Session) -> None:
        self._secret.clear()
        session.casebook.adopt()
        self.opened.emit(session)

    def _failed(self, error: Exception) -> None:
        self._be_busy(False)
        if isinstance(error, Warned):
            self._warn(error)
        elif isinstance(error, (FolderNotEmpty, ReadOnly)):
            self._show_step(0)
            self._place.view.complain("folder", sentence_of(error))
        else:
            self._wrong.setText(sentence_of(error))
            self._wrong.show()

    def _warn(self, warning: Warned) -> None:
        """Ask whether to create the casebook in spite of a warning, or in another folder."""
        self._warning = WarningCard(
            warning,
            self._program.now,
            go_on="Make it here, and note why",
            leave="Choose another folder",
        )
        self._warning.refused.connect(self._elsewhere)
        self._warning.accepted.connect(self._here)
        self._held.hide()
        self._below.addWidget(self._warning)
        self._warning.begin()

    def _elsewhere(self) -> None:
        self._leave_warning()
        self._show_step(0)

    def _here(self, accepted: Accepting) -> None:
        self._leave_warning()
        self._accepted = [accepted]
        self._make()
        self._accepted = []

    def _leave_warning(self) -> None:
        if self._warning:
            self._warning.hide()
            self._warning.deleteLater()
        self._warning = None
        self._held.show()

    def _be_busy(self, busy: bool) -> None:
        self._busy = busy
        for part in (self._next, self._back, self._asked):
            part.setEnabled(not busy)
        self._name_next()

    def _name_next(self) -> None:
        last = self._at == len(self._steps) - 1
        words = "Make the casebook" if last else "Next"
        self._next.setText("Making the casebook…" if self._busy else words)
        self._next.setAccessibleName(self._next.text())

    def _show_step(self, at: int) -> None:
        self._at = at
        for step in self._steps:
            step.setVisible(step is self._steps[at])
        self._progress.setText(f"Step {at + 1} of {len(self._steps)}")
        self._back.setVisible(at > 0)
        self._other.setVisible(at == 0)
        self._wrong.hide()
        self._name_next()
        self._steps[at].view.begin()

    def _lay_out(self) -> None:
        self._asked = QWidget()
        self._asked.setLayout(column(*self._steps, spacing=0))
        buttons = line(self._other, self._back)
        buttons.addStretch()
        buttons.addWidget(self._next)
        inside = QVBoxLayout()
        inside.setSpacing(2 * STEP)
        inside.addWidget(self._asked)
        inside.addWidget(self._wrong)
        inside.addLayout(buttons)
        self._held = card(inside)
        inside.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        middle = column(page_title("Make a casebook"), self._progress, spacing=2)
        middle.addSpacing(STEP)
        middle.addWidget(self._held)
        self._below = middle
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Middle(middle, WIDE))
