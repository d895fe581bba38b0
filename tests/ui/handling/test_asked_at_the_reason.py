"""A reason that goes against what was asked: what stands is shown at it, once, and lets through."""

import pytest
from PySide6.QtWidgets import QLabel

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.deletion import DeletionDecided
from app.domain.kit.answers import Involved, Role
from app.ui.handling.form_panel import FormPanel
from app.ui.widgets.parts import Banner
from app.ui.widgets.picker import Tick
from tests.casefold import AVA, BEN, concern
from tests.domain.ledger import FIRST
from tests.domain.test_asked_at_the_reason import AGAINST, KEPT, OF_AVA, asks_to_keep
from tests.sessions import Clock, new_desk


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(tmp_path, clock):
    made = new_desk(tmp_path / "casebook", clock)
    yield made
    made.close()


@pytest.mark.parametrize(
    "which", ["everything is kept, the college deletes", "the police spoke of it, it is moved"]
)
def test_it_is_shown_at_the_reason_and_a_second_press_records_it(qtbot, session, clock, which):
    entries, (form, answers), says = AGAINST[which]
    case = seal(session, ConcernReceived, concern())
    clock.forward(hours=4)
    for number, (before, given) in enumerate(entries, start=2):
        case = seal(session, before, given, case=case, entry=f"entry-{number}")
    panel = FormPanel(session, form, case)
    qtbot.addWidget(panel)
    panel.show()
    panel.view.set_answers(answers)
    assert says in panel.before.findChild(Banner, "instructions").findChild(QLabel).text()
    panel.add.click()
    assert panel.view.sheet.fields["why"].problem.words.startswith(says)
    with qtbot.waitSignal(panel.recorded) as recorded:
        panel.add.click()
    assert recorded.args[0].latest(form).why == answers["why"]


def test_a_copy_of_somebody_else_who_is_ticked_is_asked_about_with_their_name(
    qtbot, session, clock
):
    people = tuple(Involved(one, (Role.RECEIVED,)) for one in (AVA, BEN))
    case = seal(session, ConcernReceived, concern(people=people))
    clock.forward(hours=4)
    for number, (before, given) in enumerate(asks_to_keep(FIRST), start=2):
        case = seal(session, before, given, case=case, entry=f"entry-{number}")
    panel = FormPanel(session, DeletionDecided, case)
    qtbot.addWidget(panel)
    panel.show()
    panel.view.set_answers(OF_AVA)
    assert panel.also.asked_about(OF_AVA) == ()
    (ben,) = (one for one in panel.also.findChildren(Tick) if one.words == "Ben Marsh")
    ben.setChecked(True)
    (asked,) = panel.also.asked_about(OF_AVA)
    assert asked.sentence.startswith(f"Ben Marsh: {KEPT}")
