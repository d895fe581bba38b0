"""The letter of a referral in the preview: made beside the window, issued, and shown again."""

from functools import partial

from PySide6.QtCore import Signal

from app.casework.desk import Desk
from app.casework.letters import (
    Prepared,
    issue_social_care,
    issued_again,
    prepare_social_care,
    set_on_pages,
)
from app.documents.letter import Letter
from app.domain.case import Case
from app.ui import tasks
from app.ui.case.preview import Preview
from app.vault.errors import VaultError

AFTER_ISSUE = "Issued. Send it by the authority’s secure route, then record that it was sent."
AS_ISSUED = "Exactly as issued."
OTHERWISE = "Made from the same record, but not the very same file: the issued one is the one sent."


class LetterPreview(Preview):
    """Shows one letter of one case at a time."""

    ready = Signal()
    """A letter can be seen."""
    issued = Signal(object)
    """The Case with the entry that a letter was issued."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self._prepared: Prepared | None = None
        self.issue.connect(self._issue)

    def draft(self, case: Case, referral: str) -> None:
        """Make the letter of a referral as a draft and show it once it is made."""
        self._case = case
        self._prepared = prepare_social_care(self._desk, case, referral)
        work = partial(set_on_pages, self._prepared)
        tasks.start(self, work, done=self._show_draft, failed=_report)

    def show_issued(self, case: Case, number: str) -> None:
        """Show an issued letter, made again from the record as it stood."""
        again = issued_again(self._desk, case, number)
        self._show(again.pdf, number, AS_ISSUED if again.same else OTHERWISE)

    def _show_draft(self, letter: Letter) -> None:
        assert self._prepared
        self.show_document(
            letter.pdf,
            title="Letter to children’s social care",
            words=f"A draft for {self._prepared.recipient}. Issuing it adds to the record.",
            name=self._prepared.number,
            draft=True,
        )
        self.ready.emit()

    def _issue(self) -> None:
        assert self._case
        assert self._prepared
        try:
            issued = issue_social_care(self._desk, self._case, self._prepared.referral)
        except VaultError as error:
            self.notice.say(error.sentence)
            self.notice.show()
            return
        self.issued.emit(issued.case)
        self._show(issued.letter.pdf, issued.letter.number, AFTER_ISSUE)

    def _show(self, pdf: bytes, number: str, words: str) -> None:
        self.show_document(pdf, title=number, words=words, name=number, draft=False)
        self.ready.emit()


def _report(error: Exception) -> None:
    raise error
