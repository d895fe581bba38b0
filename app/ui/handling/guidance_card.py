"""The guidance for the current stage, with its sources and how far each was seen."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.casework.guidance import Card
from app.casework.sources import write_sources
from app.domain.kit.sources import Cited
from app.ui.widgets.cards import scrolling
from app.ui.widgets.parts import STEP, heading, small

_PARAGRAPH = '<p style="margin: 0 0 12px 0">'


class GuidanceCard(QFrame):
    """A cream card to the right of a form."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "guidance")
        self.setObjectName("guidance")
        self.setFixedWidth(270)
        self._title = heading("Guidance")
        self._points = QLabel()
        self._points.setTextFormat(Qt.TextFormat.RichText)
        self._points.setWordWrap(True)
        self._points.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._points.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._source = small()
        inside = QWidget()
        points = QVBoxLayout(inside)
        points.setContentsMargins(0, 0, STEP, 0)
        points.addWidget(self._points)
        points.addStretch(1)
        scroll = scrolling(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 18, 10, 16)
        rows.setSpacing(12)
        rows.addWidget(self._title)
        rows.addWidget(scroll, 1)
        rows.addWidget(self._source)

    def show_card(self, card: Card | None, own: tuple[Cited, ...] = ()) -> None:
        """Show the guidance of a stage (None hides the card), and a form’s `own` sources."""
        self.setVisible(card is not None)
        if card is None:
            return
        self._title.setText(card.title)
        written = (
            f"{_PARAGRAPH}<b>{html.escape(point.lead)}</b> {html.escape(point.text)}</p>"
            for point in card.point
        )
        self._points.setText("".join(written))
        others = [one for one in card.source if one not in own]
        lines = [f"This form: {write_sources(own)}."] if own else []
        lines += [f"Sources: {write_sources(others)}."] if others else []
        self._source.setText("\n".join(lines))
