"""The removal wizard: from the first question to the record, back, later, and under a hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget

from app.casework import drafts
from app.casework.drafts import kept
from app.casework.recording import seal
from app.domain.forms.any_time import SignsFound
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import moment
from app.domain.kit.stage import Stage
from app.removal.questions import STEPS
from app.ui import theme
from app.ui.handling.handling import HandlingTab
from app.ui.theme import Scheme
from tests.casefold import NOW
from tests.ui.removal.pressing import (
    PLACE,
    fill_record,
    fill_what,
    pick,
    press,
    say,
    shown,
    to_routes,
)


def test_a_removal_goes_from_the_first_question_to_the_record(open_wizard, case, qtbot):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_public_form")
    press(wizard, "wizard_next")
    text = wizard.findChild(QWidget, "request_text").toPlainText()
    assert f"Where it is: {PLACE}" in text
    press(wizard, "wizard_next")
    fill_record(wizard)
    with qtbot.waitSignal(wizard.recorded) as recorded:
        press(wizard, "wizard_finish")
    (now,) = recorded.args
    (request,) = now.requests.values()
    assert request.opened.route is RouteKind.PUBLIC_FORM
    assert request.opened.service == "tiktok"
    assert request.opened.text == text
    assert request.opened.done_by is DoneBy.STAFF
    assert request.opened.copy in now.copies


def test_the_words_hold_no_name_though_the_case_does(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_statutory")
    press(wizard, "wizard_next")
    text = wizard.findChild(QWidget, "request_text").toPlainText()
    assert "Ava" not in text
    assert "Stone" not in text
    wizard.findChild(QLineEdit, "category").setText("About Ava")
    press(wizard, "wizard_next")
    assert wizard.currentId() == 3
    assert "may tell who somebody of this case is" in shown(wizard)


def test_a_statutory_report_goes_on_only_with_all_six_statements(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_statutory")
    press(wizard, "wizard_next")
    ticks = [tick for _, tick in wizard.steps[3].views["statements"].editor("statements").ticks]
    assert len(ticks) == 6
    for tick in ticks[:5]:
        tick.click()
    press(wizard, "wizard_next")
    assert wizard.currentId() == 3
    assert "all six" in shown(wizard)
    ticks[5].click()
    press(wizard, "wizard_next")
    assert wizard.currentId() == 4


def test_back_goes_back_through_every_step_and_loses_nothing(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_iwf")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    for _ in range(4):
        press(wizard, "wizard_back")
    assert wizard.currentId() == 0
    assert wizard.findChild(QLineEdit, "where_it_is").text() == PLACE
    for _ in range(4):
        press(wizard, "wizard_next")
    assert wizard.route.route is RouteKind.IWF
    assert wizard.findChild(QWidget, "why").toPlainText().startswith("Fastest")


def test_later_keeps_what_was_typed_and_comes_back_to_the_same_step(
    open_wizard, session, case, qtbot
):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_report_remove")
    with qtbot.waitSignal(wizard.left):
        press(wizard, "wizard_later")
    (typed,) = kept(session)
    again = open_wizard(case, typed=typed)
    assert again.currentId() == 2
    assert again.route.route is RouteKind.REPORT_REMOVE
    assert again.findChild(QLineEdit, "where_it_is").text() == PLACE


def test_escape_puts_it_aside_and_keeps_it(open_wizard, session, case, qtbot):
    wizard = open_wizard(case)
    wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    with qtbot.waitSignal(wizard.left):
        QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert len(kept(session)) == 1


def test_half_a_date_is_kept_as_it_was_typed(open_wizard, session, case):
    wizard = open_wizard(case)
    day = wizard.steps[4].views["sent"].findChild(QLineEdit, "sent_at")
    day.setText("19 No")
    wizard.keep_draft()
    (typed,) = kept(session)
    again = open_wizard(case, typed=typed)
    assert again.steps[4].views["sent"].findChild(QLineEdit, "sent_at").text() == "19 No"


def test_discard_drops_the_draft(open_wizard, session, case, qtbot):
    wizard = open_wizard(case)
    wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    wizard.keep_draft()
    with qtbot.waitSignal(wizard.discarded):
        press(wizard, "wizard_discard")
    assert drafts.kept(session) == ()


@pytest.fixture
def held_case(session, case):
    found = {"adult": YesNoUnknown.YES, "found_by": session.as_staff, "found_at": moment(NOW)}
    return seal(session, SignsFound, {**found, "how": "She said so."}, case=case)


def test_under_a_hold_no_route_that_removes_is_suggested_until_it_is_agreed(open_wizard, held_case):
    wizard = open_wizard(held_case)
    to_routes(wizard, exploited=YesNoUnknown.YES)
    assert not wizard.findChild(QAbstractButton, "take_statutory").isEnabled()
    assert wizard.findChild(QAbstractButton, "take_report_remove") is None
    assert "Wait for the agreement of the police" in shown(wizard)
    assert wizard.findChild(QAbstractButton, "take_ceop").isEnabled()
    press(wizard, "wizard_back")
    say(wizard, "hold_agreed", YesNoUnknown.NO)
    press(wizard, "wizard_next")
    assert not wizard.findChild(QAbstractButton, "take_statutory").isEnabled()
    press(wizard, "wizard_back")
    say(wizard, "hold_agreed", YesNoUnknown.YES)
    wizard.findChild(QLineEdit, "police_agreed").setText("PC 4417 A. Singh, today 11:20")
    press(wizard, "wizard_next")
    assert wizard.findChild(QAbstractButton, "take_statutory").isEnabled()
    assert wizard.findChild(QAbstractButton, "take_report_remove").isEnabled()
    assert wizard.findChild(QAbstractButton, "made_report_remove") is None


def test_under_a_hold_what_the_learner_has_reported_is_recorded_with_the_reason(
    open_wizard, held_case, qtbot
):
    wizard = open_wizard(held_case)
    to_routes(wizard, exploited=YesNoUnknown.YES)
    made = wizard.findChild(QAbstractButton, "made_report_remove")
    assert made.accessibleName() == "Record the learner’s own report: Report Remove"
    assert "nobody forbids it" in made.accessibleDescription()
    press(wizard, "made_report_remove")
    press(wizard, "wizard_next")
    assert wizard.currentId() == 4, "there are no words to write"
    fill_record(wizard, done_by="Learner")
    press(wizard, "wizard_finish")
    assert "it may be made now if the learner wants it now" in shown(wizard)
    wizard.findChild(QWidget, "despite").setPlainText("She did it herself last night.")
    with qtbot.waitSignal(wizard.recorded) as recorded:
        press(wizard, "wizard_finish")
    (request,) = recorded.args[0].requests.values()
    assert request.opened.despite == "She did it herself last night."


def test_no_box_takes_a_password_or_a_pin(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_iwf")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    wizard.findChild(QLineEdit, "reference").setText("Childline login: river_22")
    press(wizard, "wizard_finish")
    assert "tear-off slip" in shown(wizard)


def test_copying_says_first_that_the_words_leave_the_casebook(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_iwf")
    press(wizard, "wizard_next")
    press(wizard, "copy_words")
    assert QGuiApplication.clipboard().text() == ""
    message = wizard.findChild(QDialog, "message")
    assert "leaves the casebook" in message.accessibleDescription()
    press(message, "message_yes")
    assert "I report an intimate image of a person under 18." in QGuiApplication.clipboard().text()


def test_the_learner_gets_a_card_and_a_slip_for_their_own_route(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_report_remove")
    press(wizard, "wizard_next")
    text = wizard.findChild(QWidget, "request_text").toPlainText()
    assert text.startswith("Your next steps")
    assert "0800 1111: Childline" in text
    assert "Yours to keep" in text


def test_a_service_not_in_the_list_is_told_what_to_choose(open_wizard, case):
    wizard = open_wizard(case)
    fill_what(wizard, service="Nowhere")
    press(wizard, "wizard_next")
    assert wizard.currentId() == 0
    assert "Another website" in shown(wizard)


def test_a_removal_stays_within_its_budget(open_wizard, case, qtbot):
    """J3: five steps at most. Counted: answers asked for, and presses from first to last."""
    wizard = open_wizard(case)
    assert len(STEPS) == len(wizard.pageIds()) == 5
    to_routes(wizard)
    press(wizard, "take_iwf")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    asked = [
        question
        for step in wizard.steps
        for view in step.views.values()
        if not view.isHidden()
        for question in questions_of(view.form)
        if question.needed(view.answers())
    ]
    assert len(asked) <= 12, [question.name for question in asked]
    with qtbot.waitSignal(wizard.recorded):
        press(wizard, "wizard_finish")


def test_the_next_route_is_offered_after_the_first_was_taken(open_wizard, case, qtbot):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_report_remove")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard, done_by="Learner")
    with qtbot.waitSignal(wizard.recorded) as recorded:
        press(wizard, "wizard_finish")
    again = open_wizard(recorded.args[0])
    to_routes(again)
    words = shown(again)
    assert "do not ask again" in words
    assert again.route.cards[1].findChild(QLabel, "next_route").isVisibleTo(again)


@pytest.mark.parametrize("name", ["wizard_back", "wizard_next", "wizard_later", "wizard_discard"])
def test_every_button_says_what_it_does(open_wizard, case, name):
    assert open_wizard(case).findChild(QAbstractButton, name).accessibleName()


@pytest.fixture
def handling(session, case, qtbot):
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.show_case(case)
    return made


def test_the_stage_of_copies_leads_to_the_wizard_and_back(handling, qtbot):
    handling.open_stage(Stage.CONTAINMENT)
    press(handling, "ask_for_removal")
    wizard = handling.findChild(QWidget, "removal_wizard")
    wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    press(wizard, "wizard_later")
    go_on = next(
        one for one in handling.findChildren(QAbstractButton) if one.objectName()[:6] == "go_on_"
    )
    go_on.click()
    again = handling._middle.shown.wizard
    assert again.findChild(QLineEdit, "where_it_is").text() == PLACE


def test_the_stage_of_copies_has_one_way_to_ask_and_one_to_record_what_was_asked(handling):
    handling.open_stage(Stage.CONTAINMENT)
    ask, record = (
        handling.findChild(QAbstractButton, name)
        for name in ("ask_for_removal", "record_removal_requested")
    )
    assert ask.text().strip() == "Ask for removal"
    assert record.text().strip() == "Record a request made elsewhere"


def test_a_request_whose_answer_is_due_leads_to_the_route_after_it(handling, session, case):
    answers = {
        "route": RouteKind.REPORT_REMOVE,
        "service_name": "Report Remove",
        "done_by": DoneBy.LEARNER,
        "sent_at": moment(NOW),
        "where_it_is": PLACE,
        "why": "It is on a public page.",
    }
    case = seal(session, RemovalRequested, answers, case=case)
    handling.show_case(case)
    (request,) = case.requests
    handling.open_due(RemovalRequested, DueKey(DueKind.REMOVAL_DUE, request))
    wizard = handling.findChild(QWidget, "removal_wizard")
    assert wizard.findChild(QLineEdit, "where_it_is").text() == PLACE


def test_what_is_typed_in_the_wizard_is_kept_when_the_casebook_is_locked(handling, session):
    handling.open_removal()
    handling._middle.shown.wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    handling.keep_draft()
    (typed,) = kept(session)
    assert PLACE in typed.raw["wizard"]


def test_the_plain_form_leaves_the_wizards_draft_alone(handling, session):
    handling.open_removal()
    handling._middle.shown.wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    panel = handling.open_form(RemovalRequested)
    assert panel.draft != kept(session)[0].id


def test_bodies_and_law_are_those_of_where_the_learner_lives(open_wizard, case):
    wizard = open_wizard(case)
    fill_what(wizard)
    press(wizard, "wizard_next")
    told = wizard.findChild(QLabel, "nation_words")
    assert "Protection of Children Act 1978" in told.text()
    pick(wizard, "nation", "Scotland")
    assert "Police Scotland" in told.text()
    assert "check first" in told.text()


def test_advice_needs_nobodys_agreement_under_a_hold(open_wizard, held_case, qtbot):
    wizard = open_wizard(held_case)
    to_routes(wizard, exploited=YesNoUnknown.YES)
    press(wizard, "take_posh")
    press(wizard, "wizard_next")
    press(wizard, "wizard_next")
    fill_record(wizard)
    with qtbot.waitSignal(wizard.recorded):
        press(wizard, "wizard_finish")


@pytest.mark.looks
def test_the_look_changes_while_the_wizard_is_open(open_wizard, case, qapp):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "wizard_back")
    press(wizard, "wizard_next")  # the cards of before are still to be deleted
    for scheme in (Scheme.DARK, Scheme.LIGHT, Scheme.DARK, Scheme.LIGHT):
        theme.apply(qapp, scheme)
        QApplication.processEvents()
        ink = qapp.palette().windowText()
        assert wizard.palette().windowText() == ink
        assert wizard.steps[2].cards[0].palette().windowText() == ink


def test_the_cursor_goes_into_each_step_when_next_is_pressed_by_keyboard(open_wizard, case, qtbot):
    wizard = open_wizard(case)

    def in_step():
        return wizard.currentPage().isAncestorOf(wizard.focusWidget())

    qtbot.waitUntil(in_step)
    fill_what(wizard)
    forward = wizard.findChild(QAbstractButton, "wizard_next")
    forward.setFocus()
    QTest.keyClick(forward, Qt.Key.Key_Space)
    assert wizard.currentId() == 1
    qtbot.waitUntil(in_step)
