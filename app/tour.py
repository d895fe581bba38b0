"""The tour: a practice case played through the real windows, every screen and document kept."""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app import paths
from app.casework.opening import Program, read_program
from app.domain.answers import Answer, Kind
from app.domain.form import Answers, Entry, FormType, form_name, questions_of
from app.domain.progress import HANDLING
from app.domain.stage import Stage
from app.domain.stages.bodies import BodyReferralOpened
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.document import DocumentIssued
from app.domain.stages.person import PersonDetails
from app.domain.stages.social_care import ReferralOpened
from app.practice.casefile import CaseFile, CaseFileMistake, Step, read_case_file
from app.ui import tasks
from app.ui.application import make_application
from app.ui.case.form_panel import FormPanel
from app.ui.case.handling import ANY_TIME, FORMS_OF
from app.ui.case.page import CasePage
from app.ui.entrance import Entrance
from app.ui.theme import Scheme

PASSPHRASE = "practice college harbour velvet seven"  # noqa: S105 opens nothing that lasts
Found = TypeVar("Found", bound=QWidget)
PAGES_TAKE = 400
"""Milliseconds until the pages of a preview are drawn beside the window."""
ROUNDS = 12
"""How often events are let through until nothing moves any more."""
HALF_TYPED = "Ava's mother has phoned to say that"


class TourClock:
    """The time of the case file: set for each entry, a few seconds on for each look."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def __call__(self) -> datetime:
        return self.at


class Guide:
    """Finds its way through the windows by the names of things, as a test would."""

    def __init__(self, program: Program, folder: Path, size: QSize) -> None:
        self.program = program
        self.folder = folder
        self.size = size
        self.entrance = self._enter()

    def _enter(self) -> Entrance:
        entrance = Entrance(self.program, self.folder, leave=_stay, remember=_forget)
        entrance.door.resize(self.size)
        return entrance

    @property
    def shown(self) -> QWidget:
        """The window on screen."""
        window = self.entrance.window
        return window or self.entrance.door

    @property
    def page(self) -> CasePage:
        """The page of the case."""
        return self.find(CasePage, "case_page")

    def find(self, kind: type[Found], name: str) -> Found:
        """Give the widget of this name that can be seen. Raises LookupError when there is none."""
        for widget in self.shown.findChildren(kind, name):
            if widget.isVisibleTo(self.shown):
                return widget
        raise LookupError(name)

    def press(self, name: str) -> None:
        """Press a button and let what follows from it come."""
        self.find(QAbstractButton, name).click()
        self.settle()

    def settle(self) -> None:
        """Let the windows come to rest: a box that grows moves what is around it step by step."""
        tasks.wait()
        for _ in range(ROUNDS):
            QApplication.processEvents()

    def fill(self, names: dict[str, str]) -> None:
        """Type into the fields of the first run or the unlock screen."""
        for name, text in names.items():
            line = self.find(QLineEdit, name)
            line.clear()
            type_into(line, text)

    def leave(self) -> None:
        """Close the casebook that is open, as closing the window does."""
        window = self.entrance.window
        if window:
            window.close()

    def unlock(self) -> None:
        """Come in again after a lock."""
        self.entrance = self._enter()
        self.settle()

    def open_form(self, step: Step, ids: Mapping[str, str]) -> FormPanel:
        """Go to the form of a step, by the buttons a user would press."""
        form = step.form
        if form is not ConcernReceived:
            self.press("tab_handling")
        if step.corrects:
            self.press("tab_chronology")
            self.press(f"correct_{self._seq(ids[step.corrects])}")
        elif form is ConcernReceived:
            self.press("today_new")
        elif form in FORMS_OF.get(form.stage, ()):
            self._begin(form)
        elif form in ANY_TIME:
            self.press(f"add_{form_name(form)}")
        elif form.stage is Stage.POLICE:
            self._tell(step, ids)
        elif form is PersonDetails:
            self.press("tab_people")
            self.press(f"details_{self._place(str(step.answers['person']))}")
        elif form is ReferralOpened:
            self.press("refer_now")
        else:
            self.press("stage_social_care")
            self.press(f"step_{form_name(form)}")
        return self.find(FormPanel, "form_panel")

    def _seq(self, entry: str) -> int:
        assert self.page.case
        return self.page.case.item(entry).sealed.seq

    def _begin(self, form: type[Entry]) -> None:
        """Go to a stage, and from what is recorded there to a fresh form."""
        self.press(f"stage_{form.stage.value}")
        if self.page.handling.shows_record:
            alone = len(FORMS_OF[form.stage]) == 1
            self.press("record_another" if alone else f"record_{form_name(form)}")

    def _tell(self, step: Step, ids: Mapping[str, str]) -> None:
        """Go to the police and other bodies, and there to one of them or to a new one."""
        self.press("stage_police")
        if step.form is BodyReferralOpened:
            if self.page.handling.shows_record:
                self.press("another_body")
            return
        assert self.page.case
        told = [referral.id for referral in self.page.case.body_referrals]
        at = told.index(ids[str(step.answers["referral"])]) + 1
        self.press(f"{form_name(step.form)}_{at}")

    def _place(self, person: str) -> int:
        assert self.page.case
        return list(self.page.case.people).index(person) + 1


def type_into(box: QWidget, text: str) -> None:
    """Type as on a keyboard, one key after the other."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(box, key)


