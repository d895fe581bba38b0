"""Answers and presses in the removal wizard, as a user makes them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import NOW

PLACE = "https://video.example/v/77"


def press(wizard, name):
    button = wizard.findChild(QAbstractButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(wizard, name, words):
    box = wizard.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(words))


def say(wizard, name, answer):
    """Answer, unless the case has answered already: pressing the same again would clear it."""
    editor = wizard.findChild(QWidget, name)
    if editor.value() is not answer:
        next(one for one in editor.options if one.choice is answer).click()


def fill_what(wizard, service="TikTok"):
    wizard.findChild(QComboBox, "service").setEditText(service)
    wizard.findChild(QLineEdit, "where_it_is").setText(PLACE)
    pick(wizard, "held_by", "A public page")
    pick(wizard, "how", "A learner said so")
    pick(wizard, "account", "Nobody")
    say(wizard, "public", YesNoUnknown.YES)


def to_routes(wizard, service="TikTok", exploited=YesNoUnknown.NO):
    fill_what(wizard, service)
    press(wizard, "wizard_next")
    say(wizard, "exploited", exploited)
    say(wizard, "has_file", YesNoUnknown.YES)
    press(wizard, "wizard_next")
    assert wizard.currentId() == 2


def fill_record(wizard, done_by="Member of staff"):
    pick(wizard, "done_by", done_by)
    wizard.steps[4].views["sent"].editor("sent_at").set_value(moment(NOW))
    wizard.findChild(QWidget, "why").setPlainText("Fastest, and the learner has no account.")


def shown(wizard):
    page = wizard.currentPage()
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page))


def presses_to(wizard, page):
    """Press Next until a page is reached, and count."""
    count = 0
    while wizard.currentId() < page:
        before = wizard.currentId()
        press(wizard, "wizard_next")
        assert wizard.currentId() == before + 1
        count += 1
    return count
