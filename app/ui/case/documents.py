"""The documents of a case: what has been issued, and what can be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case, documents_of
from app.domain.moments import write_time
from app.domain.stages.document import DocumentIssued
from app.ui.case.cards import Cards
from app.ui.theme.parts import STEP, column, heading, label, line, muted, plain, small


class Documents(QWidget):
    """One row a document. No file is kept: an issued document is made again, byte for byte."""

    wants_letter = Signal(str)
    wants_issued = Signal(str)
    """The number of an issued document somebody wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self._cards = Cards("Documents")
        self.setLayout(column(self._cards))

    def show_case(self, case: Case) -> None:
        """Show what can be made and what has been issued, the newest first."""
        self._cards.clear()
        for number, referral in enumerate(case.referrals, start=1):
            button = plain("Preview", "file-text")
            button.setObjectName(f"preview_letter_{number}")
            button.clicked.connect(lambda _=False, key=referral.id: self.wants_letter.emit(key))
            words = case.names[referral.id]
            self._cards.add(_row("Letter to children’s social care", words, button))
        issued = documents_of(case)
        if issued:
            self._cards.add(heading("Issued"))
        for document in reversed(issued):
            self._cards.add(self._issued(document))
        if not case.referrals and not issued:
            self._cards.add(
                muted("Nothing can be issued yet. A referral brings its letter with it.")
            )

    def _issued(self, document: DocumentIssued) -> QFrame:
        button = plain("Open", "file-text")
        button.setObjectName(f"open_{document.number}")
        button.setAccessibleName(f"Open {document.number}")
        button.clicked.connect(lambda: self.wants_issued.emit(document.number))
        when = (
            f"{write_time(document.issued_at)} · to {document.recipient} · {document.pages} pages"
        )
        made = _row(f"{document.number} · {document.kind}", when, button)
        layout = made.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(label(document.why))
        layout.addWidget(small(f"Check words: {document.words}"))
        layout.addWidget(small(f"SHA-256 {document.digest}"))
        return made


def _row(title: str, words: str, button: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("part", "card")
    rows = QVBoxLayout(made)
    rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
    rows.setSpacing(6)
    top: QHBoxLayout = line(heading(title), button)
    top.setStretch(0, 1)
    rows.addLayout(top)
    rows.addWidget(muted(words))
    return made
