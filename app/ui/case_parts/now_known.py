"""Ticks beforehand what somebody now knows, by what the form says, until its writer changes it."""

from app.casework.recording import Correction
from app.domain.case.case import Case
from app.domain.forms.knowledge import Topic
from app.domain.kit.form import Answers, Form
from app.domain.rules.implied import now_known
from app.domain.rules.knowledge import likely_topics
from app.ui.forms.view import FormView


class NowKnown:
    """Follows whom a form names as met, and what it says of them."""

    def __init__(self, form: type[Form]) -> None:
        self._form = form
        self._question = now_known(form)
        self._ticked: tuple[Topic, ...] = ()

    def begin(self, case: Case | None, answers: Answers, correction: Correction | None) -> Answers:
        """Return the answers that a new form begins with, and what is ticked.

        A correction begins with what its entry ticked, unless that was not asked at the time.
        """
        self.go_on(case, answers)
        asked = correction and case and not case.entry(correction.entry).renewed
        if asked or not (self._question and self._ticked):
            return answers
        return {self._question.name: self._ticked, **answers}

    def go_on(self, case: Case | None, answers: Answers) -> None:
        """Follow from these answers on, as a draft kept them."""
        self._ticked = likely_topics(case, self._form, answers) if case else ()

    def look(self, case: Case | None, view: FormView) -> None:
        """Tick what fits the current answers, unless somebody ticked otherwise."""
        if self._question is None:
            return
        answers, before = view.answers(), self._ticked
        self.go_on(case, answers)
        if self._ticked != before and answers.get(self._question.name, ()) == before:
            view.editor(self._question.name).set_value(self._ticked)
