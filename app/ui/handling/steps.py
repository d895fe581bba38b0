"""Shared by the cards of referrals: the entries of a step, and buttons to begin a referral."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QPushButton

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms import begun_at
from app.domain.kit.answers import Refers
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, form_name, questions_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Stage
from app.ui.widgets.parts import plain


def taken(case: Case, form: type[Form], refers: Refers, referral: EntryId) -> tuple[Entry, ...]:
    """Return the entries of one form that belong to a referral, oldest first."""
    asked = [question.name for question in questions_of(form) if question.ask.refers_to is refers]
    return tuple(
        entry
        for entry in case.current
        if isinstance(entry.form, form)
        and any(answers_of(entry.form).get(name) == referral for name in asked)
    )


def ways_to_begin(
    stage: Stage,
    refers: Refers,
    words: Mapping[type[Form], str],
    begin: Callable[[type[Form]], object],
) -> Iterator[QPushButton]:
    """Yield a button for each form of a stage that is no step; `words` replaces its title."""
    for form in begun_at(stage, refers):
        made = plain(words.get(form, form.title), "plus")
        made.setObjectName(f"record_{form_name(form)}")
        made.clicked.connect(lambda _=False, form=form: begin(form))
        yield made
