"""What a finished document names that nobody has registered, asked about once and together."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.documents import let_others_stand, others_found
from app.casework.drafts import FormDraft
from app.casework.recording import what_is_missing
from app.casework.session import Session
from app.disclosure.leak import Leak
from app.domain.case.case import Case
from app.domain.forms.sharing import OthersLetStand
from app.domain.kit.doubts import AskedOnce, doubts
from app.domain.kit.form import Answers, name_of, questions_of
from app.domain.kit.tone import Tone
from app.papers.kinds import Offer
from app.ui.case_parts.context import context_for
from app.ui.drafts.unkept import Unkept
from app.ui.forms.choices import OneOfEditor
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

ASKED = "Who or what is this?"
ADVICE = (
    "These are registered neither in this case nor as the college’s own. If the reader must not "
    "read them, correct the entry. If they may stand, say so once for all of them."
)
_NAMES, _WHY = name_of(OthersLetStand.names), name_of(OthersLetStand.why)


class OthersCard(QFrame):
    """Everything that was found, from which entry, and one answer for all, kept as a draft."""

    stood = Signal(object)
    """The Case with the entry that lets them stand."""
    correct = Signal(str)
    """The id of the entry to correct."""
    look = Signal(int)
    """The page to show, counted from 1."""
    grown = Signal()
    """The card has become taller."""

    def __init__(
        self, session: Session, case: Case, offer: Offer, leaks: Sequence[Leak], place: int
    ) -> None:
        """Show what was found; `place` counts cards from 1."""
        super().__init__()
        self._session, self._case, self._offer = session, case, offer
        self._leaks = tuple({leak.place: leak for leak in reversed(leaks)}.values())[::-1]
        self._draft = drafts.new_draft()
        self._once = AskedOnce()
        self.setProperty("part", "card")
        self.setObjectName(f"leak_{place}")
        self._fields = self._made_fields()
        self._unkept = Unkept(self, self._keep, lambda why: self._say(_WHY, why))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        head = line(Chip("Not registered", Tone.AMBER))
        head.addStretch(1)
        rows.addLayout(head)
        rows.addWidget(heading(ASKED))
        rows.addWidget(label(ADVICE))
        for at, leak in enumerate(self._leaks, start=1):
            rows.addWidget(self._found(leak, at))
        for field in self._fields.values():
            for part in field.parts():
                rows.addWidget(part)
            field.show(shown=True)
            field.need(needed=True)
        stand = named(primary("They may stand"), "others_stand", "They may stand in it")
        stand.clicked.connect(self.let_them_stand)
        rows.addWidget(stand)
        self.alarm = self._fields[_NAMES].editor.stop
        self._go_on_with_kept()
        for field in self._fields.values():
            field.editor.changed.connect(self._unkept.typed)

    def _found(self, leak: Leak, at: int) -> QWidget:
        """Make the part of one finding: what it is, where, and the ways to it."""
        made, ways = QWidget(), Flow()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(heading(f"“{leak.found}”"))
        rows.addWidget(muted(f"{leak.trace.value.capitalize()}: “{leak.around}”"))
        if leak.page:
            show = named(quiet(f"Page {leak.page}"), f"look_{at}", f"Show it: {leak.found}")
            show.clicked.connect(lambda: self.look.emit(leak.page))
            ways.addWidget(show)
        if entry := leak.entry:
            words = f"Correct the entry: {leak.found}"
            put_right = named(plain("Correct the entry"), f"correct_other_{at}", words)
            put_right.clicked.connect(lambda: self.correct.emit(entry))
            ways.addWidget(put_right)
        rows.addLayout(ways)
        return made

    def _made_fields(self) -> dict[str, Field]:
        context = context_for(self._session, OthersLetStand, lambda: self._case)
        asked = {one.name: one for one in questions_of(OthersLetStand)}
        names, why = asked[_NAMES], asked[_WHY]
        return {
            _NAMES: Field(names, OneOfEditor(names)),
            _WHY: Field(why, WordsEditor(why, context)),
        }

    def _answers(self) -> Answers:
        found = others_found(self._offer, (leak.found for leak in self._leaks))
        typed = {name: field.editor.value() or None for name, field in self._fields.items()}
        return {**found, **typed}

    def _say(self, name: str, sentences: str, *, asking: bool = False) -> None:
        self._fields[name].show_problems({"": sentences} if sentences else {}, asking=asking)

    def let_them_stand(self) -> None:
        """Seal the answer, or show what is missing."""
        answers = self._answers()
        missing = what_is_missing(OthersLetStand, answers, self._session.now(), self._case)
        asked = () if missing else self._once.still_to_ask(doubts(OthersLetStand, answers))
        problems = {one.name: one.sentence for one in missing or asked}
        for name in self._fields:
            self._say(name, problems.get(name, ""), asking=bool(asked))
        if problems:
            first = next((name for name in self._fields if name in problems), _WHY)
            self._fields[first].editor.stop.setFocus()
            return
        try:
            case = let_others_stand(self._session, self._case, answers, draft=self._draft)
        except VaultError as error:
            self._say(_WHY, error.sentence)
            return
        self._unkept.forget()
        self.stood.emit(case)

    def take(self, case: Case) -> None:
        """Store the case as it is now."""
        self._case = case

    # keeping what is typed
    def keep_draft(self) -> None:
        """Keep an answer that is not sealed yet. Raises the vault's errors if it cannot be kept."""
        self._unkept.keep()

    def _keep(self) -> None:
        typed = FormDraft(
            id=self._draft,
            form=OthersLetStand,
            answers=self._answers(),
            updated=self._session.now(),
            case=self._case.id,
        )
        drafts.keep(self._session, typed)

    def _go_on_with_kept(self) -> None:
        mine = {name: it for name, it in self._answers().items() if name not in self._fields}
        for typed in drafts.kept(self._session):
            same = all(typed.answers.get(name) == it for name, it in mine.items())
            if typed.form is OthersLetStand and typed.case == self._case.id and same:
                self._draft = typed.id
                for name, field in self._fields.items():
                    field.editor.set_value(typed.answers.get(name))
                return
