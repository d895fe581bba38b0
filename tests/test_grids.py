"""A grid within one test looks at every case and names each that fails."""

import inspect

import pytest

from tests.grids import in_each


@in_each("number", range(1, 5))
@in_each("letter", "ab")
def looked_at(seen, number, letter):
    seen.append((number, letter))
    assert number % 2


def test_each_case_is_looked_at_and_each_that_fails_is_named():
    seen = []
    with pytest.raises(ExceptionGroup) as caught:
        looked_at(seen=seen)
    assert seen == [(number, letter) for number in range(1, 5) for letter in "ab"]
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["where number is 2"],
        ["where number is 4"],
    ]
    assert [len(error.exceptions) for error in caught.value.exceptions] == [2, 2]


def test_what_else_a_test_asks_for_is_still_asked_for():
    assert list(inspect.signature(looked_at).parameters) == ["seen"]
