"""A form whose answers disagree with what stands says so at once, and asks which holds."""

import pytest
from PySide6.QtWidgets import QApplication

from app.casework import drafts
from app.casework.recording import seal
from app.domain.forms.any_time import Holds, SignsFound, WhichHolds
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.ui.handling.handling import HandlingTab
from tests.casefold import DSL, NOW, concern
from tests.sessions import Clock, new_desk

ANSWERS = {"found_at": moment(NOW), "found_by": DSL, "how": "Asked her again."}


@pytest.fixture
def panel(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show_case(seal(session, ConcernReceived, concern(harm=YesNoUnknown.YES)))
    made.show()
    panel = made.open_form(SignsFound)
    QApplication.processEvents()
    for name, answer in ANSWERS.items():
        panel.view.editor(name).set_value(answer)
    yield panel
    session.close()


def test_it_is_said_at_once_and_gone_once_the_answers_agree(panel):
    assert panel.which.isHidden()
    panel.view.editor("harm").set_value(YesNoUnknown.NO)
    assert not panel.which.isHidden()
    assert not panel.disagree.isHidden()
    panel.view.editor("harm").set_value(YesNoUnknown.YES)
    assert panel.which.isHidden()
    assert panel.disagree.isHidden()


def test_the_form_is_sealed_once_it_is_said_which_holds_and_why(panel, qtbot):
    panel.view.editor("harm").set_value(YesNoUnknown.NO)
    with qtbot.assertNotEmitted(panel.recorded):
        panel.add_to_record()
    panel.which.view.editor("holds").set_value(Holds.THIS)
    panel.which.view.editor("why").set_value("She was asked by name.")
    with qtbot.waitSignal(panel.recorded) as recorded:
        panel.add_to_record()
    (case,) = recorded.args
    assert isinstance(case.entries[-1].form, WhichHolds)
    assert case.entries[-1].form.holds is Holds.THIS


def test_what_was_typed_of_it_is_kept_in_the_draft_and_comes_back(panel):
    panel.view.editor("harm").set_value(YesNoUnknown.NO)
    panel.which.view.editor("why").set_value("She was asked.")
    panel.keep_draft()
    (kept,) = drafts.kept(panel.session)
    tab = panel.parent()
    while not isinstance(tab, HandlingTab):
        tab = tab.parent()
    again = tab.open_form(SignsFound, typed=kept)
    assert again.which.answers()["why"] == "She was asked."
