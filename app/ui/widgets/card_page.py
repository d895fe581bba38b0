"""The base page of settings and contacts: a heading, and cards that scroll."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.cards import scrolling
from app.ui.widgets.page_head import MARGIN
from app.ui.widgets.parts import STEP, card, column, heading, muted, page_title
from app.ui.widgets.tasks import Turns

_WIDEST = 110 * STEP
_AT_A_TIME = 4


class CardPage(QWidget):
    """A page of cards, narrow enough for easy reading."""

    def __init__(self, name: str, says: str, below: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        inside = QWidget()
        self.cards = column(spacing=2 * STEP - 2)
        held = column(spacing=0)
        held.setContentsMargins(0, 0, STEP, 0)
        held.addLayout(self.cards)
        held.addStretch(1)
        inside.setLayout(held)
        inside.setMaximumWidth(_WIDEST)
        self.area = scrolling(inside)
        self.head = column(page_title(says), muted(below), spacing=2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, 3 * STEP - 2, MARGIN, 3 * STEP - 2)
        rows.setSpacing(2 * STEP - 2)
        self.front = QWidget()
        self.front.setLayout(self.head)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.rows = rows
        rows.addWidget(self.front)
        rows.addWidget(self.area, 1)


class Filling(QObject):
    """Fills a column with cards a few at a time, so that the window stays usable."""

    def __init__(self, owner: QWidget, layout: QVBoxLayout) -> None:
        super().__init__(owner)
        self._layout = layout
        self._then: Callable[[], object] | None = None
        self._turns = Turns(owner, _AT_A_TIME)
        self._turns.all_done.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether more cards will be added."""
        return self._turns.under_way

    def fill(
        self,
        cards: Iterable[Callable[[], QWidget]],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Replace the cards of the column by these; call `then` at the end."""
        empty(self._layout)
        self._then = then
        self._turns.begin(partial(self._add, make) for make in cards)

    def _add(self, make: Callable[[], QWidget]) -> None:
        self._layout.addWidget(make())

    def _end(self) -> None:
        then, self._then = self._then, None
        if then:
            then()


def card_section(name: str, head: str, below: str) -> tuple[QFrame, QVBoxLayout]:
    """Make a card with a heading and a line below it; return it and the column inside."""
    rows = column(heading(head), muted(below), spacing=STEP + 4)
    made = card(rows)
    made.setObjectName(name)
    made.setAccessibleName(head)
    return made, rows


def empty(layout: QVBoxLayout) -> None:
    """Remove every widget from a column."""
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()
            widget.deleteLater()
