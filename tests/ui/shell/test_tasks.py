"""Slow work: done in a worker thread, its outcome handed back in the window's own thread."""

import threading

from PySide6.QtCore import QObject

from app.ui.widgets import tasks


def outcome(owner, work):
    came = []
    tasks.start(
        owner,
        work,
        done=lambda value: came.append(("done", value, threading.get_ident())),
        failed=lambda error: came.append(("failed", error, threading.get_ident())),
    )
    assert came == []
    return came


def test_the_work_is_done_elsewhere_and_its_outcome_comes_home(qapp):
    owner = QObject()
    came = outcome(owner, threading.get_ident)
    assert tasks.wait()
    ((what, worker, home),) = came
    assert what == "done"
    assert worker != home == threading.get_ident()


def test_an_error_comes_home_as_well(qapp):
    owner = QObject()

    def fail():
        raise ValueError("no")

    came = outcome(owner, fail)
    assert tasks.wait()
    ((what, error, home),) = came
    assert (what, str(error), home) == ("failed", "no", threading.get_ident())


def test_nothing_comes_to_an_owner_that_is_gone(qapp):
    owner = QObject()
    go = threading.Event()
    came = outcome(owner, go.wait)
    owner.deleteLater()
    qapp.sendPostedEvents(None, 52)
    go.set()
    assert tasks.wait()
    assert came == []


def test_many_tasks_all_come_home(qapp):
    owner = QObject()
    came = [outcome(owner, lambda number=number: number) for number in range(50)]
    assert tasks.wait()
    assert [one[0][1] for one in came] == list(range(50))
