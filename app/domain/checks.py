"""What still stops a form from being sealed, each as a sentence that belongs to its question."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.answers import Answer, Involved, Kind
from app.domain.form import Answers, Entry, FormType, Question, form_name, questions_of
from app.domain.text import IMAGERY_REFUSED, LONGEST, imagery_in


class Problem(msgspec.Struct, frozen=True):
    """One thing to put right: the question (`people`, or `calls.2.who` in a row) and a sentence."""

    name: str
    sentence: str


def problems(form: FormType, answers: Answers, now: datetime) -> tuple[Problem, ...]:
    """List what stops these answers from being sealed at `now` (UTC), in the form's order."""
    return tuple(
        problem
        for question in questions_of(form)
        for problem in _problems_of(question, answers, now)
    ) + tuple(_alike(form, answers))


def sealed_form(form: type[Entry], answers: Answers) -> Entry:
    """Make the form from answers that have no problems. Questions that are not shown are left out.

    Raises msgspec.ValidationError when the answers do not fit: that is a bug, not a user's mistake.
    """
    shown = {
        question.name: answers[question.name]
        for question in questions_of(form)
        if question.name in answers and question.shown(answers)
    }
    body = msgspec.to_builtins(shown) | {"form": form_name(form)}
    return msgspec.convert(body, form)


def _problems_of(question: Question, answers: Answers, now: datetime) -> Iterator[Problem]:
    answer = answers.get(question.name)
    if not question.shown(answers):
        return
    if is_empty(answer):
        if question.needed(answers):
            yield Problem(question.name, missing_sentence(question))
        return
    if isinstance(answer, str) and (sentence := _text_problem(answer)):
        yield Problem(question.name, sentence)
    if question.ask.check and (sentence := question.ask.check(answer, now)):
        yield Problem(question.name, sentence)
    if question.kind is Kind.ROWS and question.row and isinstance(answer, tuple):
        for index, row in enumerate(answer, start=1):
            yield from _row_problems(question, index, row, now)
    if question.kind is Kind.PEOPLE and isinstance(answer, tuple):
        yield from _people_problems(question.name, answer)


def _alike(form: FormType, answers: Answers) -> Iterator[Problem]:
    """Refuse one answer to questions that have to be answered apart."""
    seen: set[Answer] = set()
    for name in getattr(form, "apart", ()):
        answer = answers.get(name)
        if answer is not None and answer in seen:
            yield Problem(name, "This is the same answer as above. Choose the other one.")
        seen.add(answer)


def _row_problems(question: Question, index: int, row: object, now: datetime) -> Iterator[Problem]:
    assert question.row
    assert isinstance(row, dict)
    for problem in problems(question.row, row, now):
        yield Problem(f"{question.name}.{index}.{problem.name}", f"Row {index}: {problem.sentence}")


def _people_problems(name: str, people: tuple[object, ...]) -> Iterator[Problem]:
    for someone in people:
        if isinstance(someone, Involved) and not someone.roles:
            who = someone.person.name
            yield Problem(name, f"Say what part {who} has in this. You can choose more than one.")


def is_empty(answer: Answer) -> bool:
    """Say whether an answer counts as not given. Zero minutes is an answer, blank text is not."""
    if isinstance(answer, str):
        return not answer.strip()
    return answer is None or answer == ()


def missing_sentence(question: Question) -> str:
    """Ask for a missing answer in one sentence that names the question."""
    label = question.ask.label.rstrip("?")
    verb = {
        Kind.ONE_OF: "Choose an answer for",
        Kind.SEVERAL_OF: "Choose at least one answer for",
        Kind.YES_NO_UNKNOWN: "Answer yes, no or not known for",
        Kind.PEOPLE: "Name at least one person for",
        Kind.PERSON: "Choose a person for",
        Kind.ROWS: "Add at least one row for",
    }.get(question.kind, "Fill in")
    return f"{verb} “{label}”."


def _text_problem(text: str) -> str | None:
    if imagery_in(text):
        return IMAGERY_REFUSED
    if len(text) > LONGEST:
        return f"{len(text):,} characters are too many: {LONGEST:,} fit. Make two entries of it."
    return None
