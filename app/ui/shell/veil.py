"""What is shown when a draft cannot be kept: nothing of it, and no way past but keeping it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.messages import WINDOW_TITLE
from app.ui.widgets.named import named
from app.ui.widgets.parts import STEP, card, heading, label, muted, primary

_AGAIN_EVERY = 5_000


class Veil(QWidget):
    """Hides everything while words wait in memory. It tries again by itself, and when asked to.

    A lock never throws words away: it goes on as soon as they are kept, and shows nothing before.
    """

    def __init__(self, sentence: str, again: Callable[[], str | None]) -> None:
        super().__init__()
        self.setWindowTitle(WINDOW_TITLE)
        self.setObjectName("veil")
        self.setMinimumSize(480, 320)
        self._again = again
        self._sentence = label(sentence)
        button = named(primary("Try again"), "veil_again", "Try again to keep what is typed")
        button.clicked.connect(self.try_again)
        inside = QVBoxLayout()
        inside.setSpacing(2 * STEP)
        inside.addWidget(heading("Hidden, but not locked yet"))
        inside.addWidget(self._sentence)
        inside.addWidget(
            muted(
                "What you typed is not lost: it is in memory and not on the screen. The casebook"
                " locks by itself as soon as it could be kept. Do not switch the computer off."
            )
        )
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        held = card(inside)
        held.setMaximumWidth(70 * STEP)
        rows = QVBoxLayout(self)
        rows.addWidget(held, 0, Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_EVERY)
        self._timer.timeout.connect(self.try_again)
        self._timer.start()

    def try_again(self) -> None:
        """Keep the draft and go on with the lock, or say what is still wrong."""
        sentence = self._again()
        if sentence is None:
            self._timer.stop()
            self.hide()
        else:
            self._sentence.setText(sentence)

    # Qt
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
