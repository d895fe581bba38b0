"""One route as a card: who does it, where, what it asks for, what it gives, what not to do."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from app.removal.age import Freshness, freshness, last_checked
from app.removal.catalogue import Standing
from app.removal.flow import Rung
from app.ui.shell.named import named
from app.ui.theme.flow import Flow
from app.ui.theme.parts import STEP, Chip, Tone, heading, label, line, muted, plain, small

_TONES = {Freshness.FRESH: Tone.GREEN, Freshness.AMBER: Tone.AMBER, Freshness.RED: Tone.RED}


def age_chip(checked_on: date | None, today: date) -> Chip:
    """Make the chip that says when an address was last checked: green, amber or red."""
    chip = Chip(last_checked(checked_on, today), _TONES[freshness(checked_on, today)])
    chip.setObjectName("last_checked")
    return chip


class RungCard(QFrame):
    """A route with the button that takes it. A held one says for whose word it waits."""

    chosen = Signal()

    def __init__(self, rung: Rung, today: date, *, next_one: bool) -> None:
        super().__init__()
        self.rung = rung
        self.setProperty("part", "card")
        self.setObjectName(f"rung_{rung.route.value}")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        self.button = self._choose()
        top = line(heading(rung.route.label), self.button)
        top.setStretch(0, 1)
        top.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(top)
        chips = Flow(6)
        for chip in self._chips(next_one=next_one, today=today):
            chips.addWidget(chip)
        rows.addLayout(chips)
        for sentence in filter(None, (rung.held, rung.already)):
            rows.addWidget(label(sentence, "alarm"))
        rows.addLayout(self._facts())

    def _choose(self) -> QPushButton:
        made = plain("Take this route")
        named(made, f"take_{self.rung.route.value}", f"Take this route: {self.rung.route.label}")
        made.setAccessibleDescription(self.rung.held or self.rung.already)
        made.setCheckable(True)
        made.setEnabled(not (self.rung.held or self.rung.done))
        made.clicked.connect(self.chosen)
        return made

    def _chips(self, *, next_one: bool, today: date) -> Iterable[Chip]:
        rung = self.rung
        if next_one:
            yield Chip("Next", Tone.GREEN)
        if rung.held:
            yield Chip("Wait", Tone.RED)
        elif rung.done:
            yield Chip("Removed", Tone.GREEN)
        elif rung.already:
            yield Chip("Asked before", Tone.AMBER)
        yield age_chip(rung.checked_on, today)
        if rung.standing is Standing.RECALLED and rung.checked_on:
            yield Chip(Standing.RECALLED.label, Tone.AMBER)

    def _facts(self) -> QGridLayout:
        rung = self.rung
        facts = (
            ("Who", "; ".join(one.label for one in rung.done_by)),
            ("Where", rung.device),
            ("To whom", rung.service.name),
            ("How", rung.steps),
            ("Address", rung.address),
            ("It asks for", bullets(rung.asks_for)),
            ("It gives", rung.gives),
            ("It cannot", rung.limit),
            ("Do not", bullets(rung.do_not)),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, (what, words) in enumerate(pair for pair in facts if pair[1]):
            grid.addWidget(muted(what), at, 0, top)
            grid.addWidget(_told(what, words), at, 1)
        if rung.source:
            grid.addWidget(small(f"Source: {rung.source}"), grid.rowCount(), 1)
        return grid

    def choose(self, *, chosen: bool) -> None:
        """Show whether this is the route taken."""
        self.button.setChecked(chosen)
        words = "Taken" if chosen else "Take this route"
        self.button.setText(words)


def bullets(texts: Iterable[str]) -> str:
    """Write texts one below the other."""
    return "\n".join(f"– {text}" for text in texts)


def _told(what: str, words: str) -> QLabel:
    made = label(words)
    if what == "Address":  # can be copied, never opened: it is shown as plain text
        made.setObjectName("address")
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made
