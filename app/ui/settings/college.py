"""The college: its name and how it is reached, its nation and local authority."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.casework import setup
from app.casework.desk import Desk
from app.casework.setup import College
from app.domain.nations import Nation
from app.ui.keeping import Keeping, returned
from app.ui.messages import sentence_of
from app.ui.settings.cards import section
from app.ui.settings.editing import LONGEST, Choice
from app.ui.shell.named import named
from app.ui.theme.parts import column, line, muted, primary, small
from app.ui.unlock.field import Field
from app.vault.errors import VaultError

COLLEGE = "college"
"""What a draft of the college is kept under."""
_NEEDED = ("college", "address", "telephone")


class CollegeCard(QWidget):
    """What stands at the head of letters. Letters sent before keep what they were sent with."""

    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._fields: dict[str, Field] = {
            "college": Field("set_college", "Name of the college"),
            "address": Field("set_address", "Address"),
            "telephone": Field("set_telephone", "Telephone of the Safeguarding Team"),
            "mailbox": Field(
                "set_mailbox", "Role mailbox", help_text="Of the team, not of a person. Optional."
            ),
            "authority": Field(
                "set_authority",
                "Local authority of the college",
                help_text="Referrals are addressed to it, unless a child lives elsewhere.",
            ),
        }
        ours = (nation for nation in Nation if nation is not Nation.ELSEWHERE)
        offers = {nation.value: nation.label for nation in ours}
        self._nation = Choice("set_nation", "Nation", offers)
        self._asked: dict[str, Field | Choice] = {**self._fields, "nation": self._nation}
        self.keeping = Keeping(self, desk, page="Settings", name=COLLEGE, look=self._not_saved)
        for asked in self._asked.values():
            asked.changed.connect(self.keeping.changed)
        self._said = muted()
        self._said.setObjectName("college_said")
        save = named(primary("Save"), "college_save", "Save the college")
        save.clicked.connect(self.save)
        card, rows = section(
            "college_card",
            "The college",
            "It stands at the head of letters. A letter already issued keeps its own.",
        )
        for name, field in self._fields.items():
            field.line.setMaxLength(LONGEST)
            field.line.textEdited.connect(lambda _typed: self._said.clear())
            rows.addWidget(field)
            if name == "mailbox":
                rows.addWidget(self._nation)
                rows.addWidget(
                    small(
                        "Guidance cards and clocks are checked for England. Elsewhere, check the"
                        " terms and bodies of your nation first."
                    )
                )
        buttons = line(self._said)
        buttons.setStretch(0, 1)
        buttons.addWidget(save)
        rows.addLayout(buttons)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show what is set, and over it what is typed and not saved yet."""
        kept = self.keeping.given
        words = self._as_set() | dict(kept.words if kept else {})
        for name, field in self._asked.items():
            field.fill(words[name])
        self._said.setText(returned(kept) if kept else "")

    def begin(self) -> None:
        """Set the cursor to the first field."""
        self._fields["college"].go_to()

    def save(self) -> None:
        """Keep what is filled in, or say what is missing."""
        for name in _NEEDED:
            field = self._fields[name]
            if not field.text:
                field.say(f"Fill in “{field.line.accessibleName()}”.")
        if wrong := next((field for field in self._fields.values() if field.wrong), None):
            wrong.go_to()
            return
        try:
            setup.set_college(self._desk, College(**self._typed(), nation=self._nation.text))
        except VaultError as error:
            self._said.setText(sentence_of(error))
            return
        self.keeping.settle()
        self._said.setText("Saved, and noted in the log.")
        self.saved.emit()

    def _typed(self) -> dict[str, str]:
        return {name: field.text for name, field in self._fields.items()}

    def _as_set(self) -> dict[str, str]:
        kept = setup.college_as_set(self._desk)
        return {name: getattr(kept, name) for name in self._asked}

    def _not_saved(self) -> dict[str, str]:
        """Give what stands here, or nothing when it is what is set."""
        words = {name: field.words for name, field in self._asked.items()}
        return {} if words == self._as_set() else words
