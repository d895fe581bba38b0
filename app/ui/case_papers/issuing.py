"""How a document is issued: made and read again beside the window, then sealed, or refused."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.casework.documents import Overtaken, PreparedPaper, prepare, render, seal_issued
from app.casework.recording import read_case
from app.casework.session import Session
from app.disclosure.leak import LeakFound
from app.typesetting.document import Document
from app.ui.case_papers.leak_panel import LeakPanel
from app.ui.widgets import tasks
from app.vault.errors import VaultError


class Issuing(QObject):
    """Issues one document at a time. One that was left meanwhile is not issued.

    A refused one goes on by itself once each place has been let stand with a reason.
    """

    issued = Signal(object, object)
    """What was prepared, and the Issued document with its case."""
    recorded = Signal(object)
    """The Case with the entry that words found in the document may stand."""
    correct = Signal(str, object)
    """The id of the entry somebody wants to put right, and the Offer that waits for it."""
    said = Signal(str)
    """A sentence: why nothing was issued."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._draft: PreparedPaper | None = None
        self._tasks = tasks.Newest(self)
        self.panel = LeakPanel(session)
        self.panel.changed.connect(self.recorded)
        self.panel.settled.connect(self._go_on)
        self.panel.correct.connect(self._correct)

    def begin(self, draft: PreparedPaper) -> None:
        """Issue what somebody saw as a draft, as the record stands now."""
        self._draft = draft
        self._go_on()

    def stop(self) -> None:
        """Wait for nothing any more, and show no places."""
        self._draft = None
        self._tasks.drop()
        self.panel.clear()

    def _go_on(self) -> None:
        assert self._draft
        case = read_case(self._session, self._draft.case.id)
        offer, replaces = self._draft.offer, self._draft.content.issue.replaces
        final = prepare(self._session, case, offer, replaces, draft=False)
        self._tasks.start(
            partial(render, final),
            done=partial(self._seal, final),
            failed=partial(self._refused, final),
        )

    def _seal(self, final: PreparedPaper, made: Document) -> None:
        try:
            issued = seal_issued(self._session, final, made)
        except (VaultError, Overtaken) as error:
            self.said.emit(error.sentence)
            return
        self.issued.emit(final, issued)

    def _refused(self, final: PreparedPaper, error: Exception) -> None:
        if not isinstance(error, LeakFound):
            raise error
        self.panel.show_leaks(final.case, final.offer, error.leaks)

    def _correct(self, entry: str) -> None:
        assert self._draft
        self.correct.emit(entry, self._draft.offer)
