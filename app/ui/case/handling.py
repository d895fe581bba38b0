"""Handling: stages at the left, form or record in the middle, guidance at the right."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.desk import Desk
from app.casework.drafts import Typed
from app.casework.recording import Correction
from app.domain.case import Case, State
from app.domain.form import Answers, Entry, answers_to_edit
from app.domain.progress import progress, stage_now
from app.domain.stage import Stage
from app.domain.stages.close import CaseClosed, CaseReopened, CaseReviewed, Resurfaced
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.decision import DecisionMade
from app.domain.stages.deletion import DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.stages.device import DeviceInstruction, DeviceMoved, DeviceSearched, DeviceTaken
from app.domain.stages.found import SignsFound
from app.domain.stages.late import ClockMissed
from app.domain.stages.note import Note
from app.domain.stages.person import PeopleNamed
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import ReferralOpened
from app.domain.stages.viewing import ViewingAsked, ViewingRecorded
from app.ui.case.context import starting_answers
from app.ui.case.form_panel import FormPanel
from app.ui.case.guidance_card import GuidanceCard
from app.ui.case.referral_panel import ReferralPanel
from app.ui.case.stage_list import StageList
from app.ui.case.stage_panel import StagePanel
from app.ui.case.stage_record import StageRecord

ANY_TIME = (PeopleNamed, SignsFound, ViewingAsked, ClockMissed, Note)
"""What may be added at any time, below the stages."""
FORM_OF: dict[Stage, type[Entry]] = {
    Stage.CONCERN: ConcernReceived,
    Stage.REVIEW: InitialReview,
    Stage.DECISION: DecisionMade,
}
FORMS_OF: dict[Stage, tuple[type[Entry], ...]] = {
    Stage.IMAGERY: (
        DeviceSearched,
        DeviceTaken,
        DeviceInstruction,
        DeviceMoved,
        ViewingRecorded,
        DeletionDecided,
        HoldLifted,
        DeletionConfirmed,
    ),
    Stage.CLOSE: (CaseReviewed, CaseClosed, CaseReopened, Resurfaced),
}
"""The stages with several forms, shown as a panel of them."""
SHOWN = {*FORM_OF, *FORMS_OF, Stage.SOCIAL_CARE}


class Handling(QWidget):
    """What is being done in a case now."""

    recorded = Signal(object)
    """The Case as it is after something was added to it."""
    wants_letter = Signal(str)
    """The id of a referral whose letter is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case: Case | None = None
        self.stages = StageList(ANY_TIME)
        self.stages.chosen.connect(self._chosen)
        self.guidance = GuidanceCard()
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.stages)
        row.addLayout(self._middle, 1)
        row.addWidget(self.guidance)

    def show_case(self, case: Case | None) -> None:
        """Show a case at the stage that waits, or the intake of a new one."""
        self.case = case
        self.stages.setVisible(case is not None)
        if case is None:
            self._begin_concern()
            return
        self.stages.show_progress(progress(case))
        stage = Stage.CLOSE if case.state is State.CLOSED else stage_now(case)
        self.open_stage(stage if stage in SHOWN else Stage.CLOSE)

    def _begin_concern(self) -> None:
        """Begin afresh: somebody else may be at the door. An earlier one is a button away."""
        kept = drafts.kept_for(self.desk, None, ConcernReceived)
        panel = self.open_form(ConcernReceived, fresh=True)
        if kept:
            panel.offer(kept, partial(self.open_form, ConcernReceived, typed=kept))

    def open_stage(self, stage: Stage) -> None:
        """Show what is recorded for a stage, or its form where nothing is yet or a draft waits."""
        if stage is Stage.SOCIAL_CARE:
            self._show_referrals()
            return
        if stage in FORMS_OF and self.case:
            panel = StagePanel(self.case, stage, FORMS_OF[stage])
            panel.wants_form.connect(self.open_form)
            panel.correct.connect(self.correct)
            self._put(panel, stage, None)
            return
        form = FORM_OF[stage]
        draft = drafts.kept_for(self.desk, self._case_id(), form)
        if draft or not self.case or not self.case.all_of(form):
            self.open_form(form)
        else:
            record = StageRecord(self.case, form)
            record.correct.connect(self.correct)
            record.another.connect(partial(self.open_form, form))
            self._put(record, stage, stage)

    def open_form(
        self,
        form: type[Entry],
        *,
        about: str | None = None,
        typed: Typed | None = None,
        correction: Correction | None = None,
        given: Answers | None = None,
        fresh: bool = False,
    ) -> FormPanel:
        """Show a form to fill in, with its draft if there is one, else with what is known."""
        self.keep_draft()
        if not (typed or correction or about or fresh):
            typed = drafts.kept_for(self.desk, self._case_id(), form)
        starting = given or starting_answers(form, self.case, about)
        panel = FormPanel(
            self.desk, form, self.case, given=starting, typed=typed, correction=correction
        )
        panel.recorded.connect(self.recorded)
        panel.discarded.connect(lambda: self.show_case(self.case))
        panel.refer_now.connect(self.refer_now)
        self._put(panel, form.stage, form)
        QTimer.singleShot(0, panel, panel.begin)
        return panel

    def open_draft(self, draft: str) -> None:
        """Go on with a kept draft. One that is gone meanwhile is not missed."""
        typed = next((typed for typed in drafts.kept(self.desk) if typed.id == draft), None)
        if typed:
            self.open_form(typed.form, typed=typed)

    def correct(self, entry: str) -> None:
        """Open a sealed entry again as a correction of itself."""
        if self.case:
            item = self.case.item(entry)
            self.open_form(
                type(item.form), correction=Correction(entry, ""), given=answers_to_edit(item.form)
            )

    def refer_now(self) -> None:
        """Go straight to the referral: to the one there is, or to starting one."""
        self.keep_draft()
        self._show_referrals()

    def keep_draft(self) -> None:
        """Keep what is typed, whatever is shown."""
        panel = self._shown()
        if isinstance(panel, FormPanel):
            panel.keep_draft()

    def _chosen(self, what: object) -> None:
        if isinstance(what, Stage):
            self.keep_draft()
            self.open_stage(what)
        elif isinstance(what, type) and issubclass(what, Entry):
            self.open_form(what)

    def _case_id(self) -> str | None:
        return self.case.id if self.case else None

    @property
    def shows_record(self) -> bool:
        """Whether the middle shows what is recorded for a stage, and not a form."""
        return not isinstance(self._shown(), FormPanel)

    def _shown(self) -> QWidget | None:
        item = self._middle.itemAt(0)
        return item.widget() if item else None

    def _put(self, widget: QWidget, stage: Stage, chosen: object) -> None:
        before = self._shown()
        if before:
            self._middle.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._middle.addWidget(widget)
        self.guidance.show_card(self.desk.cards.get(stage))
        self.stages.choose(chosen if chosen in ANY_TIME else stage)

    def _show_referrals(self) -> None:
        if not self.case:
            return
        if not self.case.referrals:
            self.open_form(ReferralOpened)
            return
        panel = ReferralPanel(self.desk, self.case)
        panel.wants_form.connect(lambda form, about: self.open_form(form, about=about))
        panel.wants_letter.connect(self.wants_letter)
        self._put(panel, Stage.SOCIAL_CARE, None)
