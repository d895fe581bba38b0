"""The watch: five minutes without a key or a movement, on a clock nobody can set."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.shell.idle import IdleWatch, Reason, seconds_passed
from tests.ui.shell.invented import open_dialog


class Time:
    """Seconds that pass when a test says so, with the watch looking every second meanwhile."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    def go_by(self, watch, seconds):
        for _ in range(int(seconds)):
            self.now += 1
            watch.look()


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def make_watch(qapp, time):
    made = []

    def watched(minutes=5):
        watch = IdleWatch(QObject(qapp), minutes, time)
        watch._timer.stop()
        watch.asked = []
        watch.due.connect(watch.asked.append)
        made.append(watch)
        return watch

    yield watched
    for watch in made:
        watch.stop()


def test_it_locks_after_five_minutes_and_not_before(make_watch, time):
    watch = make_watch()
    time.go_by(watch, 299)
    assert watch.asked == []
    time.go_by(watch, 1)
    assert watch.asked == [Reason.IDLE]


def test_a_key_or_a_movement_begins_the_minutes_anew(make_watch, time, qtbot):
    watch = make_watch()
    widget = QWidget()
    qtbot.addWidget(widget)
    time.go_by(watch, 299)
    QTest.keyClick(widget, Qt.Key.Key_A)
    time.go_by(watch, 299)
    QTest.mouseMove(widget, QPoint(3, 3))
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    time.go_by(watch, 299)
    assert watch.asked == []


def test_a_dialog_that_holds_the_window_does_not_hold_the_lock(make_watch, time, qtbot):
    watch = make_watch()
    widget = QWidget()
    qtbot.addWidget(widget)
    dialog = open_dialog(widget)
    time.go_by(watch, 300)
    assert watch.asked == [Reason.IDLE]
    dialog.close()


def test_the_key_that_wakes_the_machine_does_not_count(make_watch, time, qtbot):
    watch = make_watch()
    widget = QWidget()
    qtbot.addWidget(widget)
    time.now += 3600
    QTest.keyClick(widget, Qt.Key.Key_A)
    assert watch.asked[0] is Reason.ASLEEP


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (5, 5), (15, 15), (600, 15)])
def test_the_time_is_between_one_and_fifteen_minutes(make_watch, time, asked, given):
    watch = make_watch(asked)
    time.go_by(watch, given * 60 - 1)
    assert watch.asked == []
    time.go_by(watch, 1)
    assert watch.asked == [Reason.IDLE]


def test_its_own_timer_looks_every_second(qapp):
    watch = IdleWatch(QObject(qapp))
    assert (watch._timer.isActive(), watch._timer.interval()) == (True, 1000)
    watch.stop()


def test_its_clock_only_goes_forward():
    first = seconds_passed()
    assert seconds_passed() >= first
