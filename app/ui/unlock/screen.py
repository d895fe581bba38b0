"""The unlock screen: who, their passphrase, and no hint of what the casebook holds."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.casework.desk import Desk
from app.casework.opening import Program, seconds_to_wait, unlock_casebook, users_of
from app.ui import tasks
from app.ui.messages import sentence_of
from app.ui.shell.named import named
from app.ui.theme.parts import STEP, card, column, line, muted, primary, quiet, title
from app.ui.theme.picker import Picker
from app.ui.unlock.field import SecretField, alarm
from app.ui.unlock.middle import Middle
from app.vault.casebook import SlotLabel
from app.vault.errors import VaultError, WrongPassphrase

WIDE = 60 * STEP


class UnlockScreen(QWidget):
    """Asks for a passphrase. `opened` hands over the Desk of the casebook it opens."""

    opened = Signal(object)
    other_asked = Signal()
    new_asked = Signal()

    def __init__(self, program: Program, folder: Path) -> None:
        super().__init__()
        named(self, "unlock", "Unlock the casebook")
        self._program = program
        self._folder = folder
        self._busy = False
        self._users: tuple[SlotLabel, ...] = ()
        self._who = named(Picker(), "unlock_user", "Who you are")
        self._only = muted()
        self._passphrase = SecretField("unlock_passphrase", "Passphrase")
        self._passphrase.line.returnPressed.connect(self.unlock)
        self._wrong = alarm("unlock_wrong")
        self._unlock = named(primary("Unlock", "lock-open"), "unlock_button", "Unlock")
        self._unlock.clicked.connect(self.unlock)
        self._countdown = QTimer(self)
        self._countdown.setInterval(250)
        self._countdown.timeout.connect(self._wait)
        self._lay_out()
        self._ask_for_users()

    def unlock(self) -> None:
        """Try the passphrase in a worker. The field is emptied whatever comes of it."""
        passphrase = self._passphrase.text
        if self._busy or self._wait():
            return
        if not passphrase:
            self._passphrase.say("Type your passphrase.")
            return
        user = self._who.currentData() if len(self._users) > 1 else None
        self._passphrase.line.clear()
        self._passphrase.hide_text()
        self._passphrase.say("")
        self._wrong.hide()
        self._be_busy(True)
        work = partial(unlock_casebook, self._program, self._folder, passphrase, user)
        tasks.start(self, work, done=self._done, failed=self._failed)

    def _done(self, desk: Desk) -> None:
        desk.casebook.adopt()
        self.opened.emit(desk)

    def _failed(self, error: Exception) -> None:
        self._be_busy(False)
        if isinstance(error, WrongPassphrase):
            self._passphrase.say(sentence_of(error))
        else:
            self._say(sentence_of(error))
        self._wait()
        self._passphrase.line.setFocus()

    def _be_busy(self, busy: bool) -> None:
        self._busy = busy
        self._unlock.setText("Opening…" if busy else "Unlock")
        self._unlock.setAccessibleName(self._unlock.text())
        for part in (self._unlock, self._passphrase, self._who):
            part.setEnabled(not busy)

    def _wait(self) -> bool:
        """Count down to the next try, if there is anything to count."""
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
        self._passphrase.setEnabled(bool(self._users))
        self._wait()

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(2 * STEP)
        inside.addWidget(title("DSL Casebook"))
        inside.addWidget(self._only)
        inside.addWidget(self._who)
        inside.addWidget(self._passphrase)
        inside.addWidget(self._wrong)
        inside.addWidget(self._unlock, 0, Qt.AlignmentFlag.AlignRight)
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
        self._passphrase.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._passphrase.line.clear()
        super().keyPressEvent(event)
