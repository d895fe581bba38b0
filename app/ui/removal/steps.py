"""The steps of the wizard: each looks at what was asked before, and asks its own questions."""

from collections.abc import Callable, Iterable, Mapping

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from app.casework.known import exploited_in, known_after, known_of
from app.casework.reading import elsewhere
from app.casework.removal import Removal, nation_of, service_called
from app.domain.answers import ANYONE, Answer
from app.domain.bands import AgeBand
from app.domain.checks import Problem
from app.domain.form import Answers, Row, questions_of, read_answers
from app.domain.holds import holds_on
from app.removal import credentials
from app.removal.flow import cautions
from app.ui.case.cards import scrolling
from app.ui.case.elsewhere import Elsewhere
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView, HeldBack
from app.ui.removal.questions import AdultNow, Agreement, Exceptions, Safety, Sent, WhatToRemove
from app.ui.theme.parts import STEP, Banner, column, heading, line, muted, small

STEPS = ("What is to be removed", "Safety and evidence", "Route of removal", "Words", "Record")
Look = Callable[[], Removal]
"""Gives the removal as far as the wizard has asked by now."""


class Step(QWizardPage):
    """One step: its heading, a sentence, and below it what scrolls. It may hold several forms."""

    changed = Signal()
    place: int
    intro: str

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__()
        self.look, self.context = look, context
        step = f"Step {self.place + 1} of {len(STEPS)}"
        self.setObjectName(f"step_{self.place + 1}")
        self.setAccessibleName(f"{step}: {STEPS[self.place]}")
        self.views: dict[str, FormView] = {}
        self.banner = Banner()
        self.banner.setObjectName(f"banner_{self.place + 1}")
        self.banner.hide()
        self.rows = column(spacing=2 * STEP)
        body = QWidget()
        inside = column(muted(self.intro), self.banner, spacing=2 * STEP)
        inside.setContentsMargins(0, 0, STEP, STEP)
        inside.addLayout(self.rows)
        inside.addStretch(1)
        body.setLayout(inside)
        self.area = scrolling(body)
        top = line(heading(STEPS[self.place]), small(step))
        top.setStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)

    def add_form(self, name: str, form: type[Row], more: HeldBack | None = None) -> FormView:
        """Put a form on the page. No box of it takes a password, a log-in or a PIN."""

        def held_back(answers: Answers) -> tuple[Problem, ...]:
            return (*_secrets(answers), *(more(answers) if more else ()))

        view = FormView(form, self.context, held_back)
        view.changed.connect(self.changed)
        view.wants_visible.connect(self.area.reach)
        self.views[name] = view
        self.rows.addWidget(view)
        return view

    def answers(self) -> dict[str, Answer]:
        """Give the answers of the forms that are asked now."""
        asked = (view for view in self.views.values() if not view.isHidden())
        return {name: answer for view in asked for name, answer in view.answers().items()}

    def kept(self) -> tuple[dict[str, msgspec.Raw], dict[str, dict[str, str]]]:
        """Give answers as JSON and what is not understood, by form, for a draft."""
        answers = {
            name: msgspec.Raw(msgspec.json.encode(view.answers()))
            for name, view in self.views.items()
        }
        return answers, {name: view.raw_texts() for name, view in self.views.items()}

    def restore(
        self, answers: Mapping[str, msgspec.Raw], raw: Mapping[str, dict[str, str]]
    ) -> None:
        """Put back what `kept` gave."""
        for name, view in self.views.items():
            if name in answers:
                view.set_answers(read_answers(view.form, bytes(answers[name])))
                view.restore(raw.get(name, {}))

    def warn(self, sentences: Iterable[str]) -> None:
        """Show sentences in the red band above the questions, or take it away."""
        words = "\n".join(sentences)
        self.banner.say(words)
        self.banner.setVisible(bool(words))
        if words:
            self.area.reach(self.banner)

    def begin_typing(self) -> None:
        """Set the cursor to the first thing that can be used here: the button pressed may be gone.

        Hiding a button, as every step does, makes Qt hand its focus to whatever comes next in the
        window, which is the rail.
        """
        for part in self.findChildren(QWidget):
            can_be_used = part.isVisibleTo(self) and part.isEnabled()
            if can_be_used and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.TabFocusReason)
                break

    @property
    def answered(self) -> bool:
        """Whether nothing that has to be answered here is still open."""
        return all(
            question.name in answers
            for view in self.views.values()
            if not view.isHidden()
            for answers in (view.answers(),)
            for question in questions_of(view.form)
            if question.needed(answers)
        )

    # Qt
    def validatePage(self) -> bool:
        asked = (view for view in self.views.values() if not view.isHidden())
        return not [problem for view in asked for problem in view.check()]


