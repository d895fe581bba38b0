"""The answers of a form: read back from a draft, or from a filled-in form."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.domain.kit.answers import Answer
from app.domain.kit.form import FormType, Question, Questions, questions_of


def read_answers(form: FormType, stored: bytes) -> dict[str, Answer]:
    """Read a draft's answers (JSON) back into values, without names that the form does not know."""
    return _read(form, msgspec.json.decode(stored))


def _read(form: FormType, raw: Mapping[str, Any]) -> dict[str, Answer]:
    known = {question.name: question for question in questions_of(form)}
    return {
        name: _read_one(known[name], value)
        for name, value in raw.items()
        if name in known and value is not None
    }


def _read_one(question: Question, value: Any) -> Answer:
    if question.row:
        return tuple(_read(question.row, row) for row in value)
    answer: Answer = msgspec.convert(value, question.answer_type)
    return answer


def answers_of(form: Questions) -> dict[str, Answer]:
    """Return the answers of a filled-in form by question name, without unanswered questions."""
    return {
        name: value for name in form.__struct_fields__ if (value := getattr(form, name)) is not None
    }


def answers_to_edit(form: Questions) -> dict[str, Answer]:
    """Return a form's answers as editors need them, each row as a mapping of answers."""
    given: dict[str, Any] = answers_of(form)
    for question in questions_of(type(form)):
        if question.row and question.name in given:
            given[question.name] = tuple(answers_to_edit(row) for row in given[question.name])
    return given
