"""The guide: finds its way through the real windows by the names of widgets."""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRegularExpression, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from app.casework.opening import Program
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.form import Answers, Form, form_name
from app.practice.casefile import CaseFile, CaseFileMistake, CaseFileStep, is_document
from app.tour.hand import Hand, NotOffered, type_into
from app.ui.case.page import TABS, CasePage
from app.ui.handling.form_panel import FormPanel
from app.ui.shell.entrance import Entrance
from app.ui.widgets import tasks
from app.ui.widgets.tasks import finish_in

Found = TypeVar("Found", bound=QWidget)
ROUNDS = 12
"""How often to process events until nothing moves any more."""
PATIENCE = 120
"""Seconds that deriving a key may take on a busy machine."""


class Guide:
    """Presses visible buttons, and waits until their effects are complete."""

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
        return self.entrance.window or self.entrance.door

    @property
    def page(self) -> CasePage:
        """The page of the case."""
        return self.find(CasePage, "case_page")

    @property
    def panel(self) -> FormPanel:
        """The form that is open."""
        return self.find(FormPanel, "form_panel")

    def find(self, kind: type[Found], name: str) -> Found:
        """Return the visible widget of this name. Raises LookupError when there is none."""
        for widget in self.shown.findChildren(kind, name):
            if widget.isVisibleTo(self.shown):
                return widget
        raise LookupError(name)

    def press(self, name: str, about: str = "") -> None:
        """Press a button, the one for the id `about` among several, and wait for its effects."""
        if not self._press(re.escape(name), {about}):
            raise LookupError(name)

    def _press(self, pattern: str, meant: set[str]) -> bool:
        """Press the visible button whose name matches this pattern; return whether there is one."""
        ways = [
            button
            for button in self.shown.findChildren(
                QAbstractButton, QRegularExpression(f"^{pattern}$")
            )
            if button.isVisibleTo(self.shown)
        ]
        if ways:
            next((way for way in ways if way.property("about") in meant), ways[0]).click()
            self.settle()
        return bool(ways)

    def settle(self) -> None:
        """Wait until the windows are at rest: a box that grows moves its neighbours step by step.

        This also deletes discarded widgets, as Qt's own loop does.
        """
        tasks.wait(PATIENCE)
        finish_in(self.shown)
        for _ in range(ROUNDS):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def fill(self, names: dict[str, str]) -> None:
        """Type into the fields of the first run or the unlock screen."""
        for name, text in names.items():
            line = self.find(QLineEdit, name)
            line.clear()
            type_into(line, text)

    def leave(self) -> None:
        """Close the open casebook by closing its window."""
        window = self.entrance.window
        if window:
            window.close()

    def unlock(self) -> None:
        """Show the unlock screen again after a lock."""
        self.entrance = self._enter()
        self.settle()

    def correct(self, entry: str) -> FormPanel:
        """Open the correction of an entry from the chronology."""
        assert self.page.case
        self.press("tab_chronology")
        self.press(f"correct_{self.page.case.entry(entry).sealed.seq}")
        return self.panel

    def open_form(self, form: type[Form], about: Iterable[str] = ()) -> FormPanel:
        """Go to a form by the buttons a user would press, anywhere on the page of a case.

        The name of a button that opens a form contains the form's name. Where each person or
        referral has a button, `about` has the id of the right one. Raises LookupError.
        """
        if form is ConcernReceived:
            self.press("today_new")
            return self.panel
        if not self.find(QAbstractButton, "tab_handling").isChecked():
            self.press("tab_handling")
        meant = set(about)
        if not self._open_from_stages(form, meant):
            for tab in TABS:
                self.press(f"tab_{tab.lower()}")
                if self._press(_opening(form), meant):
                    break
            else:
                raise LookupError(form_name(form))
        return self.panel

    def _open_from_stages(self, form: type[Form], meant: set[str]) -> bool:
        """Open a form from the list of stages, or from its own stage; return whether it opened."""
        if self._press(_opening(form), meant):
            return True
        if not self._press(f"stage_{form.stage.value}", set()):
            return False
        handling = self.page.handling
        return (not handling.shows_record and self.panel.form is form) or self._press(
            _opening(form), meant
        )


def _opening(form: type[Form]) -> str:
    """Return the pattern for names of buttons that open a form; "make" is for a document's kind."""
    return rf"((?!make_)[a-z]+_)?{form_name(form)}(_\d+)?"


def _stay() -> None:
    """Replace the restart: the tour goes on in the same process."""


def _forget(_folder: Path) -> None:
    """Replace the remembering of a casebook: the tour leaves nothing behind."""


PASSPHRASE = "practice college harbour velvet seven"  # noqa: S105 opens nothing that lasts


class CaseClock:
    """The clock of a case file: set for each entry, moved on a few minutes for each look."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def __call__(self) -> datetime:
        return self.at


class Journey:
    """One case from the first run to the last entry of its file."""

    def __init__(self, guide: Guide, file: CaseFile, clock: CaseClock) -> None:
        self.guide, self.file, self.clock = guide, file, clock
        self.hand = Hand()

    def look(self, name: str) -> None:
        """Note what is new on screen. A journey does nothing; the tour saves a picture."""

    def keep_document(self, module: str) -> None:
        """Note the document just issued, by the key of its kind. A journey does nothing."""

    def first_run(self) -> None:
        """Create the casebook."""
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
        """Record every step of the case file. Raises CaseFileMistake where that fails."""
        for step in self.file.steps:
            self.record(step)

    def record(self, step: CaseFileStep) -> None:
        """Record one step as a user would, at its time. Raises CaseFileMistake if that fails."""
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
            if found:
                raise CaseFileMistake(step.line, found[0].name, found[0].sentence)
            self.guide.press("add_to_record")  # it was only asked about, once

    def _issue(self, referral: str) -> None:
        """Show the letter of a referral as a draft, and issue it."""
        guide = self.guide
        guide.press("stage_social_care")
        self.look("referral")
        guide.press("step_letter", about=self.hand.ids[referral])
        self.look("letter-draft")
        guide.press("issue")
        self.look("letter-issued")
        self.keep_document("social_care")
        guide.press("back")
