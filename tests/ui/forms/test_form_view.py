"""A form on screen: made from its declaration, keeping what is typed, saying what is wrong."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from app.domain.forms import FORMS
from app.domain.kit.answers import Involved, Role, YesNoUnknown
from app.domain.kit.checks import Problem
from app.domain.kit.filled import read_answers
from app.domain.kit.form import Form, questions_of
from app.domain.kit.stage import Sign
from app.ui.forms import FormView
from app.ui.forms.editor import stops_in
from tests.ui.conftest import ALEX
from tests.ui.forms.every_kind import ANSWERS, EveryKind

ALL_FORMS = pytest.mark.parametrize("form", [EveryKind, *FORMS], ids=lambda form: form.__name__)
KINDS = pytest.mark.parametrize("name", list(ANSWERS))


@pytest.fixture
def view(qtbot, context):
    return shown(qtbot, EveryKind, context)


def shown(qtbot, form: type[Form], context) -> FormView:
    view = FormView(form, context)
    qtbot.addWidget(view)
    view.resize(640, 900)
    view.show()
    return view


def focus_order(view: FormView) -> list[QWidget]:
    found, at = [], view.nextInFocusChain()
    while at is not view:
        found.append(at)
        at = at.nextInFocusChain()
    stops = set(stops_in(view))
    return [widget for widget in found if widget in stops]


@ALL_FORMS
def test_every_form_starts_empty_and_is_whole_for_screen_readers_and_for_the_tab_key(
    qtbot, context, form
):
    view = shown(qtbot, form, context)
    assert view.answers() == {}
    every_question_has_a_named_editor(view, form)
    everything_that_takes_the_focus_has_an_accessible_name(view)
    the_tab_key_goes_through_the_questions_as_they_are_declared(view, form)


def asked(form):
    """Return the questions that are asked: a silent answer is the casebook’s own."""
    return [question for question in questions_of(form) if not question.ask.silent]


def every_question_has_a_named_editor(view, form):
    for question in asked(form):
        widget = view.findChild(QWidget, question.name)
        assert widget.accessibleName().endswith(question.ask.label)
        assert question.ask.help in widget.accessibleDescription()


def everything_that_takes_the_focus_has_an_accessible_name(view):
    for stop in stops_in(view):
        words = stop.text() if isinstance(stop, QPushButton) else ""
        assert stop.accessibleName() or words, (stop, stop.objectName())


def the_tab_key_goes_through_the_questions_as_they_are_declared(view, form):
    places = focus_order(view)
    owners = [view.editor(question.name) for question in asked(form)]
    order = [next(at for at, one in enumerate(owners) if within(one, stop)) for stop in places]
    assert order == sorted(order)
    assert set(order) == set(range(len(owners)))


def within(editor: QWidget, widget: QWidget) -> bool:
    return editor is widget or editor.isAncestorOf(widget)


def test_rows_and_people_added_later_are_reached_where_they_stand(view):
    view.set_answers(ANSWERS)
    order = [stop.objectName() for stop in focus_order(view) if stop.objectName()]
    wanted = ["people.1.name", "people.2.name", "people", "calls.1.spoke_to", "calls.2.said"]
    assert [name for name in order if name in {*wanted, "calls", "last"}] == [
        *wanted,
        "calls",
        "last",
    ]


@KINDS
def test_every_kind_of_answer_comes_back_as_it_was_given(view, name):
    view.editor(name).set_value(ANSWERS[name])
    assert view.editor(name).value() == ANSWERS[name]
    assert view.answers()[name] == ANSWERS[name]


@KINDS
def test_every_kind_of_answer_can_be_taken_back(view, name):
    view.editor(name).set_value(ANSWERS[name])
    view.editor(name).set_value(None)
    assert name not in view.answers()


def test_answers_come_back_from_a_draft(view, qtbot, context):
    view.set_answers(ANSWERS)
    draft = msgspec.json.encode(view.answers())
    again = shown(qtbot, EveryKind, context)
    again.set_answers(read_answers(EveryKind, draft))
    assert again.answers() == ANSWERS


@KINDS
def test_a_change_is_told(view, qtbot, name):
    with qtbot.waitSignal(view.changed):
        view.editor(name).set_value(ANSWERS[name])


def test_setting_all_answers_is_one_change(view, qtbot):
    heard = []
    view.changed.connect(lambda: heard.append(1))
    view.set_answers(ANSWERS)
    assert heard == [1]


def test_what_is_not_understood_is_kept_as_it_was_typed(view, qtbot, context):
    view.set_answers(ANSWERS | {"moment": None})
    view.findChild(QWidget, "moment").setText("sometime in June")
    view.editor("moment").about.setChecked(True)
    view.findChild(QWidget, "calls.2.at").setText("32/1 10:00")
    view.findChild(QWidget, "people").setText("Some")
    raw = view.raw_texts()
    assert raw == {
        "moment": "about sometime in June",
        "calls.2.at": "32/1 10:00",
        "people": "Some",
    }
    again = shown(qtbot, EveryKind, context)
    again.set_answers(view.answers())
    again.restore(raw)
    assert again.raw_texts() == raw
    assert again.editor("moment").about.isChecked()


@pytest.mark.looks
@pytest.mark.parametrize("width", [900, 640, 440])
def test_nothing_is_squeezed_at_any_width(qtbot, context, width):
    view = FormView(EveryKind, context)
    view.set_answers(ANSWERS)
    page = QScrollArea()
    qtbot.addWidget(page)
    page.setWidgetResizable(True)
    page.setWidget(view)
    page.resize(width, 600)
    page.show()
    settle()
    view.check()
    settle()
    for box in view.findChildren(QWidget):
        if box.isVisible() and box.layout() and box.layout().hasHeightForWidth():
            assert box.height() >= box.layout().heightForWidth(box.width()), box


def settle():
    for _ in range(20):
        QApplication.processEvents()


@pytest.mark.looks
def test_a_question_is_shown_only_when_it_is_asked(view):
    how = view.findChild(QWidget, "how")
    assert not how.isVisible()
    view.editor("pressure").set_value(YesNoUnknown.YES)
    assert how.isVisible()
    assert how.height() > 40
    view.editor("pressure").set_value(YesNoUnknown.NOT_KNOWN)
    assert not how.isVisible()


def test_an_answer_to_a_question_no_longer_shown_is_kept_for_when_it_is_shown_again(view):
    view.set_answers(ANSWERS)
    view.editor("pressure").set_value(YesNoUnknown.NO)
    assert view.answers()["how"] == ANSWERS["how"]


def test_a_star_tells_what_is_needed_now(view):
    label = next(one for one in view.findChildren(QLabel) if one.text().startswith("How"))
    assert "*" not in label.text()
    view.editor("pressure").set_value(YesNoUnknown.YES)
    assert "*" in label.text()


def test_check_says_what_is_wrong_at_the_field_and_at_the_foot(view):
    found = view.check()
    assert [problem.name for problem in found] == ["line", "moment", "pressure"]
    assert view.findChild(QWidget, "line").property("wrong") is True
    assert visible_words(view).count("Fill in “Line & more”.") == 2


def test_a_problem_goes_when_it_is_put_right(view):
    view.check()
    view.findChild(QWidget, "line").setText("Something")
    assert view.findChild(QWidget, "line").property("wrong") is False
    assert "Fill in “Line & more”." not in visible_words(view)
    assert "Fill in “Moment”." in visible_words(view)


def test_no_new_problem_appears_while_typing(view):
    view.findChild(QWidget, "line").setText("Something")
    view.findChild(QWidget, "line").clear()
    assert view.problem_list.isHidden()


def test_a_date_not_understood_stops_the_form_and_says_why(view):
    view.set_answers(ANSWERS | {"day": None})
    view.findChild(QWidget, "day").setText("11/19/2026")
    (problem,) = (one for one in view.check() if one.name == "day")
    assert problem.sentence == "There is no month 19. The day comes first: 19/11/2026."


def test_a_needed_date_not_understood_is_not_called_missing(view):
    view.set_answers(ANSWERS | {"moment": None})
    view.findChild(QWidget, "moment").setText("later")
    sentences = [one.sentence for one in view.check() if one.name == "moment"]
    assert len(sentences) == 1
    assert "later" in sentences[0]


def test_a_problem_in_a_row_leads_to_its_place(view, qtbot):
    view.set_answers(ANSWERS)
    (problem,) = view.check()
    assert problem == Problem("calls.2.spoke_to", "Row 2: Fill in “Spoke to”.")
    with qtbot.waitSignal(view.wants_visible):
        view.go_to(problem.name)
    assert view.where()[0] == "calls.2.spoke_to"


def test_rows_with_nothing_in_them_do_not_shift_the_place_of_a_problem(view):
    view.set_answers(ANSWERS)
    first = view.editor("calls").rows[0].sheet
    first.set_answers({})
    assert view.answers()["calls"] == ({"said": "Half filled"},)
    (problem,) = view.check()
    assert view.sheet.spot(problem.name).objectName() == "calls.2.spoke_to"


def test_enter_in_the_list_of_problems_goes_to_the_field(view):
    view.set_answers(ANSWERS | {"line": None, "calls": None})
    view.check()
    (sentence,) = view.problem_list.findChildren(QWidget, options=Qt.FindDirectChildrenOnly)[-1:]
    sentence.setFocus()
    QTest.keyClick(sentence, Qt.Key.Key_Return)
    assert view.focusWidget().objectName() == "line"


def test_somebody_without_a_part_is_a_problem_at_their_part(view):
    view.set_answers(ANSWERS | {"calls": None, "people": (Involved(ALEX),)})
    (problem,) = view.check()
    assert problem.name == "people"
    assert view.sheet.spot("people").accessibleName() == Role.PICTURED.label


def test_what_the_case_holds_back_is_shown_too(qtbot, context):
    def held_back(answers):
        return (Problem("line", "The case asks for more."),) if answers.get("line") else ()

    view = FormView(EveryKind, context, held_back)
    qtbot.addWidget(view)
    view.set_answers(ANSWERS | {"calls": None})
    assert view.check() == (Problem("line", "The case asks for more."),)


def test_signs_answered_yes_are_told_at_once(view, qtbot):
    with qtbot.waitSignal(view.signs_changed) as told:
        view.editor("harm").set_value(YesNoUnknown.YES)
    assert told.args == [(Sign.HARM,)]
    view.editor("harm").set_value(YesNoUnknown.NOT_KNOWN)
    assert view.signs_said_yes() == ()


def test_the_place_of_the_text_cursor_can_be_kept_and_found_again(view):
    view.set_answers(ANSWERS)
    view.go_to("words", 5)
    assert view.where() == ("words", 5)
    view.go_to("line", 900)
    assert view.where() == ("line", len(ANSWERS["line"]))


def visible_words(view: QWidget) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
