"""What a body asked the college not to delete, met again in the removal wizard."""

from PySide6.QtWidgets import QWidget

from app.casework.recording import seal
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.kit.moments import moment
from tests.casefold import NOW
from tests.domain.people_of_two import CALLED, POLICE
from tests.ui.removal.pressing import fill_record, press, shown, to_routes

KEEP = {"what": "Both chats."}


def test_what_a_body_asked_to_keep_stands_above_the_questions_and_never_traps(
    open_wizard, session, case, qtbot
):
    lado = POLICE | {"body": OtherBody.LADO, "name": "LADO, Exampleshire"}
    case = seal(session, BodyReferralOpened, lado, case=case)
    asked = CALLED | {"referral": case.entries[-1].sealed.id, "keep": (KEEP,), "at": moment(NOW)}
    case = seal(session, BodyContact, asked, case=case)
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "wizard_back")
    assert "that this is not deleted until they say otherwise: Both chats" in shown(wizard)
    press(wizard, "wizard_next")
    press(wizard, "take_public_form")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    press(wizard, "wizard_finish")
    wizard.findChild(QWidget, "despite").setPlainText("It spreads by the minute.")
    with qtbot.waitSignal(wizard.recorded):
        press(wizard, "wizard_finish")
