"""What the removal wizard asks about once, and then records."""

from app.domain.kit.moments import moment
from tests.casefold import NOW
from tests.ui.removal.pressing import fill_record, press, shown, to_routes


def test_a_day_far_from_the_case_is_asked_about_once_and_recorded(open_wizard, case, qtbot):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_public_form")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    long_ago = moment(NOW.replace(year=2024))
    wizard.steps[4].views["sent"].editor("sent_at").set_value(long_ago)
    press(wizard, "wizard_finish")
    assert "before this concern. Is the year right?" in shown(wizard)
    with qtbot.waitSignal(wizard.recorded) as recorded:
        press(wizard, "wizard_finish")
    (request,) = recorded.args[0].requests.values()
    assert request.opened.sent_at == long_ago
