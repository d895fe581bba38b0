"""A day far from the case, or a reason without words: asked about once, and then let through."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.casework.recording import seal
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.doubts import far_from
from app.domain.kit.moments import Moment, day_of
from app.ui.case.page import CasePage
from app.ui.forms import FormView
from tests.casefold import NOW, concern
from tests.sessions import Clock, new_desk
from tests.ui.forms.every_kind import ANSWERS, EveryKind

LONG_AGO = date(2023, 11, 18)
ASKED = "18 Nov 2023 is three years before today. Is the year right?"
RIGHT = ANSWERS | {"calls": ()}


@pytest.fixture
def view(qtbot, context):
    far = partial(far_from, today=day_of(NOW), began=None)
    made = FormView(EveryKind, replace(context, far=far))
    qtbot.addWidget(made)
    made.resize(640, 900)
    made.show()
    return made


def said(view, name):
    return view.sheet.fields[name].problem.words


def test_a_day_is_asked_about_once_and_let_through(view):
    view.set_answers(RIGHT | {"day": LONG_AGO})
    assert [one.sentence for one in view.check()] == [ASKED]
    assert said(view, "day") == ASKED
    assert not view.findChild(QWidget, "day").property("wrong")
    assert view.check() == ()
    assert said(view, "day") == ""
    assert view.answers()["day"] == LONG_AGO


def test_another_day_is_asked_about_again(view):
    view.set_answers(RIGHT | {"day": LONG_AGO})
    view.check()
    view.findChild(QWidget, "day").setText("19/11/2022")
    assert said(view, "day") == ""
    assert [one.sentence[:11] for one in view.check()] == ["19 Nov 2022"]


def test_what_is_wrong_comes_first(view):
    view.set_answers(RIGHT | {"day": LONG_AGO, "line": None})
    assert [one.name for one in view.check()] == ["line"]
    view.findChild(QWidget, "line").setText("A line")
    assert [one.name for one in view.check()] == ["day"]
    assert view.check() == ()


def test_the_question_is_listed_at_the_foot_and_leads_to_its_place_in_a_row(view):
    calls = ({"spoke_to": RIGHT["staff"], "at": Moment(NOW - timedelta(days=400))},)
    view.set_answers(RIGHT | {"calls": calls})
    (one,) = view.check()
    assert one.sentence.startswith("Row 1: 15 Oct 2025 is more than a year before today.")
    assert view.problem_list.property("part") == "guidance"
    view.go_to(one.name)
    assert view.where()[0] == "calls.1.at"
    view.set_answers({})
    view.check()
    assert view.problem_list.property("part") == "banner"


@pytest.fixture
def page(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    case = seal(session, ConcernReceived, concern())
    made = CasePage(session)
    qtbot.addWidget(made)
    made.resize(1366, 800)
    made.show()
    made.show_case(case.id)
    yield made
    session.close()


def pressed(page, **answers):
    """Fill in a note, and press “Add to record” for the first time."""
    panel = page.handling.open_form(Note)
    panel.view.set_answers({"at": Moment(NOW), "what": "The tutor rang.", "why": "She asked."})
    for name, answer in answers.items():
        panel.view.editor(name).set_value(answer)
    press(panel)
    return panel


def press(panel):
    QTest.mouseClick(panel.add, Qt.MouseButton.LeftButton)


def test_a_reason_without_words_is_asked_for_once_more_and_recorded(page):
    panel = pressed(page, why="n/a")
    assert "Can you say why in a few words?" in said(panel.view, "why")
    assert len(page.case.entries) == 1
    press(panel)
    assert page.case.entries[-1].form.why == "n/a"


@pytest.mark.parametrize("answers", [{"why": "n/a"}, {"why": None}])
def test_a_press_that_records_nothing_shows_all_that_is_asked(page, qtbot, answers):
    page.resize(1366, 600)
    panel = pressed(page, **answers)
    below = panel.view.problem_list
    qtbot.waitUntil(lambda: below.visibleRegion().boundingRect().height() == below.height())


def test_words_given_then_are_recorded_at_the_next_press(page):
    panel = pressed(page, why="-")
    panel.view.editor("why").set_value("She asked.")
    assert said(panel.view, "why") == ""
    press(panel)
    assert page.case.entries[-1].form.why == "She asked."


def test_a_second_press_records_what_was_typed(page):
    long_ago = Moment(NOW.replace(year=2024))
    panel = pressed(page, at=long_ago)
    assert "19 Nov 2024 is " in said(panel.view, "at")
    assert "before this concern" in said(panel.view, "at")
    assert len(page.case.entries) == 1
    press(panel)
    assert page.case.entries[-1].form.at == long_ago
