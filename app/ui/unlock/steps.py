"""The three steps of the first run: where, who, and the passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from app.casework.opening import passphrase_strength
from app.domain.words import passphrase
from app.ui.shell.named import named
from app.ui.theme.parts import (
    STEP,
    column,
    heading,
    label,
    line,
    muted,
    plain,
    quiet,
    small,
)
from app.ui.unlock.field import Field, SecretField
from app.ui.unlock.strength import StrengthMeter


class Step(QWidget):
    """One step: a heading, a line below it, and its fields."""

    def __init__(self, head: str, below: str) -> None:
        super().__init__()
        self.head = head
        self.rows = column(heading(head), muted(below), spacing=2 * STEP)
        self.setLayout(self.rows)

    def first_problem(self) -> Field | None:
        """Show what is missing and give the first field that is not right."""
        return None


class PlaceStep(Step):
    """Where the casebook is kept."""

    def __init__(self, proposed: Path) -> None:
        super().__init__(
            "Where the casebook is kept",
            "One encrypted folder on this computer. A folder that is shared or copied to a cloud"
            " can damage it.",
        )
        self.place = Field("first_place", "Folder")
        self.place.line.setText(str(proposed))
        choose = named(plain("Choose…", "folder-open"), "first_choose", "Choose another folder")
        choose.clicked.connect(self._choose)
        self.place.beside(choose)
        self.rows.addWidget(self.place)

    @property
    def folder(self) -> Path:
        """The folder that is filled in."""
        return Path(self.place.text).expanduser()

    def first_problem(self) -> Field | None:
        if not self.place.text:
            self.place.say("Choose a folder for the casebook.")
        elif not self.folder.is_absolute():
            self.place.say("Write the whole path of the folder, or choose it.")
        return self.place if self.place.wrong else None

    def _choose(self) -> None:
        dialog = QFileDialog(self, "DSL Casebook", str(_nearest(self.folder)))
        dialog.setObjectName("first_folders")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self.place.line.setText(folder)
        self.place.say("")


class WhoStep(Step):
    """The college, and whoever is responsible."""

    def __init__(self) -> None:
        super().__init__(
            "The college and you",
            "This stands at the head of letters and beside every entry you record.",
        )
        self.college = Field("first_college", "Name of the college")
        self.address = Field("first_address", "Address", example="On one line")
        self.telephone = Field("first_telephone", "Telephone of the Safeguarding Team")
        self.name = Field("first_name", "Your name")
        self.role = Field(
            "first_role", "Your role", example="For example Designated Safeguarding Lead"
        )
        for field in self._fields():
            self.rows.addWidget(field)

    def first_problem(self) -> Field | None:
        for field in self._fields():
            if not field.text:
                field.say(f"Fill in “{field.line.accessibleName()}”.")
        return next((field for field in self._fields() if field.wrong), None)

    def _fields(self) -> tuple[Field, ...]:
        return self.college, self.address, self.telephone, self.name, self.role


class Suggestion(QFrame):
    """Six words chosen by chance, to be written down."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "guidance")
        self._words = label("", "heading")
        self._words.setObjectName("suggestion_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        use = named(plain("Use this"), "suggestion_use", "Use this passphrase")
        use.clicked.connect(lambda: self.taken.emit(self._words.text()))
        another = named(quiet("Another", "refresh-cw"), "suggestion_another", "Suggest another")
        another.clicked.connect(self.suggest)
        buttons = line(use, another)
        buttons.addStretch()
        rows = column(
            self._words,
            small(
                "Write it on paper and keep it in the college safe until you know it by heart."
                " Never keep it on this computer or in a message."
            ),
        )
        rows.addLayout(buttons)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        self.setLayout(rows)

    def suggest(self) -> None:
        """Show six new words."""
        self._words.setText(passphrase())
        self.show()

    def forget(self) -> None:
        """Take the words off the screen."""
        self._words.clear()
        self.hide()


class SecretStep(Step):
    """The passphrase, typed twice."""

    def __init__(self, who: WhoStep) -> None:
        super().__init__(
            "Your passphrase",
            "Without it nobody can open the casebook: not you, not the college, not the makers of"
            " this program. There is no way to reset it.",
        )
        self._who = who
        self.first = SecretField("first_passphrase", "Passphrase")
        self.again = SecretField("first_again", "The same once more")
        self._meter = StrengthMeter()
        self._suggestion = Suggestion()
        self._suggestion.hide()
        self._suggestion.taken.connect(self._use)
        ask = named(quiet("Suggest one", "key-round"), "first_suggest", "Suggest a passphrase")
        ask.clicked.connect(self._suggestion.suggest)
        self.first.line.textChanged.connect(self._judge)
        self._meter.beside(ask)
        for part in (self.first, self._meter, self._suggestion, self.again):
            self.rows.addWidget(part)
        self._judge("")

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text

    def clear(self) -> None:
        """Forget what was typed and suggested."""
        for field in (self.first, self.again):
            field.line.clear()
            field.hide_text()
        self._suggestion.forget()

    def first_problem(self) -> Field | None:
        strength = passphrase_strength(self.passphrase, *self._known())
        if not self.passphrase:
            self.first.say("Type a passphrase, or have one suggested.")
        elif not strength.enough:
            self.first.say(strength.sentence)
        elif self.again.text != self.passphrase:
            self.again.say("This is not the same as above. Type it once more.")
        return next((field for field in (self.first, self.again) if field.wrong), None)

    def _known(self) -> tuple[str, ...]:
        who = self._who
        return tuple(f.text for f in (who.college, who.name, who.address, who.telephone))

    def _judge(self, typed: str) -> None:
        self._meter.show_strength(passphrase_strength(typed, *self._known()) if typed else None)

    def _use(self, words: str) -> None:
        """Fill in the first field alone: typing it again shows that it was written down right."""
        self.first.line.setText(words)
        self.first.say("")
        self.again.line.clear()
        self.again.line.setFocus()


def _nearest(folder: Path) -> Path:
    """Give the folder itself or the nearest one above it that is there already."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path.home())
