"""One form for several people: ticks below it, an entry for each, and refusals with their name."""

import pytest

from app.casework.recording import Correction, seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.kit.checks import Problem
from app.ui.handling.form_panel import FormPanel
from app.ui.widgets.picker import Tick
from tests.casefold import concern
from tests.casework.test_several import CHAT, NOT_HELD, Involved, Role
from tests.sessions import Clock, new_desk


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    yield made
    made.close()


@pytest.fixture
def chat(session):
    people = tuple(Involved(one, (Role.RECEIVED,)) for one in CHAT)
    return seal(session, ConcernReceived, concern(people=people))


@pytest.fixture
def panel(qtbot, session, chat):
    made = FormPanel(session, ConversationNotHeld, chat)
    qtbot.addWidget(made)
    made.show()
    return made


def ticks(panel):
    return [one for one in panel.also.findChildren(Tick) if not one.isHidden()]


def test_nobody_is_offered_until_the_form_says_whom_it_is_about(panel):
    assert panel.also.isHidden()
    panel.view.set_answers(NOT_HELD)
    assert [one.words for one in ticks(panel)] == [one.name for one in CHAT[1:]]
    panel.view.editor("learner").set_value("chat-3")
    assert [one.words for one in ticks(panel)] == [one.name for one in (*CHAT[:2], *CHAT[3:])]


def test_who_is_ticked_stays_ticked_when_the_form_turns_to_somebody_else(panel):
    panel.view.set_answers(NOT_HELD)
    ticks(panel)[4].setChecked(True)
    panel.view.editor("learner").set_value("chat-3")
    assert [one.words for one in panel.also._chosen()] == ["Learner 06"]


def test_one_press_seals_an_entry_for_each(panel, qtbot):
    panel.view.set_answers(NOT_HELD)
    panel.also._all.click()
    assert panel.add.text() == "Add 14 entries to record"
    with qtbot.waitSignal(panel.recorded) as recorded:
        panel.add.click()
    (case,) = recorded.args
    assert [form.learner for form in case.all_of(ConversationNotHeld)] == [one.id for one in CHAT]


def test_a_refusal_for_one_of_them_names_them_and_seals_nothing(panel, session, chat, monkeypatch):
    def held_back(_session, _form, answers, _case):
        sentence = "The police ask that somebody speaks with them today."
        return (Problem("learner", sentence),) if answers["learner"] == "chat-2" else ()

    monkeypatch.setattr("app.casework.several.missing_now", held_back)
    panel.view.set_answers(NOT_HELD)
    ticks(panel)[0].setChecked(True)
    panel.add.click()
    assert any("Learner 02: The police ask" in problem.sentence for problem in panel.view._problems)
    assert len(session.casebook.journal.entries(chat.id)) == 1


def test_a_correction_is_for_the_one_it_corrects(qtbot, session, chat):
    case = seal(session, ConversationNotHeld, NOT_HELD, case=chat)
    wrong = Correction(case.current[-1].root, "Misheard.")
    made = FormPanel(session, ConversationNotHeld, case, given=NOT_HELD, correction=wrong)
    qtbot.addWidget(made)
    assert made.also.isHidden()


def test_a_form_about_one_person_offers_nobody_else(qtbot, session, chat):
    made = FormPanel(session, ConcernReceived, chat)
    qtbot.addWidget(made)
    assert made.also.isHidden()
