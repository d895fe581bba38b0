"""The cards of Today, each made from what the casebook says at this moment."""

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
from app.ui.today.rows import DueLine, case_line, text_line
from app.ui.today.unread import UnreadRow
from app.ui.today.words import chip_of
from app.ui.widgets.parts import STEP, card, hairline, heading, muted
from app.ui.widgets.turns import Piece

Filled = tuple[QFrame, list[Piece]]
"""A card with its heading, and the pieces of work that put its rows in."""

MOST_ROWS = 60
_REMOVAL = form_name(RemovalRequested)
MOST_FOUND = 12
"""How many cases found are shown while somebody types: more would keep the next key waiting."""


class OpenCase(Protocol):
    """Goes to a case, perhaps to one of its forms (for the due row `due`) or to a kept draft."""

    def __call__(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None: ...


def due_card(title: str, items: Sequence[Due], count: int, tone: str, go: OpenCase) -> Filled:
    """Make a card of things due, of which there are `count` in all."""
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
    """Make a card of sentences alone: that there is nothing, or what cannot be read."""
    rows = _rows(title)
    for sentence in sentences:
        rows.addWidget(_quiet(sentence))
    return _card(rows, "empty")


def cases_card(
    title: str, cases: Sequence[Summary], go: OpenCase, *, found: bool = False
) -> Filled:
    """Make a card of cases: numbers, stages, what presses; of those found also the day opened."""
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
    """Make the card of what is kept for this user. `drop` gives up what cannot be read, by id."""
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
    """Make the card. `inset` is what rows that are buttons stand out, so that words line up."""
    made = card(rows)
    rows.setContentsMargins(20 - inset, 2 * STEP - 2, 20 - inset, 2 * STEP - 6)
    made.setObjectName(name)
    return made


def clear(column: QVBoxLayout) -> None:
    """Take everything out of a column of cards."""
    while item := column.takeAt(0):
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
