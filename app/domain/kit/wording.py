"""How answers are written: for the chronology, search and paper, from the same declaration."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from app.domain.kit.answers import (
    Answer,
    AnswerKind,
    Choice,
    Involved,
    Money,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.checks import is_empty
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, Question, Row, questions_of
from app.domain.kit.moments import Moment, write_day, write_time

Names = Mapping[str, str]
"""How each person and entry of the case is written, by id."""


class Answered(msgspec.Struct, frozen=True):
    """A question with its answer in words; `section` is the heading above it."""

    question: Question
    section: str
    text: str

    @property
    def label(self) -> str:
        """The label of the question."""
        return self.question.ask.label


def lines_of(form: Form | Row, names: Names, *, silent: bool = False) -> tuple[Answered, ...]:
    """Return the answered questions of a sealed form, in order, as labels and words.

    Silent answers are left out unless `silent`, for a search that must find them.
    """
    lines = _lines(form, names)
    return tuple(line for line in lines if silent or not line.question.ask.silent)


def _lines(form: Form | Row, names: Names) -> Iterator[Answered]:
    answers = answers_of(form)
    section = ""
    for question in questions_of(type(form)):
        section = question.ask.section or section
        answer = answers.get(question.name)
        if not is_empty(answer) and question.shown(answers):
            yield Answered(question, section, in_words(question, answer, names))


def in_words(question: Question, answer: Answer, names: Names) -> str:
    """Write one answer as people read it, with one line for each row."""
    if question.kind is AnswerKind.EXACT_WORDS:
        return f"“{str(answer).strip()}”"
    if question.kind is AnswerKind.PERSON or question.kind is AnswerKind.ENTRY:
        return names.get(str(answer), "Not known")
    if question.kind is AnswerKind.DURATION:
        return write_minutes(int(str(answer)))
    match answer:
        case Choice():
            return answer.label
        case Moment():
            return write_time(answer)
        case date():
            return write_day(answer)
        case Money():
            return write_money(answer)
        case StaffMember():
            return write_staff(answer)
        case tuple():
            return _several(answer, names)
        case _:
            return str(answer).strip()


def write_staff(staff: StaffMember) -> str:
    """Write a member of staff as `R. Okafor, Duty Officer`."""
    return f"{staff.name}, {staff.role}" if staff.role else staff.name


def write_minutes(minutes: int) -> str:
    """Write a duration as `1 h 20 min`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return " ".join(parts)


def write_money(money: Money) -> str:
    """Write an amount as `£12.50`, or `12.50 EUR` in another currency."""
    amount = f"{money.minor // 100:,}.{money.minor % 100:02}"
    return f"£{amount}" if money.currency == "GBP" else f"{amount} {money.currency}"


def _several(items: tuple[object, ...], names: Names) -> str:
    if all(isinstance(item, Choice) for item in items):
        return _in_a_row(items, ", ")
    return "\n".join(_row(item, names) for item in items)


def told_apart(choices: Sequence[Choice]) -> str:
    """Write several choices for paper, with another mark between them if one holds a comma."""
    return _in_a_row(choices, "; " if any("," in one.label for one in choices) else ", ")


def _in_a_row(items: Iterable[object], mark: str) -> str:
    first, *rest = [item.label for item in items if isinstance(item, Choice)]
    return mark.join((first, *map(lower, rest)))


def _row(item: object, names: Names) -> str:
    if isinstance(item, Involved):
        roles = ", ".join(lower(role.label) for role in item.roles)
        who = names.get(item.person.id, item.person.name)
        return f"{who}: {roles}" if roles else who
    assert isinstance(item, Row)
    told: list[str] = []
    for line in lines_of(item, names):
        begins = not told or bool(_SENTENCE.search(told[-1]))
        told.append(_in_its_row(line, line.label if begins else lower(line.label)))
    return in_one_line(told)


def _in_its_row(line: Answered, asked: str) -> str:
    """Return one answer of a row, with what was asked where the answer alone does not say it."""
    if line.question.kind not in _SAYS_LITTLE and line.text != YesNoUnknown.NOT_KNOWN.label:
        return line.text
    if asked.endswith("?"):
        return f"{line.label} {line.text}"
    return f"{asked}{': ' if ' ' in asked else ' '}{line.text}"


_SAYS_LITTLE = (AnswerKind.YES_NO_UNKNOWN, AnswerKind.DAY, AnswerKind.ENTRY)
"""Answers that say little without what was asked: yes to what, born then or agreed until then."""

_SENTENCE = re.compile(r"[.!?…][”’\"')\]]*$")


def in_one_line(texts: Iterable[str]) -> str:
    """Join texts with semicolons: only a space comes after one that ends a sentence.

    >>> in_one_line(("Her mother", "She knows.", "Today"))
    'Her mother; She knows. Today'
    """
    return "".join(
        text if at == 0 else f"{' ' if _SENTENCE.search(before) else '; '}{text}"
        for at, (before, text) in enumerate(pairwise(("", *texts)))
    )


def ended(text: str) -> str:
    """Return words with a full stop, unless they end a sentence already."""
    return text if _SENTENCE.search(text) else f"{text}."


def labels_in_one_line(labels: Iterable[str]) -> str:
    """Join the labels of questions with semicolons, as one phrase without question marks.

    >>> labels_in_one_line(("Who was there?", "Made by"))
    'Who was there; made by'
    """
    first, *rest = (label.rstrip("?") for label in labels)
    return "; ".join((first, *map(lower, rest)))


def with_and(called: Sequence[str]) -> str:
    """Write words in a row as they are said, "" without any.

    >>> with_and(("Ava", "Ben", "Cal"))
    'Ava, Ben and Cal'
    """
    *before, last = called or ("",)
    return f"{', '.join(before)} and {last}" if before else last


def lower(label: str) -> str:
    """Return a label with a small first letter, unless its first word is all capitals (AI)."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def with_article(label: str) -> str:
    """Return a label with its article: `a parent or carer`, `another adult`."""
    words = lower(label)
    if words.startswith("another "):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
