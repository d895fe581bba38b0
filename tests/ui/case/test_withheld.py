"""Above the draft of a paper stands what its reader must not be told, until its page is left."""

import pytest

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.knowledge import Knower
from app.domain.forms.social_care import ReferralOpened
from app.ui.case.page import CasePage
from tests.casefold import concern
from tests.domain.test_case import OPENED
from tests.domain.test_knowledge import Topic, not_yet
from tests.sessions import Clock, new_desk
from tests.ui.case.test_leaks import DOCUMENTS, press


@pytest.fixture
def drafted(qtbot, tmp_path):
    """Return a function that opens the draft of a letter to social care, after holds."""
    session = new_desk(tmp_path / "casebook", Clock())

    def made(*holds):
        case = seal(session, ConcernReceived, concern())
        for form, answers in ((ReferralOpened, OPENED | {"child": "ava"}), *holds):
            case = seal(session, form, answers, case=case)
        page = CasePage(session)
        qtbot.addWidget(page)
        page.show()
        page.show_case(case.id)
        page.show_tab(DOCUMENTS)
        press(page, "make_social_care_1")
        return page

    yield made
    session.close()


def test_what_they_must_not_be_told_stands_above_the_page(drafted):
    form, answers = not_yet(Topic.DEVICE)
    hold = (form, answers | {"who": Knower.SOCIAL_CARE, "person": None})
    notice = drafted(hold).preview.notice
    assert notice.isVisible()
    assert notice._text.text() == (
        "Children’s social care must not be told of this for now: that a device was taken. "
        "Ava asks for time. To be looked at again on 3 Dec 2026."
    )


def test_nothing_stands_there_where_nothing_is_held_back(drafted):
    assert not drafted().preview.notice.isVisible()
