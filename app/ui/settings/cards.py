"""The page the settings and contacts stand on: a heading, and cards that scroll."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.case.cards import scrolling
from app.ui.shell.head import MARGIN
from app.ui.theme.parts import STEP, card, column, heading, muted, title

_WIDEST = 110 * STEP


class CardPage(QWidget):
    """A page of cards, narrow enough to be read."""

    def __init__(self, name: str, says: str, below: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        inside = QWidget()
        self.cards = column(spacing=2 * STEP - 2)
        self.cards.setContentsMargins(0, 0, STEP, 2 * STEP)
        inside.setLayout(self.cards)
        self.area = scrolling(inside)
        self.head = column(title(says), muted(below), spacing=2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, 3 * STEP - 2, MARGIN, 0)
        rows.setSpacing(2 * STEP - 2)
        rows.addLayout(self.head)
        self.area.setMaximumWidth(_WIDEST)
        rows.addWidget(self.area, 1)


def section(name: str, head: str, below: str) -> tuple[QFrame, QVBoxLayout]:
    """Make a card with a heading and a line below it, and give the column inside."""
    rows = column(heading(head), muted(below), spacing=STEP + 4)
    made = card(rows)
    made.setObjectName(name)
    made.setAccessibleName(head)
    return made, rows


def empty(layout: QVBoxLayout) -> None:
    """Take every widget out of a column."""
    while layout.count():
        item = layout.takeAt(0)
        if item and (widget := item.widget()):
            widget.hide()
            widget.deleteLater()
