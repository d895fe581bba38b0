"""Calm messages: one sentence about what is wrong and what to do, never words of a case."""

import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.parts import STEP, heading, label, line, plain, primary, small
from app.vault.errors import VaultError

WINDOW_TITLE = "DSL Casebook"
"""The title of every window: no name, no subject, no number."""

_ROOT = Path(__file__).parents[3]


class Message(QDialog):
    """A small window with a heading, a sentence and its buttons. Esc presses the quiet one."""

    def __init__(self, parent: QWidget | None, head: str, sentence: str, foot: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAccessibleName(head)
        self.setAccessibleDescription(sentence)
        self.setWindowTitle(WINDOW_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(55 * STEP)
        self._buttons = line()
        self._buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(2 * STEP)
        rows.addWidget(heading(head))
        rows.addWidget(label(sentence))
        if foot:
            rows.addWidget(small(foot))
        rows.addLayout(self._buttons)

    def offer(self, button: QPushButton, name: str, press: Callable[[], None]) -> None:
        """Add a button that closes the message and then calls `press`."""
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.clicked.connect(self.close)
        button.clicked.connect(lambda _on=False: press())
        self._buttons.addWidget(button)


def tell(parent: QWidget | None, head: str, sentence: str, foot: str = "") -> Message:
    """Show a message without waiting for its answer."""
    message = Message(parent, head, sentence, foot)
    understood = primary("Close")
    message.offer(understood, "message_close", _nothing)
    understood.setDefault(True)
    message.open()
    return message


def ask(
    parent: QWidget | None, head: str, sentence: str, yes: str, then: Callable[[], None]
) -> Message:
    """Ask before calling `then`. Esc does nothing; Enter presses the focused button."""
    message = Message(parent, head, sentence)
    message.offer(plain("Cancel"), "message_cancel", _nothing)
    message.offer(primary(yes), "message_yes", then)
    message.open()
    return message


def ask_before_copying(parent: QWidget, warning: str, text: str) -> None:
    """Copy text to the clipboard, after telling the user who can read it there."""
    ask(
        parent,
        "Copy this out of the casebook?",
        f"{warning} Other programs can read the clipboard until something else is copied.",
        "Copy",
        lambda: QGuiApplication.clipboard().setText(text),
    )


def sentence_of(error: BaseException) -> str:
    """Return a sentence or two saying what went wrong, quoting nothing of the record."""
    if isinstance(error, VaultError):
        return error.sentence
    return "Something went wrong inside the program. What you typed has been kept."


def where_of(trace: TracebackType | None) -> str:
    """Return a traceback as files and lines only: error texts and values may quote the record."""
    frames = traceback.extract_tb(trace)
    return ", ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in frames[-6:])


def _short(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else path.name


def _nothing() -> None:
    pass
