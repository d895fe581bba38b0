"""The editor for a passphrase: hidden while typed, never stored, and never changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.ui.forms.editor import Editor
from app.ui.widgets.parts import column, line, plain, small

LONGEST_PASSPHRASE = 1024


class SecretEditor(Editor):
    """A passphrase, with a button to show what is typed and a note about Caps Lock."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.box = SecretLine()
        self.box.textChanged.connect(self.changed)
        self._caps = small("Caps Lock is on.")
        self._caps.setObjectName(f"{question.name}_caps")
        self._caps.hide()
        self.box.caps_lock.connect(self._caps.setVisible)
        self._eye = plain("Show", "eye")
        self._eye.setObjectName(f"{question.name}_eye")
        self._eye.setAccessibleName("Show the passphrase")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self._rows = column(spacing=4)
        self._rows.addLayout(line(self.box, self._eye))
        self._rows.addWidget(self._caps)
        self.setLayout(self._rows)
        self._takes_focus(self.box)

    def value(self) -> Answer:
        return self.box.text() or None  # spaces belong to a passphrase

    def set_value(self, answer: Answer) -> None:
        self.box.setText(str(answer or ""))
        self._eye.setChecked(False)

    def add_below(self, *parts: QWidget) -> None:
        """Add widgets below the line, such as a strength meter or a suggestion."""
        for part in parts:
            self._rows.addWidget(part)

    def _show(self, yes: bool) -> None:
        echo = QLineEdit.EchoMode
        self.box.setEchoMode(echo.Normal if yes else echo.Password)
        self._eye.setText("Hide" if yes else "Show")
        self._eye.setAccessibleName("Hide the passphrase" if yes else "Show the passphrase")


class SecretLine(QLineEdit):
    """A line of hidden text. It detects Caps Lock from what a letter key produces."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST_PASSPHRASE)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shifted)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)  # the next letter shows whether it is on
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caps_lock.emit(False)
