"""What a form asks about once, kindly, before it is sealed: it may be right, and never stops it.

A day far from the case is often a mistyped year. A dash or a letter is no reason to anybody who
reads the record later.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from app.domain.kit.answers import Answer
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, FormType, Question, questions_of
from app.domain.kit.moments import Moment, age_on, birth_day, day_of, write_day

Far = Callable[[date], str]
"""Returns a question about a day far from the case; "" for one that is near."""
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FILLERS = frozenset(
    {
        *("na", "n a", "nil", "none", "no", "yes", "ok", "tbc", "tba", "ditto", "because"),
        *("as above", "as before", "see above", "same", "same as above", "reason", "test"),
        *("fel uchod", "uwchben", "jw", "j w", "jak wyżej", "bo"),
    }
)
"""What stands where a reason should: in English, Welsh and Polish, folded by `_folded`."""


def near(_day: date) -> str:
    """Ask about no day: for what is no part of a case, and may be as old as it is."""
    return ""


def doubts(form: FormType, answers: Answers, far: Far = near) -> tuple[Problem, ...]:
    """Return what to ask about once, in the form's order. `far` asks about a day: `far_from`."""
    return tuple(_doubts(form, answers, far))


class AskedOnce:
    """Remembers what was asked about: each doubt is asked once for its answer, then let through."""

    def __init__(self) -> None:
        self._asked: set[Problem] = set()

    def still_to_ask(self, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return those of these doubts that were not asked about before. They now are."""
        fresh = tuple(one for one in found if one not in self._asked)
        self._asked.update(fresh)
        return fresh


def _doubts(form: FormType, answers: Answers, far: Far) -> Iterator[Problem]:
    for question in questions_of(form):
        answer = answers.get(question.name)
        if not question.shown(answers):
            continue
        if question.row and isinstance(answer, tuple):
            for at, row in enumerate(answer, start=1):
                assert isinstance(row, dict)
                for one in _doubts(question.row, row, far):
                    yield Problem(f"{question.name}.{at}.{one.name}", f"Row {at}: {one.sentence}")
        elif sentence := _sentence(question, answer, far):
            yield Problem(question.name, sentence)


def _sentence(question: Question, answer: Answer, far: Far) -> str:
    if question.ask.reason and isinstance(answer, str) and answer.strip():
        return "" if is_reason(answer) else _no_reason(answer.strip())
    if question.ask.check is birth_day:
        return ""
    if isinstance(answer, Moment):
        return far(day_of(answer))
    return far(answer) if isinstance(answer, date) else ""


def _no_reason(typed: str) -> str:
    return f"“{typed[:40]}” tells a later reader little. Can you say why in a few words?"


def far_from(day: date, today: date, began: date | None) -> str:
    """Return a question about a day over a year before the case began, or ahead; "" if near.

    `began` is the day of the first event of the case; None where it is only being written down.
    """
    if how_long := _years(day, began or today):
        how_far = f"{how_long} before {'this concern' if began else 'today'}"
    elif how_long := _years(today, day):
        how_far = f"{how_long} ahead"
    else:
        return ""
    return f"{write_day(day)} is {how_far}. Is the year right?"


def _years(earlier: date, later: date) -> str:
    """Return how long it is between two days in words; "" for a year at most."""
    if age_on(earlier, later - timedelta(days=1)) < 1:
        return ""
    years = age_on(earlier, later)
    if years == 1:
        return "more than a year"
    return f"{_NUMBERS[years - 2] if years - 2 < len(_NUMBERS) else years} years"


def is_reason(text: str) -> bool:
    """Return whether a text has words of its own, in any script.

    One letter, one letter again and again, figures, marks and what fills a line are none.
    """
    letters = {letter for letter in text.casefold() if letter.isalpha()}
    return len(letters) > 1 and _folded(text) not in _FILLERS


def _folded(text: str) -> str:
    """Return the words of a text in small letters, without the marks between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))
