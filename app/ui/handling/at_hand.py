"""The latest case of a form being filled in: people may be added to it meanwhile."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from app.casework.naming import name_parent, what_a_parent_lacks
from app.casework.session import Session
from app.casework.several import missing_for_others
from app.casework.sources import with_standing
from app.casework.staff import staff_list
from app.domain.case.case import Case
from app.domain.case.signs import adult_then
from app.domain.forms.person import NewParent
from app.domain.gates import asked_about, gate_problems
from app.domain.kit.answers import Involved
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, Form, name_of
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.owed.several import Another, others_for
from app.domain.owed.table import owed_in, somebody_to_tell
from app.domain.rules.disagreements import Disagreement, disagreements
from app.ui.case_parts.context import learner_named
from app.ui.forms.context import Added, Adding
from app.vault.errors import VaultError


class CaseAtHand(QObject):
    """Holds the case of one form. Without a case, sealing the form opens one."""

    grown = Signal(object)
    """The Case after somebody was added to it."""

    def __init__(
        self, session: Session, form: type[Form], case: Case | None, corrects: EntryId | None
    ) -> None:
        """Hold the case in which a form is filled in; `corrects` is the entry it corrects."""
        super().__init__()
        self.case = case
        self._corrects = corrects
        self.answers: Callable[[], Answers] = dict
        """Returns the answers of the form so far, once it exists."""
        self._session, self._form = session, form

    def look(self) -> Case | None:
        """Return the case as it is now."""
        return self.case

    def held_back(self, answers: Answers) -> tuple[Problem, ...]:
        """Return what the case still requires before these answers can be sealed."""
        session = self._session
        found = gate_problems(
            self._form,
            answers,
            self.case,
            session.as_staff,
            staff=staff_list(session),
            corrects=self._corrects,
            today=day_of(session.now()),
        )
        return with_standing(found)

    def asked_about(self, answers: Answers) -> tuple[Problem, ...]:
        """Return what the case asks about once before these answers are sealed."""
        return asked_about(self._form, answers, self.case, day_of(self._session.now()))

    def alarmed_by(self, signs: Collection[Sign]) -> bool:
        """Return whether a yes to these signs, as it is typed, has to be told to somebody now.

        Each yes on a form that reports something does, whoever was told before; a form that only
        weighs what is known does where it is new, or where somebody still has to be told.
        """
        if self.case is None or not signs:
            return bool(signs)
        new = [sign for sign in signs if not self.case.signs[sign].said_yes]
        table = owed_in(self.case, self._session.clocks)
        return not self._form.weighs or bool(new) or somebody_to_tell(table)

    def disagreements(self, answers: Answers) -> tuple[Disagreement, ...]:
        """Return where these answers disagree with what stands in the case."""
        if self.case is None:
            return ()
        now = self._session.now()
        return disagreements(self.case, self._form, answers, now, self._corrects)

    def signs_by_age(self, answers: Answers) -> tuple[Sign, ...]:
        """Return the sign that a further time raises: somebody of the case was 18 by then."""
        people = self.case.people.values() if self.case else ()
        involved = (Involved(known.person, known.roles) for known in people)
        return (Sign.ADULT,) if adult_then(involved, self._form, answers) else ()

    def others(self, answers: Answers) -> tuple[Another, ...]:
        """Return for whom else the same can be recorded; nobody while there is no case."""
        limits = self._session.clocks
        return others_for(self.case, self._form, answers, limits) if self.case else ()

    def held_back_for(self, answers: Answers, others: tuple[Another, ...]) -> tuple[Problem, ...]:
        """Return what still stops the same for others, each with whom it is about."""
        if self.case is None:
            return ()
        found = missing_for_others(self._session, self._form, answers, others, self.case)
        return with_standing(found)

    @property
    def adding(self) -> Adding | None:
        """How to add somebody to the case; None without a case."""
        return Adding(form=NewParent, begin=self._whose, add=self._add) if self.case else None

    def _whose(self) -> Answers:
        assert self.case
        child = learner_named(self._session, self.case, self._form, self.answers())
        return {name_of(NewParent.parent_of): child} if child else {}

    def _add(self, answers: Answers) -> Added:
        assert self.case
        if missing := what_a_parent_lacks(self._session, self.case, answers):
            return Added(problems=missing)
        try:
            named = name_parent(self._session, self.case, answers)
        except VaultError as error:
            return Added(problems=(Problem(name_of(NewParent.name), error.sentence),))
        self.case = named.case
        self.grown.emit(named.case)
        return Added(person=named.person, said=named.said)
