"""Handling: stages on the left, form or record in the middle, guidance on the right."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.kept_wizard import kept_in
from app.casework.recording import Correction
from app.casework.session import Session
from app.casework.setup import addressed_to
from app.domain.case.case import Case, State
from app.domain.case.merging import with_one
from app.domain.case.requests import request_due
from app.domain.forms import forms_at, offered_any_time
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers, Form, name_of
from app.domain.kit.keys import Key
from app.domain.kit.registry import UnreadEntry
from app.domain.kit.stage import HANDLING, Stage
from app.domain.owed.progress import progress, stage_now
from app.domain.owed.references import prefilled_answers
from app.domain.owed.row import TELLING, Owed
from app.domain.owed.table import owed_before_closing, owed_in
from app.ui.case_parts.context import starting_answers
from app.ui.handling.body_panel import BodyPanel
from app.ui.handling.form_panel import FormPanel
from app.ui.handling.guidance_card import GuidanceCard
from app.ui.handling.owed_list import closing_list
from app.ui.handling.referral_panel import ReferralPanel
from app.ui.handling.stage_list import StageList
from app.ui.handling.stage_record import StageRecord
from app.ui.removal.wizard import RemovalPanel, RemovalWizard


class _Middle(QVBoxLayout):
    """The place between stages and guidance. It holds one widget at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def shown(self) -> QWidget | None:
        """The widget shown there now."""
        entry = self.itemAt(0)
        return entry.widget() if entry else None

    def put(self, widget: QWidget) -> None:
        """Show a widget there, and delete the one before."""
        before = self.shown
        if before:
            self.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.addWidget(widget)


