"""Beside a draft whose reader nobody is to reach: the reason for issuing it all the same."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.casework.documents import PreparedPaper
from app.casework.not_issued import ReasonNeeded
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.doubts import AskedOnce, doubts
from app.domain.kit.form import name_of, questions_of
from app.papers.withheld import against_reaching
from app.ui.case_papers.issuing import WIDTH
from app.ui.case_parts.context import context_for
from app.ui.forms.field import Field
from app.ui.forms.texts import WordsEditor
from app.ui.widgets.parts import STEP, heading, label, muted, named

_WHY = name_of(DocumentIssued.why)


class AgainstPanel(QFrame):
    """Asks why a paper goes to somebody whom nobody is to reach. It is recorded with the issue."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "against", "Nobody is to reach its reader")
        self._draft: PreparedPaper | None = None
        self._asks, self._once = False, AskedOnce()
        (question,) = (one for one in questions_of(DocumentIssued) if one.name == _WHY)
        context = context_for(session, DocumentIssued, self._case)
        self._field = Field(question, WordsEditor(question, context))
        named(self._field.editor.stop, "why_issued", "Reason for issuing it all the same")
        self._said = label("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        advice = muted("Why it goes to them all the same, and whom you told. It is recorded.")
        head = heading("Nobody is to reach its reader")
        for part in (head, self._said, advice, *self._field.parts()):
            rows.addWidget(part)
        self._field.show(shown=True)
        self._field.need(needed=True)
        self.setFixedWidth(WIDTH)
        self.hide()

    def _case(self) -> Case | None:
        return self._draft.case if self._draft else None

    @property
    def typed(self) -> str:
        """The reason, as typed; "" where none is asked for."""
        return str(self._field.editor.value() or "").strip() if self._asks else ""

    def ask(self, draft: PreparedPaper) -> None:
        """Ask about a draft whose reader nobody is to reach; else show nothing."""
        said = against_reaching(draft.case, draft.offer, draft.content.issue.at)
        if not self._draft or draft.offer != self._draft.offer:
            self._field.editor.set_value(None)
            self._once = AskedOnce()
        self._draft, self._asks = draft, bool(said)
        self._said.setText("\n".join(said))
        self._field.show_problems({})
        self.setVisible(self._asks)

    def check(self) -> bool:
        """Return whether a reason is missing or is still to be asked about, and say so there."""
        if not self._asks:
            return False
        asked = self._once.still_to_ask(doubts(DocumentIssued, {_WHY: self.typed}))
        sentence = asked[0].sentence if asked else "" if self.typed else ReasonNeeded.sentence
        self._field.show_problems({"": sentence} if sentence else {}, asking=bool(asked))
        if sentence:
            self._field.editor.stop.setFocus()
        return bool(sentence)

    def clear(self) -> None:
        """Show nothing, and forget what was typed."""
        self._field.editor.set_value(None)
        self._draft, self._asks = None, False
        self.hide()
