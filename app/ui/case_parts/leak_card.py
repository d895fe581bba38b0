"""One place where a finished document may identify somebody else, and two ways to settle it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.documents import released, waive
from app.casework.drafts import FormDraft
from app.casework.recording import what_is_missing
from app.casework.session import Session
from app.disclosure.leak import Leak
from app.disclosure.traces import Trace
from app.domain.case.case import Case
from app.domain.forms.sharing import LeakReleased
from app.domain.kit.doubts import AskedOnce, doubts
from app.domain.kit.form import Answers, name_of, questions_of
from app.domain.kit.moments import write_time
from app.domain.kit.tone import Tone
from app.domain.kit.wording import with_and
from app.papers.kinds import Offer
from app.ui.case_parts.context import context_for
from app.ui.drafts.unkept import Unkept
from app.ui.forms.field import Field
from app.ui.forms.texts import WordsEditor
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import (
    STEP,
    Chip,
    heading,
    label,
    line,
    muted,
    named,
    plain,
    primary,
    quiet,
)
from app.vault.errors import VaultError

NO_ENTRY = "These words stand in several entries, or in none: the chronology has them all."

_WHY = name_of(LeakReleased.why)


class LeakCard(QFrame):
    """What was found, where, and from which entry. A reason being typed is kept as a draft."""

    stood = Signal(object)
    """The Case with the entry that allows these words."""
    correct = Signal(str)
    """The id of the entry to correct."""
    look = Signal(int)
    """The page to show, counted from 1."""
    grown = Signal()
    """The card has become taller."""

    def __init__(
        self, session: Session, case: Case, offer: Offer, leaks: tuple[Leak, ...], place: int
    ) -> None:
        """Show one leak. `leaks` are all its finds, page by page; `place` counts cards from 1."""
        super().__init__()
        self._session, self._case, self._offer = session, case, offer
        self._leaks, self.leak = leaks, leaks[0]
        self._draft = drafts.new_draft()
        self._once = AskedOnce()
        self.setProperty("part", "card")
        self.setObjectName(f"leak_{place}")
        self._reason = self._reason_field(place)
        self._unkept = Unkept(self, self._keep, lambda why: self._reason.show_problems({"": why}))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        rows.addLayout(self._head(place))
        for part in self._told():
            rows.addWidget(part)
        rows.addLayout(self._ways(place))
        self._why = self._reason_box(place)
        rows.addWidget(self._why)
        self._go_on_with_kept()
        self._reason.editor.changed.connect(self._unkept.typed)

    def _head(self, place: int) -> QHBoxLayout:
        made = line(Chip(self.leak.trace.value.capitalize(), Tone.AMBER))
        made.addStretch(1)
        if page := self.leak.page:
            words = f"Show page {page}"
            show = named(quiet(words), f"look_{place}", f"{words}: {self.leak.found}")
            show.clicked.connect(lambda: self.look.emit(page))
            made.addWidget(show)
        return made

    def _told(self) -> tuple[QWidget, ...]:
        leak = self.leak
        known = self._case.people.get(leak.person or "")
        who = f" It may tell of {known.person.name}." if known else ""
        return (
            heading(f"“{leak.found}”"),
            label(f"{_where(self._leaks)}, in “{leak.around}”.{who}"),
            muted(self._source()),
        )

    def _source(self) -> str:
        if not self.leak.entry:
            return NO_ENTRY
        item = self._case.entry(self.leak.entry)
        when = write_time(item.sealed.happened or item.sealed.recorded)
        return f"From entry {item.sealed.seq}, {item.form.title}, {when}"

    def _ways(self, place: int) -> Flow:
        ways, found = Flow(), self.leak.found
        if (entry := self.leak.entry) and self.leak.trace is not Trace.UNREAD:
            put_right = named(
                plain("Correct the entry"), f"correct_leak_{place}", f"Correct the entry: {found}"
            )
            put_right.clicked.connect(lambda: self.correct.emit(entry))
            ways.addWidget(put_right)
        self.alarm = named(
            plain("It is a false alarm"), f"false_alarm_{place}", f"It is a false alarm: {found}"
        )
        self.alarm.setCheckable(True)
        self.alarm.toggled.connect(self._unfold)
        ways.addWidget(self.alarm)
        return ways

    def _reason_field(self, place: int) -> Field:
        (question,) = (one for one in questions_of(LeakReleased) if one.name == _WHY)
        context = context_for(self._session, LeakReleased, lambda: self._case)
        made = Field(question, WordsEditor(question, context))
        named(made.editor.stop, f"why_{place}", f"{question.ask.label}: {self.leak.found}")
        return made

    def _reason_box(self, place: int) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for part in self._reason.parts():
            rows.addWidget(part)
        self._reason.show(shown=True)
        self._reason.need(needed=True)
        stand = primary("Let it stand")
        named(stand, f"let_stand_{place}", f"Let it stand: {self.leak.found}")
        stand.clicked.connect(self.let_it_stand)
        rows.addWidget(stand)
        made.hide()
        return made

    def _unfold(self, shown: bool) -> None:
        self._why.setVisible(shown)
        if shown:
            self._reason.editor.stop.setFocus()
            self.grown.emit()

    def _answers(self) -> Answers:
        return released(self._offer, self.leak, str(self._reason.editor.value() or ""))

    def let_it_stand(self) -> None:
        """Seal the reason, or show what is missing."""
        answers = self._answers()
        missing = what_is_missing(LeakReleased, answers, self._session.now(), self._case)
        asked = () if missing else self._once.still_to_ask(doubts(LeakReleased, answers))
        sentences = "\n".join(one.sentence for one in missing or asked)
        self._reason.show_problems({"": sentences}, asking=bool(asked))
        if sentences:
            self._reason.editor.stop.setFocus()
            return
        why = str(self._reason.editor.value())
        try:
            case = waive(self._session, self._case, self._offer, self.leak, why, draft=self._draft)
        except VaultError as error:
            self._reason.show_problems({"": error.sentence})
            return
        self._unkept.forget()
        self.stood.emit(case)

    def take(self, case: Case) -> None:
        """Store the case as it is now."""
        self._case = case

    # keeping what is typed
    def keep_draft(self) -> None:
        """Keep a reason that is not sealed yet. Raises the vault's errors if it cannot be kept."""
        self._unkept.keep()

    def _keep(self) -> None:
        typed = FormDraft(
            id=self._draft,
            form=LeakReleased,
            answers=self._answers(),
            updated=self._session.now(),
            case=self._case.id,
        )
        drafts.keep(self._session, typed)

    def _go_on_with_kept(self) -> None:
        mine = self._answers()
        for typed in drafts.kept(self._session):
            same = all(typed.answers.get(name) == it for name, it in mine.items() if name != _WHY)
            if typed.form is LeakReleased and typed.case == self._case.id and same:
                self._draft = typed.id
                self._reason.editor.set_value(typed.answers.get(_WHY))
                self.alarm.setChecked(True)
                return


def _where(leaks: tuple[Leak, ...]) -> str:
    pages = sorted({leak.page for leak in leaks})
    if pages == [0]:
        return "In the document’s title, bookmarks or words read aloud"
    named_pages = [str(page) for page in pages if page]
    return f"{'Pages' if named_pages[1:] else 'Page'} {with_and(named_pages)}"