def rest(milliseconds: int) -> None:
    """Let the windows go on by themselves for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _stay() -> None:
    """Take the place of the restart: the tour goes on in the same process."""


def _forget(_folder: Path) -> None:
    """Take the place of remembering: the tour leaves nothing behind."""


class Tour:
    """One run through the windows. Screens are numbered in the order they were seen."""

    def __init__(self, guide: Guide, file: CaseFile, clock: TourClock, out: Path) -> None:
        self.guide, self.file, self.clock, self.out = guide, file, clock, out
        self.seen = 0
        self.ids: dict[str, str] = {}
        """The id each step of the file has got in the casebook."""

    def shot(self, name: str) -> None:
        """Keep what is on screen as a PNG."""
        self.guide.settle()
        if any(view.isVisible() for view in self.guide.shown.findChildren(QPdfView)):
            rest(PAGES_TAKE)
        self.seen += 1
        folder = self.out / "screens"
        folder.mkdir(parents=True, exist_ok=True)
        self.guide.shown.grab().save(str(folder / f"{self.seen:02}-{name}.png"))

    def run(self) -> None:
        """Play the case from the first run to the last entry, and lock in the middle of typing."""
        self.first_run()
        for step in self.file.steps:
            self.clock.at = step.recorded
            if step.form is DocumentIssued:
                self.issue()
            else:
                self.record(step)
        for stage in HANDLING:
            self.guide.press(f"stage_{stage.value}")
            self.shot(f"stage-{stage.value}")
        for tab in ("chronology", "people", "copies", "documents"):
            self.guide.press(f"tab_{tab}")
            self.shot(f"case-{tab}")
        self.lock_in_mid_typing()
        self.guide.press("rail_cases")
        self.shot("cases")

    def first_run(self) -> None:
        """Make the casebook."""
        guide, college = self.guide, self.file.college
        guide.settle()
        self.shot("first-run-place")
        guide.press("first_next")
        who = {f"first_{name}": text for name, text in college.items()}
        guide.fill(who | {"first_name": self.file.user.name, "first_role": self.file.user.role})
        self.shot("first-run-college")
        guide.press("first_next")
        guide.fill({"first_passphrase": PASSPHRASE, "first_again": PASSPHRASE})
        self.shot("first-run-passphrase")
        guide.press("first_next")
        self.shot("today-empty")

    def record(self, step: Step) -> None:
        """Fill in one form and add it to the record."""
        panel = self.guide.open_form(step, self.ids)
        self.ids.setdefault(step.id, panel.draft)
        for name, answer in self._with_real_ids(step.form, step.answers).items():
            panel.view.editor(name).set_value(answer)
        if panel.why:
            panel.why.editor("corrects_why").set_value(step.corrects_why)
        panel.area.verticalScrollBar().setValue(0)
        self.shot(f"form-{step.key}")
        before = self.guide.page.case
        self.guide.press("add_to_record")
        after = self.guide.page.case
        if after and after != before:
            self.ids[step.id] = after.items[-1].root
        else:
            found = (*panel.view.check(), *(panel.why.check() if panel.why else ()))
            raise CaseFileMistake(step.line, found[0].name, found[0].sentence)

    def _with_real_ids(self, form: FormType, answers: Answers) -> dict[str, Answer]:
        """Let answers point at what the casebook has recorded instead of at the file's own ids."""
        real = dict(answers)
        for question in questions_of(form):
            answer = real.get(question.name)
            if question.kind is Kind.ENTRY and answer:
                parts = str(answer).split(":")
                real[question.name] = ":".join(self.ids.get(part, part) for part in parts)
            elif question.row and isinstance(answer, tuple):
                rows = (row for row in answer if isinstance(row, dict))
                real[question.name] = tuple(self._with_real_ids(question.row, row) for row in rows)
        return real

    def issue(self) -> None:
        """Look at the letter as a draft, issue it and keep the PDF."""
        self.guide.press("stage_social_care")
        self.shot("referral")
        self.guide.press("step_letter")
        self.shot("letter-draft")
        self.guide.press("issue")
        self.shot("letter-issued")
        page = self.guide.page
        assert page.case
        folder = self.out / "documents"
        folder.mkdir(parents=True, exist_ok=True)
        page.preview.save(folder / f"{self.file.name}-social_care.pdf")
        self.guide.press("back")

    def lock_in_mid_typing(self) -> None:
        """Lock while a note is being typed, come back, and find it."""
        guide = self.guide
        self.clock.at += timedelta(minutes=5)
        guide.press("tab_handling")
        guide.press("add_note")
        panel = guide.find(FormPanel, "form_panel")
        panel.view.go_to("what")
        box = panel.view.editor("what").spot("")
        type_into(box, HALF_TYPED)
        guide.press("rail_lock")
        guide.unlock()
        self.shot("unlock")
        guide.fill({"unlock_passphrase": PASSPHRASE})
        guide.press("unlock_button")
        self.shot("today")
        guide.press(f"draft_{panel.draft}")
        self.shot("draft-restored")


def run_tour(asked: argparse.Namespace) -> int:
    """Play the tour that was asked for and give the exit code."""
    case = asked.case or paths.resources() / "practice" / "01-passed-on.toml"
    try:
        file = read_case_file(case)
    except (CaseFileMistake, OSError) as mistake:
        sys.stderr.write(f"{case}: {mistake}\n")
        return 2
    make_application(scheme=Scheme[asked.scheme.upper()])
    clock = TourClock(file.steps[0].recorded - timedelta(minutes=20))
    data = read_program(paths.resources())
    program = Program(clock, data.clocks, data.cards, wording=data.wording)
    width, _, height = asked.size.partition("x")
    with tempfile.TemporaryDirectory() as folder:
        guide = Guide(program, Path(folder) / "Casebook", QSize(int(width), int(height)))
        tour = Tour(guide, file, clock, asked.out)
        try:
            tour.run()
        except CaseFileMistake as mistake:
            sys.stderr.write(f"{case}: {mistake}\n")
            return 2
        finally:
            guide.leave()
    screens, documents = (
        len(list((asked.out / kind).glob("*"))) for kind in ("screens", "documents")
    )
    sys.stdout.write(f"{screens} screens and {documents} documents are in {asked.out}.\n")
    return 0
