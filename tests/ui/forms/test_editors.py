"""What each kind of editor does with the keyboard, the mouse and hostile text."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QPushButton, QWidget

from app.domain.kit.answers import (
    Involved,
    Person,
    PersonKind,
    Role,
    StaffMember,
    StaffRole,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Questions, questions_of
from app.domain.kit.moments import Moment, moment
from app.ui.forms import FormView
from app.ui.forms.days import CalendarPopup
from app.ui.forms.selections import StaffEditor
from tests.grids import in_each
from tests.ui.conftest import ALEX, NOW
from tests.ui.forms.every_kind import ANSWERS, Colour, EveryKind

HOSTILE = (
    "<b>bold</b> &amp; <img src='/etc/passwd'>",
    "a < b & c > d",
    "&Alt && one",
    "x' or '1'='1",
    "עִבְרִית and reversed",
    "non\u00a0breaking",
    "👩‍👧‍👦",
)


@pytest.fixture
def view(qtbot, context):
    view = FormView(EveryKind, context)
    qtbot.addWidget(view)
    view.resize(640, 900)
    view.show()
    return view


def box(view, name: str) -> QWidget:
    return view.findChild(QWidget, name)


@in_each("name", ANSWERS)
def test_the_mouse_wheel_changes_no_answer(view, name):
    view.set_answers(ANSWERS)
    editor = view.editor(name)
    for widget in [editor, *editor.findChildren(QWidget)]:
        nothing = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        down = (QPoint(0, -120), Qt.MouseButton.NoButton, *nothing, False)
        event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), *down)
        QApplication.sendEvent(widget, event)
    assert view.answers() == ANSWERS


@pytest.mark.parametrize("name", ["line", "words", "exact", "address"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_and_shown_as_typed(view, name, text):
    view.editor(name).set_value(text)
    assert view.editor(name).value() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_is_never_read_as_markup(view, text):
    view.editor("people").search.box.setText(text)
    for label in view.editor("people").findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_yes_no_unknown_starts_open_and_can_be_cleared(view):
    editor = view.editor("pressure")
    assert editor.value() is None
    yes = editor.options[0]
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert editor.value() is YesNoUnknown.YES
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert editor.value() is None


def test_yes_no_unknown_is_one_stop_of_the_tab_key_and_answers_to_keys(view):
    editor = view.editor("pressure")
    view.go_to("pressure")
    answers = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_K, Qt.Key.Key_Delete):
        QTest.keyClick(view.focusWidget(), key)
        answers.append(editor.value())
    no, unknown, yes = YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN, YesNoUnknown.YES
    assert answers == [no, unknown, yes, unknown, None]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is view.editor("harm").options[0]


def test_a_choice_starts_open_and_can_be_taken_back_with_the_keyboard(view):
    picker = box(view, "colour")
    QTest.keyClick(picker, Qt.Key.Key_G)
    assert view.answers()["colour"] is Colour.GREEN
    QTest.keyClick(picker, Qt.Key.Key_Home)
    assert "colour" not in view.answers()


def test_a_date_is_shown_back_in_the_one_format_when_it_is_left(view):
    view.go_to("day")
    QTest.keyClicks(box(view, "day"), "19.11.26")
    QTest.keyClick(box(view, "day"), Qt.Key.Key_Tab)
    assert box(view, "day").text() == "19 Nov 2026"
    assert view.answers()["day"] == date(2026, 11, 19)


def test_a_date_that_is_not_understood_is_answered_when_it_is_left(view):
    view.go_to("day")
    QTest.keyClicks(box(view, "day"), "11/19")
    assert view.sheet.fields["day"].problem.words == ""
    QTest.keyClick(box(view, "day"), Qt.Key.Key_Tab)
    assert "The day comes first" in view.sheet.fields["day"].problem.words
    box(view, "day").setText("19/11")
    assert view.sheet.fields["day"].problem.words == ""


def test_now_is_the_present_minute(view):
    view.editor("moment").now_button.click()
    assert view.answers()["moment"] == moment(NOW)
    assert box(view, "moment").text() == "19 Nov 2026, 10:22"


def test_a_remembered_time_is_marked_about(view):
    box(view, "moment").setText("about 9.40")
    assert view.editor("moment").about.isChecked()
    assert view.answers()["moment"].about
    view.editor("moment").about.setChecked(False)
    assert not view.answers()["moment"].about


TWICE = "25 Oct 2026, 01:30"
FIRST, SECOND = (moment(NOW.replace(month=10, day=25, hour=hour, minute=30)) for hour in (0, 1))


def test_a_time_that_comes_twice_is_asked_about_once_and_can_be_changed(view):
    editor = view.editor("moment")
    box(view, "moment").setText(TWICE)
    assert "moment" not in view.answers()
    assert [button.text() for button in editor.which.buttons] == ["First (BST)", "Second (GMT)"]
    assert not any(button.isChecked() for button in editor.which.buttons)
    editor.which.buttons[1].click()
    assert view.answers()["moment"] == SECOND
    assert box(view, "moment").text() == f"{TWICE} GMT"
    editor.which.buttons[0].click()
    assert view.answers()["moment"] == FIRST
    assert [button.isChecked() for button in editor.which.buttons] == [True, False]
    box(view, "moment").setText("25 Oct 2026, 02:30")
    assert not editor.which.isVisible()


def test_a_time_that_comes_twice_stays_about(view):
    box(view, "moment").setText(f"about {TWICE}")
    view.editor("moment").which.buttons[0].click()
    assert view.answers()["moment"] == Moment(FIRST.at, about=True)
    view.editor("moment").which.buttons[1].click()
    assert view.answers()["moment"] == Moment(SECOND.at, about=True)


def test_a_time_that_comes_twice_is_asked_about_again_in_a_draft(view):
    box(view, "moment").setText(TWICE)
    kept = view.raw_texts()
    view.set_answers({})
    assert not view.editor("moment").which.isVisible()
    view.restore(kept)
    view.editor("moment").which.buttons[1].click()
    assert view.answers()["moment"] == SECOND


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_picked_for_a_time_that_comes_twice_there_is_asked_about(view):
    view.editor("moment").set_value(moment(NOW.replace(hour=1, minute=30)))
    view.editor("moment").open_calendar()
    view.findChild(CalendarPopup).chosen.emit(date(2026, 10, 25))
    assert "moment" not in view.answers()
    assert view.editor("moment").which.isVisible()


def test_tab_goes_from_a_time_that_comes_twice_to_the_two_it_can_be(view):
    view.go_to("moment")
    QTest.keyClicks(box(view, "moment"), TWICE)
    reached = []
    for _ in range(3):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        reached.append(view.focusWidget())
    editor = view.editor("moment")
    assert reached == [editor.about, *editor.which.buttons]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert view.answers()["moment"] == SECOND


def test_a_moment_keeps_its_seconds_until_it_is_typed_over(view):
    exact = Moment(NOW.replace(second=42))
    view.editor("moment").set_value(exact)
    box(view, "moment").editingFinished.emit()
    assert view.answers()["moment"] == exact


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_calendar_gives_a_day_and_leaves_the_time_to_be_typed(view):
    QTest.keyClick(box(view, "moment"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = view.findChild(CalendarPopup)
    assert popup.findChild(QCalendarWidget).firstDayOfWeek() == Qt.DayOfWeek.Monday
    popup.chosen.emit(date(2026, 11, 18))
    popup.close()
    assert box(view, "moment").text() == "18 Nov 2026, "
    QTest.keyClicks(box(view, "moment"), "9.40")
    assert view.answers()["moment"] == moment(NOW.replace(day=18, hour=9, minute=40))


def test_where_a_role_is_needed_it_says_who_has_one_and_elsewhere_it_does_not(qtbot, context):
    said = {(StaffRole.LEAD,): "By the staff list today: L. Haines (Lead Safeguarding Manager)."}
    context = replace(context, who_may=lambda roles: said[roles])
    (asked,) = questions_of(Asked)
    made = StaffEditor(asked, context)
    qtbot.addWidget(made)
    (words,) = [one for one in made.findChildren(QLabel) if one.objectName() == "who_may"]
    assert words.text() == said[StaffRole.LEAD,]
    assert made.picker.accessibleDescription() == f"The senior. {words.text()}"


class Asked(Questions, frozen=True, kw_only=True):
    """A question that asks for the authority of a role."""

    who: Annotated[StaffMember, Ask("Who", help="The senior.", roles=(StaffRole.LEAD,))]


def test_a_known_member_of_staff_is_offered_and_another_can_be_typed(view):
    staff = box(view, "staff")
    assert [staff.itemText(at) for at in range(staff.count())] == [
        "R. Okafor, DSL",
        "J. Patel, Head of Year",
    ]
    staff.lineEdit().setText("N. New, Tutor")
    assert view.answers()["staff"] == StaffMember("N. New", "Tutor")


def test_a_person_who_is_not_in_the_list_is_not_lost(view):
    view.editor("person").set_value("someone-else")
    assert view.answers()["person"] == "someone-else"
    assert box(view, "person").currentText() == "Someone not in this list"


def test_somebody_known_is_found_and_added_with_the_keyboard(view):
    search = box(view, "people")
    view.go_to("people")
    QTest.keyClicks(search, "ale")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert view.focusWidget().accessibleName() == (
        "Alex Example, Learner · Year 10 · born 4 Mar 2011"
    )
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.answers()["people"] == (Involved(ALEX),)
    assert search.text() == ""
    assert view.focusWidget().accessibleName() == "Pictured"
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert view.answers()["people"] == (Involved(ALEX, (Role.PICTURED,)),)


@pytest.mark.parametrize("typed", ["OConnor", "o connor", "O'CONNOR, N", "Neve", "niamh o’c"])
def test_somebody_of_this_case_is_offered_however_their_name_is_typed(qtbot, context, typed):
    niamh = Person(id="n", kind=PersonKind.LEARNER, name="Niamh O’Connor")
    only_here = replace(context, whom=lambda _who: (ALEX, niamh), find_people=lambda _: [])
    made = FormView(EveryKind, only_here)
    qtbot.addWidget(made)
    search = made.editor("people").search
    search.box.setText(typed)
    assert [one.person for one in search.suggestions] == [niamh]


def test_somebody_new_is_added_in_place(view):
    search = view.editor("people").search
    search.box.setText("  Kim New ")
    search.add_buttons[PersonKind.ADULT].click()
    (added,) = view.answers()["people"]
    assert (added.person.id, added.person.kind) == ("new-1", PersonKind.ADULT)
    assert added.person.name == "Kim New"


def test_the_arrow_keys_walk_through_who_is_offered_and_escape_gives_up(view):
    search = view.editor("people").search
    view.go_to("people")
    QTest.keyClicks(search.box, "zz")
    QTest.keyClick(search.box, Qt.Key.Key_Down)
    assert view.focusWidget() is search.add_buttons[PersonKind.LEARNER]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Down)
    assert view.focusWidget() is search.add_buttons[PersonKind.PARENT]
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Escape)
    assert view.focusWidget() is search.box
    assert search.box.text() == ""


def test_nobody_is_offered_twice(view):
    editor = view.editor("people")
    editor.set_value((Involved(ALEX),))
    editor.search.box.setText("alex")
    names = [one.accessibleName() for one in editor.search.findChildren(QPushButton)]
    assert not any("Alex" in name for name in names if not name.startswith("Add as"))


def test_a_name_typed_but_not_added_is_not_forgotten(view):
    view.set_answers(ANSWERS | {"calls": None})
    box(view, "people").setText("Kim")
    (problem,) = view.check()
    assert problem.sentence.startswith("“Kim” is not added yet.")


def test_an_emptied_name_keeps_the_person_and_is_a_problem(view):
    view.set_answers(ANSWERS | {"calls": None})
    box(view, "people.1.name").clear()
    assert view.answers()["people"][0].person == ALEX
    (problem,) = view.check()
    assert problem.name == "people.1.name"


def test_a_row_is_added_filled_and_taken_out_with_the_keyboard(view):
    view.go_to("calls")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert view.where()[0] == "calls.1.spoke_to"
    QTest.keyClicks(box(view, "calls.1.said"), "Hello")
    assert view.answers()["calls"] == ({"said": "Hello"},)
    remove = next(
        one
        for one in view.findChildren(QPushButton)
        if one.accessibleName() == "Remove row 1 of Calls"
    )
    QTest.keyClick(remove, Qt.Key.Key_Space)
    assert "calls" not in view.answers()


def test_rows_are_named_anew_when_one_goes(view):
    view.set_answers(ANSWERS)
    view.editor("calls").rows[0].removed.emit()
    assert view.answers()["calls"] == ({"said": "Half filled"},)
    assert view.sheet.spot("calls.1.said").objectName() == "calls.1.said"
