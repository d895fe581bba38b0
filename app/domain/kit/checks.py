"""What still stops a form from being sealed: one sentence for each question at fault."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations
from typing import TypeVar

import msgspec

from app.domain.kit.answers import Answer, AnswerKind, Involved, StaffMember
from app.domain.kit.form import (
    Answers,
    Form,
    FormType,
    Question,
    Questions,
    form_name,
    not_in_past,
    questions_of,
)
from app.domain.kit.moments import Moment, birth_day, day_of
from app.domain.kit.text import (
    IMAGERY_REFUSED,
    LONGEST,
    LONGEST_LINE,
    LONGEST_TOGETHER,
    clean,
    imagery_in,
)

Filled = TypeVar("Filled", bound=Questions)


class Problem(msgspec.Struct, frozen=True):
    """One thing to put right: the question (`people`, or `calls.2.who` in a row) and a sentence."""

    name: str
    sentence: str


def problems(
    form: FormType, answers: Answers, now: datetime, since: datetime | None = None
) -> tuple[Problem, ...]:
    """Return what stops these answers from being sealed at `now` (UTC), in the form's order.

    `since` is for a correction: when the corrected entry was recorded (UTC). A day that was still
    to come then may have passed by now.
    """
    found = [
        problem
        for question in questions_of(form)
        for problem in _problems_of(question, answers, now, since)
    ]
    found += _alike(form, answers)
    found += _out_of_order(form, answers)
    found += _born_too_late(form, answers)
    return (*found, *_too_long_together(form, answers))


def filled_in(form: type[Filled], answers: Answers) -> Filled:
    """Build the form from answers that have no problems, without questions that are not shown.

    Raises msgspec.ValidationError when the answers do not fit: that is a bug, not a user's mistake.
    """
    shown = {
        question.name: answers[question.name]
        for question in questions_of(form)
        if question.name in answers and question.shown(answers)
    }
    tag = {"form": form_name(form)} if issubclass(form, Form) else {}
    return msgspec.convert(msgspec.to_builtins(shown) | tag, form)


def _problems_of(
    question: Question, answers: Answers, now: datetime, since: datetime | None
) -> Iterator[Problem]:
    answer = answers.get(question.name)
    if not question.shown(answers):
        return
    if is_empty(answer):
        if question.needed(answers):
            yield Problem(question.name, missing_sentence(question))
        return
    for text in _texts_in(answer) if question.kind is not AnswerKind.SECRET else ():
        if sentence := _text_problem(text, _room_for(question)):
            yield Problem(question.name, sentence)
    check = question.ask.check
    if check and (sentence := check(answer, since if since and check is not_in_past else now)):
        yield Problem(question.name, sentence)
    if question.kind is AnswerKind.ROWS and question.row and isinstance(answer, tuple):
        for index, row in enumerate(answer, start=1):
            yield from _row_problems(question, index, row, now, since)
    if question.kind is AnswerKind.PEOPLE and isinstance(answer, tuple):
        yield from _people_problems(question.name, answer, now)


def _alike(form: FormType, answers: Answers) -> Iterator[Problem]:
    """Refuse the same answer to questions that must have different ones."""
    seen: set[Answer] = set()
    for name in form.apart:
        answer = answers.get(name)
        if answer is not None and answer in seen:
            yield Problem(name, "This is the same answer as above. Choose the other one.")
        seen.add(answer)


def _out_of_order(form: FormType, answers: Answers) -> Iterator[Problem]:
    """Refuse what ends before it starts, and a day to come that is before what happened."""
    asked = {q.name: q for q in questions_of(form) if q.name in answers and q.shown(answers)}
    to_come = (name for name, question in asked.items() if question.ask.check is not_in_past)
    pairs = [*combinations(form.in_order, 2), *((form.happened_in, name) for name in to_come)]
    for first, then in dict.fromkeys(pairs):
        if first in asked and then in asked and before(answers[then], answers[first]):
            yield Problem(
                then, f"This lies before “{asked[first].ask.label.rstrip('?')}”. Check both."
            )


def before(one: Answer, other: Answer) -> bool:
    """Return whether `one` is earlier, by its day where either has no exact moment."""
    if isinstance(one, Moment) and isinstance(other, Moment) and not (one.about or other.about):
        return one.at < other.at
    day, other_day = _day(one), _day(other)
    return day is not None and other_day is not None and day < other_day


def _day(answer: Answer) -> date | None:
    if isinstance(answer, Moment):
        return day_of(answer.at)
    return answer if isinstance(answer, date) else None


def _row_problems(
    question: Question, index: int, row: object, now: datetime, since: datetime | None
) -> Iterator[Problem]:
    assert question.row
    assert isinstance(row, dict)
    for problem in problems(question.row, row, now, since):
        yield Problem(f"{question.name}.{index}.{problem.name}", f"Row {index}: {problem.sentence}")


def _people_problems(name: str, people: tuple[object, ...], now: datetime) -> Iterator[Problem]:
    for at, someone in enumerate(people, start=1):
        if not isinstance(someone, Involved):
            continue
        person = someone.person
        if not someone.roles:
            who = person.name
            yield Problem(name, f"Say what part {who} has in this. You can choose more than one.")
        if person.born and (sentence := birth_day(person.born, now)):
            yield Problem(f"{name}.{at}.born", sentence)
        for part in ("name", "known_as", "group"):
            if sentence := _text_problem(getattr(person, part), LONGEST_LINE):
                yield Problem(f"{name}.{at}.{part}", sentence)


BORN_TOO_LATE = "This date of birth lies after it happened. Check the year, and when it happened."


def _born_too_late(form: FormType, answers: Answers) -> Iterator[Problem]:
    """Refuse people in an event before they were born."""
    kinds = {question.name: question.kind for question in questions_of(form)}
    told = [_day(answers.get(name)) for name, kind in kinds.items() if kind is AnswerKind.MOMENT]
    first = min((day for day in told if day), default=None)
    for name, kind in kinds.items():
        if first and kind is AnswerKind.PEOPLE:
            yield from born_after(name, answers.get(name), first)


def born_after(name: str, people: Answer, day: date) -> Iterator[Problem]:
    """Yield a problem for each of these people born after `day`."""
    for at, someone in enumerate(people if isinstance(people, tuple) else (), start=1):
        if isinstance(someone, Involved) and someone.person.born and someone.person.born > day:
            yield Problem(f"{name}.{at}.born", BORN_TOO_LATE)


def is_empty(answer: Answer) -> bool:
    """Return whether an answer counts as not given.

    Zero minutes is an answer, blank text is not.
    """
    if isinstance(answer, str):
        return not answer.strip()
    return answer is None or answer == ()


def missing_sentence(question: Question) -> str:
    """Return a sentence that asks for a missing answer and names the question."""
    if question.ask.missing:
        return question.ask.missing
    label = question.ask.label.rstrip("?")
    verb = {
        AnswerKind.ONE_OF: "Choose an answer for",
        AnswerKind.SEVERAL_OF: "Choose at least one answer for",
        AnswerKind.YES_NO_UNKNOWN: "Answer yes, no or not known for",
        AnswerKind.PEOPLE: "Name at least one person for",
        AnswerKind.PERSON: "Choose a person for",
        AnswerKind.ROWS: "Add at least one row for",
    }.get(question.kind, "Fill in")
    return f"{verb} “{label}”."


def _texts_in(answer: Answer) -> tuple[str, ...]:
    """Return the typed texts of an answer: words, or the name and role of a member of staff."""
    if isinstance(answer, StaffMember):
        return (answer.name, answer.role)
    return (answer,) if isinstance(answer, str) else ()


def _room_for(question: Question) -> int:
    return LONGEST if question.kind in {AnswerKind.WORDS, AnswerKind.EXACT_WORDS} else LONGEST_LINE


def _text_problem(text: str, room: int) -> str | None:
    if imagery_in(text):
        return IMAGERY_REFUSED
    if len(text) > room:
        return f"{len(text):,} characters are too many: {room:,} fit. {_MAKE_TWO}"
    if text != clean(text):
        return "Some of these characters cannot be kept or seen. Take them out, or type it again."
    return None


_MAKE_TWO = "Shorten it, or write the rest in a further entry."


def _too_long_together(form: FormType, answers: Answers) -> Iterator[Problem]:
    """Refuse answers too long for one entry together, at the longest of them."""
    lengths = {name: _stored_length(answer) for name, answer in answers.items()}
    together = sum(lengths.values())
    if issubclass(form, Form) and together > LONGEST_TOGETHER:
        yield Problem(
            max(lengths, key=lambda name: lengths[name]),
            f"The answers are too long together, by {together - LONGEST_TOGETHER:,} characters. "
            + _MAKE_TWO,
        )


def _stored_length(answer: Answer) -> int:
    return len(json.dumps(msgspec.to_builtins(answer), ensure_ascii=False))
