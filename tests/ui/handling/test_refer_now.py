"""“Refer now” leads to the body that has to be told first: to its form, or to its card."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.casework.recording import read_case, seal
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.ui.handling.body_panel import BodyPanel
from app.ui.handling.form_panel import FormPanel
from app.ui.handling.handling import HandlingTab
from tests.casefold import AVA, BEN, DSL, concern
from tests.domain.test_case import OPENED
from tests.papers.test_body_letters import contact, told
from tests.sessions import Clock, new_desk

COACH = Involved(
    Person(id="coach", kind=PersonKind.STAFF, name="Dane Frayne"), (Role.MAY_HAVE_HARMED,)
)


@pytest.fixture
def tab(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    made = HandlingTab(session)
    qtbot.addWidget(made)
    yield made
    session.close()


def begun(tab, *people, **answers):
    """Show a new case with these people, and return it."""
    people = (Involved(AVA, (Role.PICTURED,)), *people)
    case = seal(tab.session, ConcernReceived, concern(people=people, **answers))
    tab.show_case(case)
    return case


def shown(tab):
    """Return what stands in the middle now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return tab.findChild(FormPanel) or tab.findChild(BodyPanel)


def test_where_nobody_is_called_for_it_begins_with_social_care(tab):
    begun(tab)
    tab.refer_now()
    assert shown(tab).form is ReferralOpened


def test_an_adult_leads_to_the_form_for_the_police_first(tab):
    begun(tab, COACH)
    tab.refer_now()
    assert shown(tab).view.answers()["body"] is OtherBody.POLICE


def test_a_body_that_was_begun_already_leads_to_its_card(tab):
    case = begun(tab, adult=YesNoUnknown.YES)
    case = seal(tab.session, *told(OtherBody.POLICE), case=case)
    tab.show_case(case)
    tab.refer_now()
    assert isinstance(shown(tab), BodyPanel)


def test_the_lado_comes_up_though_the_police_were_told(tab):
    case = begun(tab, COACH)
    case = seal(tab.session, *told(OtherBody.POLICE), case=case)
    police = case.body_referrals[0].id
    form, answers = contact(referral=police)
    case = seal(tab.session, form, answers | {"at": case.current[0].form.told_at}, case=case)
    assert form is BodyContact
    tab.show_case(read_case(tab.session, case.id))
    tab.refer_now()
    panel = shown(tab)
    assert panel.form is BodyReferralOpened
    answers = panel.view.answers()
    assert (answers["body"], answers["about"]) == (OtherBody.LADO, "coach")


@pytest.mark.parametrize(
    ("sign", "form", "asks"),
    [("harm", ReferralOpened, "child"), ("extortion", BodyReferralOpened, "about")],
)
def test_a_second_child_leads_to_a_referral_of_their_own(tab, sign, form, asks):
    case = begun(tab, Involved(BEN, (Role.PICTURED,)))
    case = seal(tab.session, ReferralOpened, OPENED, case=case)
    case = seal(tab.session, *told(OtherBody.POLICE, "ava"), case=case)
    at = case.current[0].form.told_at
    talk = {"learner": "ben", "held_by": DSL, "held_at": at, sign: YesNoUnknown.YES}
    case = seal(tab.session, LearnerConversation, talk, case=case)
    tab.show_case(read_case(tab.session, case.id))
    tab.refer_now()
    panel = shown(tab)
    assert panel.form is form
    assert panel.view.answers()[asks] == "ben"
