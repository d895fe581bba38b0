"""Settings: the college, its time limits, the duty to report, and when the casebook locks."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer

from app.casework import setup
from app.casework.session import Session
from app.ui.drafts.editing import Editing
from app.ui.settings.college import COLLEGE, CollegeCard
from app.ui.settings.duty import DUTY, DutyCard
from app.ui.settings.limits import LimitsCard
from app.ui.settings.lock import LockCard
from app.ui.settings.unread import UnreadCard
from app.ui.widgets.card_page import CardPage
from app.ui.widgets.messages import sentence_of, tell
from app.ui.widgets.navigation import Navigation
from app.vault.errors import VaultError

_AT_A_TIME = 0.03
"""Seconds of work between two looks at the window's own events."""


class SettingsPage(CardPage):
    """What may differ from college to college. Every change is noted in the log."""

    title = "Settings"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__(
            "settings", "Settings", "Every change is noted in the log, with what it was before."
        )
        self._session = session
        self._behind: Iterator[None] = iter(())
        self._catch_up = QTimer(self)
        self._catch_up.setInterval(0)
        self._catch_up.timeout.connect(self._go_on)
        self._college, self._limits = CollegeCard(session), LimitsCard(session)
        self._lock, self._duty = LockCard(session, navigation), DutyCard(session)
        self._limits.changed.connect(self._changed)
        self._duty.changed.connect(self._changed)
        self._unread = UnreadCard(session)
        self._college.editing.saved.connect(self._unread.refresh)
        self._lock.view.changed.connect(self._unread.refresh)
        for card in (self._unread, self._college, self._lock, self._limits, self._duty):
            self.cards.addWidget(card)

    def refresh(self) -> None:
        """Show what is set."""
        self._unread.refresh()
        self._college.refresh()
        self._limits.refresh()
        self._duty.refresh()
        self._lock.refresh()
        self._unread.refresh()

    def give_back(self, name: str) -> None:
        """Go on with what was typed here under this name and not saved."""
        if name == COLLEGE:
            self._college.editing.begin()
        elif name == DUTY:
            self._limits.edits.when_filled(self._duty.begin)
        else:
            self._limits.edits.go_back_to(name)

    def keep_draft(self) -> None:
        """Keep what is typed, and bring the lists up to date before the page is left.

        Raises the vault's errors when it cannot be kept.
        """
        for editing in self.findChildren(Editing):
            editing.keeping.keep()
        self._catch_up.stop()
        for _ in self._behind:
            pass

    def _changed(self) -> None:
        """Bring open cases up to date a few at a time, so that the window stays alive."""
        self._behind = setup.catching_up(self._session)
        self._catch_up.start()
        self._limits.refresh()
        self._duty.refresh()
        self._unread.refresh()

    def _go_on(self) -> None:
        until = time.monotonic() + _AT_A_TIME
        try:
            while time.monotonic() < until:
                next(self._behind)
        except StopIteration:
            self._catch_up.stop()
        except VaultError as error:
            self._catch_up.stop()
            tell(self, "The lists are not up to date", sentence_of(error))
