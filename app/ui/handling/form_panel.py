"""A form being filled in: kept while typed, checked when it is added to the record."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.recording import Correction, corrected_since, seal
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.case.merging import answers_with_one
from app.domain.forms.any_time import WhyCorrected
from app.domain.kit.form import Answers, Form, intro_of
from app.domain.kit.moments import write_clock, write_time
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower
from app.ui.case_parts.contact_card import BeforeContact
from app.ui.case_parts.context import context_for
from app.ui.case_parts.now_known import NowKnown
from app.ui.drafts.unkept import Unkept
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.view import FormView
from app.ui.handling.also_for import ADD, AlsoFor
from app.ui.handling.at_hand import CaseAtHand
from app.ui.handling.which_holds import ASKS, WhichHoldsView
from app.ui.widgets.cards import scrolling
from app.ui.widgets.parts import STEP, Banner, heading, label, line, muted, plain, primary, quiet
from app.vault.errors import VaultError

_AT_ONCE = 4
"""Questions created in one turn of the event loop: few enough that no delay is felt."""


class FormPanel(QFrame):
    """One form of one case. Keeps what is typed in an encrypted draft within a second."""

    recorded = Signal(object)
    """The Case after the form was sealed."""
    grown = Signal(object)
    """The Case after somebody was added to it; the form stays open."""
    discarded = Signal()
    refer_now = Signal()
    wants_note = Signal(str)
    """Asks for the form that notes who knows what: a person's id, or the value of a body."""

    def __init__(
        self,
        session: Session,
        form: type[Form],
        case: Case | None,
        *,
        given: Answers | None = None,
        typed: FormDraft | None = None,
        correction: Correction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Create the panel inside its `parent` at the start, so that a long form is styled once."""
        super().__init__(parent)
        self.session, self.form = session, form
        typed = _as_one(typed, case)
        self.correction = typed.correction if typed else correction
        corrected = self.correction.entry if self.correction else None
        self.at_hand = CaseAtHand(session, form, case, corrected)
        self.at_hand.grown.connect(self.grown)
        self.draft = typed.id if typed else drafts.new_draft()
        self.setProperty("part", "card")
        self.setObjectName("form_panel")
        self.banner = Banner()
        self.banner.setObjectName("sign_banner")
        self.banner.hide()
        self.kept = muted()
        self.kept.setObjectName("draft_kept")
        self.now_known = NowKnown(form)
        self._earlier = ""
        self._unkept = Unkept(self, self._keep, self.kept.setText)
        self._lay_out()
        self._fill(given or {}, typed)
        self._connect()
        self._follow_answers()

    def _lay_out(self) -> None:
        self._body = QWidget()
        self.area = scrolling(self._body)
        head = self._head = QVBoxLayout()
        head.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 0)
        head.setSpacing(12)
        title = f"Correction: {self.form.title}" if self.correction else self.form.title
        head.addWidget(heading(title))
        head.addWidget(muted(intro_of(self.form)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        self._add_questions()
        # created after the questions, so that Tab reaches these widgets after them
        self.discard = plain("Discard draft")
        self.discard.setObjectName("discard_draft")
        self.add = primary(ADD)
        self.add.setObjectName("add_to_record")
        foot = line(self.kept, self.discard, self.add, spacing=12)
        foot.setStretch(0, 1)
        foot.setContentsMargins(3 * STEP, STEP, 3 * STEP, 2 * STEP + 4)
        band = QVBoxLayout()
        band.setContentsMargins(3 * STEP, STEP, 3 * STEP, 0)
        self.disagree = Banner(ASKS)
        self.disagree.setObjectName("disagree_banner")
        self.disagree.hide()
        band.addWidget(self.disagree)
        band.addWidget(self.banner)
        whole.addLayout(band)
        whole.addLayout(foot)

    def _add_questions(self) -> None:
        """Create the questions in their final place: moving a complete form styles it again."""
        session, form, case = self.session, self.form, self.at_hand.case
        own = _root(case, self.correction) or self.draft
        at_hand = self.at_hand
        context = context_for(session, form, at_hand.look, own=own, adding=at_hand.adding)
        self.why = FormView(WhyCorrected, context, parent=self._body) if self.correction else None
        self.before = BeforeContact(form, case, session.now)
        self.before.wants_note.connect(self.wants_note)
        since = corrected_since(case, self.correction)
        self.also = AlsoFor(form, at_hand, self.correction.entry if self.correction else None)
        gates = self.also.held_back
        self.view = FormView(
            form, context, gates, since, self._body, at_once=_AT_ONCE, asks=self.also.asked_about
        )
        at_hand.answers = self.view.answers
        at_hand.grown.connect(self.before.follow)
        at_hand.grown.connect(partial(_renew, self.view))
        inside = self.inside = QVBoxLayout(self._body)
        inside.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        inside.setSpacing(2 * STEP)
        if self.why:
            inside.addWidget(self.why)
        inside.addWidget(self.before)
        inside.addWidget(self.view)
        self.which = WhichHoldsView(context)
        inside.addWidget(self.which)
        inside.addWidget(self.also)
        inside.addStretch(1)

    def _fill(self, given: Answers, typed: FormDraft | None) -> None:
        case = self.at_hand.case
        if typed:
            self.now_known.go_on(case, typed.answers)
        else:
            given = self.now_known.begin(case, given, self.correction)
        self.view.set_answers(typed.answers if typed else given)
        if self.why and self.correction:
            self.why.set_answers({"corrects_why": self.correction.why or None})
        if typed:
            self.view.restore(dict(typed.raw))
            self.which.view.set_answers(typed.held)
            self.kept.setText(_kept_words(typed))
            self._earlier = typed.before
            _add_earlier(self._head, typed.before)
        self._resume = (typed.at, typed.place) if typed else ("", 0)
        self.discard.setVisible(typed is not None or self.correction is not None)

    def offer(self, kept: FormDraft, go_on: Callable[[], object]) -> None:
        """Show that an earlier draft of this form exists, with a button that opens it."""
        button = quiet("Go on with it")
        button.setObjectName("go_on")
        button.clicked.connect(go_on)
        words = muted(f"One you began is kept, {write_time(kept.updated)}.")
        row = line(words, button)
        row.setStretch(0, 1)
        self._head.addLayout(row)

    def begin(self) -> None:
        """Set the cursor where it was when the draft was kept, else in the first question."""
        at, place = self._resume
        self.view.go_to(at, place if at else None)

    def _connect(self) -> None:
        self.view.changed.connect(self._changed)
        if self.why:
            self.why.changed.connect(self._changed)
        self.which.changed.connect(self._changed)
        self.which.view.wants_visible.connect(self.area.reach)
        self.also.says.connect(self.add.setText)
        self.view.wants_visible.connect(self.area.reach)
        self.banner.pressed.connect(self.refer_now)
        self.add.clicked.connect(self.add_to_record)
        self.discard.clicked.connect(self.drop)

    def _changed(self) -> None:
        self._follow_answers()
        self._unkept.typed()

    def _follow_answers(self) -> None:
        """Show which signs they say yes to, whom they name, and what they disagree with."""
        self.before.look(self.view)
        self.now_known.look(self.at_hand.case, self.view)
        found = self.at_hand.disagreements(self.view.answers())
        self.which.show_found(found)
        self.also.follow(self.view.answers())
        self.disagree.setVisible(bool(found))
        by_age = self.at_hand.signs_by_age(self.view.answers())
        signs = tuple(dict.fromkeys((*self.view.signs_said_yes(), *by_age)))
        self.banner.setVisible(self.at_hand.alarmed_by(signs))
        if signs:
            self.banner.say(sign_sentence(signs), "Refer now" if self.at_hand.case else "")

    def typed(self) -> FormDraft:
        """Return what is typed in the form now, as a draft."""
        at, place = self.view.where()
        return FormDraft(
            id=self.draft,
            form=self.form,
            answers=self.view.answers(),
            raw=self.view.raw_texts(),
            updated=self.session.now(),
            case=self.at_hand.case.id if self.at_hand.case else None,
            correction=self._correction(),
            held={name: str(answer) for name, answer in self.which.answers().items()},
            at=at,
            place=place,
            before=self._earlier,
        )

    def keep_draft(self) -> None:
        """Keep what is typed in an encrypted draft, if anything changed since the last time.

        Raises the vault's errors if it cannot be kept; the text is then still in the form.
        """
        self._unkept.keep()

    def _keep(self) -> None:
        typed = self.typed()
        drafts.keep(self.session, typed)
        self.kept.setText(_kept_words(typed))
        self.discard.show()

    def add_to_record(self) -> None:
        """Seal the form, or show what is missing and where."""
        why_missing = self.why.check() if self.why else ()
        if self.view.check() or why_missing or not self.which.complete():
            return
        answers = self.view.answers()
        try:
            case = seal(
                self.session,
                self.form,
                answers,
                case=self.at_hand.case,
                correction=self._correction(),
                draft=self.draft,
                entry=self.draft,
                held=self.which.answers(),
                also=self.also.each(answers),
            )
        except VaultError as error:
            self._unkept.keep_in_passing()
            self.banner.say(error.sentence)
            self.banner.show()
            return
        self.add.setEnabled(False)  # a second press may come before this panel is gone
        self._unkept.forget()
        self.recorded.emit(case)

    def _correction(self) -> Correction | None:
        if not (self.correction and self.why):
            return None
        return Correction(self.correction.entry, str(self.why.answers().get("corrects_why") or ""))

    def drop(self) -> None:
        """Discard the draft, because its writer asked for it."""
        self._unkept.forget()
        drafts.discard(self.session, self.draft)
        self.discarded.emit()


def _root(case: Case | None, correction: Correction | None) -> str:
    """Return the id that other entries use for the corrected entry: its first version's."""
    return case.entry(correction.entry).root if case and correction else ""


def _as_one(typed: FormDraft | None, case: Case | None) -> FormDraft | None:
    """Return a draft with records that were joined since it was kept read as one."""
    if not (typed and case):
        return typed
    return replace(typed, answers=answers_with_one(typed.form, typed.answers, case.same))


def _add_earlier(head: QVBoxLayout, words: str) -> None:
    """Show text typed on an older form that has no question here, so that it can be copied."""
    if words:
        head.addWidget(muted("Typed on an earlier form, and no longer asked:"))
        shown = label(words)
        shown.setObjectName("typed_earlier")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.addWidget(shown)


def _renew(view: FormView, _case: Case) -> None:
    """Offer the people now in the case, wherever a person is asked for."""
    for editor in view.findChildren(PersonEditor):
        editor.renew()


def _kept_words(typed: FormDraft) -> str:
    return f"Draft kept {write_clock(typed.updated)}"


def sign_sentence(signs: tuple[Sign, ...]) -> str:
    """Return a sentence saying which sign is there, and what to do now.

    Somebody’s age or part may raise it, where nobody answered yes.
    """
    first = f"A sign has come up: {lower(signs[0].label)}."
    if Sign.ADULT in signs:
        return (
            f"{first} Tell the police and children’s social care now: 999 in danger, otherwise 101."
        )
    return f"{first} One sign is enough: refer at once, then record your decision and the reason."
