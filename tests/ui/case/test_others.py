"""What nobody has registered, asked about on one card beside the page, and answered once."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit

from app.casework import drafts
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import ParentContact
from app.domain.forms.sharing import OthersKind, OthersLetStand
from app.ui.case.page import CasePage
from app.ui.case_papers.others_card import ASKED, OthersCard
from app.ui.forms.choices import OneOfEditor
from tests.casefold import concern
from tests.casework.test_others import SAID
from tests.domain.people_of_two import MET, PARENTS
from tests.sessions import Clock, new_desk
from tests.ui.case.test_leaks import DOCUMENTS, press, seen

WHY = "A cousin of hers, and his number."


@pytest.fixture
def page(qtbot, tmp_path):
    """A page of a case whose summary for a parent names somebody whom nobody registered."""
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    for form, answers in (PARENTS, (ParentContact, MET | SAID)):
        case = seal(session, form, answers, case=case)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case.id)
    made.show_tab(DOCUMENTS)
    press(made, "make_parent_summary_1")
    press(made, "issue")
    yield made
    session.close()


def answer(page):
    (picker,) = page.findChild(OthersCard).findChildren(OneOfEditor)
    picker.set_value(OthersKind.NO_CHILD)
    seen(page, QPlainTextEdit, "why").setPlainText(WHY)


def test_everything_is_on_one_card_with_where_it_stands(page):
    (card,) = page.findChildren(OthersCard)
    said = " ".join(part.text() for part in card.findChildren(QLabel))
    assert ASKED in said
    for words in ("“Jayden”", "“07700 900456”", "“Maya Field”", "stays away from Jayden"):
        assert words in said
    assert documents_of(page.case) == ()
    assert seen(page, QAbstractButton, "correct_other_1")


def test_answered_once_for_all_it_is_issued(page):
    answer(page)
    press(page, "others_stand")
    assert [one.number for one in documents_of(page.case)] == ["2026-0001-D1"]
    (let,) = page.case.all_of(OthersLetStand)
    assert let.found.splitlines() == ["Jayden", "07700 900456", "Maya Field"]
    assert let.why == WHY


def test_unanswered_it_says_so_and_nothing_is_sealed(page):
    press(page, "others_stand")
    said = " ".join(part.text() for part in page.findChild(OthersCard).findChildren(QLabel))
    assert "Whom they name" in said
    assert page.case.all_of(OthersLetStand) == ()


def test_what_is_typed_is_kept(page):
    answer(page)
    page.findChild(OthersCard).keep_draft()
    QApplication.processEvents()
    (kept,) = (one for one in drafts.kept(page.session) if one.form is OthersLetStand)
    assert kept.answers["why"] == WHY
