"""The cards of Today, each built from the current state of the casebook."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.casework.drafts import AsideDraft, FormDraft, UnreadDraft
from app.casework.reading import Due
from app.domain.case.summary import Summary
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.form import form_name
from app.domain.kit.keys import Key
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.record import CaseId
from app.ui.forms.boxes import WordsBox
from app.ui.today.rows import DueLine, case_line, chip_of, text_line
from app.ui.widgets.messages import ask, ask_before_copying
from app.ui.widgets.parts import (
    STEP,
    card,
    column,
    hairline,
    heading,
    line,
    muted,
    named,
    plain,
    quiet,
)
from app.ui.widgets.tasks import Piece

BELOW = "A draft written by a newer version: its answers are below."


class UnreadRow(QWidget):
    """Closed at first, because people may be in the room. Discarding the draft calls `drop`."""

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
        """Open or close the row."""
        self.inside.setVisible(self.inside.isHidden())

    def _ask(self) -> None:
        ask(self, "Discard this draft?", _DISCARD, "Discard", self._drop)


_LEAVES = "It leaves the casebook."
_DISCARD = (
    "The version of DSL Casebook that wrote it can still go on with it. Once discarded, what was "
    "typed is gone."
)


Filled = tuple[QFrame, list[Piece]]
"""A card with its heading, and the pieces of work that add its rows."""

MOST_ROWS = 60
_REMOVAL = form_name(RemovalRequested)
MOST_FOUND = 12
"""How many cases found are shown while somebody types: more would delay the next key."""


class OpenCase(Protocol):
    """Opens a case, perhaps with one of its forms (for the due row `due`) or a kept draft."""

    def __call__(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None: ...


def due_card(title: str, items: Sequence[Due], count: int, tone: str, go: OpenCase) -> Filled:
    """Return a card of things due; `count` is how many there are in all."""
    rows = _rows(f"{title} · {count:,}")

    def add(item: Due) -> None:
        if rows.count() > 1:
            rows.addWidget(hairline())
        made = DueLine(item, tone)
        made.open.clicked.connect(lambda: go(item.case, item.row.stage, due=item.row.which))
        if made.next_route:
            made.next_route.clicked.connect(lambda: go(item.case, _REMOVAL, due=item.row.which))
        rows.addWidget(made)

    pieces: list[Piece] = [partial(add, item) for item in items[:MOST_ROWS]]
    pieces += _tell_of_more(rows, count - len(pieces))
    return _card(rows, "due_" + title.lower()), pieces


def sentences_card(title: str, *sentences: str) -> QFrame:
    """Return a card of sentences only: nothing is due, or something cannot be read."""
    rows = _rows(title)
    for sentence in sentences:
        rows.addWidget(_quiet(sentence))
    return _card(rows, "empty")


def cases_card(
    title: str, cases: Sequence[Summary], go: OpenCase, *, found: bool = False
) -> Filled:
    """Return a card of cases: number, stage, urgent state; for cases found, also the day opened."""
    rows = _rows(title, STEP)
    most = MOST_FOUND if found else MOST_ROWS

    def add(summary: Summary) -> None:
        opened = f", opened {write_day(day_of(summary.opened))}" if found else ""
        row = case_line(summary.number, summary.stage + opened, chip_of(summary))
        row.clicked.connect(lambda: go(summary.case, None, None))
        rows.addWidget(row)

    pieces: list[Piece] = [partial(add, summary) for summary in cases[:most]]
    pieces += _tell_of_more(rows, len(cases) - most, STEP)
    return _card(rows, "open_cases", STEP), pieces


def drafts_card(
    lines: Sequence[tuple[str, FormDraft | AsideDraft | UnreadDraft]],
    none: str,
    go: OpenCase,
    show_page: Callable[[str, str], None],
    drop: Callable[[str], None],
) -> Filled:
    """Return the card of kept drafts. `drop` discards one that cannot be read, by its id."""
    rows = _rows("Kept for you", STEP)

    def add(text: str, kept: FormDraft | AsideDraft | UnreadDraft) -> None:
        row: QWidget
        if isinstance(kept, UnreadDraft):
            row = UnreadRow(text, kept, partial(drop, kept.id))
        elif isinstance(kept, AsideDraft):
            row = text_line(text, f"aside_{kept.name}")
            row.clicked.connect(lambda: show_page(kept.page, kept.name))
        else:
            row = text_line(text, f"draft_{kept.id}")
            row.clicked.connect(lambda: go(kept.case, form_name(kept.form), kept.id))
        rows.addWidget(row)

    if not lines:
        rows.addWidget(_quiet(none, STEP))
    return _card(rows, "kept", STEP), [partial(add, *line) for line in lines[:MOST_ROWS]]


def _tell_of_more(rows: QVBoxLayout, more: int, inset: int = 0) -> list[Piece]:
    def add() -> None:
        rows.addWidget(_quiet(f"and {more:,} more, in the list of cases", inset))

    return [add] if more > 0 else []


def _quiet(text: str, inset: int = 0) -> QLabel:
    made = muted(text)
    made.setContentsMargins(inset, 0, inset, 4)
    return made


def _rows(title: str, inset: int = 0) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(0)
    head = heading(title)
    head.setContentsMargins(inset, 0, inset, 4)
    rows.addWidget(head)
    return rows


def _card(rows: QVBoxLayout, name: str, inset: int = 0) -> QFrame:
    """Return the card. `inset` moves rows that are buttons outwards, so that their words align."""
    made = card(rows)
    rows.setContentsMargins(20 - inset, 2 * STEP - 2, 20 - inset, 2 * STEP - 6)
    made.setObjectName(name)
    return made


def clear(column: QVBoxLayout) -> None:
    """Remove everything from a column of cards."""
    while item := column.takeAt(0):
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
