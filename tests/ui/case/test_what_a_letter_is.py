"""The draft of a letter asks once whether it is an update of what its reader was told before."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import LetterMeant
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.ui.case.page import CasePage
from app.ui.widgets import tasks
from app.ui.widgets.picker import Picker
from tests.casefold import concern
from tests.domain.test_case import CALL, OPENED
from tests.sessions import Clock, new_desk
from tests.ui.case.test_how_it_is_now import write
from tests.ui.case.test_leaks import DOCUMENTS, press, seen


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def page(qtbot, tmp_path, clock):
    """The page of a case that social care were told of by telephone today."""
    session = new_desk(tmp_path / "casebook", clock)
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED | {"child": "ava"}, case=case)
    told = CALL | {"referral": case.referrals[0].id}
    case = seal(session, ReferralCall, told, case=case)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(case.id)
    yield made
    session.close()


def draft(page, clock, days):
    clock.at += timedelta(days=days)
    page.show_tab(DOCUMENTS)
    press(page, "make_social_care_1")
    return page.preview.meant


def choose(panel, meant):
    panel._editor.set_value(meant)
    assert tasks.wait()
    QApplication.processEvents()  # the draft is shown once it was rendered


def title(page):
    return page.preview._shown.content.title


def test_nothing_is_asked_on_the_day_they_were_told(page, clock):
    assert not draft(page, clock, 0).isVisibleTo(page)


def test_weeks_later_it_is_an_update_unless_its_writer_says_otherwise(page, clock):
    panel = draft(page, clock, 20)
    asked = seen(page, Picker, "what_it_is")
    assert asked.accessibleName().startswith("They were told on 19 Nov 2026. Is this an update")
    assert title(page).startswith("Update to the referral of")
    choose(panel, LetterMeant.NEW)
    assert title(page) == "Referral to children’s social care"
    assert "This is a new referral." in str(page.preview._shown.content.callout)
    assert panel.chosen is LetterMeant.NEW
    press(page, "issue")
    (issued,) = documents_of(page.case)
    assert issued.meant is LetterMeant.NEW
    assert not panel.isVisibleTo(page)


def test_what_is_typed_beside_it_stays(page, clock):
    panel = draft(page, clock, 20)
    write(page, 2, "At home.")
    choose(panel, LetterMeant.NEW)
    press(page, "issue")
    assert "At home." in str(page.preview._shown.content.callout)


def test_whoever_chooses_stays_where_they_chose(page, clock):
    panel = draft(page, clock, 20)
    page.activateWindow()
    panel._editor.stop.setFocus()
    choose(panel, LetterMeant.NEW)
    assert QApplication.focusWidget() is panel._editor.stop
