"""A few fields below what they change, with a reason, to be saved or left."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.shell.named import named
from app.ui.theme.parts import STEP, column, label, line, plain, primary
from app.ui.theme.picker import Picker
from app.ui.unlock.field import Field

LONGEST = 200


class Choice(QWidget):
    """A question above a list to choose from."""

    def __init__(self, name: str, ask: str, offers: Mapping[str, str]) -> None:
        super().__init__()
        self.picker = named(Picker(), name, ask)
        for key, words in offers.items():
            self.picker.addItem(words, key)
        named(self.picker.view(), f"{name}_offers", ask)
        asked = label(ask)
        asked.setBuddy(self.picker)
        self.setLayout(column(asked, self.picker, spacing=4))

    @property
    def text(self) -> str:
        """The key of what is chosen."""
        return str(self.picker.currentData())

    def choose(self, key: str) -> None:
        """Choose one by its key."""
        self.picker.setCurrentIndex(max(self.picker.findData(key), 0))


class Editing(QFrame):
    """Fields by their short names. `saved` gives what is filled in, once nothing needed is blank.

    Whoever takes it may still say what is wrong with a field, and the fields stay.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(
        self, key: str, fields: Mapping[str, Field | Choice], *, optional: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.setProperty("part", "guidance")
        self.setObjectName(f"{key}_editing")
        self.fields = fields
        self._optional = optional
        rows = column(*fields.values(), spacing=2 * STEP - 4)
        rows.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        save = named(primary("Save"), f"{key}_save", "Save")
        save.clicked.connect(self.save)
        leave = named(plain("Cancel"), f"{key}_cancel", "Cancel")
        leave.clicked.connect(self.left)
        buttons = line(leave)
        buttons.addStretch()
        buttons.addWidget(save)
        rows.addLayout(buttons)
        self.setLayout(rows)
        for field in fields.values():
            if isinstance(field, Field):
                field.line.setMaxLength(LONGEST)
                field.line.returnPressed.connect(self.save)

    def begin(self) -> None:
        """Come on screen with the cursor in the first field."""
        self.show()
        first = next((one for one in self.fields.values() if isinstance(one, Field)), None)
        if first:
            first.line.setFocus()

    def say(self, name: str, sentence: str) -> None:
        """Say what is wrong with one field."""
        field = self.fields[name]
        if isinstance(field, Field):
            field.say(sentence)
            field.line.setFocus()

    def save(self) -> None:
        """Hand over what is filled in, or ask for what is missing."""
        for name, field in reversed(list(self.fields.items())):
            if not field.text and name not in self._optional and isinstance(field, Field):
                self.say(name, f"Fill in “{field.line.accessibleName()}”.")
        wrong = [f for f in self.fields.values() if isinstance(f, Field) and f.wrong]
        if not wrong:
            self.saved.emit({name: field.text for name, field in self.fields.items()})
