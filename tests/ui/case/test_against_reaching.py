"""A paper for whom nobody is to reach is issued with a reason, asked for beside its draft."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from app.casework.documents import issue
from app.casework.not_issued import ReasonNeeded
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, Restraint
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerCard
from app.domain.kit.moments import moment
from app.ui.case.page import CasePage
from tests.casefold import NOW, concern
from tests.domain.people_of_two import CALLED, POLICE, SOON
from tests.sessions import Clock, new_desk
from tests.ui.case.test_leaks import DOCUMENTS, press, seen

WHY = "She asked for her card; PC 5120 was told."
CARD = {"learner": "ava", "at": moment(NOW), "review_on": SOON}


@pytest.fixture
def drafted(qtbot, tmp_path):
    """Return a function that opens the draft of a learner's card, after the police asked."""
    session = new_desk(tmp_path / "casebook", Clock())

    def made(*whom):
        case = seal(session, ConcernReceived, concern())
        case = seal(session, BodyReferralOpened, POLICE, case=case)
        asked = tuple({"who": who, "what": Restraint.NOT_SPOKEN} for who in whom)
        told = CALLED | {"referral": case.body_referrals[0].id, "people_asked": asked}
        case = seal(session, BodyContact, told, case=case)
        case = seal(session, LearnerCard, CARD, case=case)
        page = CasePage(session)
        qtbot.addWidget(page)
        page.show()
        page.show_case(case.id)
        page.show_tab(DOCUMENTS)
        press(page, "make_learner_card_1")
        return page

    yield made
    session.close()


def box(page):
    return page.preview.against._field.editor.stop


def shown(page):
    return page.preview.against.isVisibleTo(page)


def test_a_paper_for_whom_nobody_is_to_reach_is_issued_with_a_reason_that_stands_in_the_record(
    drafted,
):
    page = drafted("ava")
    assert "nobody speaks with Ava Stone" in page.preview.against._said.text()
    press(page, "issue")
    assert documents_of(page.case) == ()
    assert shown(page)
    seen(page, QPlainTextEdit, "why_issued").setPlainText(WHY)
    press(page, "issue")
    (issued,) = documents_of(page.case)
    assert issued.why == WHY
    assert not shown(page)


def test_a_letter_is_no_reason_and_is_asked_about_once(drafted):
    page = drafted("ava")
    box(page).setPlainText("x")
    press(page, "issue")
    assert documents_of(page.case) == ()
    press(page, "issue")
    assert [one.why for one in documents_of(page.case)] == ["x"]


@pytest.mark.parametrize("whom", [(), ("ben",)])
def test_no_reason_is_asked_for_where_its_reader_may_be_reached(drafted, whom):
    page = drafted(*whom)
    assert not shown(page)
    press(page, "issue")
    assert len(documents_of(page.case)) == 1


def test_nothing_is_issued_past_the_panel_either(drafted):
    page = drafted("ava")
    offer = page.preview._shown.offer
    with pytest.raises(ReasonNeeded, match="nobody is to reach its reader"):
        issue(page.session, page.case, offer)
    assert documents_of(page.case) == ()
    assert documents_of(issue(page.session, page.case, offer, WHY).case)[0].why == WHY
