"""Beside the draft of a letter: each line that may no longer be so, and how it is now."""

from collections.abc import Sequence
from uuid import NAMESPACE_OID, uuid5

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.casework import drafts
from app.casework.documents import said_now
from app.casework.drafts import FormDraft
from app.casework.recording import seal
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.forms.sharing import HowItIsNow
from app.domain.kit.form import name_of, questions_of
from app.papers.of_its_day import Stale
from app.ui.case_papers.issuing import WIDTH
from app.ui.case_parts.context import context_for
from app.ui.drafts.unkept import Unkept
from app.ui.forms.field import Field
from app.ui.forms.texts import WordsEditor
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import STEP, heading, label, muted, named

_NOW = name_of(HowItIsNow.now)
MOST = 300
"""Letters of a long line that are shown: the page beside it has them all."""


class StaleBox(QFrame):
    """One line of the letter, its day, and a box for how it is now. What is typed is kept."""

    def __init__(self, session: Session, case: Case, stale: Stale, place: int) -> None:
        """Show one line; `place` counts boxes from 1."""
        super().__init__()
        self._session, self._case, self._stale = session, case, stale
        self._draft = str(uuid5(NAMESPACE_OID, "\n".join((case.id, *stale.of, stale.lead))))
        self.setProperty("part", "card")
        self.setObjectName(f"stale_{place}")
        (question,) = (one for one in questions_of(HowItIsNow) if one.name == _NOW)
        self._field = Field(
            question, WordsEditor(question, context_for(session, HowItIsNow, lambda: self._case))
        )
        asked = _asked(case, stale)
        aloud = f"{question.ask.label} {asked}: {stale.words}"
        named(self._field.editor.stop, f"now_{place}", aloud)
        self._unkept = Unkept(self, self._keep, lambda why: self._field.show_problems({"": why}))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        words = stale.words if len(stale.words) <= MOST else f"{stale.words[:MOST]}…"
        for part in (muted(f"{stale.lead} · {asked}"), label(words), *self._field.parts()):
            rows.addWidget(part)
        self._field.show(shown=True)
        if kept := next((one for one in drafts.kept(session) if one.id == self._draft), None):
            self._field.editor.set_value(kept.answers.get(_NOW))
        self._field.editor.changed.connect(self._unkept.typed)

    @property
    def typed(self) -> str:
        """How it is now, as typed; "" for a box left empty."""
        return str(self._field.editor.value() or "")

    def seal(self, case: Case) -> Case:
        """Seal what was typed, and return the case as it is then. Raises the vault's errors."""
        answers = said_now(self._session, self._stale, self.typed)
        self._unkept.forget()
        return seal(
            self._session, HowItIsNow, answers, case=case, draft=self._draft, entry=self._draft
        )

    def keep_draft(self) -> None:
        """Keep what is not sealed yet. Raises the vault's errors if it cannot be kept."""
        self._unkept.keep()

    def keep_in_passing(self) -> None:
        """Keep what is not sealed yet. If it cannot be kept, say so below the box."""
        self._unkept.keep_in_passing()

    def _keep(self) -> None:
        typed = FormDraft(
            id=self._draft,
            form=HowItIsNow,
            answers=said_now(self._session, self._stale, self.typed),
            updated=self._session.now(),
            case=self._case.id,
        )
        drafts.keep(self._session, typed)


def _asked(case: Case, stale: Stale) -> str:
    """Return the question whose answer is of another day: its words may be a mere “No”."""
    of, name = stale.of
    (form,) = (entry.form for entry in case.current if entry.root == of)
    (asked,) = (one.ask.label for one in questions_of(form) if one.name == name)
    return asked


class StalePanel(QFrame):
    """Lists the lines of a draft that are of another day. What is typed is sealed with its issue.

    A box left empty changes nothing: the line stays as it was said, with its day.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "stale", "What the letter tells of another day")
        self._session = session
        self._boxes: list[StaleBox] = []
        self.heading = heading("")
        self._cards = Cards("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        advice = muted(
            "What you write is printed beside it with today’s day, and is recorded when the letter "
            "is issued. An empty box changes nothing. A new danger is recorded in the case first."
        )
        for part in (self.heading, advice):
            rows.addWidget(part)
        rows.addWidget(self._cards, 1)
        self.setFixedWidth(WIDTH)
        self.hide()

    def show_lines(self, case: Case, stale: Sequence[Stale]) -> None:
        """Show each line once with its box; nothing if every line is of today."""
        self.clear()
        for place, line in enumerate(stale, start=1):
            box = StaleBox(self._session, case, line, place)
            self._boxes.append(box)
            self._cards.add(box)
        if stale:
            self._cards.reach(self._boxes[0])
        count = "One line is" if len(stale) == 1 else f"{len(stale)} lines are"
        self.heading.setText(f"{count} of another day")
        self.setVisible(bool(stale))

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        for box in self._boxes:
            box.keep_draft()

    def keep_in_passing(self) -> None:
        """Keep what is typed, before the lines are shown once more."""
        for box in self._boxes:
            box.keep_in_passing()

    def seal(self, case: Case) -> Case:
        """Seal what was typed in each box, and return the case. Raises the vault's errors."""
        for box in [box for box in self._boxes if box.typed]:
            case = box.seal(case)
            self._boxes.remove(box)
        return case

    def clear(self) -> None:
        """Show nothing."""
        self._boxes = []
        self._cards.clear()
        self.hide()
