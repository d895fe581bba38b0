"""Each body that is told has its letter one press away, and so has an escalation."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.forms.bodies import OtherBody
from app.ui.handling.body_panel import BodyPanel
from app.ui.handling.referral_panel import ReferralPanel
from tests.casefold import NOW, concern_case
from tests.papers.cases import PRACTICE, read_case
from tests.papers.test_body_letters import LEARNERS, NAMED, told
from tests.sessions import Clock, new_desk

STORY = PRACTICE / "11-coach.toml"


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock(NOW))
    yield made
    made.close()


def pressed(panel, name, qtbot):
    """Return the id that a button asks the letter of."""
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.wants_letter) as asked:
        panel.findChild(QAbstractButton, name).click()
    return asked.args[0]


@pytest.mark.parametrize("body", [OtherBody.LADO, OtherBody.POLICE, *LEARNERS])
def test_the_card_of_a_body_leads_to_its_letter(body, session, qtbot):
    case = concern_case(NAMED, told(body, LEARNERS.get(body, "coach")))
    assert pressed(BodyPanel(session, case), "body_letter_1", qtbot) == "entry-3"


def test_a_body_without_a_letter_of_its_own_has_no_such_button(session, qtbot):
    panel = BodyPanel(session, concern_case(NAMED, told(OtherBody.OTHER)))
    qtbot.addWidget(panel)
    assert panel.findChild(QAbstractButton, "body_letter_1") is None


def test_an_escalation_leads_to_its_letter_on_the_card_of_its_referral(session, qtbot):
    case = read_case(STORY)
    (escalated,) = (one for one in case.current if one.form.title == "Referral escalated")
    panel = ReferralPanel(session, case)
    assert pressed(panel, "step_escalate", qtbot) == escalated.root


def test_what_a_body_asked_of_the_college_has_its_day(session, qtbot):
    panel = BodyPanel(session, read_case(PRACTICE / "02-demands.toml"))
    qtbot.addWidget(panel)
    words = [label.text() for label in panel.findChildren(QLabel)]
    (at,) = (at for at, text in enumerate(words) if text.startswith("Asked of the college: Do not"))
    assert words[at - 1] == "23 Nov 2026, 13:41"
