"""Check a document: choose a PDF, or type the six words printed at its foot."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.casework.checking import (
    Checked,
    Claims,
    Locked,
    NotRead,
    Verdict,
    check_claims,
    check_typed,
    read_claims,
)
from app.casework.session import Session
from app.domain.kit.tone import Tone
from app.domain.kit.words import HOW_MANY, word_list
from app.ui.widgets import tasks
from app.ui.widgets.parts import STEP, Chip, heading, label, line, muted, named, plain

_FROM = 2
"""Number of letters from which a word is completed."""


class CheckWordsBox(QLineEdit):
    """Completes the last word: the first four letters identify each word."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "check_words", "The six check words")
        self.setPlaceholderText("The six words at its foot")
        self._fitting = QStringListModel(self)
        completer = QCompleter(self._fitting, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._complete)

    def _complete(self, typed: str) -> None:
        before, _, last = typed.rpartition(" ")
        begun = last.lower()
        done = len(before.split()) >= HOW_MANY or len(begun) < _FROM or begun in word_list()
        fitting = [] if done else [word for word in word_list() if word.startswith(begun)]
        self._fitting.setStringList([f"{before} {word}" if before else word for word in fitting])


_TONES = {
    Verdict.SAME: Tone.GREEN,
    Verdict.ALTERED: Tone.RED,
    Verdict.UNKNOWN: Tone.AMBER,
}


class CheckPanel(QFrame):
    """Checks whether one file, or six words, match an issued document. Changes nothing."""

    grown = Signal()
    """The panel has become taller."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._path = Path()
        self._tasks = tasks.Newest(self)
        self.setProperty("part", "card")
        self.setObjectName("check_panel")
        self.box = CheckWordsBox()
        self.box.returnPressed.connect(self._check_words)
        self.choose = named(
            plain("Choose a PDF…", "file-text"), "check_file", "Choose the PDF to check"
        )
        self.choose.clicked.connect(self._ask_which)
        self.check = named(plain("Check the words"), "check_typed", "Check the six words")
        self.check.clicked.connect(self._check_words)
        self.verdict = Chip("", Tone.AMBER)
        self.verdict.setObjectName("check_verdict")
        self.sentence = label()
        self.sentence.setObjectName("check_sentence")
        self.locked = self._lock()
        self._lay_out()
        self._clear()

    def _lock(self) -> QWidget:
        """Return the line that asks for a passphrase."""
        says = "The passphrase of the protected PDF"
        self.passphrase = named(QLineEdit(), "check_passphrase", says)
        self.passphrase.setPlaceholderText("Its passphrase")
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self._check_inside)
        inside = named(plain("Check inside", "lock"), "check_inside", "Check what is inside")
        inside.clicked.connect(self._check_inside)
        made = QWidget()
        made.setLayout(line(self.passphrase, inside))
        return made

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addWidget(heading("Check a document"))
        rows.addWidget(muted("The file is only read, and nothing of it is kept."))
        rows.addLayout(line(self.choose, self.box, self.check))
        found = line(self.verdict, self.sentence)
        found.setStretch(1, 1)
        rows.addLayout(found)
        rows.addWidget(self.locked)

    def check_file(self, path: Path, passphrase: str = "") -> None:
        """Check one file: read it in a worker thread, then look it up."""
        self._path = path
        self._say("The file is being read.")
        work = partial(read_claims, path, passphrase)
        self._tasks.start(work, done=self._read, failed=self._failed)

    def _read(self, claims: Claims) -> None:
        try:
            self._show(check_claims(self._session, claims))
        except Locked as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NotRead | Locked):
            raise error
        self._say(error.sentence)
        if isinstance(error, Locked):
            self.locked.show()
            self.grown.emit()
            self.passphrase.setFocus()

    def _check_inside(self) -> None:
        passphrase = self.passphrase.text()
        if passphrase:
            self.check_file(self._path, passphrase)

    def _check_words(self) -> None:
        self._tasks.drop()
        try:
            self._show(check_typed(self._session, self.box.text()))
        except NotRead as error:
            self._say(error.sentence)

    def _show(self, found: Checked) -> None:
        self._say(found.sentence)
        self.verdict.say(found.verdict.label, _TONES[found.verdict])
        self.verdict.show()

    def _say(self, sentence: str) -> None:
        self._clear()
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.sentence.show()
        self.grown.emit()

    def _clear(self) -> None:
        """Hide the outcome, and clear the passphrase."""
        self.passphrase.clear()
        for part in (self.verdict, self.sentence, self.locked):
            part.hide()

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, "Check a document")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(lambda chosen: self.check_file(Path(chosen)))
        dialog.open()
