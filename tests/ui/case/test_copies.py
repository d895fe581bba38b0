"""The Copies tab: the word and its counts, the hold, and a row for each copy and request."""

import time
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from app.casework.recording import seal
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import HoldLifted
from app.domain.forms.requests import RemovalReply, RequestReply
from app.domain.forms.routes import RouteKind
from app.ui.copies.copies import CopiesTab
from app.ui.widgets.parts import Chip
from tests.casefold import concern, concern_case
from tests.domain.gate_answers import AT, LIFTED, REFER_POLICE
from tests.domain.ledger import (
    BENS,
    FIRST,
    GROUP,
    SECOND,
    changed,
    found,
    ledger_case,
    replied,
    requested,
)
from tests.sessions import Clock, new_desk

pytestmark = pytest.mark.looks

POLICE = (DecisionMade, REFER_POLICE)


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    yield made
    made.close()


@pytest.fixture
def show(qtbot, session):
    """Return a way to show a case on the page."""

    def shown(case):
        page = CopiesTab(session)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show_case(case)
        page.show()
        return page

    return shown


def chips(page):
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]


def rows(page):
    table = page.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_the_word_stands_before_the_counts_behind_it(show):
    page = show(ledger_case(changed(FIRST, CopyState.CONFIRMED), requested()))
    assert chips(page) == ["Not contained", "1 of 2 confirmed gone", "1 removal asked for"]
    assert chips(show(concern_case())) == ["No copy recorded yet"]


def test_another_case_leaves_nothing_of_the_one_before(qtbot, show):
    page = show(ledger_case())
    page.show_case(concern_case())
    assert rows(page) == []
    qtbot.waitUntil(lambda: chips(page) == ["No copy recorded yet"])


def test_each_copy_is_a_row_with_its_requests_below_it(show):
    page = show(
        ledger_case(
            requested(),
            replied(RequestReply.ACKNOWLEDGED),
            rows=(BENS, GROUP | {"came_from": FIRST}),
        )
    )
    first, second, request = rows(page)
    assert first[:3] == ["Ben Marsh’s device", "Not known", ""]
    assert second[:3] == ["Group chat “Y11 banter”", "WhatsApp", "Ben Marsh’s device"]
    assert second[3].startswith("Removal asked for")
    assert request[0].strip() == "Request to WhatsApp"
    assert request[3].startswith("Acknowledged")
    assert request[4].startswith("Answer due 21 Nov 2026")


def test_a_request_for_every_copy_stands_on_its_own(show):
    everything = {"route": RouteKind.REPORT_REMOVE, "service_name": "Report Remove", "copy": None}
    *_, request = rows(show(ledger_case(requested(**everything))))
    assert request[:3] == ["Every copy", "Report Remove", "Made by another account holder"]


