"""The cover page over all open cases: made in a worker thread, logged, then shown."""

from functools import partial

from app.casework.outside_cases import cover_content, note_cover
from app.casework.session import Session
from app.typesetting.document import Document, render_document
from app.ui.paper.preview import Preview
from app.ui.widgets import tasks
from app.vault.errors import VaultError

TITLE = "Cover page for absence"
WORDS = "Nobody is named on it. Give it to whoever covers for you; the log says that it was made."


class CoverPreview(Preview):
    """Shows the cover page as it is now. Nothing is kept: open it again for a newer one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cover")

    def make(self) -> None:
        """Read the open cases, and render the page in a worker thread."""
        self.title.setText(TITLE)
        self.words.setText("The page is being made.")
        for button in (self.issue_button, self.save_button, self.print_button):
            button.hide()
        work = partial(render_document, cover_content(self._session))
        tasks.start(self, work, done=self._show, failed=_report)

    def _show(self, made: Document) -> None:
        try:
            note_cover(self._session, made)
        except VaultError as error:
            self.notice.say(error.sentence)
            self.notice.show()
            return
        name = made.content.issue.number
        self.show_document(made.pdf, title=TITLE, words=WORDS, name=name, draft=False)


def _report(error: Exception) -> None:
    raise error
