"""A form about a parent adds one where it asks for them, and goes on with what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.casework import drafts
from app.casework.recording import seal
from app.domain.case.families import family_links
from app.domain.forms import FORMS
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import ParentContact
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import A_PARENT, PersonKind
from app.domain.kit.form import form_name, questions_of
from app.ui.case.page import CasePage
from tests.casefold import concern
from tests.domain.people_of_two import MET
from tests.domain.test_families import OPENED
from tests.sessions import Clock, new_desk

ASKS_IT = [form for form in FORMS if any(q.ask.who == A_PARENT for q in questions_of(form))]


@pytest.fixture
def page(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED, case=case)
    made = CasePage(session)
    qtbot.addWidget(made)
    made.resize(1366, 800)
    made.show()
    made.show_case(case.id)
    yield made
    session.close()


def begun(page, form=ParentContact, name="parent"):
    """Open a form and unfold its card, with a name typed as on a keyboard."""
    panel = page.handling.open_form(form)
    QApplication.processEvents()
    editor = panel.view.editor(name)
    QTest.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.window().focusWidget(), "Fern Stone")
    return panel, editor


def fill(card, **answers):
    for name, answer in answers.items():
        card.sheet.fields[name].editor.set_value(answer)


def chosen(editor):
    return editor.picker.currentText()


@pytest.mark.parametrize("form", ASKS_IT, ids=form_name)
def test_whatever_asks_for_a_parent_can_add_one(page, form):
    panel = page.handling.open_form(form)
    (name,) = (q.name for q in questions_of(form) if q.ask.who == A_PARENT)
    assert panel.view.editor(name).add_button.text().strip() == "Add a parent or carer"
    others = [q.name for q in questions_of(form) if q.kind.name == "PERSON" and q.name != name]
    assert not any(panel.view.editor(other).add_button for other in others)


def test_who_is_added_is_chosen_and_typing_goes_on_at_the_next_question(page):
    panel, editor = begun(page)
    panel.view.editor("why").set_value("To tell her.")
    fill(editor.card, parent_of="ava", why="Ava says so.")
    editor.card.add()
    assert chosen(editor) == "Fern Stone"
    assert editor.card.isHidden()
    assert editor.said.text() == "Fern Stone is added to the case."
    assert panel.view.where()[0] == "child"
    assert panel.view.answers()["why"] == "To tell her."
    (parent,) = [
        one for one in panel.at_hand.case.people.values() if one.person.name == "Fern Stone"
    ]
    assert parent.person.kind is PersonKind.PARENT
    assert family_links(panel.at_hand.case) == {(parent.person.id, "ava")}


def test_a_letter_is_not_how_somebody_came_to_be_named_it_is_asked_once_and_let_through(page):
    _, editor = begun(page)
    fill(editor.card, parent_of="ava", why="x")
    editor.card.add()
    problem = editor.card.sheet.fields["why"].problem
    assert "tells a later reader little" in problem.words
    assert not editor.card.isHidden()
    fill(editor.card, why="xx")
    assert problem.words == ""
    editor.card.add()
    assert "tells a later reader little" in problem.words
    editor.card.add()
    assert chosen(editor) == "Fern Stone"


def test_the_form_is_sealed_into_the_case_as_it_now_is(page):
    panel, editor = begun(page)
    fill(editor.card, parent_of="ava", why="Ava says so.")
    editor.card.add()
    given = MET | {"parent": editor.value(), "happened": "Ava was pressed."}
    panel.view.set_answers(given)
    assert not panel.before.isHidden()
    panel.add_to_record()
    assert page.case.entries[-1].form.parent == given["parent"]
    assert len(page.case.entries) == 4


def test_the_page_shows_who_was_added_and_the_form_is_still_there(page):
    panel, editor = begun(page)
    fill(editor.card, parent_of="ava", why="Ava says so.")
    editor.card.add()
    page.show_tab(2)
    names = [one.person.name for one in page.case.people.values()]
    assert "Fern Stone" in names
    page.show_tab(0)
    assert page.handling._middle.shown is panel
    assert drafts.kept_for(page.session, page.case.id, ParentContact).answers["parent"]


def test_whose_is_known_where_the_form_says_it(page):
    panel, editor = begun(page)
    assert "parent_of" not in editor.card.sheet.answers()
    editor.card._leave()
    panel.view.editor("child").set_value("ben")
    assert editor.unfold().sheet.answers() == {"parent_of": "ben"}


def test_a_row_adds_a_parent_of_the_child_its_referral_is_about(page):
    panel = page.handling.open_form(ReferralBackground)
    row, other = (panel.view.editor("parents").add() for _ in range(2))
    editor = row.sheet.fields["who"].editor
    card = editor.unfold()
    assert card.sheet.answers() == {"parent_of": "ben"}
    fill(card, name="Fern Marsh", why="Ben says so.")
    card.add()
    assert chosen(editor) == "Fern Marsh"
    for later in (other, panel.view.editor("parents").add()):
        assert later.sheet.fields["who"].editor.picker.findText("Fern Marsh") > 0


def test_what_is_missing_is_shown_in_the_card_and_nothing_is_sealed(page):
    panel, editor = begun(page)
    fill(editor.card, why="Ava says so.")
    before = panel.at_hand.case
    editor.card.add()
    field = editor.card.sheet.fields["parent_of"]
    assert field.problem.words == "Choose a person for “Whose parent or carer”."
    assert page.window().focusWidget() is field.editor.stop
    assert panel.at_hand.case is before
    fill(editor.card, parent_of="ava")
    assert field.problem.words == ""


def test_escape_folds_the_card_and_what_is_typed_is_in_the_draft(page):
    panel, editor = begun(page)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert editor.card.isHidden()
    assert page.window().focusWidget() is editor.add_button
    panel.keep_draft()
    again = page.handling.open_form(ParentContact).view.editor("parent")
    assert not again.card.isHidden()
    assert again.card.sheet.answers() == {"name": "Fern Stone"}


def test_somebody_begun_and_not_added_holds_the_form_back(page):
    panel, editor = begun(page)
    panel.view.set_answers(MET | {"parent": None, "happened": "Ava was pressed."})
    (problem,) = panel.view.check()
    assert problem.name == "parent"
    assert problem.sentence.startswith("“Fern Stone” is not added yet.")
    editor.card._leave()
    assert [one.sentence for one in panel.view.check()] == [
        "Choose a person for “Parent or carer”."
    ]


def test_somebody_of_the_case_already_is_chosen_and_it_is_said(page):
    _, editor = begun(page)
    fill(editor.card, parent_of="ava", why="Ava says so.")
    editor.card.add()
    editor.set_value(None)
    fill(editor.unfold(), name="fern stone", parent_of="ava", why="She rang.")
    editor.card.add()
    assert chosen(editor) == "Fern Stone"
    assert "already" in editor.said.text()
    assert len(page.case.entries) == 3
