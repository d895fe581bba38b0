"""The page of documents: check one, and see the latest ones issued in any case."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework.checking import Registered, registered
from app.casework.session import Session
from app.domain.kit.moments import write_time
from app.domain.kit.registry import Unread
from app.ui.paper.check_panel import CheckPanel
from app.ui.widgets.card_page import Filling
from app.ui.widgets.cards import Cards
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.page_head import MARGIN
from app.ui.widgets.parts import STEP, heading, label, line, muted, named, page_title, plain


class DocumentsPage(QWidget):
    """Issued documents by number, kind and day. The case page shows who received each."""

    title = "Documents"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        named(self, "documents", "Documents")
        self._session = session
        self._navigation = navigation
        self.check = CheckPanel(session)
        self._cards = Cards("Register of documents", (self.check, heading("Issued last")))
        self.check.grown.connect(partial(self._cards.reach, self.check))
        self._filling = Filling(self, self._cards.rows)
        self.setFocusProxy(self.check.box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        rows.setSpacing(2 * STEP)
        rows.addWidget(page_title("Documents"))
        rows.addWidget(self._cards, 1)

    def refresh(self) -> None:
        """Read the register again."""
        found = registered(self._session)
        nothing = [partial(muted, "Nothing has been issued yet.")]
        self._filling.fill([partial(self._row, one) for one in found] or nothing)

    def keep_draft(self) -> None:
        """Do nothing: nothing typed here belongs to the record."""

    def _row(self, one: Registered) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        if isinstance(one.document, Unread):
            name, says, when = one.document.name, "issued by a newer version", "Read it in its case"
        else:
            issued = one.document
            name, says, when = issued.number, issued.kind, write_time(issued.issued_at)
        button = plain("Open the case")
        button.setObjectName(f"case_of_{name}")
        button.setAccessibleName(f"Open the case of {name}")
        button.clicked.connect(lambda: self._navigation.open_case(one.case))
        top = line(label(f"{name} · {says}"), muted(when), button)
        top.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        top.setStretch(0, 1)
        made.setLayout(top)
        return made
