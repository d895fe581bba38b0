"""The cover page for absence: one press from Today, logged, and back again."""

from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.today.page import CoverPreview
from app.vault.events import Action


def test_the_cover_page_is_one_press_from_today_and_the_log_says_so(week, open_window, qtbot):
    window = open_window(week)
    page = window.page
    page.findChild(QPushButton, "today_cover").click()
    cover = page.findChild(CoverPreview)
    qtbot.waitUntil(lambda: cover.pages > 0)
    assert cover.isVisible()
    assert not page.findChild(QWidget, "today_find").isVisible()
    assert cover.print_button.isVisible()
    assert not cover.issue_button.isVisible()
    assert week.casebook.events.tail(1)[0].action == Action.DOCUMENT_PRINTED
    cover.back.click()
    assert not cover.isVisible()
    assert cover.pages == 0
    assert page.findChild(QWidget, "today_find").isVisible()
