"""Somebody named in a form who is in other cases: one sentence, and a list of their numbers."""

from datetime import date

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.domain.forms.concern import ConcernReceived
from app.domain.forms.risk import RiskAssessed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.form import questions_of
from app.ui.forms.context import FormContext
from app.ui.forms.earlier_cases import EarlierCases, earlier_sentence
from app.ui.forms.view import FormView
from tests.casefold import NOW

AVA = Person(id="ava", kind=PersonKind.LEARNER, name="Ava Stone", born=date(2011, 5, 3))
EARLIER = ("2025-0004, opened 3 Mar 2025, closed", "2026-0001, opened 2 Feb 2026, open")


def other_cases(person):
    return EARLIER if person.born == AVA.born and person.name == AVA.name else ()


@pytest.fixture
def view(qtbot):
    made = FormView(ConcernReceived, FormContext(now=lambda: NOW, other_cases=other_cases))
    qtbot.addWidget(made)
    made.show()
    return made


def earlier(view):
    (found,) = view.findChildren(EarlierCases)
    return found


def said(widget):
    return [one.text() for one in widget.findChildren(QLabel) if not one.isHidden() and one.text()]


def test_who_is_in_other_cases_is_said_with_their_numbers_as_soon_as_they_are_named(view):
    view.set_answers({"people": (Involved(AVA),)})
    assert earlier_sentence(EARLIER) in said(earlier(view))
    assert "2025-0004, 2026-0001" in earlier_sentence(EARLIER)


def test_the_sentence_stays_on_one_line_however_many_cases_there_are():
    many = [f"2025-{number:04}, opened 3 Mar 2025, closed" for number in range(1, 9)]
    told = earlier_sentence(tuple(many))
    assert told == "Also in other cases: 2025-0001, 2025-0002, 2025-0003, 2025-0004 and 4 more."
    assert earlier_sentence(()) == ""


def test_the_button_lists_the_cases_and_nothing_of_them(view):
    view.set_answers({"people": (Involved(AVA),)})
    way = earlier(view).findChild(QAbstractButton)
    way.click()
    assert "\n".join(EARLIER) in said(earlier(view))
    way.click()
    assert "\n".join(EARLIER) not in said(earlier(view))


def test_a_birthday_typed_later_is_looked_for_too(view):
    view.set_answers({"people": (Involved(msgspec.structs.replace(AVA, born=None)),)})
    assert earlier(view).isHidden()
    card = view.editor("people").cards[0]
    card.sheet.fields["born"].editor.set_value(AVA.born)
    assert not earlier(view).isHidden()


def test_whether_it_happened_before_is_asked_with_earlier_cases_in_view(qtbot):
    (asked,) = (one for one in questions_of(RiskAssessed) if one.ask.of_before)
    told = f"Ava Stone: {earlier_sentence(EARLIER)}"
    context = FormContext(now=lambda: NOW, hint=lambda one: told if one.ask.of_before else "")
    made = FormView(RiskAssessed, context)
    qtbot.addWidget(made)
    assert asked.name == "repeated"
    assert told in made.sheet.fields["repeated"].question.ask.help
