"""Beside the draft of a letter stands what is of another day, with a box for how it is now."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from app.casework import drafts
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import HowItIsNow
from app.domain.forms.social_care import ReferralOpened
from app.ui.case.page import CasePage
from app.ui.case_papers.stale_panel import StaleBox
from tests.casefold import concern
from tests.domain.test_case import OPENED
from tests.sessions import Clock, new_desk
from tests.ui.case.test_leaks import DOCUMENTS, press, seen


@pytest.fixture
def page(qtbot, tmp_path):
    """The page of a case referred yesterday, with the draft of its letter."""
    clock = Clock()
    session = new_desk(tmp_path / "casebook", clock)
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED | {"child": "ava"}, case=case)
    clock.at += timedelta(days=1)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case.id)
    made.show_tab(DOCUMENTS)
    press(made, "make_social_care_1")
    yield made
    session.close()


def boxes(page):
    return [box for box in page.findChildren(StaleBox) if box.isVisibleTo(page)]


def write(page, place, words):
    seen(page, QPlainTextEdit, f"now_{place}").setPlainText(words)


def test_each_line_of_another_day_has_a_box_that_names_it(page):
    shown = [box._stale for box in boxes(page)]
    assert [one.words for one in shown] == [
        OPENED["why_now"],
        OPENED["safe_now"],
        OPENED["asked_for"],
        OPENED["threshold"].label,
    ]
    assert {one.lead for one in shown} == {"When referred, 19 Nov 2026, 10:22"}


def test_what_is_typed_is_recorded_with_the_issue_and_printed_in_the_letter(page):
    write(page, 2, "At home with her mother.")
    assert page.case.all_of(HowItIsNow) == ()
    press(page, "issue")
    (said,) = page.case.all_of(HowItIsNow)
    assert (said.before, said.now) == (OPENED["safe_now"], "At home with her mother.")
    assert len(documents_of(page.case)) == 1
    assert "At home with her mother." in str(page.preview._shown.content.callout)
    assert boxes(page) == []


def test_an_empty_box_changes_nothing(page):
    press(page, "issue")
    assert page.case.all_of(HowItIsNow) == ()
    assert len(documents_of(page.case)) == 1


def test_what_is_typed_is_kept_when_somebody_goes_and_comes_back(page):
    write(page, 2, "At home.")
    page.show_tab(0)
    assert [one.answers["now"] for one in drafts.kept(page.session)] == ["At home."]
    page.show_tab(DOCUMENTS)
    press(page, "make_social_care_1")
    assert seen(page, QPlainTextEdit, "now_2").toPlainText() == "At home."
    press(page, "issue")
    assert drafts.kept(page.session) == ()
    assert len(page.case.all_of(HowItIsNow)) == 1


def test_each_box_says_what_was_asked_as_its_words_may_be_a_mere_no(page):
    asked = ["Why now", "Where the child is now, and how they are safe", "What you ask for"]
    asked.append("Level of need")
    for place, (box, question) in enumerate(zip(boxes(page), asked, strict=True), start=1):
        assert question in box.findChild(QLabel).text()
        assert question in seen(page, QPlainTextEdit, f"now_{place}").accessibleName()


def test_the_focus_goes_to_what_comes_next_once_it_is_issued(page):
    page.preview.issue_button.setFocus()
    press(page, "issue")
    assert page.window().focusWidget() is page.preview.save_button


def test_what_is_kept_is_finished_from_the_list_of_drafts_without_the_words_of_the_program(page):
    write(page, 2, "At home.")
    page.show_tab(0)
    (draft,) = drafts.kept(page.session)
    page.show_case(page.case.id, draft=draft.id)
    QApplication.processEvents()  # a form is shown when its layout comes to it
    shown = {box.objectName() for box in page.handling.findChildren(QWidget) if box.objectName()}
    assert shown.isdisjoint({"of", "question"})
    press(page, "add_to_record")
    (said,) = page.case.all_of(HowItIsNow)
    assert (said.question, said.now) == ("safe_now", "At home.")
