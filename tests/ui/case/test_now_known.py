"""What somebody now knows is ticked as the form is filled in, until its writer ticks otherwise."""

import pytest

from app.casework.recording import Correction, seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.knowledge import Topic
from app.domain.forms.parents import ParentContact
from app.domain.kit.answers import Involved, Role, YesNoUnknown
from app.ui.handling.handling import HandlingTab
from tests.casefold import AVA, BEN, concern
from tests.domain.people_of_two import MET, PARENTS
from tests.sessions import Clock, new_desk

KNOWN = {Topic.HAPPENED, Topic.PICTURED}


@pytest.fixture
def handling(qtbot, tmp_path):
    """The handling of a case in which Ava is pictured and Ben shared it."""
    session = new_desk(tmp_path / "casebook", Clock())
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.SHARED,)))
    case = seal(session, ConcernReceived, concern(people=people))
    case = seal(session, *PARENTS, case=case)
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.show_case(case)
    made.show()
    yield made
    session.close()


def ticked(panel):
    return set(panel.view.answers().get("now_know") or ())


def say(panel, **answers):
    for name, answer in answers.items():
        panel.view.editor(name).set_value(answer)


def test_nothing_is_ticked_before_it_is_said_that_somebody_was_reached(handling):
    panel = handling.open_form(ParentContact, about="dee")
    say(panel, child="ava")
    assert ticked(panel) == set()
    say(panel, reached=YesNoUnknown.YES)
    assert ticked(panel) == KNOWN


def test_it_follows_whom_the_form_is_about(handling):
    panel = handling.open_form(ParentContact, about="dee")
    say(panel, child="ava", reached=YesNoUnknown.YES)
    say(panel, child="ben")
    assert ticked(panel) == {Topic.HAPPENED, Topic.SHARED}


def test_each_chip_says_in_few_words_what_its_name_says_in_full(handling):
    panel = handling.open_form(ParentContact, about="dee")
    editor = panel.view.editor("now_know")
    assert [(tick.text(), tick.accessibleName()) for _, tick in editor.ticks] == [
        (topic.short, topic.label) for topic in Topic
    ]
    editor.ticks[-1][1].click()
    assert editor.value() == (Topic.DEVICE,)


def test_what_its_writer_ticked_stays(handling):
    panel = handling.open_form(ParentContact, about="dee")
    say(panel, child="ava", reached=YesNoUnknown.YES)
    say(panel, now_know=(Topic.POLICE,))
    say(panel, child="ben")
    assert ticked(panel) == {Topic.POLICE}


def test_what_was_unticked_stays_so_in_its_draft(handling):
    panel = handling.open_form(ParentContact, about="dee")
    say(panel, child="ava", reached=YesNoUnknown.YES)
    say(panel, now_know=None, told="That she is safe.")
    panel.keep_draft()
    again = handling.open_form(ParentContact)
    assert again.view.answers()["told"] == "That she is safe."
    say(again, told="That she is safe, and home.")
    assert ticked(again) == set()


@pytest.mark.parametrize("left", [(), (Topic.HAPPENED,)])
def test_a_correction_begins_with_what_its_entry_ticked(handling, left):
    met = MET | {"now_know": left, "happened": "A picture of Ava was shared."}
    case = seal(handling.session, ParentContact, met, case=handling.case)
    handling.show_case(case)
    handling.correct(case.current[-1].sealed.id)
    panel = handling._middle.shown
    assert isinstance(panel.correction, Correction)
    assert ticked(panel) == set(left)
