"""For whom else a form is entered: a tick for each, and an entry for each that is ticked."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, Form
from app.domain.kit.record import EntryId
from app.domain.owed.several import Another, for_another, whom
from app.ui.handling.at_hand import CaseAtHand
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import STEP, label, line, muted, quiet
from app.ui.widgets.picker import Tick

ADD = "Add to record"
_MANY = 3
"""From so many on, one press ticks all."""


class AlsoFor(QFrame):
    """Ticks for everybody else for whom the same can be recorded; hidden where there is nobody."""

    says = Signal(str)
    """What the button that adds to the record says, whenever another number is ticked."""

    def __init__(self, form: type[Form], at_hand: CaseAtHand, corrects: EntryId | None) -> None:
        """Create the ticks for a form. A correction is about the entry that it `corrects` alone."""
        super().__init__()
        self._form, self._at_hand, self._corrects = form, at_hand, corrects
        self._about: tuple[str, ...] = ()
        self.setProperty("part", "row")
        self.setObjectName("also_for")
        self._ticks: list[tuple[Another, Tick]] = []
        self._all = quiet("All of them")
        self._all.setObjectName("also_for_all")
        self._all.clicked.connect(self._tick_all)
        top = line(label("Also for:"), self._all)
        top.setStretch(0, 1)
        self._flow = Flow(2 * STEP)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(14, 10, 14, 14)
        stack.setSpacing(6)
        stack.addLayout(top)
        stack.addWidget(muted("Each is sealed as an entry of its own, all of them or none."))
        stack.addLayout(self._flow)
        self.hide()

    def follow(self, answers: Answers) -> None:
        """Offer everybody else than those the answers are about, once these are chosen."""
        about = whom(self._form, answers)
        if about != self._about and not self._corrects:
            self._about = about
            self._offer(self._at_hand.others(answers))

    def held_back(self, answers: Answers) -> tuple[Problem, ...]:
        """Return what the case still requires: of this entry, and of the same for each other."""
        found = self._at_hand.held_back(answers)
        return found + self._at_hand.held_back_for(answers, self._chosen())

    def asked_about(self, answers: Answers) -> tuple[Problem, ...]:
        """Return what the case asks about once: of this entry, and of the same for each other."""
        found = self._at_hand.asked_about(answers)
        for one in self._chosen():
            theirs = self._at_hand.asked_about(for_another(self._form, answers, one))
            new = (problem for problem in theirs if problem not in found)
            found += tuple(replace(it, sentence=f"{one.words}: {it.sentence}") for it in new)
        return found

    def each(self, answers: Answers) -> list[Answers]:
        """Return the same answers for everybody who is ticked."""
        return [for_another(self._form, answers, one) for one in self._chosen()]

    def _offer(self, others: tuple[Another, ...]) -> None:
        """Show ticks for these; whoever was ticked and is still among them stays so."""
        chosen = self._chosen()
        for _, gone in self._ticks:
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._ticks = [(one, self._tick(one, ticked=one in chosen)) for one in others]
        self._all.setVisible(len(others) >= _MANY)
        self.setVisible(bool(others))
        self._say_how_many()

    def _chosen(self) -> tuple[Another, ...]:
        return tuple(one for one, tick in self._ticks if tick.isChecked())

    def _tick(self, another: Another, *, ticked: bool) -> Tick:
        made = Tick(another.words)
        made.setAccessibleDescription("Also for")
        made.setChecked(ticked)
        made.toggled.connect(self._say_how_many)
        self._flow.addWidget(made)
        made.show()  # now, so that the next key can already reach it
        return made

    def _say_how_many(self) -> None:
        entries = 1 + len(self._chosen())
        self.says.emit(ADD if entries == 1 else f"Add {entries} entries to record")

    def _tick_all(self) -> None:
        for _, tick in self._ticks:
            tick.setChecked(True)