def test_a_cell_reads_its_whole_row_out(show):
    table = show(ledger_case()).table
    spoken = table.item(1, 4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Held by: Group chat “Y11 banter”. Where: WhatsApp. State: Known")


def asked_for(qtbot, page, act):
    with qtbot.waitSignal(page.wants_form) as wanted:
        act()
    return wanted.args


def test_enter_or_a_double_click_on_a_row_asks_what_has_changed(qtbot, show):
    page = show(ledger_case(requested()))
    table = page.table
    table.setFocus()
    table.setCurrentCell(1, 0)
    by_key = asked_for(qtbot, page, lambda: QTest.keyClick(table, Qt.Key.Key_Return))
    assert by_key == [CopyChanged, SECOND]
    spot = table.visualItemRect(table.item(2, 0)).center()
    port, left = table.viewport(), Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(page.wants_form):
        QTest.mouseClick(port, left, pos=spot)
    click = asked_for(qtbot, page, lambda: QTest.mouseDClick(port, left, pos=spot))
    assert click == [RemovalReply, "entry-3"]


def test_a_click_or_enter_on_the_map_asks_what_has_changed(qtbot, show):
    page = show(ledger_case())
    view = page.map.view
    spot = view.mapFromScene(view._cards[SECOND].sceneBoundingRect().center())
    left = Qt.MouseButton.LeftButton
    click = asked_for(qtbot, page, lambda: QTest.mouseClick(view.viewport(), left, pos=spot))
    assert click == [CopyChanged, SECOND]
    by_key = asked_for(qtbot, page, lambda: QTest.keyClick(view, Qt.Key.Key_Return))
    assert by_key == [CopyChanged, SECOND]


def test_map_and_table_stand_on_the_same_copy(qtbot, show):
    page = show(ledger_case(requested(), rows=(BENS, GROUP | {"came_from": FIRST})))
    assert page.map.view._chosen == FIRST
    page.table.setCurrentCell(2, 0)  # the request for the second
    assert page.map.view._chosen == SECOND
    page.activateWindow()
    page.map.view.setFocus()
    qtbot.waitUntil(page.map.view.hasFocus)
    QTest.keyClick(page.map.view, Qt.Key.Key_Left)
    assert page.table.currentRow() == 0
    page.show_case(ledger_case(requested(), changed(FIRST, CopyState.ASKED)))
    assert (page.table.currentRow(), page.map.view._chosen) == (0, FIRST)


def test_without_a_copy_there_is_one_sentence_and_no_map(show):
    page = show(concern_case())
    assert not page.map.isVisible()
    assert not page.table.isVisible()
    assert not page.bar.isVisible()
    assert page.empty.text().startswith("No copy is recorded yet.")
    assert page.empty.isVisible()


def test_the_map_has_room_beside_the_table_on_a_small_screen(show):
    page = show(ledger_case(POLICE, requested()))
    page.resize(1206, 608)  # what the window leaves it at 1366×768
    QApplication.processEvents()
    assert page.map.height() >= 280
    assert not page.findChild(QScrollArea).verticalScrollBar().isVisible()
    assert page.table.height() >= 130
    page.resize(600, 240)  # 200 %
    assert page.map.height() >= 280


def test_the_tab_is_brought_up_within_fifty_milliseconds_with_sixty_copies(show):
    rows = tuple(GROUP | {"name": f"Group {at}"} for at in range(60))
    linked = tuple(
        row | {"came_from": f"entry-2:copy:{at * 2 // 5 + 1}"} if at else row
        for at, row in enumerate(rows)
    )
    case = ledger_case(rows=linked)
    page = show(case)
    assert page.table.rowCount() == len(page.map.view._cards) == 60
    took = []
    for _ in range(5):
        start = time.process_time()
        page.show_case(case)
        took.append(time.process_time() - start)
    assert min(took) < 0.05


def test_the_chosen_copy_or_request_is_acted_on_from_the_bar(qtbot, show):
    page = show(ledger_case(requested()))
    page.table.setCurrentCell(1, 0)
    assert asked_for(qtbot, page, page.bar.change.click) == [CopyChanged, SECOND]
    assert removal_asked(qtbot, page) == [SECOND, ""]
    page.table.setCurrentCell(2, 0)
    assert page.bar.change.text() == "Log a reply"
    assert page.bar.request.text() == "Next route"
    assert asked_for(qtbot, page, page.bar.change.click) == [RemovalReply, "entry-3"]
    assert removal_asked(qtbot, page) == ["", "entry-3"]


def removal_asked(qtbot, page):
    with qtbot.waitSignal(page.wants_request) as wanted:
        page.bar.request.click()
    return wanted.args


def test_the_hold_says_why_and_whose_word_lifts_it_until_it_is_lifted(qtbot, show):
    page = show(ledger_case(POLICE))
    words = " ".join(label.text() for label in page.banner.findChildren(QLabel))
    assert words.strip() == (
        "Do not delete yet: the police are involved. Ask the police; their agreement lifts it."
    )
    button = page.banner.findChild(QAbstractButton)
    assert asked_for(qtbot, page, button.click) == [HoldLifted, ""]
    assert not show(ledger_case(POLICE, (HoldLifted, LIFTED))).banner.isVisible()


def test_a_copy_is_added_and_a_request_begun_from_buttons(qtbot, show):
    page = show(concern_case())
    add, ask = (page.findChild(QAbstractButton, name) for name in ("add_copy", "start_request"))
    assert asked_for(qtbot, page, add.click) == [CopiesFound, ""]
    with qtbot.waitSignal(page.wants_request):
        ask.click()


def test_the_same_group_in_another_case_is_one_press_away(session, show, qtbot):
    here, there = (seal(session, ConcernReceived, concern()) for _ in range(2))
    here = seal(session, CopiesFound, found(GROUP)[1], case=here)
    assert not show(here).elsewhere.isVisible()
    note = {"at": AT, "what": "A chat, y11 banter, is spoken of.", "why": "Heard."}
    seal(session, Note, note, case=there)
    page = show(here)
    qtbot.waitUntil(page.elsewhere.isVisible)
    way = page.findChild(QAbstractButton, f"elsewhere_{there.number}")
    assert way.accessibleName().startswith(f"Go to case {there.number}")
    with qtbot.waitSignal(page.wants_case) as wanted:
        way.click()
    assert wanted.args == [there.id]


def test_no_next_step_speaks_of_deleting_while_a_hold_stands(show):
    free, held = show(ledger_case()), show(ledger_case(POLICE))
    assert Counter(row[4] for row in rows(free)) == {
        "Ask for it to be deleted, or start a request": 2
    }
    assert Counter(row[4] for row in rows(held)) == {
        "The police advise before anything is deleted": 2
    }
