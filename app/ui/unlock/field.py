"""A labelled line to fill in, with a place below it for what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.ui.shell.named import named
from app.ui.theme.parts import column, label, line, plain, restyle, small
from app.ui.theme.sight import bring_into_sight

LONGEST_PASSPHRASE = 1024


class Field(QWidget):
    """A question above its line. `say` puts a sentence below, which is read aloud with it."""

    changed = Signal(str)
    """The user typed something."""

    def __init__(self, name: str, ask: str, *, help_text: str = "", example: str = "") -> None:
        super().__init__()
        self.line = named(self._make_line(), name, ask)
        self.line.setPlaceholderText(example)
        self.line.setAccessibleDescription(help_text)
        self._help = help_text
        self._ask = label(ask)
        self._ask.setBuddy(self.line)
        self._wrong = label("", "alarm")
        self._wrong.setObjectName(f"{name}_wrong")
        self._wrong.hide()
        self.rows = column(self._ask, spacing=4)
        self.setLayout(self.rows)
        if help_text:
            self.rows.addWidget(small(help_text))
        self._row = line(self.line)
        self.rows.addLayout(self._row)
        self.rows.addWidget(self._wrong)
        self.line.textEdited.connect(lambda: self.say(""))
        self.line.textEdited.connect(self.changed)

    @property
    def text(self) -> str:
        """What is filled in, without blanks around it."""
        return self.line.text().strip()

    @property
    def words(self) -> str:
        """What is filled in, as it was typed."""
        return self.line.text()

    def fill(self, words: str) -> None:
        """Fill in what was typed before."""
        self.line.setText(words)

    @property
    def wrong(self) -> str:
        """The sentence shown below the line, if any."""
        return self._wrong.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong with this line, or nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence or self._help)
        if self.line.property("wrong") != bool(sentence):
            self.line.setProperty("wrong", bool(sentence))
            restyle(self.line)

    def go_to(self) -> None:
        """Set the cursor here, and scroll to it once what was said has its room."""
        self.line.setFocus()
        bring_into_sight(self)

    def beside(self, widget: QWidget) -> None:
        """Put a button to the right of the line."""
        self._row.addWidget(widget)

    def _make_line(self) -> QLineEdit:
        return QLineEdit()


class SecretLine(QLineEdit):
    """A line whose text stays hidden. It notices Caps Lock by what comes of a letter key."""

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
            self.caps_lock.emit(False)  # what it is now, the next letter tells
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caps_lock.emit(False)


class SecretField(Field):
    """A field for a passphrase, with a button to show what is typed and a word about Caps Lock."""

    def __init__(self, name: str, ask: str, *, help_text: str = "") -> None:
        super().__init__(name, ask, help_text=help_text)
        self._caps = small("Caps Lock is on.")
        self._caps.setObjectName(f"{name}_caps")
        self._caps.hide()
        self.rows.addWidget(self._caps)
        self._eye = named(plain("Show", "eye"), f"{name}_eye", "Show the passphrase")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.beside(self._eye)
        assert isinstance(self.line, SecretLine)
        self.line.caps_lock.connect(self._caps.setVisible)

    @property
    def text(self) -> str:
        """What is typed, blanks included: they belong to a passphrase."""
        return self.line.text()

    def hide_text(self) -> None:
        """Show dots again."""
        self._eye.setChecked(False)

    def _make_line(self) -> QLineEdit:
        return SecretLine()

    def _show(self, yes: bool) -> None:
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Normal if yes else echo.Password)
        self._eye.setText("Hide" if yes else "Show")
        self._eye.setAccessibleName("Hide the passphrase" if yes else "Show the passphrase")


def alarm(name: str) -> QLabel:
    """Make a hidden label for a sentence about what is wrong with the whole."""
    made = label("", "alarm")
    made.setObjectName(name)
    made.hide()
    return made
