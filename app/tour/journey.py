"""A case file played through the windows, from the first run to its last entry."""

from datetime import datetime

from app.domain.kit.form import Answers
from app.practice.casefile import CaseFile, CaseFileMistake, CaseFileStep, is_document
from app.tour.guide import Guide
from app.tour.hand import Hand, NotOffered
from app.ui.handling.form_panel import FormPanel

PASSPHRASE = "practice college harbour velvet seven"  # noqa: S105 opens nothing that lasts


class CaseClock:
    """The time of the case file: set for each entry, a few minutes on for each look."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def __call__(self) -> datetime:
        return self.at


class Journey:
    """One case on its way from the first run to the last entry of its file."""

    def __init__(self, guide: Guide, file: CaseFile, clock: CaseClock) -> None:
        self.guide, self.file, self.clock = guide, file, clock
        self.hand = Hand()

    def look(self, name: str) -> None:
        """Take in what is new on screen. A journey only goes past it; the tour keeps a picture."""

    def keep_document(self, module: str) -> None:
        """Take in the document that was just issued, by the module that makes it."""

    def first_run(self) -> None:
        """Make the casebook."""
        guide, college = self.guide, self.file.college
        guide.settle()
        self.look("first-run-place")
        guide.press("first_next")
        who = {f"first_{name}": text for name, text in college.items()}
        guide.fill(who | {"first_name": self.file.user.name, "first_role": self.file.user.role})
        self.look("first-run-college")
        guide.press("first_next")
        guide.fill({"first_passphrase": PASSPHRASE, "first_again": PASSPHRASE})
        self.look("first-run-passphrase")
        guide.press("first_next")
        self.look("today-empty")

    def play(self) -> None:
        """Record every step of the case file. Raises CaseFileMistake where one cannot be."""
        for step in self.file.steps:
            self.record(step)

    def record(self, step: CaseFileStep) -> None:
        """Do one step as a user would, at its time. Raises CaseFileMistake where it cannot be."""
        self.clock.at = step.recorded
        if is_document(step):
            self._issue(str(step.answers["referral"]))
        else:
            self._fill_in(step)
        case = self.guide.page.case
        assert case
        self.hand.ids[step.id] = case.entries[-1].root

    def open_form(self, step: CaseFileStep) -> FormPanel:
        """Go to the form of a step."""
        if step.corrects:
            return self.guide.correct(self.hand.ids[step.corrects])
        return self.guide.open_form(step.form, self._ids_in(step.answers))

    def _ids_in(self, answers: Answers) -> list[str]:
        return [real for given in answers.values() if (real := self.hand.ids.get(str(given)))]

    def _fill_in(self, step: CaseFileStep) -> None:
        panel = self.open_form(step)
        # The rows of a form may point at rows above them: the draft's id becomes the entry's.
        self.hand.ids.setdefault(step.id, panel.draft)
        try:
            self.hand.fill(panel.view.sheet, step.answers)
            if panel.why:
                self.hand.fill(panel.why.sheet, {"corrects_why": step.corrects_why})
        except NotOffered as mistake:
            raise CaseFileMistake(step.line, mistake.name, str(mistake)) from mistake
        panel.area.verticalScrollBar().setValue(0)
        self.look(f"form-{step.key}")
        before = self.guide.page.case
        self.guide.press("add_to_record")
        if self.guide.page.case is before:
            found = (*panel.view.check(), *(panel.why.check() if panel.why else ()))
            raise CaseFileMistake(step.line, found[0].name, found[0].sentence)

    def _issue(self, referral: str) -> None:
        """Look at the letter of a referral as a draft, and issue it."""
        guide = self.guide
        guide.press("stage_social_care")
        self.look("referral")
        guide.press("step_letter", about=self.hand.ids[referral])
        self.look("letter-draft")
        guide.press("issue")
        self.look("letter-issued")
        self.keep_document("social_care")
        guide.press("back")
