"""The table of situations: who must be told, what is owed, by when, and what a gate asks."""

import pytest

from app.domain.gates import gate_problems
from app.domain.kit.moments import day_of
from app.domain.owed.table import owed_in, somebody_to_tell
from tests.casefold import DSL
from tests.owed import (
    adults,
    answers,
    as_it_goes,
    bodies,
    closing,
    coming_back,
    families,
    imagery,
    learners,
    left_to_do,
    newest,
    no_other,
    of_each,
    once_known,
    once_more,
    signs,
    times,
    whose,
)
from tests.owed.read import Situation, is_due, lines
from tests.owed.telling import case_told, dated, next_at, when

TABLES = (
    signs,
    adults,
    bodies,
    answers,
    families,
    learners,
    imagery,
    times,
    closing,
    coming_back,
    left_to_do,
    as_it_goes,
    newest,
    no_other,
    whose,
    once_known,
    once_more,
    of_each,
)
ALL = [row for table in TABLES for row in table.ROWS]
_ROWS = [pytest.param(row, id=f"{number:03} {row.what}") for number, row in enumerate(ALL, start=1)]


@pytest.mark.parametrize("row", _ROWS)
def test_what_must_follow(row: Situation):
    case = case_told(*row.said, duty=row.duty)
    found = lines(case)
    for wanted in row.owed:
        words, _, due = wanted.partition(" by ")
        assert words in found, f"{words!r} is not among {sorted(found)}"
        if due:
            assert is_due(found[words], due), f"{words}: due {found[words].due}, not {due}"
    for never in row.not_owed:
        assert not [line for line in found if _begins(line, never)], never
    if row.alarm is not None:
        assert somebody_to_tell(owed_in(case)) is row.alarm
    for step, question in row.refused:
        assert any(one.startswith(question) for one in _asked(case, step, row.staff)), question
    for step in row.passed:
        assert not list(_asked(case, step, row.staff))


def _begins(line, words):
    """Return whether words begin a line: `decision by` begins no `decision review`."""
    return f"{line} by".startswith(words)


def _asked(case, step, staff):
    """Return the questions at which gates stop a step that would come next."""
    at = when(step.on) if step.on else next_at(case)
    answers = dated(step.answers, at)
    problems = gate_problems(
        step.form, answers, case, DSL, staff=staff, corrects=step.corrects, today=day_of(at)
    )
    return {problem.name for problem in problems}


def test_whatever_is_never_owed_here_is_owed_in_another_situation():
    owed = {line for row in ALL for line in lines(case_told(*row.said, duty=row.duty))}
    heads = {never.partition(" · ")[0] for row in ALL for never in row.not_owed}
    assert {head for head in heads if not any(_begins(line, head) for line in owed)} == set()


def test_the_table_has_at_least_a_hundred_and_twenty_rows_each_of_its_own_name():
    names = [row.what for row in ALL]
    assert len(names) >= 120
    assert len(names) == len(set(names))
    assert all(row.source for row in ALL)
