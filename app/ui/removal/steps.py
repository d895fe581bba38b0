"""The steps of the wizard: each reads the earlier answers, and asks its own questions."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from app.casework.kept_wizard import answers_kept
from app.casework.reading import elsewhere
from app.casework.removal import (
    FOR_A_SERVICE,
    Removal,
    asked_to_keep,
    learner_nation,
    names_told,
)
from app.domain.case.case import Case
from app.domain.forms.routes import WRITTEN
from app.domain.kit.answers import Answer
from app.domain.kit.form import Answers, given, questions_of
from app.removal.flow import cautions
from app.removal.known import known_of_copy, known_of_route
from app.removal.questions import STEPS, Sent, StepForm, WhatToRemove, Wording
from app.ui.case_parts.leak_card import LeakCard
from app.ui.forms.boxes import WordsBox
from app.ui.forms.context import FormContext
from app.ui.forms.view import FormView
from app.ui.removal.elsewhere import Elsewhere
from app.ui.widgets.card_page import empty
from app.ui.widgets.cards import scrolling
from app.ui.widgets.messages import ask_before_copying
from app.ui.widgets.parts import STEP, Banner, column, heading, line, muted, named, plain, small

Look = Callable[[], Removal]
"""Returns the removal as answered so far."""


class StepPage(QWizardPage):
    """One step: its heading, a sentence, and below them its forms, which scroll."""

    changed = Signal()
    place: int

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__()
        self.look, self.context = look, context
        self.step = STEPS[self.place]
        place = f"Step {self.place + 1} of {len(STEPS)}"
        self.setObjectName(f"step_{self.place + 1}")
        self.setAccessibleName(f"{place}: {self.step.title}")
        self.views: dict[str, FormView] = {}
        self.banner = Banner()
        self.banner.setObjectName(f"banner_{self.place + 1}")
        self.banner.hide()
        self.rows = column(spacing=2 * STEP)
        body = QWidget()
        inside = column(muted(self.step.intro), self.banner, spacing=2 * STEP)
        inside.setContentsMargins(0, 0, STEP, STEP)
        inside.addLayout(self.rows)
        inside.addStretch(1)
        body.setLayout(inside)
        self.area = scrolling(body)
        top = line(heading(self.step.title), small(place))
        top.setStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        for form in self.step.forms:
            self._add_form(form)

    def _add_form(self, form: type[StepForm]) -> None:
        view = FormView(form, self.context, lambda given: tuple(form.refused(given, self.look())))
        view.changed.connect(self.changed)
        view.wants_visible.connect(self.area.reach)
        self.views[form.kept_as] = view
        self.rows.addWidget(view)

    def begin(self, known: Answers) -> None:
        """Fill in what needs no asking."""
        for view in self.views.values():
            names = (question.name for question in questions_of(view.form))
            if given := {name: known[name] for name in names if name in known}:
                view.set_answers(given)

    def answers(self) -> dict[str, Answer]:
        """Return the answers of the forms that apply now."""
        asked = (view for view in self.views.values() if not view.isHidden())
        return {name: answer for view in asked for name, answer in view.answers().items()}

    def kept(self) -> tuple[dict[str, msgspec.Raw], dict[str, dict[str, str]]]:
        """Return answers as JSON and texts not understood, by form, for a draft."""
        answers = {
            name: msgspec.Raw(msgspec.json.encode(view.answers()))
            for name, view in self.views.items()
        }
        return answers, {name: view.raw_texts() for name, view in self.views.items()}

    def restore(
        self, answers: Mapping[str, msgspec.Raw], raw: Mapping[str, dict[str, str]]
    ) -> None:
        """Restore what `kept` returned."""
        for form in self.step.forms:
            if form.kept_as in answers:
                view = self.views[form.kept_as]
                view.set_answers(answers_kept(form, bytes(answers[form.kept_as])))
                view.restore(raw.get(form.kept_as, {}))

    def warn(self, sentences: Iterable[str]) -> None:
        """Show sentences in the red band above the questions; hide it if there are none."""
        words = "\n".join(sentences)
        self.banner.say(words)
        self.banner.setVisible(bool(words))
        if words:
            self.area.reach(self.banner)

    def begin_typing(self) -> None:
        """Focus the first usable widget here: the button that was pressed may be gone.

        Every step hides buttons. Qt then moves the focus to the window's next widget, the rail.
        """
        for part in self.findChildren(QWidget):
            can_be_used = part.isVisibleTo(self) and part.isEnabled()
            if can_be_used and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.TabFocusReason)
                break

    @property
    def answered(self) -> bool:
        """Whether every required question here is answered."""
        return all(
            question.name in answers
            for view in self.views.values()
            if not view.isHidden()
            for answers in (view.answers(),)
            for question in questions_of(view.form)
            if question.needed(answers)
        )

    # Qt
    def initializePage(self) -> None:
        """Show the forms that apply to the answers so far."""
        at = self.look()
        for form in self.step.forms:
            self.views[form.kept_as].setVisible(form.asked(at))

    def validatePage(self) -> bool:
        asked = (view for view in self.views.values() if not view.isHidden())
        return not [problem for view in asked for problem in view.check()]


class WhatStep(StepPage):
    """Who is shown, on which service, which copy, and who can reach it."""

    place = 0

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self._followed = ""
        """The copy whose facts were filled in already: later changes by the user are kept."""
        (self.view,) = self.views.values()
        self.view.changed.connect(self._follow_copy)

    def begin(self, known: Answers) -> None:
        """Fill in what needs no asking, and what is known of the copy."""
        super().begin(known)
        self._follow_copy()

    def _follow_copy(self) -> None:
        """Fill in what is known of the copy chosen from the ledger, where no answer is given."""
        answers = self.view.answers()
        removal = self.look()
        chosen = given(answers, WhatToRemove.copy)
        copy = removal.case.copies.get(chosen or "")
        if copy is None or copy.key == self._followed:
            return
        self._followed = copy.key
        for name, answer in known_of_copy(copy, removal.services).items():
            if not answers.get(name):
                self.view.editor(name).set_value(answer)


class SafetyStep(StepPage):
    """Holds, and the facts that decide between the routes. Safety and evidence come first."""

    place = 1

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.elsewhere = Elsewhere()
        self.rows.insertWidget(0, self.elsewhere)
        self.nation = small()
        self.nation.setObjectName("nation_words")
        self.rows.addWidget(self.nation)
        self.changed.connect(self._tell_nation)

    def _tell_nation(self) -> None:
        """Show whom to call and which law applies where the learner lives."""
        removal = self.look()
        guide = removal.services.in_nation(learner_nation(removal.answers))
        self.nation.setText(guide.words if guide else "")

    # Qt
    def initializePage(self) -> None:
        """Show what holds the removal and which other cases mention the place, and ask."""
        super().initializePage()
        removal = self.look()
        at = removal.situation
        held = cautions(at)[:1] if removal.held and at else ()
        self.warn((*held, *asked_to_keep(removal)))
        self.elsewhere.look((elsewhere(removal.session, removal.case, removal.where),))
        self._tell_nation()


class SentStep(StepPage):
    """What was done, recorded afterwards. A limit of 48 hours starts where the service has one."""

    place = 4

    # Qt
    def initializePage(self) -> None:
        """Fill in who makes the request if the route allows only one, and ask."""
        rung = self.look().rung
        if rung:
            view = self.views[Sent.kept_as]
            for name, answer in known_of_route(rung).items():
                if not view.answers().get(name):
                    view.editor(name).set_value(answer)
        super().initializePage()
        self.warn([rung.already] if rung and rung.already else ())


class WordsStep(StepPage):
    """The words to copy. They follow what is typed beside them at once."""

    place = 3
    stood = Signal(object)
    """The Case with the entry that lets words stand which are nobody’s name."""

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.text = named(WordsBox(fewest=8, most=18), "request_text", "The words to copy")
        self.text.setReadOnly(True)
        self.text.setAccessibleDescription("Plain text. Nothing in it can be opened.")
        self.copy = named(plain("Copy the words"), "copy_words", "Copy the words")
        self.copy.clicked.connect(self._copy_words)
        self.copy_where = named(plain("Copy the place"), "copy_where", "Copy where it is")
        self.copy_where.clicked.connect(self._copy_where)
        buttons = line(self.copy, self.copy_where)
        buttons.addStretch(1)
        self.rows.addWidget(self.text)
        self.rows.addLayout(buttons)
        self.alarms = column(spacing=STEP)
        self.rows.addLayout(self.alarms)
        self.changed.connect(self._write)

    def _write(self) -> None:
        removal = self.look()
        self.text.setPlainText(removal.text)
        self.copy_where.setVisible(removal.route in WRITTEN and bool(removal.where))

    def _copy_words(self) -> None:
        if self.validatePage():
            ask_before_copying(self, "It leaves the casebook.", self.text.words())

    def _copy_where(self) -> None:
        warning = "Paste it into the form, never into a browser: nobody opens it."
        ask_before_copying(self, warning, self.look().where)

    # Qt
    def initializePage(self) -> None:
        """Ask for the parts of the words, and show them."""
        super().initializePage()
        self._write()

    def validatePage(self) -> bool:
        """Refuse a name in the words. A fault of the place is shown above: go a step back."""
        whole = super().validatePage()
        faults = self.look().faults
        here = {question.name for question in questions_of(Wording)}
        self.warn(why for name, why in faults.items() if name not in here)
        self._ask_about_names()
        return whole and not faults

    def _ask_about_names(self) -> None:
        """Show a card for each word that may be a name, on which to say that it is none."""
        empty(self.alarms)
        removal = self.look()
        found = {leak.place: leak for leaks in names_told(removal).values() for leak in leaks}
        for place, leak in enumerate(found.values(), start=1):
            card = LeakCard(removal.session, removal.case, FOR_A_SERVICE, (leak,), place)
            card.stood.connect(self._go_on_with)
            card.grown.connect(partial(self.area.reach, card))
            self.alarms.addWidget(card)

    def _go_on_with(self, case: Case) -> None:
        self.stood.emit(case)
        self.validatePage()
