"""The head of a case says whenever somebody has to be told, whatever state the case is in."""

from datetime import timedelta

from app.domain.case.case import State
from app.domain.owed.table import owed_in
from app.ui.case.chips import state_of
from tests.owed.read import LIMITS
from tests.owed.telling import case_told
from tests.owed.test_situations import ALL

CALLED = "Referral called for"


def heads(state):
    """Yield the words of the head, and what is owed, of each situation in a state."""
    for row in ALL:
        case = case_told(*row.said, duty=row.duty)
        if case.state is state:
            now = case.entries[-1].sealed.recorded + timedelta(minutes=1)
            yield row, [words for words, _ in state_of(case, now, LIMITS)], owed_in(case, LIMITS)


def test_the_head_of_a_case_that_is_not_in_scope_says_who_has_to_be_told_and_what_is_late():
    found = list(heads(State.LEFT))
    assert {CALLED in words for _, words, _ in found} == {True, False}
    for row, words, owed in found:
        assert row.alarm in (None, CALLED in words), row.what
        assert bool(owed) is any("overdue" in one or "to do" in one for one in words), row.what


def test_the_head_of_a_closed_case_says_who_has_to_be_told():
    found = list(heads(State.CLOSED))
    assert {CALLED in words for _, words, _ in found} == {True, False}
    for row, words, _ in found:
        assert row.alarm in (None, CALLED in words), row.what
