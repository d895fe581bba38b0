"""Beside the draft of a referral about one child: which other child its reader needs by name."""

from uuid import NAMESPACE_OID, uuid5

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.documents import PreparedPaper, prepare
from app.casework.drafts import FormDraft
from app.casework.recording import seal
from app.casework.session import Session
from app.disclosure.disclosure import named_in
from app.domain.case.case import Case
from app.domain.case.people import PersonInCase
from app.domain.forms.sharing import OtherChildNamed
from app.domain.kit.answers import Role
from app.domain.kit.form import Answers, name_of
from app.domain.kit.record import EntryId
from app.domain.kit.wording import lower
from app.papers.case_words import as_sentence
from app.papers.other_children import others_asked_about
from app.ui.case_papers.issuing import WIDTH
from app.ui.case_parts.context import context_for
from app.ui.drafts.unkept import Unkept
from app.ui.forms.view import FormView
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import STEP, Note, heading, muted, named, plain, primary
from app.vault.errors import VaultError

HIDDEN = "Not named in this letter."


class OtherChildCard(QFrame):
    """One other child: their part, whether the letter names them, and the form that changes it."""

    recorded = Signal(object)
    """The Case with what was said."""

    def __init__(
        self, session: Session, case: Case, referral: EntryId, known: PersonInCase, place: int
    ) -> None:
        """Show one child; `place` counts cards from 1."""
        super().__init__()
        self._session, self._case = session, case
        self._given = {
            name_of(OtherChildNamed.referral): referral,
            name_of(OtherChildNamed.child): known.person.id,
        }
        self._draft = str(uuid5(NAMESPACE_OID, "\n".join((case.id, *self._given.values()))))
        self.setProperty("part", "card")
        self.setObjectName(f"other_{place}")
        name = known.person.name
        self.view = FormView(OtherChildNamed, context_for(session, OtherChildNamed, self._now))
        self.view.lists_problems = False
        self._failed = Note()
        self._failed.hide()
        self._unkept = Unkept(self, self._keep, self._say)
        ask = plain("Say whether the name is needed")
        self.ask = named(ask, f"ask_other_{place}", f"Does this reader need the name of {name}?")
        self.ask.setCheckable(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        for part in (heading(name), muted(_told(case, referral, known)), self.ask):
            rows.addWidget(part)
        self._form = self._form_box(place, name)
        rows.addWidget(self._form)
        self.ask.toggled.connect(self._unfold)
        self._go_on(case, referral)
        self.view.changed.connect(self._unkept.typed)

    def _form_box(self, place: int, name: str) -> QWidget:
        made = QWidget()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        record = named(primary("Record"), f"record_other_{place}", f"Record this of {name}")
        record.clicked.connect(self.record)
        for part in (self.view, self._failed, record):
            rows.addWidget(part)
        made.hide()
        return made

    def _now(self) -> Case:
        return self._case

    def _go_on(self, case: Case, referral: EntryId) -> None:
        """Show what was typed and not recorded yet, or else what was said last."""
        kept = next((one for one in drafts.kept(self._session) if one.id == self._draft), None)
        said = named_in(case, referral).get(self._given[name_of(OtherChildNamed.child)])
        if kept:
            self.view.set_answers(kept.answers)
            self.ask.setChecked(True)
        elif said:
            as_said = {name_of(getattr(OtherChildNamed, one)): getattr(said, one) for one in _SAID}
            self.view.set_answers(self._given | as_said)
        else:
            self.view.set_answers(self._given)

    def _say(self, sentence: str) -> None:
        self._failed.say(sentence, asking=False)
        self._failed.show()

    def _unfold(self, shown: bool) -> None:
        self._form.setVisible(shown)
        if shown:
            self.view.go_to("")

    def record(self) -> None:
        """Seal what was said, or show what is missing."""
        if self.view.check():
            return
        try:
            case = seal(
                self._session,
                OtherChildNamed,
                self.view.answers(),
                case=self._case,
                draft=self._draft,
                entry=drafts.new_draft(),
            )
        except VaultError as error:
            self._say(error.sentence)
            return
        self._unkept.forget()
        self.recorded.emit(case)

    def keep_draft(self) -> None:
        """Keep what is not recorded yet. Raises the vault's errors if it cannot be kept."""
        self._unkept.keep()

    def keep_in_passing(self) -> None:
        """Keep what is not recorded yet. If it cannot be kept, say so on the card."""
        self._unkept.keep_in_passing()

    def _keep(self) -> None:
        answers: Answers = self.view.answers()
        typed = FormDraft(
            id=self._draft,
            form=OtherChildNamed,
            answers=answers,
            raw=self.view.raw_texts(),
            updated=self._session.now(),
            case=self._case.id,
        )
        drafts.keep(self._session, typed)


_SAID = ("named", "knows", "access", "why")


def _told(case: Case, referral: EntryId, known: PersonInCase) -> str:
    """Return the part of a child, and whether the letter names them."""
    roles = as_sentence(
        "; ".join(lower(one.label) for one in known.roles if one is not Role.FAMILY)
    )
    said = named_in(case, referral).get(known.person.id)
    return f"{roles}. {said.named.label if said else HIDDEN}".removeprefix(". ")


class ChildrenPanel(QFrame):
    """Lists the other children of a case beside the draft of a referral about one of them."""

    recorded = Signal(object)
    """The Case with what was said of one of them."""
    changed = Signal(object)
    """The PreparedPaper from that case."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "others", "Other children this reader may need by name")
        self._session = session
        self._draft: PreparedPaper | None = None
        self._cards: list[OtherChildCard] = []
        self._list = Cards("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        advice = muted("A child who is not needed stands in the letter as “Learner A”.")
        for part in (heading("Other children of this case"), advice):
            rows.addWidget(part)
        rows.addWidget(self._list, 1)
        self.setFixedWidth(WIDTH)
        self.hide()

    def ask(self, draft: PreparedPaper) -> None:
        """Show each other child that the reader of a draft may need; nothing if there is none."""
        self.clear()
        self._draft = draft
        case, (_, subject) = draft.case, draft.offer
        if not draft.offer.names_others or subject.entry is None or subject.person is None:
            return
        for place, known in enumerate(others_asked_about(case, subject.person), start=1):
            card = OtherChildCard(self._session, case, subject.entry, known, place)
            card.recorded.connect(self._go_on_with)
            self._cards.append(card)
            self._list.add(card)
        self.setVisible(bool(self._cards))

    def _go_on_with(self, case: Case) -> None:
        assert self._draft
        offer, of = self._draft.offer, self._draft.content.issue
        self.recorded.emit(case)
        self.changed.emit(prepare(self._session, case, offer, of.replaces, meant=of.meant))

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        for card in self._cards:
            card.keep_draft()

    def keep_in_passing(self) -> None:
        """Keep what is typed, before the cards are shown once more."""
        for card in self._cards:
            card.keep_in_passing()

    def clear(self) -> None:
        """Show nothing."""
        self._cards = []
        self._list.clear()
        self.hide()
