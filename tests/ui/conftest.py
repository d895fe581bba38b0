"""What every test of the windows has: Qt without a screen, the light look, a stopped clock."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from PySide6.QtGui import QGuiApplication

from app.domain.kit.answers import Person, PersonKind, StaffMember
from app.ui.forms.context import FormContext
from tests.looks import look_of_a_module, look_of_a_test

__all__ = ["look_of_a_module", "look_of_a_test"]

NOW = datetime(2026, 11, 19, 10, 22, tzinfo=UTC)

ALEX = Person(
    id="alex", kind=PersonKind.LEARNER, name="Alex Example", born=date(2011, 3, 4), group="Year 10"
)
SAM = Person(id="sam", kind=PersonKind.LEARNER, name="Sam Sample", known_as="Sammy")


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    """Nothing is left on the clipboard for the next test to paste."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def context():
    """A case with two people, two known members of staff and one entry to point to."""
    numbers = count(1)
    known = (ALEX, SAM)
    return FormContext(
        now=lambda: NOW,
        new_id=lambda: f"new-{next(numbers)}",
        find_people=lambda typed: [one for one in known if typed.lower() in one.name.lower()],
        staff=(StaffMember("R. Okafor", "DSL"), StaffMember("J. Patel", "Head of Year")),
        whom=lambda _who: known,
        references=lambda _refers: (("referral-1", "Referral of 18 Nov 2026"),),
    )
