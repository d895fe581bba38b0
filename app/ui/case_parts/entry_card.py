"""A sealed entry on screen: what, when it happened, who recorded it, and its corrections."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.case.case import Case, correction_of
from app.domain.case.entry import Entry
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import write_time
from app.domain.kit.registry import UnreadEntry
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lines_of
from app.ui.widgets.parts import STEP, Chip, heading, label, line, muted, plain, small


class EntryCard(QFrame):
    """One entry of the record. It cannot be changed; a later entry can correct it."""

    correct = Signal(str)
    """The id of the entry to correct."""

    def __init__(self, case: Case, entry: Entry) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName(f"entry_{entry.sealed.seq}")
        self._item = entry
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        rows.setSpacing(STEP)
        rows.addLayout(self._head(case))
        self._add_correction_notes(rows, case)
        rows.addLayout(_answers(case, entry))
        rows.addWidget(small(recorded_words(entry)))

    def _head(self, case: Case) -> QHBoxLayout:
        sealed = self._item.sealed
        title = heading(self._item.written.title)
        happened = muted(write_time(sealed.happened) if sealed.happened else "")
        happened.setWordWrap(False)
        top = line(title, spacing=12)
        top.setStretch(0, 1)
        top.addWidget(happened)
        fixed = isinstance(self._item.form, DocumentIssued | UnreadEntry)
        if not fixed and not correction_of(case, sealed.id):
            button = plain("Correct")
            button.setObjectName(f"correct_{sealed.seq}")
            button.setAccessibleName(f"Correct entry {sealed.seq}, {self._item.written.title}")
            button.clicked.connect(lambda: self.correct.emit(sealed.id))
            top.addWidget(button)
        return top

    def _add_correction_notes(self, rows: QVBoxLayout, case: Case) -> None:
        sealed = self._item.sealed
        later = correction_of(case, sealed.id)
        if later:
            seq, at = later.sealed.seq, write_time(later.sealed.recorded)
            rows.addWidget(Chip(f"Corrected by entry {seq}, {at}", Tone.AMBER))
        if sealed.corrects:
            earlier = case.entry(sealed.corrects).sealed.seq
            rows.addWidget(Chip(f"Corrects entry {earlier}", Tone.NEUTRAL))
            rows.addWidget(label(sealed.corrects_why))


def _answers(case: Case, entry: Entry) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnStretch(1, 1)
    for row, answered in enumerate(lines_of(entry.written, case.names)):
        asked = muted(answered.label)
        asked.setFixedWidth(190)
        given = label(answered.text)
        given.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(asked, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(given, row, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def recorded_words(entry: Entry) -> str:
    """Return words saying who recorded an entry and when; not when it happened."""
    sealed = entry.sealed
    by = f"{sealed.author.name}, {sealed.author.role}"
    return f"Entry {sealed.seq} · recorded {write_time(sealed.recorded)} by {by}"
