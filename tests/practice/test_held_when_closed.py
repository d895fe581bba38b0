"""A practice case that closes while deletion is held tells who keeps what, and until when."""

from app.domain.case.case import State
from app.domain.rules.holds import holds_on
from tests.papers.cases import CASES, read_case

STILL_HELD = {
    "06-adult-posing": "The police keep the telephone and see to removal with her themselves.",
    "07-under-13": "The officer goes through Report Remove with Posy and her mother",
}
"""What the story says of the hold that outlasts its closing."""


def test_a_case_closes_with_nothing_held_unless_its_story_says_why():
    cases = {path.stem: read_case(path) for path in CASES}
    held = {name for name, case in cases.items() if case.state is State.CLOSED and holds_on(case)}
    assert held == set(STILL_HELD)
    for path in CASES:
        assert STILL_HELD.get(path.stem, "") in path.read_text("utf-8")
