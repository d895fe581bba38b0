"""The People tab: parts and their dates, the card before contact, the table of who knows what."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.forms.knowledge import KnowledgeNoted, Topic
from app.domain.forms.person import PartChanged, PeopleMerged, PersonDetails
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import moment
from app.ui.case_parts.contact_card import ContactCardView
from app.ui.case_parts.context import starting_answers
from app.ui.people.people import PeopleTab
from tests.casefold import NOW, concern_case
from tests.domain.test_knowledge import FAMILY, not_yet, noted

TOLD = noted(Topic.HAPPENED, told_by="R. Okafor <b>x</b>")
CHANGED = {
    "person": "ben",
    "roles": (Role.FORWARDED,),
    "since": moment(NOW - timedelta(minutes=1)),
    "why": "He said so.",
}


@pytest.fixture
def people(qtbot):
    made = PeopleTab(lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show_case(concern_case(FAMILY, TOLD, not_yet(Topic.SHARED), (PartChanged, CHANGED)))
    made.show()
    return made


def press(people, name):
    people.findChild(QAbstractButton, name).click()


def said(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_parts_are_shown_with_their_days_and_the_entry_that_says_so(people):
    words = said(people)
    assert "Since 19 Nov 2026 (entry 1): pictured" in words
    assert "19 Nov 2026 to 19 Nov 2026 (entry 1): received it" in words
    assert "Since 19 Nov 2026 (entry 5): passed it on" in words
    assert "13 to 15 on 19 Nov 2026" in words


def test_who_has_or_had_a_social_worker_has_a_chip_that_says_so(qtbot):
    ava = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone", "why": "Her mother."}
    known = (PersonDetails, ava | {"has_social_worker": YesNoUnknown.YES})
    made = PeopleTab(lambda: NOW)
    qtbot.addWidget(made)
    made.show_case(concern_case(FAMILY, known))
    made.show()
    assert said(made).count("Has or had a social worker") == 1


def test_an_adult_learner_is_said_to_count_as_an_adult(qtbot):
    adult = Person(
        id="x", kind=PersonKind.LEARNER, name="Pat Elder", born=date(2008, 1, 1), group="A level"
    )
    made = PeopleTab(lambda: NOW)
    qtbot.addWidget(made)
    made.show_case(concern_case(people=(Involved(adult, (Role.ASKED,)),)))
    made.show()
    assert "18 or over on 19 Nov 2026: counts as an adult" in said(made)


def test_a_parents_card_before_contact_is_there_at_once_and_can_be_put_away(people):
    (card,) = people.findChildren(ContactCardView)
    assert "They know That it happened: noted · R. Okafor <b>x</b>" in said(card)
    assert "Not recorded Who is pictured" in said(card)
    assert "Who shared it. Ava asks for time. Look at it again on 3 Dec 2026." in said(card)
    assert "Do not say: Who shared it" in card.accessibleName()
    press(people, "before_3")
    assert not card.isVisible()


def test_anyone_elses_card_comes_when_asked_for(people):
    press(people, "before_1")
    assert len(people.findChildren(ContactCardView)) == 2


def test_the_table_has_people_at_the_side_topics_at_the_top_and_a_sentence_in_every_cell(people):
    press(people, "people_knowledge")
    table = people.knowledge.table
    assert [table.horizontalHeaderItem(at).text() for at in range(3)] == [
        "It happened",
        "Who is pictured",
        "Who shared it",
    ]
    side = [table.verticalHeaderItem(at).text() for at in range(table.rowCount())]
    assert side == [
        "Ava Stone\nLearner",
        "Ben Marsh\nLearner",
        "Dee Stone\nParent or carer",
        "M. Reyes",
        "R. Okafor",
    ]
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [table.item(row, column) for row in range(5) for column in range(3)]
    assert all(str(cell.data(role)).endswith(".") for cell in cells)
    assert "must not be told for now" in table.item(2, 2).data(role)


def test_the_chosen_cell_is_read_out_below_as_it_was_typed(people):
    press(people, "people_knowledge")
    people.knowledge.table.setCurrentCell(2, 0)
    assert "R. Okafor <b>x</b>" in people.knowledge.told.text()
    assert people.knowledge.told.textFormat() is Qt.TextFormat.PlainText


def test_enter_on_a_row_asks_to_note_something_of_that_person(people, qtbot):
    press(people, "people_knowledge")
    people.knowledge.table.setCurrentCell(2, 1)
    with qtbot.waitSignal(people.wants_form) as asked:
        QTest.keyClick(people.knowledge.table, Qt.Key.Key_Return)
    assert asked.args == [KnowledgeNoted, "dee"]


@pytest.mark.parametrize(
    ("form", "about", "given"),
    [
        (KnowledgeNoted, "dee", {"who": "person", "person": "dee"}),
        (KnowledgeNoted, "social_care", {"who": "social_care"}),
        (KnowledgeNoted, "named:m. reyes", {}),
        (PartChanged, "ben", {"person": "ben", "roles": (Role.RECEIVED,)}),
        (PeopleMerged, "ben", {"keep": "ben"}),
    ],
)
def test_a_form_opened_from_a_person_knows_whom_it_is_about(form, about, given):
    session = SimpleNamespace(now=lambda: NOW, clocks=None)
    assert starting_answers(session, form, concern_case(FAMILY), about) == given
