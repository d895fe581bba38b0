"""A few fields below what they change, with a reason, to be saved or left."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.casework.desk import Desk
from app.ui.keeping import Keeping, returned
from app.ui.shell.named import named
from app.ui.theme.parts import STEP, column, label, line, muted, plain, primary
from app.ui.theme.picker import Picker
from app.ui.theme.sight import bring_into_sight
from app.ui.unlock.field import Field

LONGEST = 200


class Choice(QWidget):
    """A question above a list to choose from."""

    changed = Signal()
    """The user chose something."""

    def __init__(self, name: str, ask: str, offers: Mapping[str, str]) -> None:
        super().__init__()
        self.picker = named(Picker(), name, ask)
        for key, words in offers.items():
            self.picker.addItem(words, key)
        self.picker.activated.connect(lambda _place: self.changed.emit())
        named(self.picker.view(), f"{name}_offers", ask)
        asked = label(ask)
        asked.setBuddy(self.picker)
        self.setLayout(column(asked, self.picker, spacing=4))

    @property
    def text(self) -> str:
        """The key of what is chosen."""
        return str(self.picker.currentData())

    @property
    def words(self) -> str:
        """The key of what is chosen, as a draft keeps it."""
        return self.text

    def fill(self, words: str) -> None:
        """Choose what a draft kept."""
        self.choose(words)

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
        self,
        desk: Desk,
        key: str,
        fields: Mapping[str, Field | Choice],
        *,
        page: str,
        optional: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.setProperty("part", "guidance")
        self.setObjectName(f"{key}_editing")
        self.fields = fields
        self._optional = optional
        self._back = muted()
        self._back.setObjectName(f"{key}_returned")
        rows = column(self._back, *fields.values(), spacing=2 * STEP - 4)
        rows.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        save = named(primary("Save"), f"{key}_save", "Save")
        save.clicked.connect(self.save)
        leave = named(plain("Cancel"), f"{key}_cancel", "Cancel")
        leave.clicked.connect(self._leave)
        buttons = line(leave)
        buttons.addStretch()
        buttons.addWidget(save)
        rows.addLayout(buttons)
        self.setLayout(rows)
        for field in fields.values():
            if isinstance(field, Field):
                field.line.setMaxLength(LONGEST)
                field.line.returnPressed.connect(self.save)
        self._as_made = self._words()
        self.keeping = Keeping(self, desk, page=page, name=key, look=self._typed)
        self._give_back()
        for field in fields.values():
            field.changed.connect(self.keeping.changed)

    def _words(self) -> dict[str, str]:
        return {name: field.words for name, field in self.fields.items()}

    def _typed(self) -> dict[str, str]:
        words = self._words()
        return {} if words == self._as_made else words

    def _give_back(self) -> None:
        """Fill in what was typed here before and not saved, and say so."""
        kept = self.keeping.given
        self._back.setVisible(bool(kept))
        if kept:
            self._back.setText(returned(kept))
            for name in self.fields.keys() & kept.words.keys():
                self.fields[name].fill(kept.words[name])

    def _leave(self) -> None:
        self.keeping.discard()
        self.left.emit()

    def begin(self) -> None:
        """Set the cursor to the first field, with all of it in sight where there is room."""
        bring_into_sight(self)
        first = next((one for one in self.fields.values() if isinstance(one, Field)), None)
        if first:
            first.go_to()

    def say(self, name: str, sentence: str) -> None:
        """Say what is wrong with one field."""
        field = self.fields[name]
        if isinstance(field, Field):
            field.say(sentence)
            field.go_to()

    def save(self) -> None:
        """Hand over what is filled in, or ask for what is missing."""
        for name, field in reversed(list(self.fields.items())):
            if not field.text and name not in self._optional and isinstance(field, Field):
                self.say(name, f"Fill in “{field.line.accessibleName()}”.")
        wrong = [f for f in self.fields.values() if isinstance(f, Field) and f.wrong]
        if not wrong:
            self.saved.emit({name: field.text for name, field in self.fields.items()})


def put_away(owner: QWidget) -> None:
    """Close what is being edited there, and keep what is typed. Raises the vault's errors."""
    for editing in owner.findChildren(Editing):
        editing.keeping.keep()
        editing.hide()
        editing.setParent(None)
        editing.deleteLater()
