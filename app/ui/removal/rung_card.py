"""One route as a card: who does it, where, what it needs, what it achieves, what not to do."""

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.domain.forms.routes import DoneBy
from app.domain.kit.freshness import Freshness, Seen, freshness, last_checked
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.removal.flow import Rung
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import (
    STEP,
    Chip,
    column,
    heading,
    label,
    line,
    muted,
    named,
    plain,
    quiet,
)

TONES = {Freshness.FRESH: Tone.GREEN, Freshness.AMBER: Tone.AMBER, Freshness.RED: Tone.RED}
"""The colour for the age of an address."""


def age_chips(checked_on: date | None, standing: Seen, today: date) -> Iterator[Chip]:
    """Yield the chips for the age of an address, in words as well as in colour."""
    grade = freshness(checked_on, today)
    chip = Chip(last_checked(checked_on), TONES[grade])
    chip.setObjectName("last_checked")
    yield chip
    if grade is not Freshness.FRESH:
        yield Chip(grade.label, TONES[grade])
    elif standing is Seen.RECALLED:
        yield Chip(standing.label, Tone.AMBER)


class RungCard(QFrame):
    """A route with the button that takes it. A route on hold says whose agreement it needs."""

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
        rows.addWidget(heading(rung.route.label))
        chips = Flow(6)
        for chip in self._chips(next_one=next_one, today=today):
            chips.addWidget(chip)
        rows.addLayout(chips)
        for sentence in filter(None, (rung.held, rung.already)):
            rows.addWidget(label(sentence, "" if rung.done else "alarm"))
        self.more = named(quiet("More"), f"more_{rung.route.value}", f"More: {rung.route.label}")
        self.more.setCheckable(True)
        self.details = QWidget()
        self.details.setLayout(self._facts())
        self.more.toggled.connect(self._unfold)
        rows.addWidget(_fact("Who", who_words(rung.done_by)))
        rows.addWidget(_fact("How", rung.steps or rung.gives))
        ways = Flow()
        ways.addWidget(self.button)
        ways.addWidget(self.more)
        rows.addLayout(ways)
        rows.addWidget(self.details)
        self.more.setChecked(next_one)
        self._unfold(next_one)

    def _unfold(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.more.setText("Less" if shown else "More")

    @property
    def _way(self) -> str:
        """The button's text: under a hold the learner’s own report is only recorded."""
        return "Record the learner’s own report" if self.rung.theirs else "Take this route"

    def _choose(self) -> QPushButton:
        rung, words = self.rung, self._way
        made = plain(words)
        name = f"{'made' if rung.theirs else 'take'}_{rung.route.value}"
        named(made, name, f"{words}: {rung.route.label}")
        made.setAccessibleDescription(rung.held or rung.already)
        made.setCheckable(True)
        made.setEnabled(rung.theirs or not (rung.held or rung.done))
        made.clicked.connect(self.chosen)
        return made

    def _chips(self, *, next_one: bool, today: date) -> Iterator[Chip]:
        rung = self.rung
        if next_one:
            yield named(Chip("Next", Tone.GREEN), "next_route", "This is the next route to take")
        if rung.held:
            yield Chip("Wait", Tone.RED)
        elif rung.done:
            yield Chip("Removed", Tone.GREEN)
        elif rung.already:
            yield Chip("Asked before", Tone.AMBER)
        yield from age_chips(rung.checked_on, rung.standing, today)

    def _facts(self) -> QVBoxLayout:
        rung = self.rung
        facts = (
            ("Where", rung.device),
            ("To whom", rung.service.name),
            ("Address", rung.address),
            ("It asks for", bullets(rung.asks_for)),
            ("It gives", rung.gives if rung.steps else ""),
            ("Its limits", rung.limit),
            ("Do not", bullets(rung.do_not)),
            ("Source", rung.source),
        )
        rows = column(spacing=6)
        for what, words in facts:
            if words:
                rows.addWidget(_fact(what, words))
        return rows

    def choose(self, *, chosen: bool) -> None:
        """Show whether this is the route taken."""
        self.button.setChecked(chosen)
        self.button.setText("Taken" if chosen else self._way)
        if chosen:
            self.more.setChecked(True)


def who_words(ways: Iterable[DoneBy]) -> str:
    """Return who may do it, as a list; name the learner once, alone or with staff."""
    labels = {way: way.label for way in ways}
    if {DoneBy.LEARNER, DoneBy.WITH_LEARNER} <= labels.keys():
        labels[DoneBy.LEARNER] = "Learner, alone or with a member of staff beside them"
        del labels[DoneBy.WITH_LEARNER]
    first, *others = labels.values()
    return "; ".join((first, *map(lower, others)))


def bullets(texts: Iterable[str]) -> str:
    """Return the texts as bullet points, one on each line."""
    return "\n".join(f"– {text}" for text in texts)


_LABEL = 84
"""Pixels for the label on the left, so that the texts form one column."""


def _fact(what: str, words: str) -> QWidget:
    """Return a label and its text side by side. Plain text, never a link."""
    name, told = muted(what), label(words)
    name.setFixedWidth(_LABEL)
    name.setAlignment(Qt.AlignmentFlag.AlignTop)
    told.setObjectName(what.lower().replace(" ", "_"))
    made = QWidget()
    row = line(name, told, spacing=12)
    row.setStretch(1, 1)
    made.setLayout(row)
    return made
