"""A case taken in and reviewed without a mouse."""

from PySide6.QtCore import Qt

from app.domain.forms.concern import ConcernReceived
from app.domain.forms.review import InitialReview
from app.domain.kit.stage import Stage
from tests.journeys.keyboard import Keyboard, take_in_concern

NINE = ("risk_now", "refer", "view", "more", "spread", "remove", "facts", "elsewhere", "parents")


def test_concern_referral_and_review_are_reached_and_recorded_by_keys_alone(opened):
    keyboard = Keyboard(opened)
    keyboard.enter("today_new")
    take_in_concern(keyboard, harm="y")
    keyboard.enter("add_to_record")
    keyboard.walk_to("stage_review", "stage_concern")
    keyboard.enter()
    keyboard.tab_to("held_at")
    keyboard.write("now")
    keyboard.choose("chair")
    for question in NINE:
        keyboard.tab_to(question)
        keyboard.write("k")
        keyboard.tab_to(f"{question}_why")
        keyboard.write("Not settled.")
    keyboard.enter("add_to_record")
    assert [type(entry.form) for entry in opened.page.case.entries] == [
        ConcernReceived,
        InitialReview,
    ]
    keyboard.enter("refer_now")
    opened.settle()
    assert opened.panel.form.__name__ == "ReferralOpened"
    keyboard.press(Qt.Key.Key_Tab)
    assert opened.panel.isAncestorOf(keyboard.at)


def test_the_tab_key_comes_round_to_everything_after_somebody_was_added(opened):
    keyboard = Keyboard(opened)
    keyboard.enter("today_new")
    take_in_concern(keyboard)
    for name in ("add_to_record", "rail_today", "reported_by", "people.1.name", "people"):
        keyboard.tab_to(name)


def test_the_tab_key_comes_round_to_everything_after_a_row_was_added(guide, sealed):
    sealed("01-passed-on", "concern")
    guide.press("stage_containment")
    guide.press("record_copies_found")
    keyboard = Keyboard(guide)
    keyboard.enter("copies")
    for name in ("copies.2.held_by", "copies", "add_to_record", "tab_handling", "copies.1.held_by"):
        keyboard.tab_to(name)


def test_after_an_entry_without_a_next_form_the_focus_is_on_the_stage_shown(guide, sealed):
    sealed("03-device-held", "taken")
    keyboard = Keyboard(guide)
    guide.press("stage_imagery")
    guide.press("record_device_moved")
    keyboard.tab_to("add_to_record")
    guide.page.handling.open_stage(Stage.IMAGERY)
    guide.settle()
    assert keyboard.at.objectName() == "stage_imagery"
