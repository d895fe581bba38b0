"""What is set, and who is named, in a way this version cannot read: shown as it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.casework.session import Session
from app.casework.unread import stands_for, unread_settings, unread_users
from app.ui.widgets.card_page import card_section, empty
from app.ui.widgets.parts import STEP, column, label, muted


class UnreadCard(QWidget):
    """Hidden while everything can be read, as it nearly always can."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = column(spacing=STEP)
        card, rows = card_section(
            "unread_card",
            "Cannot be read by this version",
            "A newer version may have written these. They are kept as they are.",
        )
        rows.addLayout(self._rows)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show what cannot be read today."""
        empty(self._rows)
        found = [(stands_for(self._session, one), one) for one in unread_settings(self._session)]
        found += [(one.name, one) for one in unread_users(self._session)]
        for head, one in found:
            words = label(one.words)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows.addWidget(muted(head))
            self._rows.addWidget(words)
        self.setVisible(bool(found))
