"""Handling: stages at the left, form or record in the middle, guidance at the right."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.desk import Desk
from app.casework.drafts import Typed
from app.casework.recording import Correction
from app.domain.case import Case
from app.domain.form import Answers, Entry, answers_to_edit
from app.domain.progress import HANDLING, bodies_called_for, progress, stage_now
from app.domain.stage import Stage
from app.domain.stages.ai_made import AiMadeImagery
from app.domain.stages.bodies import BodyReferralOpened
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.conversation import ConversationNotHeld, LearnerConversation
from app.domain.stages.decision import Body, DecisionMade
from app.domain.stages.extortion import DemandsRecorded
from app.domain.stages.note import Note
from app.domain.stages.parents import ParentContact, ParentDecision
from app.domain.stages.person import PeopleNamed
from app.domain.stages.review import InitialReview
from app.domain.stages.risk import RiskAssessed
from app.domain.stages.sharing import InformationShared
from app.domain.stages.social_care import ReferralOpened
from app.domain.stages.support import StaffWelfare, SupportPlan, SupportReview
from app.domain.stages.viewing import ViewingAsked
from app.ui.case.body_panel import BodyPanel
from app.ui.case.context import starting_answers
from app.ui.case.form_panel import FormPanel
from app.ui.case.guidance_card import GuidanceCard
from app.ui.case.referral_panel import ReferralPanel
from app.ui.case.stage_list import StageList
from app.ui.case.stage_record import StageRecord

ANY_TIME = (
    DemandsRecorded,
    AiMadeImagery,
    InformationShared,
    PeopleNamed,
    ViewingAsked,
    Note,
)
"""What may be added at any time, below the stages."""
FORMS_OF: dict[Stage, tuple[type[Entry], ...]] = {
    Stage.CONCERN: (ConcernReceived,),
    Stage.REVIEW: (InitialReview,),
    Stage.CONVERSATION: (LearnerConversation, ConversationNotHeld),
    Stage.PARENTS: (ParentDecision, ParentContact),
    Stage.RISK: (RiskAssessed,),
    Stage.DECISION: (DecisionMade,),
    Stage.SUPPORT: (SupportPlan, SupportReview, StaffWelfare),
}


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
            self.open_form(ConcernReceived)
            return
        self.stages.show_progress(progress(case))
        stage = stage_now(case)
        self.open_stage(stage if stage in HANDLING else Stage.SOCIAL_CARE)

    def open_stage(self, stage: Stage) -> None:
        """Show what is recorded for a stage, or its form where nothing is yet or a draft waits."""
        if stage in _REFERRALS:
            self._show_referrals(stage)
            return
        forms = FORMS_OF[stage]
        waiting = drafts.kept_for(self.desk, self._case_id(), forms[0])
        begun = self.case and any(item.form.stage is stage for item in self.case.current)
        if not self.case or (len(forms) == 1 and (waiting or not begun)):
            self.open_form(forms[0])
            return
        kept = [typed for typed in drafts.kept(self.desk) if typed.case == self.case.id]
        record = StageRecord(self.case, stage, forms, kept)
        record.correct.connect(self.correct)
        record.wants_form.connect(lambda form, about: self.open_form(form, about=about))
        record.wants_draft.connect(self.open_draft)
        self._put(record, stage, stage)

    def open_form(
        self,
        form: type[Entry],
        *,
        about: str | None = None,
        typed: Typed | None = None,
        correction: Correction | None = None,
        given: Answers | None = None,
    ) -> FormPanel:
        """Show a form to fill in, with its draft if there is one, else with what is known."""
        self.keep_draft()
        if typed is None and correction is None and about is None:
            typed = drafts.kept_for(self.desk, self._case_id(), form)
        starting = given or starting_answers(form, self.case, about)
        panel = FormPanel(
            self.desk, form, self.case, given=starting, typed=typed, correction=correction
        )
        panel.recorded.connect(self._recorded)
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
        police = self.case is not None and bodies_called_for(self.case) == (Body.POLICE,)
        self._show_referrals(Stage.POLICE if police else Stage.SOCIAL_CARE)

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

    def _recorded(self, case: Case) -> None:
        self.case = case
        self.recorded.emit(case)

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

    def _show_referrals(self, stage: Stage) -> None:
        if not self.case:
            return
        made, first, shown = _REFERRALS[stage]
        if not made(self.case):
            self.open_form(first)
            return
        panel = shown(self.desk, self.case)
        panel.wants_form.connect(lambda form, about: self.open_form(form, about=about))
        panel.wants_letter.connect(self.wants_letter)
        self._put(panel, stage, None)


_REFERRALS: dict[
    Stage, tuple[Callable[[Case], object], type[Entry], type[ReferralPanel | BodyPanel]]
] = {
    Stage.SOCIAL_CARE: (lambda case: case.referrals, ReferralOpened, ReferralPanel),
    Stage.POLICE: (lambda case: case.body_referrals, BodyReferralOpened, BodyPanel),
}
