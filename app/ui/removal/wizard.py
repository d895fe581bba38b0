"""The removal wizard: five steps from one item to a request in the record. Back always works."""

from uuid import uuid4

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWizard

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.kept_wizard import KEPT_UNDER, KeptWizard, kept_in
from app.casework.removal import Removal
from app.casework.services import catalogue
from app.casework.session import Session
from app.casework.staff import staff_of
from app.domain.case.ages import began
from app.domain.case.case import Case
from app.domain.case.people import taken_by
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.doubts import far_from
from app.domain.kit.moments import day_of
from app.removal.catalogue import Catalogue, ServiceKind
from app.removal.known import known_at_first
from app.ui.drafts.unkept import Unkept
from app.ui.forms.context import FormContext
from app.ui.removal.route_step import RouteStep
from app.ui.removal.steps import SafetyStep, SentStep, StepPage, WhatStep, WordsStep
from app.ui.widgets.parts import STEP, named, plain, primary
from app.vault.errors import VaultError

_KINDS = QWizard.WizardButton


class RemovalWizard(QWizard):
    """Asks for the removal of one item. Keeps its text in an encrypted draft within a second."""

    recorded = Signal(object)
    """The Case after the request was sealed."""
    left = Signal()
    """The wizard was left; what is typed is kept."""
    discarded = Signal()
    grown = Signal(object)
    """The Case with an entry that lets words of the request stand. The wizard goes on."""
    wants_case = Signal(str)
    """The id of another case that mentions the same place."""

    def __init__(
        self,
        session: Session,
        case: Case,
        *,
        copy: str | None = None,
        after: str | None = None,
        typed: FormDraft | None = None,
    ) -> None:
        """Continue a draft, or start anew: for a copy, or for the route after a request."""
        super().__init__()
        self.session, self.case = session, case
        self.draft = typed.id if typed else drafts.new_draft()
        self.services = catalogue(session)
        self._unkept = Unkept(self, self._keep, self._warn)
        self.setObjectName("removal_wizard")
        self.setAccessibleName("Ask for removal")
        self.setWindowFlags(Qt.WindowType.Widget)  # it is part of the page, as a form is
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        context = _context(session, case, self.services)
        self.steps: tuple[StepPage, ...] = ()
        what, safety = WhatStep(self.removal, context), SafetyStep(self.removal, context)
        self.route = RouteStep(self.removal, context)
        words, sent = WordsStep(self.removal, context), SentStep(self.removal, context)
        self.steps = (what, safety, self.route, words, sent)
        for step in self.steps:
            self.addPage(step)
        words.stood.connect(self._go_on_with)
        self._make_buttons()
        kept = kept_in(typed.raw) if typed else None
        if kept:
            self._restore(kept)
        else:
            mailbox = session.casebook.settings.get("mailbox")
            known = known_at_first(
                case, self.services, mailbox=mailbox, copy=copy or "", after=after or ""
            )
            for step in self.steps:
                step.begin(known)
        for step in self.steps:
            step.changed.connect(self._unkept.typed)
        self.restart()
        safety.elsewhere.wants_case.connect(self.wants_case)
        self._go_on_to(kept.page if kept else self.route.place if after else 0)
        self.currentIdChanged.connect(self._begin_typing)
        self._begin_typing()

    def removal(self) -> Removal:
        """Return the removal as answered so far."""
        answers = {name: one for step in self.steps for name, one in step.answers().items()}
        route = self.route.route
        return Removal(self.session, self.case, self.services, self.draft, answers, route)

    def _make_buttons(self) -> None:
        self.setOption(QWizard.WizardOption.NoCancelButton)
        self.setOption(QWizard.WizardOption.HaveCustomButton1)
        self.setOption(QWizard.WizardOption.HaveCustomButton2)
        made: tuple[tuple[QWizard.WizardButton, QAbstractButton, str], ...] = (
            (_KINDS.CustomButton1, plain("Discard"), "wizard_discard"),
            (_KINDS.CustomButton2, plain("Later"), "wizard_later"),
            (_KINDS.BackButton, plain("Back"), "wizard_back"),
            (_KINDS.NextButton, primary("Next"), "wizard_next"),
            (_KINDS.FinishButton, primary("Add to record"), "wizard_finish"),
        )
        for kind, button, name in made:
            words = button.text()
            self.setButton(kind, named(button, name, words))
            self.setButtonText(kind, words)
        ways = [_KINDS.BackButton, _KINDS.NextButton, _KINDS.FinishButton]
        self.setButtonLayout([_KINDS.CustomButton1, _KINDS.CustomButton2, _KINDS.Stretch, *ways])
        self.customButtonClicked.connect(self._pressed)

    def _pressed(self, which: int) -> None:
        if which == _KINDS.CustomButton2.value:
            self.reject()
            return
        self._unkept.forget()
        drafts.discard(self.session, self.draft)
        self.discarded.emit()

    def _restore(self, kept: KeptWizard) -> None:
        self.route.route = kept.route
        for step in self.steps:
            step.restore(kept.answers, kept.raw)

    def _go_on_to(self, page: int) -> None:
        """Go forward to a step, as long as the steps before it are answered and valid."""
        while (before := self.currentId()) < page and self.steps[before].answered:
            self.next()
            if self.currentId() == before:
                return

    def _go_on_with(self, case: Case) -> None:
        self.case = case
        self.grown.emit(case)

    def _begin_typing(self) -> None:
        """Set the cursor into the current step, once its buttons are placed."""
        step = self.steps[self.currentId()]
        QTimer.singleShot(0, step, step.begin_typing)

    def keep_draft(self) -> None:
        """Keep what is typed, if anything changed. Raises the vault's errors when it cannot be."""
        self._unkept.keep()

    def _keep(self) -> None:
        kept = [step.kept() for step in self.steps]
        state = KeptWizard(
            page=self.currentId(),
            route=self.route.route,
            answers={name: one for answers, _ in kept for name, one in answers.items()},
            raw={name: one for _, raw in kept for name, one in raw.items()},
        )
        typed = FormDraft(
            id=self.draft,
            form=RemovalRequested,
            answers=self.removal().request(),
            raw={KEPT_UNDER: msgspec.json.encode(state).decode()},
            updated=self.session.now(),
            case=self.case.id,
        )
        drafts.keep(self.session, typed)

    def _warn(self, sentence: str) -> None:
        self.steps[self.currentId()].warn([sentence])

    # Qt
    def accept(self) -> None:
        """Seal the request instead of closing: the wizard is part of a page."""
        last, removal = self.steps[-1], self.removal()
        if not last.validatePage():
            return
        if missing := removal.missing():
            last.initializePage()  # answers typed since may require a reason
            last.warn(dict.fromkeys(problem.sentence for problem in missing))
            return
        try:
            case = removal.record()
        except VaultError as error:
            self._unkept.keep_in_passing()
            last.warn([error.sentence])
            return
        self.button(_KINDS.FinishButton).setEnabled(False)  # a second press may be on its way
        self._unkept.forget()
        self.recorded.emit(case)

    def reject(self) -> None:
        """Leave the wizard, by Esc or by Later, and keep what is typed."""
        self._unkept.keep_in_passing()
        self.left.emit()


def _context(session: Session, case: Case, services: Catalogue) -> FormContext:
    """Return the editors' context: people and copies of the case, services of the catalogue."""
    asked = (one for one in services.service if one.kind is not ServiceKind.NATIONAL)
    return FormContext(
        now=session.now,
        far=lambda day: far_from(day, day_of(session.now()), began(case.current)),
        new_id=lambda: str(uuid4()),
        whom=lambda who: taken_by(who, case.people, day_of(session.now())),
        staff=staff_of(session, case),
        references=lambda _refers: tuple((key, case.names[key]) for key in case.copies),
        services=tuple(service.name for service in asked),
        wording=session.wording,
    )


class RemovalPanel(QFrame):
    """Asks for the removal of one item. Keeps what is typed, however the panel is left."""

    recorded = Signal(object)
    """The Case after the request was sealed."""
    left = Signal()

    def __init__(self, wizard: RemovalWizard) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("removal_panel")
        self.wizard = wizard
        self.wizard.recorded.connect(self.recorded)
        self.wizard.left.connect(self.left)
        self.wizard.discarded.connect(self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 2 * STEP + 4, 2 * STEP, STEP)
        rows.addWidget(self.wizard, 1)

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.wizard.keep_draft()
