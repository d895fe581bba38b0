"""Above the lines of a draft: whether it is an update of what its reader was told, or new."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.casework.documents import PreparedPaper, prepare, told_of_before
from app.casework.session import Session
from app.domain.forms.sharing import DocumentIssued, LetterMeant
from app.domain.kit.form import name_of, questions_of
from app.domain.kit.moments import day_of, write_day
from app.ui.case_papers.issuing import WIDTH
from app.ui.forms.choices import OneOfEditor
from app.ui.widgets.parts import STEP, label, muted, named


class MeantPanel(QFrame):
    """Asks what a draft is to what its reader was told on an earlier day. The likely is chosen."""

    changed = Signal(object)
    """The PreparedPaper as its writer now says what it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "meant", "Whether this is an update")
        self._session = session
        self._draft: PreparedPaper | None = None
        asked = name_of(DocumentIssued.meant)
        (question,) = (one for one in questions_of(DocumentIssued) if one.name == asked)
        self._editor = OneOfEditor(question)
        self._asked = label("")
        self._editor.changed.connect(self._choose)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        advice = muted("Its title and first words follow it. It is recorded when it is issued.")
        for part in (self._asked, self._editor, advice):
            rows.addWidget(part)
        self.setFixedWidth(WIDTH)
        self.hide()

    @property
    def chosen(self) -> LetterMeant | None:
        """What the draft is to what its reader was told; None for what is likely."""
        said = self._editor.value()
        return said if isinstance(said, LetterMeant) else None

    def ask(self, draft: PreparedPaper) -> None:
        """Ask about a draft, where its reader was told on an earlier day; else show nothing."""
        self._draft = draft
        told = told_of_before(self._session, draft.case, draft.offer)
        if told:
            day = write_day(day_of(told.first.at))
            asked = f"They were told on {day}. Is this an update of that, or a new referral?"
            self._asked.setText(asked)
            named(self._editor.stop, "what_it_is", asked)
            self._editor.blockSignals(True)
            self._editor.set_value(draft.content.issue.meant)
            self._editor.blockSignals(False)
        self.setVisible(told is not None)

    def _choose(self) -> None:
        assert self._draft
        case, offer = self._draft.case, self._draft.offer
        of = self._draft.content.issue
        self.changed.emit(prepare(self._session, case, offer, of.replaces, meant=self.chosen))
