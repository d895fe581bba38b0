"""Two records of one person: wherever an entry names the one, it is read as the other."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.person import PeopleMerged
from app.domain.kit.answers import AnswerKind, Involved, YesNoUnknown
from app.domain.kit.form import Answers, Form, FormType, Question, Row, questions_of

Same = Mapping[str, str]
"""By the id of a joined record: the id of the record as which it is read."""


def one_of(same: Same, person: str) -> str:
    """Return the id as which a person is read."""
    return same.get(person, person)


def join(same: Same, form: PeopleMerged) -> Same:
    """Return who is read as whom after this entry. Records that are one already stay one."""
    keep, other = one_of(same, form.keep), one_of(same, form.other)
    if form.same is not YesNoUnknown.YES or keep == other:
        return same
    return {key: keep if to == other else to for key, to in same.items()} | {other: keep}


def same_people(items: Iterable[Entry]) -> Same:
    """Return who is read as whom after every joining of records, oldest first."""
    same: Same = {}
    for entry in items:
        if isinstance(entry.form, PeopleMerged):
            same = join(same, entry.form)
    return same


def as_one(items: tuple[Entry, ...], same: Same) -> tuple[Entry, ...]:
    """Return the entries with every joined record read as the record that stays."""
    if not same:
        return items
    return tuple(
        msgspec.structs.replace(entry, form=with_one(entry.form, same), apart=entry.form)
        for entry in items
    )


def with_one(form: Form, same: Same) -> Form:
    """Return a form with joined records read as one. The joining itself still names both."""
    return form if isinstance(form, PeopleMerged) or not same else _read(form, same)


def _read(form: Any, same: Same) -> Any:
    changed: dict[str, Any] = {}
    kind: type[Form | Row] = type(form)
    for question in questions_of(kind):
        answer = getattr(form, question.name)
        if not answer:
            continue
        if question.kind is AnswerKind.PERSON:
            changed[question.name] = one_of(same, answer)
        elif question.kind is AnswerKind.PEOPLE:
            changed[question.name] = tuple(_involved(one, same) for one in answer)
        elif question.kind is AnswerKind.ROWS:
            rows: tuple[Row, ...] = answer
            changed[question.name] = tuple(_read(row, same) for row in rows)
    return msgspec.structs.replace(form, **changed) if changed else form


def answers_with_one(form: FormType, answers: Answers, same: Same) -> Answers:
    """Return answers still typed with joined records read as one, each row as a mapping."""
    if not same or form is PeopleMerged:
        return answers
    changed = {
        question.name: _answer_as_one(question, answers[question.name], same)
        for question in questions_of(form)
        if answers.get(question.name)
    }
    return {**answers, **changed}


def _answer_as_one(question: Question, answer: Any, same: Same) -> Any:
    if question.kind is AnswerKind.PERSON:
        return one_of(same, answer)
    if not isinstance(answer, tuple):
        return answer
    if question.kind is AnswerKind.PEOPLE:
        return tuple(_involved(one, same) if isinstance(one, Involved) else one for one in answer)
    if row := question.row:
        return tuple(
            answers_with_one(row, one, same) if isinstance(one, dict) else one for one in answer
        )
    return answer


def _involved(involved: Involved, same: Same) -> Involved:
    key = one_of(same, involved.person.id)
    return Involved(msgspec.structs.replace(involved.person, id=key), involved.roles)
