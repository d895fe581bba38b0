"""The card before contact stands above the form as soon as it is clear whom it is about."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.casework.recording import seal
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, Restraint
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.device import DeviceSearched
from app.domain.forms.knowledge import KnowledgeNoted, Topic
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import AnswerKind, Involved, Role
from app.domain.kit.form import questions_of
from app.domain.kit.keys import DueKey, DueKind
from app.domain.rules.implied import meeting
from app.ui.case_parts.contact_card import ContactCardView
from app.ui.handling.form_panel import FormPanel
from app.ui.handling.handling import HandlingTab
from app.ui.widgets.parts import Banner
from tests.casefold import concern
from tests.domain.people_of_two import CALLED, PARENTS, POLICE
from tests.domain.test_knowledge import not_yet
from tests.sessions import Clock, new_desk

pytestmark = pytest.mark.looks


@pytest.fixture
def handling(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    for form, answers in (PARENTS, not_yet(Topic.SHARED)):
        case = seal(session, form, answers, case=case)
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show_case(case)
    made.show()
    yield made
    session.close()


def card_in(panel):
    QApplication.processEvents()  # lays the form out and shows what was added
    cards = [one for one in panel.findChildren(ContactCardView) if not one.isHidden()]
    return cards[0] if cards else None


def test_choosing_a_parent_shows_what_not_to_say_above_the_first_question(handling):
    panel = handling.open_form(ParentContact)
    assert card_in(panel) is None
    panel.view.editor("parent").set_value("dee")
    card = card_in(panel)
    assert "Who shared it. Ava asks for time." in card.accessibleName()
    assert (
        card.mapTo(panel, card.rect().topLeft()).y()
        < panel.view.mapTo(panel, panel.view.rect().topLeft()).y()
    )
    panel.view.editor("parent").set_value("karl")
    assert "Ava asks for time" not in card_in(panel).accessibleName()
    panel.view.editor("parent").set_value(None)
    assert card_in(panel) is None


def test_the_reason_for_holding_several_things_back_is_shown_once(handling):
    several = not_yet(Topic.SHARED, Topic.PICTURED)
    handling.show_case(seal(handling.session, *several, case=handling.case))
    panel = handling.open_form(ParentContact, about="dee")
    shown = [one.text() for one in card_in(panel).findChildren(QLabel)]
    (held,) = (one for one in shown if "Ava asks for time." in one)
    assert held.startswith("Who is pictured; who shared it. Ava asks for time.")


def test_what_they_were_told_is_noted_from_there_and_the_form_is_kept(handling):
    panel = handling.open_form(ParentContact, about="dee")
    panel.view.editor("told").set_value("That it happened.")
    QTest.mouseClick(panel.findChild(QPushButton, "note_from_card"), Qt.MouseButton.LeftButton)
    note = handling._middle.shown
    assert isinstance(note, FormPanel)
    assert note.form is KnowledgeNoted
    assert note.view.answers()["person"] == "dee"
    (kept,) = handling.session.casebook.drafts.mine()
    assert b"That it happened." in kept.answers


def test_a_due_row_opens_its_form_with_the_person_it_is_about(handling):
    (due,) = handling.case.entries[2:]
    panel = handling.open_due(KnowledgeNoted, DueKey(DueKind.NOT_TOLD, due.root))
    given = panel.view.answers()
    assert (given["person"], given["facts"]) == ("dee", (Topic.SHARED,))
    assert "knowing" not in given


def test_every_line_of_a_long_list_on_the_card_is_shown_whole(handling):
    panel = handling.open_form(ParentContact, about="dee")
    card = card_in(panel)
    for words in card.findChildren(QLabel):
        assert words.height() >= words.heightForWidth(words.width()), words.text()


def test_whom_nobody_is_to_speak_with_stands_in_red_above_every_form_that_names_them(handling):
    case = handling.case
    case = seal(handling.session, BodyReferralOpened, POLICE, case=case)
    asked = ({"who": "ben", "what": Restraint.NOT_SPOKEN},)
    told = CALLED | {"referral": case.body_referrals[0].id, "people_asked": asked}
    case = seal(handling.session, BodyContact, told, case=case)
    handling.show_case(case)
    for form in (LearnerConversation, SupportPlan, DeviceSearched):
        panel = handling.open_form(form)
        assert panel.findChild(Banner, "instructions") is None
        name = next(one.name for one in questions_of(form) if one.kind is AnswerKind.PERSON)
        panel.view.editor(name).set_value("ben")
        card = card_in(panel) if meeting(form) else panel
        banner = card.findChild(Banner, "red_contact" if meeting(form) else "instructions")
        assert "nobody speaks with Ben Marsh" in banner.findChild(QLabel).text()


def test_a_draft_that_names_a_record_which_was_joined_since_goes_on_with_the_one_that_stays(
    handling,
):
    handling.open_form(ParentContact).view.editor("parent").set_value("dee")
    handling.keep_draft()
    known = handling.case.people["dee"].person
    twice = Involved(msgspec.structs.replace(known, id="deb"), (Role.FAMILY,))
    named = {"people": (twice,), "why": "Named by her sister."}
    case = seal(handling.session, PeopleNamed, named, case=handling.case)
    one = {"keep": "deb", "other": "dee", "same": "yes", "name": known.name, "why": "One number."}
    handling.show_case(seal(handling.session, PeopleMerged, one, case=case))
    panel = handling.open_form(ParentContact)
    assert panel.view.editor("parent").value() == "deb"
    assert panel.view.editor("parent").picker.currentText().startswith(known.name)
    assert "Who shared it. Ava asks for time." in card_in(panel).accessibleName()
