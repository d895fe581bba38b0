"""Two families in one case: each gets its paper, and nobody's name reaches the other."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit

from app.domain.case.case import documents_of
from app.domain.forms.sharing import LeakReleased
from app.tour.hand import type_into, write
from app.ui.case.page import CasePage

LEAKY = "R. Okafor rings you. Leena Croft is told apart, and Lenny drives the bus."
CLEAN = "R. Okafor rings you. Lenny drives the bus."


@pytest.fixture
def told(sealed):
    """The journey of a case with several families, once all of them were spoken with."""
    return sealed("05-group-chat", "hana-told")


def rewrite(journey, words):
    """Answer the correction that is open: what happens next, and why it is corrected."""
    panel = journey.guide.panel
    journey.hand.fill(panel.view.sheet, {"next_step": words})
    journey.hand.fill(panel.why.sheet, {"corrects_why": "As it was said."})
    journey.guide.press("add_to_record")


def text_on(page):
    """Every label that can be seen on the page of a case."""
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def names_to_correct(guide):
    """What the buttons that lead to an entry say aloud, place by place."""
    found = guide.shown.findChildren(QAbstractButton)
    return [
        one.accessibleName()
        for one in found
        if one.objectName().startswith("correct_leak_") and one.isVisibleTo(guide.shown)
    ]


def test_a_name_of_another_family_is_refused_put_right_let_stand_and_found_again(told):
    guide = told.guide
    guide.correct(guide.page.case.entries[-2].root)
    rewrite(told, LEAKY)
    guide.press("tab_documents")
    guide.press("make_parent_summary_1")
    guide.press("issue")
    assert [one.key for one in documents_of(guide.page.case)] == ["parent_summary"]
    guide.press("back")
    guide.press("make_parent_summary_2")
    assert "Lena" not in text_on(guide.page)  # its reader may look on
    guide.press("issue")
    assert names_to_correct(guide) == ["Correct the entry: Leena", "Correct the entry: Lenny"]
    assert len(documents_of(guide.page.case)) == 1

    guide.press("false_alarm_2")
    type_into(guide.find(QPlainTextEdit, "why_2"), "The driver.")
    guide.press("correct_leak_1")
    rewrite(told, CLEAN)
    assert guide.page.stack.currentWidget() is guide.page.preview  # back without being asked
    guide.press("issue")
    assert names_to_correct(guide) == ["Correct the entry: Lenny"]
    guide.press("false_alarm_1")
    write(guide.find(QPlainTextEdit, "why_1"), "The driver of the bus.")
    guide.press("let_stand_1")
    assert len(guide.page.case.all_of(LeakReleased)) == 1
    issued = documents_of(guide.page.case)
    assert [one.number[-2:] for one in issued] == ["D1", "D2"]

    guide.press("rail_documents")
    guide.find(QLineEdit, "check_words").setText(issued[-1].words)
    guide.press("check_typed")
    assert issued[-1].number in guide.find(QLabel, "check_sentence").text()
    guide.press(f"case_of_{issued[-1].number}")
    assert guide.find(CasePage, "case_page").case.id == guide.page.case.id


def test_after_one_place_was_let_stand_the_keyboard_is_at_the_next(told):
    guide = told.guide
    guide.correct(guide.page.case.entries[-2].root)
    rewrite(told, LEAKY)
    guide.press("tab_documents")
    guide.press("make_parent_summary_2")
    guide.press("issue")
    guide.press("false_alarm_2")
    write(guide.find(QPlainTextEdit, "why_2"), "The driver of the bus.")
    guide.press("let_stand_2")
    assert guide.shown.focusWidget().objectName() == "false_alarm_1"
    assert QApplication.clipboard().text() == ""
