"""The watch: five minutes without a key or a movement, on a clock nobody can set."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QDialog, QLineEdit, QMenu, QWidget

from app.ui.shell.idle import IdleWatch, Reason, seconds_passed
from tests.ui.shell.invented import open_dialog

pytestmark = pytest.mark.looks


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


@pytest.fixture
def widget(qtbot):
    """A widget in a window on the screen."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    assert QTest.qWaitForWindowActive(made)
    return made


def test_it_locks_after_five_minutes_and_not_before(make_watch, time):
    watch = make_watch()
    time.go_by(watch, 299)
    assert watch.asked == []
    time.go_by(watch, 1)
    assert watch.asked == [Reason.IDLE]


def a_key(window):
    QTest.keyClick(window, Qt.Key.Key_A)


def a_click(window):
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def a_movement(window):
    for place in (QPoint(3, 3), QPoint(5, 5)):  # wherever the pointer was before
        QTest.mouseMove(window, place)


def a_turn_of_the_wheel(window):
    nothing, place = Qt.KeyboardModifier.NoModifier, QPointF(3, 3)
    turned = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        nothing,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(window, turned)


def composed_text(_window):
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QCoreApplication.sendEvent(QApplication.focusObject(), composed)


TOUCHES = (a_key, a_click, a_movement, a_turn_of_the_wheel, composed_text)


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_touch_begins_the_minutes_anew(make_watch, time, widget, touch):
    watch = make_watch()
    time.go_by(watch, 299)
    touch(widget.windowHandle())
    time.go_by(watch, 299)
    assert watch.asked == []
    time.go_by(watch, 1)
    assert watch.asked == [Reason.IDLE]


def test_composed_text_counts_wherever_the_focus_went(make_watch, time, widget):
    watch = make_watch()
    other = QLineEdit(widget)
    other.show()
    other.setFocus()
    time.go_by(watch, 299)
    composed_text(None)
    time.go_by(watch, 299)
    assert (other.text(), watch.asked) == ("é", [])


def a_dialog(parent):
    return QDialog(parent)


def a_menu(parent):
    made = QMenu(parent)
    made.addAction("Copy")
    return made


def a_list_of_offers(parent):
    completer = QCompleter(["Robin", "Robyn"], parent)
    completer.setWidget(parent)
    return completer.popup()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
@pytest.mark.parametrize("touch", [a_key, a_click, a_movement, a_turn_of_the_wheel])
@pytest.mark.parametrize("make", [a_dialog, a_menu, a_list_of_offers])
def test_what_opens_later_is_watched_from_its_first_touch(make_watch, time, widget, make, touch):
    watch = make_watch()
    opened = make(widget)
    opened.resize(80, 60)
    opened.show()
    assert QTest.qWaitForWindowExposed(opened)
    time.go_by(watch, 299)
    touch(opened.windowHandle())
    time.go_by(watch, 299)
    assert watch.asked == []
    opened.close()


def test_the_watch_costs_a_widget_nothing(make_watch, widget):
    """It sits on windows and on what has the focus: never on the application or a whole form."""
    watch = make_watch()
    seen = []
    watch.eventFilter = lambda _watched, event: seen.append(event.type()) or False
    form = QWidget(widget)
    form.show()
    others = [QWidget(form) for _ in range(50)]
    for other in others:
        other.resize(9, 9)
        other.show()
        other.setStyleSheet("color: black")
        QCoreApplication.sendEvent(other, QEvent(QEvent.Type.User))
    QApplication.processEvents()
    assert len(seen) < len(others) / 2
    assert QEvent.Type.User not in seen


def test_a_watch_that_is_stopped_sees_nothing_more(make_watch, time, widget):
    watch = make_watch()
    watch.stop()
    time.now += 3600
    a_key(widget.windowHandle())
    QApplication.processEvents()
    composed_text(None)
    assert watch.asked == []


def test_a_dialog_that_holds_the_window_does_not_hold_the_lock(make_watch, time, qtbot):
    watch = make_watch()
    widget = QWidget()
    qtbot.addWidget(widget)
    dialog = open_dialog(widget)
    time.go_by(watch, 300)
    assert watch.asked == [Reason.IDLE]
    dialog.close()


def test_the_key_that_wakes_the_machine_does_not_count(make_watch, time, widget):
    watch = make_watch()
    time.now += 3600
    a_key(widget.windowHandle())
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