def _secrets(answers: Answers) -> tuple[Problem, ...]:
    return tuple(
        Problem(name, sentence)
        for name, answer in answers.items()
        if isinstance(answer, str) and (sentence := credentials.refusal(answer))
    )


class WhatStep(Step):
    """Who is shown, at which service, which copy, and who can reach it."""

    place = 0
    intro = (
        "One item at one service. What you were told is enough: nobody opens it, looks for it or "
        "photographs it."
    )

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self._followed = ""
        """The copy whose facts were taken over: what is changed after that stays changed."""
        self.view = self.add_form("what", WhatToRemove, self._known_service)
        self.view.changed.connect(self._follow_copy)

    def begin(self, copy: str | None, after: str | None) -> None:
        """Fill in what needs no asking: the only learner shown, the copy, what was asked before."""
        removal = self.look()
        shown = [one for one in self.context.whom(ANYONE) if one.id in self._pictured()]
        answers: dict[str, Answer] = {"learner": shown[0].id} if len(shown) == 1 else {}
        if copy:
            answers["copy"] = copy
        if after:
            answers |= known_after(removal.case, removal.services, after)
        self.view.set_answers(answers)
        self._follow_copy()

    def _pictured(self) -> set[str]:
        people = self.look().case.people
        return {key for key, known in people.items() if "pictured" in known.roles}

    def _follow_copy(self) -> None:
        """Take over what a copy chosen from the ledger says, where nothing is answered yet."""
        answers = self.view.answers()
        removal = self.look()
        copy = removal.case.copies.get(str(answers.get("copy") or ""))
        if copy is None or copy.key == self._followed:
            return
        self._followed = copy.key
        for name, answer in known_of(copy, removal.services).items():
            if not answers.get(name):
                self.view.editor(name).set_value(answer)

    def _known_service(self, answers: Answers) -> tuple[Problem, ...]:
        name = str(answers.get("service") or "")
        if not name or service_called(self.look().services, name):
            return ()
        sentence = "Choose a service from the list. For any other there is “Another website”."
        return (Problem("service", sentence),)


class SafetyStep(Step):
    """Holds, and what decides between the routes. Safety and evidence come first."""

    place = 1
    intro = "Safety and evidence come first. “Not known” is a good answer."

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.elsewhere = Elsewhere()
        self.rows.addWidget(self.elsewhere)
        self.add_form("agreement", Agreement)
        self.add_form("adult", AdultNow)
        self.add_form("safety", Safety)
        self.nation = small()
        self.nation.setObjectName("nation_words")
        self.rows.addWidget(self.nation)
        self.changed.connect(self._tell_nation)

    def _tell_nation(self) -> None:
        """Say whom to call and which law holds where the learner lives."""
        removal = self.look()
        guide = removal.services.in_nation(nation_of(removal.answers))
        self.nation.setText(guide.words if guide else "")

    def begin(self) -> None:
        """Fill in what the case already says."""
        exploited = exploited_in(self.look().case)
        self.views["safety"].set_answers({"exploited": exploited} if exploited else {})

    # Qt
    def initializePage(self) -> None:
        removal = self.look()
        held = bool(holds_on(removal.case))
        self.views["agreement"].setVisible(held)
        self.views["adult"].setVisible(removal.band is AgeBand.ADULT)
        at = removal.situation
        self.warn(cautions(at)[:1] if held and at else ())
        self.elsewhere.look((elsewhere(removal.desk, removal.case, removal.where),))
        self._tell_nation()


class SentStep(Step):
    """What was done, once it was done. A clock of 48 hours begins where the service has one."""

    place = 4
    intro = "Once it is done: who did it, when, and under which reference."

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.add_form("sent", Sent)
        self.add_form("exceptions", Exceptions)

    # Qt
    def initializePage(self) -> None:
        """Ask for reasons only where a hold stands or the same was asked before."""
        removal = self.look()
        self._take_over(removal)
        named = {problem.name for problem in removal.missing()}
        view = self.views["exceptions"]
        view.setVisible(bool({"again", "police_agreed"} & named) or bool(view.answers()))
        self.warn([removal.rung.already] if removal.rung and removal.rung.already else ())

    def _take_over(self, removal: Removal) -> None:
        """Say who makes it, where the route leaves nobody else."""
        ways, view = removal.rung.done_by if removal.rung else (), self.views["sent"]
        if len(ways) == 1 and not view.answers().get("done_by"):
            view.editor("done_by").set_value(ways[0])
