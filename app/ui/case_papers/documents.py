"""The documents of a case: those that can be made now, and the register of those issued."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework.session import Session
from app.domain.case.case import Case, documents_of
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.papers.kinds import Offer, offers_for
from app.ui.paper.check_panel import CheckPanel
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import STEP, column, heading, label, line, muted, plain, quiet, small


class DocumentsTab(QWidget):
    """One row for each document. No file is kept: issued ones are rendered again, byte for byte."""

    wants_draft = Signal(object)
    """The Offer of a document to show as a draft."""
    wants_issued = Signal(object, str)
    """The Case and the number of an issued document to show."""
    wants_anew = Signal(object, str)
    """The Case and the number of an issued document to replace."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.check = CheckPanel(session)
        self._cards = Cards("Documents", below=(self.check,))
        self.check.grown.connect(partial(self._cards.reach, self.check))
        self.setLayout(column(self._cards))

    def show_case(self, case: Case) -> None:
        """Show what can be made and what has been issued, the newest first."""
        self._cards.clear()
        self._cards.add(heading("Make a document"))
        places: Counter[str] = Counter()
        for offer in offers_for(case):
            places[offer.kind.key] += 1
            self._cards.add(self._offered(offer, places[offer.kind.key]))
        issued = documents_of(case)
        self._cards.add(heading("Register of documents"))
        newer = {one.replaces: one.number for one in issued if one.replaces}
        for document in reversed(issued):
            replaced = newer.get(document.number, "")
            self._cards.add(self._issued(case, document, replaced))
        if not issued:
            self._cards.add(muted("Nothing has been issued from this case yet."))

    def _offered(self, offer: Offer, place: int) -> QFrame:
        button = plain("Preview", "file-text")
        button.setObjectName(f"make_{offer.kind.key}_{place}")
        button.setAccessibleName(f"Preview: {offer.kind.title}, {offer.subject.words}")
        button.clicked.connect(lambda: self.wants_draft.emit(offer))
        words = f"For {lower(offer.kind.reader)} · {offer.subject.words}"
        return _row(offer.kind.title, words, button)

    def _issued(self, case: Case, document: DocumentIssued, newer: str) -> QFrame:
        button = plain("Open", "file-text")
        button.setObjectName(f"open_{document.number}")
        button.setAccessibleName(f"Open {document.number}")
        button.clicked.connect(lambda: self.wants_issued.emit(case, document.number))
        buttons = [] if newer else [self._anew(case, document.number)]
        pages = f"{document.pages} {'page' if document.pages == '1' else 'pages'}"
        when = f"{write_time(document.issued_at)} · to {document.recipient} · {pages}"
        made = _row(f"{document.number} · {document.kind}", when, *buttons, button)
        layout = made.layout()
        assert isinstance(layout, QVBoxLayout)
        if newer:
            layout.addWidget(label(f"Replaced by {newer}."))
        if document.replaces:
            layout.addWidget(label(f"Takes the place of {document.replaces}."))
        layout.addWidget(label(document.why))
        layout.addWidget(small(f"Check words: {document.words}"))
        layout.addWidget(small(f"SHA-256 {document.digest}"))
        return made

    def _anew(self, case: Case, number: str) -> QWidget:
        made = quiet("Issue again")
        made.setObjectName(f"anew_{number}")
        made.setAccessibleName(f"Issue {number} again as it stands today")
        made.clicked.connect(lambda: self.wants_anew.emit(case, number))
        return made


def _row(title: str, words: str, *buttons: QWidget) -> QFrame:
    made = QFrame()
    made.setProperty("part", "card")
    rows = QVBoxLayout(made)
    rows.setContentsMargins(3 * STEP, STEP + 4, 3 * STEP, STEP + 4)
    rows.setSpacing(6)
    top = line()
    top.addLayout(column(heading(title), muted(words), spacing=2), 1)
    for button in buttons:
        top.addWidget(button)
    rows.addLayout(top)
    return made
