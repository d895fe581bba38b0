"""A draft that this version cannot read: one row of Today, which opens to all that was typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.casework.drafts import UnreadDraft
from app.ui.forms.boxes import WordsBox
from app.ui.today.rows import text_line
from app.ui.widgets.messages import ask, ask_before_copying
from app.ui.widgets.named import named
from app.ui.widgets.parts import STEP, column, line, muted, plain, quiet

BELOW = "A draft written by a newer version: its answers are below."


class UnreadRow(QWidget):
    """Closed at first: people may be in the room. `drop` is called when its writer gives it up."""

    def __init__(self, says: str, draft: UnreadDraft, drop: Callable[[], None]) -> None:
        super().__init__()
        self._words = draft.words
        self._drop = drop
        self.open = text_line(says, f"draft_{draft.id}")
        self.open.clicked.connect(self._turn)
        box = named(WordsBox(fewest=3, most=14), f"words_{draft.id}", BELOW)
        box.setReadOnly(True)
        box.setPlainText(self._words)
        copy = named(plain("Copy"), f"copy_{draft.id}", "Copy what was typed")
        copy.clicked.connect(lambda: ask_before_copying(self, _LEAVES, self._words))
        discard = named(quiet("Discard…"), f"discard_{draft.id}", "Discard this draft")
        discard.clicked.connect(self._ask)
        buttons = line(copy, discard)
        buttons.addStretch()
        inside = column(muted(BELOW), box)
        inside.addLayout(buttons)
        inside.setContentsMargins(STEP, 0, STEP, STEP)
        self.inside = QWidget()
        self.inside.setLayout(inside)
        self.inside.hide()
        self.setLayout(column(self.open, self.inside, spacing=0))

    def _turn(self) -> None:
        """Open, or close again."""
        self.inside.setVisible(self.inside.isHidden())

    def _ask(self) -> None:
        ask(self, "Discard this draft?", _DISCARD, "Discard", self._drop)


_LEAVES = "It leaves the casebook."
_DISCARD = (
    "The version of DSL Casebook that wrote it can still go on with it. Once discarded, what was "
    "typed is gone."
)
