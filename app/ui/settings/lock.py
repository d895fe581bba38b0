"""When the casebook locks by itself. A choice counts at once."""

from PySide6.QtWidgets import QWidget

from app.casework import setup
from app.casework.session import Session
from app.domain.forms.settings import Locking, Wait
from app.ui.forms import FormContext, ShortForm
from app.ui.widgets.card_page import card_section
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.parts import column


class LockCard(QWidget):
    """After how many minutes without a touch the casebook locks."""

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        self._session, self._navigation = session, navigation
        card, rows = card_section(
            "lock_card", "Locking", "Without a key or a movement the casebook locks by itself."
        )
        self.view = ShortForm(Locking, FormContext(now=session.now))
        self.refresh()
        self.view.changed.connect(self._set)
        rows.addWidget(self.view)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show what is set."""
        minutes = setup.lock_minutes(self._session)
        self.view.set_answers({setup.LOCK: Wait(str(minutes))})

    def _set(self) -> None:
        if self.view.check():
            return
        minutes = int(str(self.view.answers()[setup.LOCK]))
        if minutes != setup.lock_minutes(self._session):
            setup.set_lock_minutes(self._session, minutes)
            self._navigation.lock_after(minutes)
