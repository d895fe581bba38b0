"""The way in, on an invented casebook whose key costs little, on a clock the test sets."""

import pytest
from PySide6.QtCore import QSize

from app import paths
from app.practice.casefile import read_case_file
from app.tour.guide import CaseClock, Guide, Journey
from app.tour.tour import Tour
from tests.looks import look_of_a_module, look_of_a_test
from tests.play import play_step
from tests.sessions import new_desk, program

__all__ = ["look_of_a_module", "look_of_a_test"]

CASE = paths.resources() / "practice" / "01-passed-on.toml"


@pytest.fixture(scope="session")
def case_file():
    return read_case_file(CASE)


@pytest.fixture
def clock(case_file):
    return CaseClock(case_file.steps[0].recorded)


@pytest.fixture
def guide(qapp, tmp_path, clock):
    """Finds its way through the real windows; everything is closed again at the end."""
    made = Guide(program(clock), tmp_path / "Casebook", QSize(1366, 768))
    yield made
    made.leave()
    made.settle()


@pytest.fixture
def tour(guide, case_file, clock, tmp_path):
    return Tour(guide, case_file, clock, tmp_path / "out")


@pytest.fixture
def opened(guide, clock, tmp_path):
    """The guide, with a new casebook already open at Today."""
    enter(guide, new_desk(tmp_path / "Other", clock))
    return guide


def enter(guide, session):
    """Open a casebook as the way in does once it was made or unlocked."""
    guide.entrance._opened(session)
    guide.settle()


@pytest.fixture
def journey(guide, clock, tmp_path):
    """Begin the journey of a case file by its name: the casebook is made, nothing recorded."""

    def begin(name: str) -> Journey:
        made = Journey(guide, read_case_file(CASE.parent / f"{name}.toml"), clock)
        clock.at = made.file.steps[0].recorded
        enter(guide, new_desk(tmp_path / "Begun", clock))
        return made

    return begin


@pytest.fixture
def sealed(guide, clock, tmp_path):
    """Open a case of which the entries up to a step were sealed at once, without their forms.

    With `only`, no other entries than those of the steps with these keys.
    """

    def begin(name: str, last: str, only: tuple[str, ...] = ()) -> Journey:
        made = Journey(guide, read_case_file(CASE.parent / f"{name}.toml"), clock)
        session, case = new_desk(tmp_path / "Sealed", clock), None
        keys = [step.key for step in made.file.steps]
        steps = made.file.steps[: keys.index(last) + 1]
        for step in (step for step in steps if not only or step.key in only):
            clock.at = step.recorded
            case = play_step(session, step, case)
        enter(guide, session)
        guide.shown.open_case(case.id)
        guide.settle()
        return made

    return begin
