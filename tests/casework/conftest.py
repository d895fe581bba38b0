"""A desk with a real casebook, unlocked at little cost, on a clock the test sets."""

import pytest

from tests.sessions import Clock, new_desk


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(tmp_path, clock):
    made = new_desk(tmp_path / "casebook", clock)
    yield made
    made.close()
