"""A word in a removal request that may be a name: it may stand for a reason, as in any document."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.forms.sharing import LeakReleased
from tests.ui.removal.pressing import press, to_routes


def test_words_that_are_nobodys_name_may_stand_for_a_reason_and_the_wizard_goes_on(
    open_wizard, case, qtbot
):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_public_form")
    press(wizard, "wizard_next")
    wizard.findChild(QLineEdit, "category").setText("Stone walls")
    press(wizard, "wizard_next")
    assert wizard.currentId() == 3
    press(wizard, "false_alarm_1")
    wizard.findChild(QWidget, "why_1").setPlainText("A wall, and nobody’s name.")
    with qtbot.waitSignal(wizard.grown):
        press(wizard, "let_stand_1")
    assert len(wizard.case.all_of(LeakReleased)) == 1
    press(wizard, "wizard_next")
    assert wizard.currentId() == 4
