"""A document that this version cannot read is one row of the register beside the others."""

from PySide6.QtWidgets import QLabel, QPushButton

from app.casework.checking import Registered
from app.domain.kit.registry import Unread
from app.ui.documents import page as module
from app.ui.widgets.tasks import finish_in
from tests.ui.shell.fixtures import clock, left, open_window, session, week

__all__ = ["clock", "left", "open_window", "session", "week"]


def test_it_is_one_row_that_leads_to_its_case_and_tells_nothing_of_it(
    week, open_window, monkeypatch
):
    case = week.casebook.lists.cases()[0]
    newer = Unread(case.number, '{"recipient":"The parents of Ava Stone"}', case.case)
    monkeypatch.setattr(module, "registered", lambda _session: (Registered(case.case, newer),))
    window = open_window(week)
    window.show_page("Documents")
    finish_in(window.page)
    said = " ".join(label.text() for label in window.page.findChildren(QLabel))
    assert f"{case.number} · issued by a newer version" in said
    assert "Ava" not in said
    window.page.findChild(QPushButton, f"case_of_{case.number}").click()
    assert window.page.shown == [(case.case, None, None)]