class HandlingTab(QWidget):
    """The tab for the current work on a case."""

    recorded = Signal(object)
    """The Case after an entry was added to it."""
    grown = Signal(object)
    """The Case after somebody was added to it from a form that stays open."""
    wants_letter = Signal(str)
    """The id of a referral whose letter to show."""
    wants_case = Signal(str)
    """The id of another case to open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.case: Case | None = None
        self.stages = StageList(offered_any_time())
        self.stages.chosen.connect(self._chosen)
        self.guidance = GuidanceCard()
        self._middle = _Middle()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.stages)
        row.addLayout(self._middle, 1)
        row.addWidget(self.guidance)

    def show_case(self, case: Case | None) -> None:
        """Show a case at its current stage, or the intake form of a new one."""
        self.case = case
        self.stages.setVisible(case is not None)
        if case is None:
            # starts empty, for somebody else may be reporting; an earlier draft is a button away
            kept = drafts.kept_for(self.session, None, ConcernReceived)
            panel = self.open_form(ConcernReceived, fresh=True)
            if kept:
                panel.offer(kept, partial(self.open_form, ConcernReceived, typed=kept))
            return
        table = owed_in(case, self.session.clocks)
        self.stages.show_progress(progress(case, table))
        self.stages.offer(DutyConsidered, yes=case.duty is not None)
        stage = Stage.CLOSE if case.state is State.CLOSED else stage_now(case, table)
        self.open_stage(stage if stage in HANDLING else Stage.CLOSE)

    def open_stage(self, stage: Stage) -> None:
        """Show the record of a stage; its form if there is no entry yet or a draft waits."""
        if stage in _REFERRALS:
            self._show_referrals(stage)
            return
        forms = forms_at(stage)
        waiting = drafts.kept_for(self.session, _id(self.case), forms[0])
        begun = self.case and any(entry.form.stage is stage for entry in self.case.current)
        if not self.case or (len(forms) == 1 and (waiting or not begun)):
            self.open_form(forms[0])
            return
        kept = [typed for typed in drafts.kept(self.session) if typed.case == self.case.id]
        owed = [row for row in owed_in(self.case, self.session.clocks) if row.stage is stage]
        now = self.session.now()
        record = StageRecord(self.case, stage, forms, now=now, owed=owed, kept=kept, parent=self)
        record.correct.connect(self.correct)
        record.wants_form.connect(lambda form, about: self.open_form(form, about=about))
        record.wants_due.connect(self.open_due)
        record.wants_draft.connect(self.open_draft)
        record.wants_removal.connect(self.open_removal)
        self._put(record, stage, stage)

    def open_form(
        self,
        form: type[Form],
        *,
        about: str | None = None,
        typed: FormDraft | None = None,
        correction: Correction | None = None,
        given: Answers | None = None,
        fresh: bool = False,
    ) -> FormPanel:
        """Show a form to fill in: with its draft if there is one, else with what is known."""
        self.keep_draft()
        if not (typed or correction or about or fresh):
            typed = drafts.kept_for(self.session, _id(self.case), form)
            typed = None if typed and kept_in(typed.raw) else typed  # the wizard's own
        starting = given or starting_answers(self.session, form, self.case, about)
        if form is ReferralOpened and self.case:
            child = str(starting.get(name_of(ReferralOpened.child)))
            starting = {
                **addressed_to(self.session, self.case, child),
                **starting,
            }
        panel = FormPanel(
            self.session,
            form,
            self.case,
            given=starting,
            typed=typed,
            correction=correction,
            parent=self,
        )
        panel.recorded.connect(self.recorded)
        panel.grown.connect(self._grow)
        panel.discarded.connect(lambda: self.show_case(self.case))
        panel.refer_now.connect(self.refer_now)
        panel.wants_note.connect(lambda who: self.open_form(KnowledgeNoted, about=who))
        begin = panel.begin
        if form is CaseClosed and self.case:
            rows = owed_before_closing(self.case, self.session.clocks)
            listed = closing_list(self.case, rows, self.session.now())
            listed.wants_form.connect(self.open_due)
            panel.inside.insertWidget(0, listed)
            begin = listed.begin if rows else begin
        self._put(panel, form.stage, form)
        QTimer.singleShot(0, panel, begin)
        return panel

    def _grow(self, case: Case) -> None:
        self.case = case
        self.stages.show_progress(progress(case, owed_in(case, self.session.clocks)))
        self.grown.emit(case)

    def open_due(self, form: type[Form], key: Key | None) -> FormPanel | None:
        """Show the form that settles something due, with the known answers filled in.

        A removal request opens the wizard, after the request whose answer is due.
        """
        if form is RemovalRequested:
            self.open_removal(after=request_due(key) if key else "")
            return None
        known = prefilled_answers(self.case, form, key) if self.case and key else {}
        given = {**starting_answers(self.session, form, self.case, None), **known}
        return self.open_form(form, given=given, fresh=bool(known))

    def open_draft(self, draft: str) -> None:
        """Open a kept draft. Do nothing if it is gone meanwhile."""
        typed = next((typed for typed in drafts.kept(self.session) if typed.id == draft), None)
        if typed and kept_in(typed.raw):
            self.open_removal(typed=typed)
        elif typed:
            self.open_form(typed.form, typed=typed)

    def open_removal(
        self, copy: str = "", after: str = "", *, typed: FormDraft | None = None
    ) -> None:
        """Open the removal wizard: for a copy, by the route after a request, or for anything."""
        if not self.case:
            return
        self.keep_draft()
        wizard = RemovalWizard(self.session, self.case, copy=copy, after=after, typed=typed)
        panel = RemovalPanel(wizard)
        panel.recorded.connect(self.recorded)
        panel.left.connect(lambda: self.open_stage(Stage.CONTAINMENT))
        wizard.wants_case.connect(self.wants_case)
        wizard.grown.connect(self._grow)
        self._put(panel, Stage.CONTAINMENT, Stage.CONTAINMENT)

    def correct(self, entry: str) -> None:
        """Open a sealed entry as the start of its own correction."""
        if self.case and not isinstance(self.case.entry(entry).form, UnreadEntry):
            form = with_one(self.case.entry(entry).form, self.case.same)
            self.open_form(
                type(form), correction=Correction(entry, ""), given=answers_to_edit(form)
            )

    def refer_now(self) -> None:
        """Show the referrals to the body to be told first, or begin the first one to it of a child.

        Where nobody has to be told, social care comes first.
        """
        self.keep_draft()
        owed = owed_in(self.case) if self.case else ()
        called = (row for row in owed if row.weight in TELLING)
        row = min(called, key=lambda row: (row.weight, row.since), default=None)
        if row and row.form in (ReferralOpened, BodyReferralOpened) and not _begun(self.case, row):
            self.open_due(row.form, row.key)
        else:
            self._show_referrals(row.stage if row else Stage.SOCIAL_CARE)

    def keep_draft(self) -> None:
        """Keep what is typed, whatever is shown."""
        panel = self._middle.shown
        if isinstance(panel, FormPanel | RemovalPanel):
            panel.keep_draft()

    def _chosen(self, what: object) -> None:
        if isinstance(what, Stage):
            self.keep_draft()
            self.open_stage(what)
        elif isinstance(what, type) and issubclass(what, Form):
            self.open_form(what)

    @property
    def shows_record(self) -> bool:
        """Whether the middle shows the record of a stage, not a form."""
        return not isinstance(self._middle.shown, FormPanel | RemovalPanel)

    def _put(self, widget: QWidget, stage: Stage, chosen: object) -> None:
        before = self._middle.shown
        focus = cast("QWidget | None", self.window().focusWidget())
        lost = bool(before and focus and before.isAncestorOf(focus))
        self._middle.put(widget)
        own = chosen.rests_on if isinstance(chosen, type) and issubclass(chosen, Form) else ()
        self.guidance.show_card(self.session.cards.get(stage), own)
        self.stages.choose(chosen if chosen in offered_any_time() else stage)
        if lost:  # else the Tab key would start again at the top of the window
            self.stages.take_focus()

    def _show_referrals(self, stage: Stage) -> None:
        if not self.case:
            return
        made, first, shown = _REFERRALS[stage]
        if not made(self.case):
            self.open_form(first)
            return
        panel = shown(self.session, self.case)
        panel.wants_form.connect(lambda form, about: self.open_form(form, about=about))
        panel.wants_letter.connect(self.wants_letter)
        self._put(panel, stage, None)


def _begun(case: Case | None, row: Owed) -> bool:
    """Return whether a referral to the body of a row was begun, about the same child."""
    return case is not None and any(
        one.opened.body in row.key.ids and (not row.about or one.opened.about in {None, *row.about})
        for one in case.body_referrals
    )


def _id(case: Case | None) -> str | None:
    return case.id if case else None


_REFERRALS: dict[
    Stage, tuple[Callable[[Case], object], type[Form], type[ReferralPanel | BodyPanel]]
] = {
    Stage.SOCIAL_CARE: (lambda case: case.referrals, ReferralOpened, ReferralPanel),
    Stage.POLICE: (lambda case: case.body_referrals, BodyReferralOpened, BodyPanel),
}
