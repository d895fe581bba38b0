"""The card of a body leads to its letter, and says what it asks and what of that holds."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.forms.bodies import AskedOfPerson, AskedToKeep, OtherBody, Restraint
from app.domain.kit.moments import moment
from app.ui.handling.body_panel import BodyPanel
from app.ui.handling.referral_panel import ReferralPanel
from tests.casefold import NOW, concern_case
from tests.papers.cases import PRACTICE, read_case
from tests.papers.test_body_letters import LEARNERS, NAMED, contact, told
from tests.sessions import Clock, new_desk

STORY = PRACTICE / "11-coach.toml"


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock(NOW + timedelta(hours=1)))
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


MORNING, NOON = (moment(NOW + timedelta(minutes=minutes)) for minutes in (5, 8))
WAIT, GO_ON = "Wait until we ring.", "Go on as planned."
ASKED = told(OtherBody.POLICE, "ava")


def words_of(case, session, qtbot):
    panel = BodyPanel(session, case)
    qtbot.addWidget(panel)
    return "\n".join(one.text() for one in panel.findChildren(QLabel))


def test_the_card_says_what_was_asked_last_though_it_was_written_down_first(session, qtbot):
    calls = contact(at=NOON, instructions=GO_ON), contact(at=MORNING, instructions=WAIT)
    words = words_of(concern_case(NAMED, ASKED, *calls), session, qtbot)
    assert f"Asked of the college: {GO_ON}" in words
    assert WAIT not in words


def test_the_card_says_whom_nobody_speaks_with_and_what_is_kept_while_it_holds(session, qtbot):
    asks = {
        "people_asked": (AskedOfPerson(who="ava", what=Restraint.NOT_SPOKEN),),
        "keep": (
            AskedToKeep(what="Both chats"),
            AskedToKeep(what="The old phone", until=date(2026, 11, 18)),
        ),
    }
    words = words_of(concern_case(NAMED, ASKED, contact(**asks)), session, qtbot)
    assert "nobody speaks with Ava Stone about it until they say otherwise" in words
    assert "Both chats" in words
    assert "The old phone" not in words


def test_the_card_of_another_body_does_not_say_what_the_first_asked(session, qtbot):
    case = concern_case(NAMED, told(OtherBody.LADO, "coach"), ASKED, contact(instructions=WAIT))
    assert words_of(case, session, qtbot).count(WAIT) == 1


def test_steps_stand_in_the_order_in_which_they_happened(session, qtbot):
    calls = contact(at=NOON, spoke_to="PC 2"), contact(at=MORNING, spoke_to="PC 1")
    words = words_of(concern_case(NAMED, ASKED, *calls), session, qtbot)
    assert words.index("PC 1") < words.index("PC 2")
