"""A long form comes a few questions at a time, and is whole for whoever needs the whole."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.form import questions_of
from app.ui.forms import FormView
from app.ui.forms.editor import stops_in
from app.ui.widgets.tasks import Turns, finish_in
from tests.ui.forms.every_kind import ANSWERS, EveryKind

pytestmark = pytest.mark.looks

AT_ONCE = 4


@pytest.fixture
def make(qtbot, context):
    """Make a form in a window, with another box after it, as the panel of a case does."""

    windows = []

    def made(form=EveryKind, at_once=AT_ONCE):
        window = QScrollArea()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(700, 400)
        body = QWidget()
        window.setWidget(body)
        view = FormView(form, context, parent=body, at_once=at_once)
        rows = QVBoxLayout(body)
        rows.addWidget(view)
        rows.addWidget(QLineEdit())
        window.setWidgetResizable(True)
        window.show()
        return view

    return made


def made_of(view):
    return list(view.sheet._made)


def rest(view):
    while view.findChild(Turns).under_way:
        QApplication.processEvents()


def stops_of(view):
    """What the Tab key reaches, in its order, by name."""
    inside, found, at = set(stops_in(view.window())), [], view.nextInFocusChain()
    while at is not view:
        found += [at.objectName()] if at in inside else []
        at = at.nextInFocusChain()
    return found


@pytest.mark.parametrize("form", [EveryKind, LearnerConversation])
def test_no_turn_of_the_event_loop_makes_more_than_a_few_questions(make, form):
    view = make(form)
    counts = [0, len(made_of(view))]
    view.findChild(Turns).some_done.connect(lambda: counts.append(len(made_of(view))))
    rest(view)
    steps = [after - before for before, after in pairwise(counts)]
    assert max(steps) == AT_ONCE
    assert made_of(view) == [question.name for question in questions_of(form)]


NEEDS_ALL = {
    "checking": lambda view: view.check(),
    "asking for an editor": lambda view: view.editor(made_of(view)[0]),
    "jumping to a problem": lambda view: view.go_to(questions_of(EveryKind)[-1].name),
    "restoring a draft": lambda view: view.restore({"day": "soon"}),
    "taking a picture": finish_in,
}


@pytest.mark.parametrize("need", NEEDS_ALL.values(), ids=NEEDS_ALL)
def test_whoever_needs_the_whole_has_the_whole(make, need):
    view = make()
    assert len(made_of(view)) == AT_ONCE
    need(view)
    assert made_of(view) == [question.name for question in questions_of(EveryKind)]


def test_what_was_given_is_there_at_once_and_in_the_boxes_later(make):
    view = make()
    view.set_answers(ANSWERS)
    early = view.answers()
    assert len(made_of(view)) == AT_ONCE
    rest(view)
    assert view.answers() == early
    whole = make(at_once=None)
    whole.set_answers(ANSWERS)
    assert early == whole.answers()


def test_answers_taken_back_meanwhile_do_not_come_later(make):
    view = make()
    view.set_answers(ANSWERS)
    view.set_answers({})
    rest(view)
    assert view.answers() == {}


@pytest.mark.parametrize("form", [EveryKind, LearnerConversation])
def test_the_tab_key_goes_through_a_form_made_by_turns_as_through_a_whole_one(make, form):
    view, whole = make(form), make(form, at_once=None)
    rest(view)
    assert stops_of(view) == stops_of(whole)


def test_the_form_stands_as_a_whole_one_does(make):
    view, whole = make(LearnerConversation), make(LearnerConversation, at_once=None)
    rest(view)
    for _ in range(5):  # a box that grows moves what is around it step by step
        QApplication.processEvents()
    stands, stood = (
        {
            name: field.editor.geometry()
            for name, field in one.sheet.fields.items()
            if field.editor.isVisible()
        }
        for one in (view, whole)
    )
    assert stands == stood


def test_the_focus_stays_and_nothing_counts_as_changed_meanwhile(make):
    view = make(LearnerConversation)
    first = view.sheet.first()
    view.go_to("")
    changed = []
    view.changed.connect(lambda: changed.append(1))
    rest(view)
    assert view.window().focusWidget() is first
    assert changed == []
