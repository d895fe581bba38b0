"""Today: the right cards with the right rows, each leading to its form, and no name anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.casework import drafts, recording
from app.casework.drafts import FormDraft
from app.casework.reading import questions_joined, read_day
from app.casework.recording import seal
from app.domain.forms import form_named
from app.domain.forms.any_time import Note
from app.domain.forms.concern import Scope
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import moment
from app.ui.today import cards, page
from app.ui.today.rows import DueLine, LineButton
from app.ui.widgets.tasks import Turns, finish_in
from tests.ui.shell.invented import concern, refer

NAMES = [
    "Ava",
    "Stone",
    "Ben",
    "Marsh",
    "Cal",
    "Whitby",
    "Mia",
    "Osei",
    "Priya",
    "Nair",
    "Jo",
    "Ellery",
    "Tomasz",
    "Holm",
]


def said(part):
    finish_in(part.window())
    QApplication.processEvents()  # what was just put into a layout is shown by the next event
    labels = [part] if isinstance(part, QLabel) else part.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def card(window, name):
    return next(
        (c for c in window.page.findChildren(QFrame, name) if c.isVisibleTo(window.page)), None
    )


@pytest.fixture
def window(week, open_window):
    return open_window(week)


def test_it_says_the_day_and_how_much_there_is(window):
    assert "Thursday 19 November" in said(window.page)
    day = read_day(window.page._session)
    words = f"{len(day.overdue)} things are overdue, {len(day.today)} due today"
    assert words in said(window.page)


def test_it_is_made_of_the_lists_and_no_case_is_read_whole_for_it(window, monkeypatch):
    monkeypatch.setattr(recording, "fold_case", None)  # reading hundreds would hold the window up
    window.page.refresh()
    assert "Confirm the telephone referral in writing" in said(card(window, "due_overdue"))


def test_each_row_shown_has_its_words_and_what_is_only_counted_has_none(window, monkeypatch):
    everything = window.page._read()[0].overdue
    monkeypatch.setattr(page, "MOST_ROWS", 1)
    first, *rest = window.page._read()[0].overdue
    assert first == everything[0]
    assert len(rest) == len(everything) - 1 > 0
    assert {(one.row.what, one.row.because) for one in rest} == {("", "")}


def test_each_card_holds_its_own(window):
    assert "Confirm the telephone referral in writing" in said(card(window, "due_overdue"))
    assert "2 h late" in said(card(window, "due_overdue"))
    assert "17:00" in said(card(window, "due_today"))
    assert "Mon 23 Nov" in said(card(window, "due_later"))


def test_open_cases_show_what_presses(window):
    words = said(card(window, "open_cases"))
    assert "Refer now" in words
    assert "1 sign not answered" in words


def test_no_name_is_on_today_nor_read_aloud_from_it(window):
    page = window.page
    spoken = " ".join(w.accessibleName() + w.toolTip() for w in page.findChildren(QWidget))
    written = " ".join(b.text() for b in page.findChildren(QAbstractButton))
    everything = said(page) + spoken + written
    assert [name for name in NAMES if name in everything] == []


def test_open_leads_to_the_form_that_settles_it(window, week):
    (first, *_) = read_day(week).overdue
    row = card(window, "due_overdue").findChildren(DueLine)[0]
    row.open.click()
    assert window.page.shown == [(first.case, first.row.stage, None)]
    assert window.page.due == first.row.which


def test_a_missed_answer_to_a_removal_request_leads_to_the_next_route_at_once(
    week, clock, open_window
):
    case = concern(week, "Mia Osei")
    sent = {
        "route": RouteKind.REPORT_REMOVE,
        "service_name": "Report Remove",
        "done_by": DoneBy.LEARNER,
        "sent_at": moment(clock()),
        "why": "It is on a public page.",
    }
    seal(week, RemovalRequested, sent, case=case)
    clock.forward(hours=25)
    window = open_window(week)
    rows = card(window, "due_overdue").findChildren(DueLine)
    (row,) = [row for row in rows if row.next_route]
    assert "Ask what came of the removal request" in said(row)
    row.next_route.click()
    assert window.page.shown == [(case.id, "removal_requested", None)]
    assert window.page.due.kind == DueKind.REMOVAL_CHECK


def test_every_row_has_a_form_that_can_be_opened(week):
    day = read_day(week)
    assert all(form_named(due.row.stage) for due in (*day.overdue, *day.today, *day.later))


def test_each_card_says_how_many_rows_it_has(window):
    overdue = card(window, "due_overdue")
    assert f"Overdue · {len(overdue.findChildren(DueLine))}" in said(overdue)


def test_a_team_that_bears_a_name_of_the_case_bears_none_on_today(week, open_window):
    refer(week, concern(week, "Mia Osei"), team="Family of Mia Osei")
    words = said(open_window(week).page)
    assert "Family of Learner 1" in words
    assert "Osei" not in words


def test_a_case_opens_from_its_row(window, week):
    newest = read_day(week).cases[0]
    card(window, "open_cases").findChild(LineButton, f"case_{newest.number}").click()
    assert window.page.shown == [(newest.case, None, None)]


def test_a_kept_draft_opens_where_it_was(window, week, clock):
    case = read_day(week).cases[0]
    typed = FormDraft(id="d-1", form=Note, answers={"what": "Ava"}, updated=clock(), case=case.case)
    drafts.keep(week, typed)
    window.page.refresh()
    assert "1 draft kept" in said(window.page)
    row = window.page.findChild(LineButton, "draft_d-1")
    assert said(row) == f"Draft: note, {case.number}, 10:30"
    row.click()
    assert window.page.shown == [(case.case, "note", "d-1")]


def test_an_empty_casebook_is_greeted_kindly(session, open_window):
    words = said(open_window(session).page)
    assert "Nothing is overdue." in words
    assert "When someone tells you of a concern, choose New concern" in words
    assert "No drafts" in words


def test_time_passing_changes_the_words(window, clock):
    before = len(read_day(window.page._session).overdue)
    clock.forward(hours=8)
    window.page.refresh()
    after = len(questions_joined(read_day(window.page._session).overdue))
    assert after > before
    assert f"{after} things are overdue" in said(window.page)
    assert "Nothing more is due today." in said(window.page)


def test_nothing_is_built_anew_while_nothing_changes(window):
    row = window.page.findChild(DueLine)
    window.page.refresh()
    assert window.page.findChild(DueLine) is row


def test_a_search_shows_cases_in_place_of_the_day(window, qtbot):
    finder = window.page.findChild(QLineEdit, "today_find")
    QTest.keyClick(window.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert finder.hasFocus()
    QTest.keyClicks(finder, "whitby")
    qtbot.waitUntil(lambda: "1 case holds “whitby”" in said(window.page))
    assert card(window, "due_overdue") is None
    QTest.keyClick(finder, Qt.Key.Key_Down)
    row = window.page._found.findChild(LineButton)
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert len(window.page.shown) == 1


def test_only_the_first_cases_found_are_shown_and_the_others_counted(window, monkeypatch):
    monkeypatch.setattr(cards, "MOST_FOUND", 1)
    window.page._find("2026")
    shown = len(window.page._found.findChildren(LineButton))
    assert shown == 1
    assert "more, in the list of cases" in said(window.page)


def test_escape_brings_the_day_back(window):
    finder = window.page.findChild(QLineEdit, "today_find")
    finder.setText("zebra")
    finder.ask_now()
    assert "No case holds “zebra”" in said(window.page)
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert card(window, "due_overdue") is not None


@pytest.mark.looks
def test_the_page_fits_a_small_window(window, qtbot):
    window.resize(683, 384)
    qtbot.waitUntil(lambda: window.width() == 683)
    inside = window.page.findChild(QPushButton, "today_new")
    right = inside.mapTo(window, inside.rect().bottomRight())
    assert right.x() < 683
    assert all(row.width() < 683 for row in window.page.findChildren(DueLine))


def test_a_case_left_the_open_list_is_not_on_it(week, open_window, clock):
    left = concern(week, "Eli Frost", scope=Scope.NO_IMAGERY, goes_to="Sent to the tutor.")
    assert left.number not in said(card(open_window(week), "open_cases"))


def test_no_turn_of_the_event_loop_makes_more_than_a_few_rows(window, monkeypatch):
    monkeypatch.setattr(page, "_ROWS_AT_A_TIME", 3)
    fresh = page.TodayPage(window.page._session, window)
    made, turns = [], fresh.findChild(Turns)
    turns.some_done.connect(lambda: made.append(len(rows_of(fresh))))
    fresh.refresh()
    assert made == [3]
    finish_in(fresh)
    assert rows_of(fresh) == rows_of(window.page)


def rows_of(shown):
    """What the rows of Today are called, one after the other, card by card."""
    names = [button.accessibleName() for button in shown.findChildren(QPushButton)]
    return sorted(name for name in names if name.startswith("Open case"))


@pytest.mark.looks
def test_whoever_has_scrolled_stays_there_while_the_rows_come_anew(window):
    shown = window.page
    window.resize(900, 420)
    QApplication.processEvents()
    bar = shown._scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    shown._shown = None
    shown.refresh()
    while shown.findChild(Turns).under_way:
        QApplication.processEvents()
        assert bar.value() == before > 0


def test_what_is_beyond_the_rows_that_are_read_is_counted_all_the_same(window, week):
    whole, cut = read_day(week), read_day(week, rows=1)
    assert [len(due) for due in cut.due] == [1, 1, 1]
    assert page.counts_of(cut, 0) == page.counts_of(whole, 0)
    for all_of_it, some, more in zip(whole.due, cut.due, cut.more, strict=True):
        assert len(some) + more == len(questions_joined(all_of_it))
