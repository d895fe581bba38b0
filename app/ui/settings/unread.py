"""What is set, and who is named, in a way this version cannot read: shown as it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.casework.desk import Desk
from app.casework.unread import stands_for, unread_settings, unread_users
from app.ui.widgets.card_page import empty, section
from app.ui.widgets.parts import STEP, column, label, muted


class UnreadCard(QWidget):
    """Hidden while everything can be read, as it nearly always can."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = column(spacing=STEP)
        card, rows = section(
            "unread_card",
            "Cannot be read by this version",
            "A newer version may have written these. They are kept as they are.",
        )
        rows.addLayout(self._rows)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show what cannot be read today."""
        empty(self._rows)
        found = [(stands_for(self._desk, one), one) for one in unread_settings(self._desk)]
        found += [(one.name, one) for one in unread_users(self._desk)]
        for head, one in found:
            words = label(one.words)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows.addWidget(muted(head))
            self._rows.addWidget(words)
        self.setVisible(bool(found))
