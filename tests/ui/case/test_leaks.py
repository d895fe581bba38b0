"""A refused document: each place in a panel beside the page, and both ways on by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit

from app.casework import drafts
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import LeakReleased
from app.domain.forms.social_care import ReferralOpened
from app.ui.case.page import TABS, CasePage
from app.ui.case_parts.leak_card import LeakCard
from app.ui.handling.form_panel import FormPanel
from app.ui.widgets import tasks
from tests.casefold import concern
from tests.domain.test_case import OPENED
from tests.sessions import Clock, new_desk

DOCUMENTS = TABS.index("Documents")
TEAM = {"team": "Marsh House Duty Team", "child": "ava"}


@pytest.fixture
def page(qtbot, tmp_path):
    """A page of a case whose letter is for a team with the surname of another learner."""
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED | TEAM, case=case)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case.id)
    yield made
    session.close()


def seen(page, kind, name):
    """Return the widget of this name that can be seen."""
    (found,) = (one for one in page.findChildren(kind, name) if one.isVisibleTo(page))
    return found


def press(page, name):
    seen(page, QAbstractButton, name).click()
    assert tasks.wait()
    QApplication.processEvents()  # a form is shown when its layout comes to it


@pytest.fixture
def refused(page):
    """The same page once the letter was refused."""
    page.show_tab(DOCUMENTS)
    press(page, "make_social_care_1")
    press(page, "issue")
    return page


def cards(page):
    """Every place still open, from the top."""
    panel = page.preview.issuing.panel
    return [card for card in panel.findChildren(LeakCard) if card.isVisibleTo(page)]


def test_each_place_is_shown_once_with_page_words_and_entry(refused):
    shown = cards(refused)
    assert documents_of(refused.case) == ()
    assert len({card.leak.place for card in shown}) == len(shown) > 0
    panel = refused.preview.issuing.panel
    assert panel.banner.isVisibleTo(refused)
    for card in shown:
        said = " ".join(part.text() for part in card.findChildren(QLabel))
        assert "“Marsh”" in said
        assert "Part of a name" in said
        assert card.leak.around in said
        assert "It may tell of Ben Marsh." in said
        assert "From entry 2, Referral" in said
    assert refused.stack.currentWidget() is refused.preview


def test_let_stand_one_by_one_by_keyboard_it_is_issued_after_the_last(refused):
    count = len(cards(refused))
    for _ in range(count):
        card = cards(refused)[0]
        assert QApplication.focusWidget() is card.alarm
        QTest.keyClick(card.alarm, Qt.Key.Key_Space)
        QTest.keyClicks(QApplication.focusWidget(), "A building in the town.")
        assert documents_of(refused.case) == ()
        stand = card.findChild(QAbstractButton, card.objectName().replace("leak", "let_stand"))
        stand.setFocus()
        QTest.keyClick(stand, Qt.Key.Key_Space)
    assert tasks.wait()
    assert [one.number for one in documents_of(refused.case)] == ["2026-0001-D1"]
    assert len(refused.case.all_of(LeakReleased)) == count
    assert cards(refused) == []
    assert refused.preview.save_button.isVisibleTo(refused)


def test_without_a_reason_it_says_so_and_nothing_is_sealed(refused):
    press(refused, "false_alarm_1")
    press(refused, "let_stand_1")
    assert "Reason" in " ".join(part.text() for part in cards(refused)[0].findChildren(QLabel))
    assert refused.case.all_of(LeakReleased) == ()


def test_a_reason_without_words_is_asked_for_once_more_and_stands(refused):
    press(refused, "false_alarm_1")
    seen(refused, QPlainTextEdit, "why_1").setPlainText("x")
    press(refused, "let_stand_1")
    shown = " ".join(part.text() for part in cards(refused)[0].findChildren(QLabel))
    assert "Can you say why in a few words?" in shown
    assert refused.case.all_of(LeakReleased) == ()
    press(refused, "let_stand_1")
    assert [one.why for one in refused.case.all_of(LeakReleased)] == ["x"]


def test_a_reason_being_typed_is_kept_when_somebody_goes_and_comes_back(refused):
    press(refused, "false_alarm_1")
    seen(refused, QPlainTextEdit, "why_1").setPlainText("A building.")
    refused.show_tab(0)
    assert [one.answers["why"] for one in drafts.kept(refused.session)] == ["A building."]
    refused.show_tab(DOCUMENTS)
    press(refused, "make_social_care_1")
    press(refused, "issue")
    assert seen(refused, QPlainTextEdit, "why_1").toPlainText() == "A building."
    press(refused, "let_stand_1")
    assert drafts.kept(refused.session) == ()


def test_correcting_the_entry_opens_it_and_leads_back_to_the_document(refused):
    press(refused, "correct_leak_1")
    panel = seen(refused, FormPanel, "form_panel")
    assert panel.form is ReferralOpened
    panel.view.editor("team").set_value("Exampleshire Duty Team")
    panel.why.set_answers({"corrects_why": "Another name of the building."})
    panel.add_to_record()
    assert tasks.wait()
    assert refused.stack.currentWidget() is refused.preview
    press(refused, "issue")
    assert len(documents_of(refused.case)) == 1


def test_a_document_left_while_it_is_made_is_not_issued(page):
    page.show_tab(DOCUMENTS)
    press(page, "make_case_summary_1")
    page.preview.issue_button.click()
    page.show_tab(0)
    assert tasks.wait()
    assert documents_of(page.case) == ()


def test_a_draft_stays_on_the_screen(page, tmp_path):
    page.show_tab(DOCUMENTS)
    press(page, "make_case_summary_1")
    for name in ("save_pdf", "print", "save_protected"):
        assert not page.findChild(QAbstractButton, name).isVisibleTo(page)
    with pytest.raises(ValueError, match="draft"):
        page.preview.save(tmp_path / "draft.pdf")
    with pytest.raises(ValueError, match="draft"):
        page.preview.save_protected(tmp_path)
    with pytest.raises(ValueError, match="draft"):
        page.preview.print_on(None)
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_was_replaced_is_shown_beside_the_record_and_for_the_dsl_there_is_nothing(page):
    page.show_tab(DOCUMENTS)
    press(page, "make_case_summary_1")
    assert not page.preview.replaced.button.isVisibleTo(page)
    page.show_tab(DOCUMENTS)
    press(page, "make_social_care_1")
    press(page, "replaced")
    assert page.preview.replaced.text.isVisibleTo(page)
    assert not page.preview.view.isVisibleTo(page)
    assert "In the record" in page.preview.replaced.text.toPlainText()
    press(page, "replaced")
    assert page.preview.view.isVisibleTo(page)
