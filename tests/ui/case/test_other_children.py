"""Beside the draft of a referral stands each other child, and whether its reader needs the name."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from app.casework import drafts
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import NamedAs, OtherChildNamed
from app.domain.forms.social_care import ReferralOpened
from app.papers.other_children import HEADINGS
from app.ui.case.page import CasePage
from app.ui.case_papers.children_panel import OtherChildCard
from tests.casefold import concern
from tests.domain.test_case import OPENED
from tests.sessions import Clock, new_desk
from tests.ui.case.test_leaks import DOCUMENTS, press, seen

WHY = "Ben Marsh asked her for it."


@pytest.fixture
def page(qtbot, tmp_path):
    """The page of a case with two children, with the draft of the letter about one of them."""
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    answers = OPENED | {"child": "ava", "why_now": WHY}
    case = seal(session, ReferralOpened, answers, case=case)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case.id)
    made.show_tab(DOCUMENTS)
    press(made, "make_social_care_1")
    yield made
    session.close()


def card(page):
    (found,) = (one for one in page.findChildren(OtherChildCard) if one.isVisibleTo(page))
    return found


def printed(page):
    return str(page.preview._shown.content)


def say(page, named=NamedAs.ALLEGED, why="Both children may need protecting."):
    ask = card(page).ask
    if not ask.isChecked():
        ask.click()
    card(page).view.editor("named").set_value(named)
    seen(page, QPlainTextEdit, "why").setPlainText(why)


def test_a_name_comes_into_the_letter_by_a_choice_with_its_reason_and_goes_again(page):
    assert "Learner A asked her for it." in printed(page)
    say(page)
    press(page, "record_other_1")
    (said,) = page.case.all_of(OtherChildNamed)
    assert (said.child, said.named) == ("ben", NamedAs.ALLEGED)
    assert WHY in printed(page)
    assert HEADINGS[NamedAs.ALLEGED] in printed(page)
    assert NamedAs.ALLEGED.label in " ".join(one.text() for one in card(page).findChildren(QLabel))
    assert drafts.kept(page.session) == ()
    say(page, NamedAs.NOT_NEEDED, "They asked for no name.")
    press(page, "record_other_1")
    assert "Learner A asked her for it." in printed(page)
    press(page, "issue")
    assert len(documents_of(page.case)) == 1
    assert not page.preview.others.isVisibleTo(page)


def test_a_letter_with_the_name_is_issued_and_a_reason_is_asked_for(page):
    say(page, why="")
    press(page, "record_other_1")
    assert page.case.all_of(OtherChildNamed) == ()
    say(page)
    press(page, "record_other_1")
    press(page, "issue")
    assert len(documents_of(page.case)) == 1


def test_what_is_typed_is_kept_when_somebody_goes_and_comes_back(page):
    say(page, why="Both may")
    page.show_tab(0)
    page.show_tab(DOCUMENTS)
    press(page, "make_social_care_1")
    assert seen(page, QPlainTextEdit, "why").toPlainText() == "Both may"
    assert card(page).view.editor("named").value() is NamedAs.ALLEGED
