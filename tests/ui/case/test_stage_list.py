"""The stages at the left: all can be seen at once, or are scrolled to with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.forms import offered_any_time
from app.domain.forms.any_time import Note
from app.domain.forms.duty import DutyConsidered
from app.ui.handling.stage_list import StageList

pytestmark = pytest.mark.looks

ROOM_AT_768 = 608


@pytest.fixture
def stages(qtbot):
    made = StageList(offered_any_time())
    qtbot.addWidget(made)
    made.offer(DutyConsidered, yes=False)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle():
    for _ in range(5):
        QApplication.processEvents()


def seen(stages, name):
    settle()
    button = stages.findChild(QPushButton, name)
    top = button.mapTo(stages.area.viewport(), button.rect().topLeft()).y()
    return 0 <= top <= stages.area.viewport().height() - button.height()


def test_every_row_is_seen_at_768_pixels_without_scrolling(stages):
    stages.resize(stages.width(), ROOM_AT_768)
    settle()
    assert stages.area.verticalScrollBar().maximum() == 0
    assert seen(stages, "stage_concern")
    assert seen(stages, "add_identifying_fact")


def test_what_is_chosen_is_scrolled_to_where_room_is_short(stages):
    stages.resize(stages.width(), 240)
    settle()
    assert not seen(stages, "add_note")
    stages.choose(Note)
    assert seen(stages, "add_note")


def test_the_arrow_keys_scroll_to_the_row_they_go_to(stages):
    stages.resize(stages.width(), 240)
    first = stages.findChild(QPushButton, "stage_concern")
    first.setChecked(True)
    first.setFocus()
    for _ in range(15):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        settle()
    reached = QApplication.focusWidget().objectName()
    assert reached != "stage_concern"
    assert seen(stages, reached)
