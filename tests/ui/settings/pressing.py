"""Presses and words on the pages of settings and contacts, as a user makes and reads them."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from app.ui.drafts.editing import Editing


def settle():
    """Let cards come that are made a few at a time."""
    for _ in range(12):
        QApplication.processEvents()


def said(window):
    settle()
    labels = window.page.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def press(window, name):
    settle()
    window.page.findChild(QPushButton, name).click()
    settle()


def wrong(window, key, name):
    """Return the sentence that stands under a question of what is being edited."""
    return window.page.findChild(Editing, f"{key}_editing").view.sheet.fields[name].problem.words


def write(window, **texts):
    for name, text in texts.items():
        line = window.page.findChild(QLineEdit, name)
        line.setText(text)
        line.textEdited.emit(text)
