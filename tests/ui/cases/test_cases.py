"""The list of cases: paged, searched, opened by keyboard, and without names unless asked."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from app.casework.reading import list_cases
from app.domain.case.summary import Summary
from app.domain.forms.concern import Scope
from app.ui.cases.table import PAGE, CasesModel, CasesTable, Column
from tests.ui.shell.invented import concern

AT = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


def summary(number, state="open"):
    return Summary(
        case=f"case-{number}",
        number=f"2026-{number:04}",
        opened=AT,
        last_recorded=AT,
        entries=3,
        state=state,
        stage="Decision",
        heading="Ava Stone",
        refer_now=False,
        signs_open=0,
    )


def pages_of(rows):
    fetched = []

    def fetch(limit, offset):
        fetched.append((limit, offset))
        return tuple(rows[offset : offset + limit])

    return fetch, fetched


@pytest.fixture
def model(qapp):
    return CasesModel()


@pytest.fixture
def page(week, open_window):
    window = open_window(week)
    window.show_page("Cases")
    window.page.window_of_it = window
    return window.page


def table(page):
    return page.findChild(CasesTable, "cases_table")


def numbers(page):
    model = table(page).model()
    return [model.index(row, Column.NUMBER).data() for row in range(model.rowCount())]


def test_the_model_keeps_to_qts_rules(model, qtmodeltester):
    fetch, _ = pages_of([summary(n) for n in range(PAGE + 3)])
    model.show(fetch)
    qtmodeltester.check(model)


def test_ten_thousand_cases_are_read_a_page_at_a_time(model):
    fetch, fetched = pages_of([summary(n) for n in range(10_000)])
    model.show(fetch)
    assert fetched == [(PAGE, 0)]
    assert model.rowCount() == PAGE
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 10_000
    assert model.case_at(9_999) == "case-9999"


def test_names_are_not_in_the_model_until_they_are_asked_for(page):
    model = table(page).model()
    people = [model.index(row, Column.PEOPLE).data() for row in range(model.rowCount())]
    assert set(people) == {""}
    assert table(page).isColumnHidden(Column.PEOPLE)
    page.findChild(QPushButton, "cases_names").click()
    assert not table(page).isColumnHidden(Column.PEOPLE)
    assert "Mia Osei" in [model.index(row, Column.PEOPLE).data() for row in range(5)]
    page.findChild(QPushButton, "cases_names").click()
    assert model.index(0, Column.PEOPLE).data() == ""


def test_a_row_says_number_stage_state_and_dates(page):
    model = table(page).model()
    row = [model.index(1, column).data() for column in Column]
    assert row == [
        "2026-0004",
        "Initial review meeting",
        "",
        "Open",
        "18 Nov 2026",
        "18 Nov 2026, 16:00",
        "1",
    ]
    assert model.index(0, Column.STAGE).data() == "Refer now: referral to social care"


def test_open_or_all(page, week):
    left = concern(week, "Eli Frost", scope=Scope.NO_IMAGERY, goes_to="Sent to the tutor.")
    page.refresh()
    assert left.number not in numbers(page)
    assert table(page).isColumnHidden(Column.STATE)
    page.findChild(QPushButton, "cases_all").click()
    assert left.number in numbers(page)
    assert not table(page).isColumnHidden(Column.STATE)


def test_enter_and_a_double_click_open_a_case(page, week, qtbot):
    window, view = page.window_of_it, table(page)
    first, second = list_cases(week)[:2]
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.page.shown == [(first.case, None, None)]
    shown = window.page.shown
    window.show_page("Cases")
    QApplication.processEvents()
    where = view.visualRect(view.model().index(1, Column.STAGE)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown[-1] == (second.case, None, None)


def test_the_chosen_case_stays_chosen_when_the_list_is_read_again(page):
    view = table(page)
    view.setCurrentIndex(view.model().index(2, Column.NUMBER))
    page.refresh()
    assert view.currentIndex().row() == 2


def test_tab_leaves_the_list(page, qtbot):
    QTest.keyClick(table(page), Qt.Key.Key_Tab)
    assert not table(page).hasFocus()


def test_words_are_searched_in_every_case(page):
    finder = page.findChild(QLineEdit, "cases_find")
    finder.setText("Whitby")
    finder.ask_now()
    assert numbers(page) == ["2026-0004"]
    finder.setText("zebra")
    finder.ask_now()
    assert numbers(page) == []
    visible = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No open case holds “zebra”." in visible
    QTest.keyClick(finder, Qt.Key.Key_Escape)
    assert len(numbers(page)) == 5
