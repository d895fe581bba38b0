"""The unlock screen: user and passphrase, and no hint of what the casebook holds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.casework.opening import (
    Accepting,
    Program,
    seconds_to_wait,
    unlock_casebook,
    users_of,
)
from app.casework.session import Session
from app.domain.forms.settings import Unlocking
from app.domain.kit.checks import filled_in
from app.ui.forms import FormContext, ShortForm
from app.ui.unlock.parts import Middle, WarningCard, alarm
from app.ui.widgets import tasks
from app.ui.widgets.messages import sentence_of
from app.ui.widgets.parts import STEP, card, column, line, muted, named, page_title, primary, quiet
from app.ui.widgets.picker import Picker
from app.vault.casebook import SlotLabel
from app.vault.errors import VaultError, Warned, WrongPassphrase

WIDE = 60 * STEP

ONCE = (
    "This casebook was made by an older version and is being brought up to date, once. Leave the "
    "computer on. Should it stop on the way, nothing is lost: unlock again."
)

Opening = Callable[..., Session]
"""Opens the casebook with the passphrase that was typed, `accepting` some warnings or none."""


class UnlockScreen(QWidget):
    """Asks for a passphrase. `opened` carries the Session of the open casebook."""

    opened = Signal(object)
    other_asked = Signal()
    new_asked = Signal()

    def __init__(self, program: Program, folder: Path) -> None:
        super().__init__()
        named(self, "unlock", "Unlock the casebook")
        self._program = program
        self._folder = folder
        self._busy = False
        self._warning: WarningCard | None = None
        self._users: tuple[SlotLabel, ...] = ()
        self._who = named(Picker(), "unlock_user", "Who you are")
        self._only = muted()
        self._view = ShortForm(Unlocking, FormContext(now=program.now))
        self._view.sheet.call_within("unlock_")
        self._view.on_enter(self.unlock)
        self._wrong = alarm("unlock_wrong")
        self._progress = named(muted(), "unlock_progress", "What is being done")
        self._progress.hide()
        self._unlock = named(primary("Unlock", "lock-open"), "unlock_button", "Unlock")
        self._unlock.clicked.connect(self.unlock)
        self._countdown = QTimer(self)
        self._countdown.setInterval(250)
        self._countdown.timeout.connect(self._wait)
        self._lay_out()
        self._ask_for_users()

    def unlock(self) -> None:
        """Try the passphrase in a worker thread. Always empty the field."""
        if self._busy or self._warning or self._wait() or not self._view.is_right():
            return
        passphrase = filled_in(Unlocking, self._view.answers()).passphrase
        user = self._who.currentData() if len(self._users) > 1 else None
        self._view.set_answers({})
        self._wrong.hide()
        self._try(partial(unlock_casebook, self._program, self._folder, passphrase, user), ())

    def _try(self, opening: Opening, accepting: tuple[Accepting, ...]) -> None:
        self._be_busy(True)
        again = partial(self._warned, opening, accepting)
        tell = tasks.teller(self, self._tell)
        work = partial(opening, accepting=accepting, tell=tell)
        tasks.start(self, work, done=self._done, failed=partial(self._failed, again))

    def _tell(self, step: str) -> None:
        """Show the current step where opening takes longer than usual."""
        self._progress.setText(f"{ONCE}\n{step}")
        self._progress.setAccessibleName(self._progress.text())
        self._progress.show()

    def _done(self, session: Session) -> None:
        session.casebook.adopt()
        self.opened.emit(session)

    def _failed(self, again: Callable[[Warned], None], error: Exception) -> None:
        self._be_busy(False)
        if isinstance(error, Warned):
            again(error)
            return
        if isinstance(error, WrongPassphrase):
            self._view.complain("passphrase", sentence_of(error))
        else:
            self._say(sentence_of(error))
        self._wait()
        self._view.begin()

    def _warned(self, opening: Opening, accepting: tuple[Accepting, ...], warning: Warned) -> None:
        """Ask whether to go on. `opening` holds the passphrase until the warning is closed."""
        self._warning = WarningCard(
            warning, self._program.now, go_on="Open, and note why", leave="Do not open"
        )
        self._warning.refused.connect(self._leave_warning)
        self._warning.accepted.connect(
            lambda accepted: self._go_on(opening, (*accepting, accepted))
        )
        self._asked.hide()
        self._below.addWidget(self._warning)
        self._warning.begin()

    def _go_on(self, opening: Opening, accepting: tuple[Accepting, ...]) -> None:
        self._leave_warning()
        self._try(opening, accepting)

    def _leave_warning(self) -> None:
        if self._warning:
            self._warning.hide()
            self._warning.deleteLater()
        self._warning = None
        self._asked.show()
        self._view.begin()

    def _be_busy(self, busy: bool) -> None:
        self._busy = busy
        self._progress.hide()
        self._unlock.setText("Opening…" if busy else "Unlock")
        self._unlock.setAccessibleName(self._unlock.text())
        for part in (self._unlock, self._view, self._who):
            part.setEnabled(not busy)

    def _wait(self) -> bool:
        """Count down to the next try, and return whether the user still has to wait."""
        left = seconds_to_wait(self._folder, self._program.now())
        waiting = left > 0
        if waiting:
            seconds = int(left) + 1
            self._say(f"Wait {seconds} second{'s' * (seconds > 1)} before the next try.")
            self._countdown.start()
        elif self._countdown.isActive():
            self._countdown.stop()
            self._wrong.hide()
        if not self._busy:
            self._unlock.setEnabled(not waiting and bool(self._users))
        return waiting

    def _ask_for_users(self) -> None:
        try:
            self._users = users_of(self._folder)
        except VaultError as error:
            self._say(error.sentence)
        for user in self._users:
            self._who.addItem(", ".join(filter(None, (user.name, user.role))), user.user)
        several = len(self._users) > 1
        self._who.setVisible(several)
        self._only.setVisible(len(self._users) == 1)
        self._only.setText(self._who.itemText(0))
        self._view.setEnabled(bool(self._users))
        self._wait()

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(2 * STEP)
        inside.addWidget(page_title("DSL Casebook"))
        asked = column(
            self._only, self._who, self._view, self._wrong, self._progress, spacing=2 * STEP
        )
        asked.addWidget(self._unlock, 0, Qt.AlignmentFlag.AlignRight)
        self._asked = QWidget()
        self._asked.setLayout(asked)
        self._below = inside
        inside.addWidget(self._asked)
        held = card(inside)
        inside.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        other = named(quiet("Choose another casebook…"), "unlock_other", "Choose another casebook")
        other.clicked.connect(self.other_asked)
        new = named(quiet("Make a new casebook"), "unlock_new", "Make a new casebook")
        new.clicked.connect(self.new_asked)
        links = line(other)
        links.addStretch()
        links.addWidget(new)
        block = column(held)
        block.addLayout(links)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Middle(block, WIDE))

    # Qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._view.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._view.set_answers({})
        super().keyPressEvent(event)
