"""The stages of handling through the windows: for whom, and picked up again where it was left."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.ui.handling.form_panel import FormPanel
from app.ui.handling.stage_record import StageRecord
from app.ui.widgets.parts import Banner


@pytest.fixture
def started(guide, sealed):
    """The guide, in a case in which two learners and three of their parents are named."""
    sealed("02-demands", "named", only=("concern", "named"))
    guide.press("tab_handling")
    return guide


def panel_of(guide):
    return guide.find(FormPanel, "form_panel")


def answered(guide, name):
    return guide.page.case.names.get(panel_of(guide).view.answers().get(name))


def test_a_stage_names_everyone_it_is_still_to_do_for_and_begins_with_that_person(started):
    started.press("stage_conversation")
    started.press("record_for_2")
    assert answered(started, "learner") == "Noah Reed"
    started.press("stage_parents")
    started.press("record_for_1")
    assert answered(started, "parent") == "Fern Grant"


def test_two_conversations_left_in_the_middle_are_both_there_to_go_on_with(started):
    for number, words in ((1, "Isla says"), (2, "Noah says")):
        started.press("stage_conversation")
        started.press(f"record_for_{number}")
        QTest.keyClicks(panel_of(started).view.sheet.spot("contains"), words)
    started.press("stage_conversation")
    record = started.find(StageRecord, "stage_record")
    waiting = [b for b in record.findChildren(QPushButton) if b.objectName().startswith("go_on_")]
    assert len(waiting) == 2
    kept = set()
    for name in [button.objectName() for button in waiting]:
        started.press("stage_conversation")
        started.press(name)
        kept.add((answered(started, "learner"), panel_of(started).view.answers()["contains"]))
    assert kept == {("Isla Grant", "Isla says"), ("Noah Reed", "Noah says")}


def test_a_question_offers_only_the_people_it_can_be_about(started):
    started.press("stage_parents")
    started.press("record_parent_contact")
    sheet = panel_of(started).view.sheet
    offered = {
        name: [sheet.spot(name).itemText(at) for at in range(1, sheet.spot(name).count())]
        for name in ("parent", "child")
    }
    assert offered["parent"] == ["Fern Grant", "Gil Grant"]
    assert [name.split(",")[0] for name in offered["child"]] == [
        "Isla Grant",
        "Noah Reed",
        "Theo Lund",
    ]


def test_opening_the_form_for_demands_calls_for_referral_before_a_word_is_typed(started):
    started.press("add_demands_recorded")
    assert panel_of(started).findChild(Banner, "sign_banner").isVisible()


@pytest.mark.looks
def test_every_stage_fits_a_small_laptop(started):
    assert started.shown.height() == 768
