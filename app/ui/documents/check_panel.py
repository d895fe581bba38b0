"""Check a document: choose a PDF, or type the six words that stand at its foot."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QFileDialog, QFrame, QLineEdit, QVBoxLayout

from app.casework.checking import Checked, Claims, Verdict, check_claims, check_typed, read_claims
from app.casework.desk import Desk
from app.domain.words import HOW_MANY, words
from app.ui import tasks
from app.ui.theme.parts import STEP, Chip, Tone, heading, label, line, muted, plain

_TONES = {
    Verdict.SAME: Tone.GREEN,
    Verdict.ALTERED: Tone.RED,
    Verdict.UNKNOWN: Tone.AMBER,
}


class CheckPanel(QFrame):
    """Says of one file or of six words whether they are what was issued. Changes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("part", "card")
        self.setObjectName("check_panel")
        self.box = QLineEdit()
        self.box.setObjectName("check_words")
        self.box.setAccessibleName("The six check words")
        self.box.setPlaceholderText("The six words at its foot")
        self._known = QStringListModel(self)
        self.box.setCompleter(QCompleter(self._known, self))
        self.box.textEdited.connect(self._complete)
        self.box.returnPressed.connect(self._check_words)
        choose = plain("Choose a PDF…", "file-text")
        choose.setObjectName("check_file")
        choose.setAccessibleName("Choose the PDF to check")
        choose.clicked.connect(self._ask_which)
        check = plain("Check the words")
        check.setObjectName("check_typed")
        check.setAccessibleName("Check the six words")
        check.clicked.connect(self._check_words)
        self.verdict = Chip("", Tone.AMBER)
        self.verdict.setObjectName("check_verdict")
        self.sentence = label()
        self.sentence.setObjectName("check_sentence")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addWidget(heading("Check a document"))
        rows.addWidget(muted("The file is only read, and nothing of it is kept."))
        rows.addLayout(line(choose, self.box, check))
        found = line(self.verdict, self.sentence)
        found.setStretch(1, 1)
        rows.addLayout(found)
        self.verdict.hide()
        self.sentence.hide()

    def check_file(self, path: Path) -> None:
        """Check one file: read beside the window, then looked up."""
        work = partial(read_claims, path)
        tasks.start(self, work, done=self._read, failed=self._failed)

    def _read(self, claims: Claims) -> None:
        self._show(check_claims(self._desk, claims))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OSError | ValueError):
            raise error
        reason = error.strerror if isinstance(error, OSError) else str(error)
        self._say(f"The file was not read: {reason}")

    def _check_words(self) -> None:
        typed = self.box.text().split()
        if len(typed) != HOW_MANY:
            self._say(f"There are six words at the foot of each page; here are {len(typed)}.")
            return
        self._show(check_typed(self._desk, self.box.text()))

    def _show(self, found: Checked) -> None:
        self.verdict.say(found.verdict.label, _TONES[found.verdict])
        self._say(found.sentence)
        self.verdict.show()

    def _say(self, sentence: str) -> None:
        self.verdict.hide()
        self.sentence.setText(sentence)
        self.sentence.show()

    def _complete(self, typed: str) -> None:
        """Offer what the last word may become: each word is known by its first four letters."""
        before, _, last = typed.lower().rpartition(" ")
        fitting = (word for word in words() if len(last) > 1 and word.startswith(last))
        self._known.setStringList([f"{before} {word}".strip() for word in fitting])

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, "Check a document")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.fileSelected.connect(lambda chosen: self.check_file(Path(chosen)))
        dialog.open()
