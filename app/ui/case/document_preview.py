"""A document of a case in the preview: made beside the window, issued, and shown again."""

from functools import partial

from PySide6.QtCore import Signal

from app.casework.desk import Desk
from app.casework.documents import (
    Prepared,
    issue,
    issued_again,
    prepare,
    prepare_anew,
    set_on_pages,
)
from app.documents.document import Document
from app.documents.kinds import Offer
from app.domain.case import Case
from app.domain.record import Audience
from app.ui import tasks
from app.ui.case.preview import Preview
from app.vault.errors import VaultError

AFTER_ISSUE = {
    Audience.DSL: "Issued. It is for you alone: keep it as you keep the casebook.",
    Audience.AGENCIES: (
        "Issued. Send it by the authority’s secure route, then record that it was sent."
    ),
}
GIVEN = "Issued. Give or send it to its reader alone, then record that you did."
AS_ISSUED = "Exactly as issued."
OTHERWISE = "Made from the same record, but not the very same file: the issued one is the one sent."


class DocumentPreview(Preview):
    """Shows one document of one case at a time."""

    ready = Signal()
    """A document can be seen."""
    issued = Signal(object)
    """The Case with the entry that a document was issued."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self._prepared: Prepared | None = None
        self.issue.connect(self._issue)

    def draft(self, case: Case, offer: Offer) -> None:
        """Make a document as a draft and show it once it is made."""
        self._make(case, prepare(self._desk, case, offer))

    def draft_anew(self, case: Case | None, number: str) -> None:
        """Make what an issued document would say today, as a draft that would replace it."""
        assert case
        self._make(case, prepare_anew(self._desk, case, number))

    def show_issued(self, case: Case | None, number: str) -> None:
        """Show an issued document, made again from the record as it stood."""
        assert case
        again = issued_again(self._desk, case, number)
        self._show(again.pdf, number, AS_ISSUED if again.same else OTHERWISE)

    def _make(self, case: Case, prepared: Prepared) -> None:
        self._case, self._prepared = case, prepared
        work = partial(set_on_pages, prepared)
        tasks.start(self, work, done=self._show_draft, failed=_report)

    def _show_draft(self, document: Document) -> None:
        assert self._prepared
        content = document.content
        replaces = f" It would take the place of {content.issue.replaces}."
        self.show_document(
            document.pdf,
            title=self._prepared.offer.kind.title,
            words=f"A draft for {content.recipient}. Issuing it adds to the record."
            + replaces * bool(content.issue.replaces),
            name=content.issue.number,
            draft=True,
        )
        self.ready.emit()

    def _issue(self) -> None:
        assert self._case
        assert self._prepared
        offer = self._prepared.offer
        try:
            issued = issue(self._desk, self._case, offer, replaces=self._prepared.replaces)
        except VaultError as error:
            self.notice.say(error.sentence)
            self.notice.show()
            return
        self.issued.emit(issued.case)
        words = AFTER_ISSUE.get(offer.kind.audience, GIVEN)
        self._show(issued.document.pdf, issued.document.content.issue.number, words)

    def _show(self, pdf: bytes, number: str, words: str) -> None:
        self.show_document(pdf, title=number, words=words, name=number, draft=False)
        self.ready.emit()


def _report(error: Exception) -> None:
    raise error
