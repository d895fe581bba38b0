"""The Copies tab: the word and its counts, the hold, and a row for each copy and request."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.casework.recording import seal
from app.domain.routes import RouteKind
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.copies import CopiesFound, CopyChanged, CopyState
from app.domain.stages.decision import DecisionMade
from app.domain.stages.deletion import HoldLifted
from app.domain.stages.note import Note
from app.domain.stages.requests import RemovalReply, RequestReply
from app.ui.case.copies import Copies
from app.ui.theme.parts import Chip
from tests.casefold import concern, concern_case
from tests.desks import Clock, new_desk
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

POLICE = (DecisionMade, REFER_POLICE)


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    yield made
    made.close()


@pytest.fixture
def show(qtbot, desk):
    """Give a way to show a case on the page."""

    def shown(case):
        page = Copies(desk)
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
    assert chips(page) == ["Not contained", "1 of 2 confirmed gone", "1 asked or reported"]
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
    assert second[3].startswith("Asked or reported")
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


def test_enter_or_a_click_on_a_row_asks_what_has_changed(qtbot, show):
    page = show(ledger_case(requested()))
    table = page.table
    table.setFocus()
    table.setCurrentCell(1, 0)
    by_key = asked_for(qtbot, page, lambda: QTest.keyClick(table, Qt.Key.Key_Return))
    assert by_key == [CopyChanged, SECOND]
    spot = table.visualItemRect(table.item(2, 0)).center()
    click = asked_for(
        qtbot,
        page,
        lambda: QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot),
    )
    assert click == [RemovalReply, "entry-3"]


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


def test_the_same_group_in_another_case_is_pointed_out(desk, show):
    here, there = (seal(desk, ConcernReceived, concern()) for _ in range(2))
    here = seal(desk, CopiesFound, found(GROUP)[1], case=here)
    assert not show(here).elsewhere.isVisible()
    note = {"at": AT, "what": "A chat, y11 banter, is spoken of.", "why": "Heard."}
    seal(desk, Note, note, case=there)
    page = show(here)
    assert page.elsewhere.isVisible()
    assert there.number in page.elsewhere.text()


def test_no_next_step_speaks_of_deleting_while_a_hold_stands(show):
    free, held = show(ledger_case()), show(ledger_case(POLICE))
    assert Counter(row[4] for row in rows(free)) == {
        "Ask for it to be deleted, or start a request": 2
    }
    assert Counter(row[4] for row in rows(held)) == {
        "The police advise before anything is deleted": 2
    }
