"""Settings: the college, its staff and time limits, the duty to report, when the casebook locks."""

import time
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.casework import drafts, setup
from app.casework.session import Session
from app.casework.setup import stands_for, unread_settings, unread_users
from app.domain.case.duty import Duty
from app.domain.forms.settings import College, Locking, Wait
from app.domain.kit.answers import Nation
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers
from app.domain.kit.moments import write_day
from app.domain.kit.tone import Tone
from app.ui.drafts.editing import Editing, put_away
from app.ui.forms import FormContext, ShortForm
from app.ui.settings.limits import LimitsCard
from app.ui.settings.sources import SourcesCard
from app.ui.settings.staff import StaffCard
from app.ui.widgets.card_page import CardPage, card_section, empty
from app.ui.widgets.messages import sentence_of, tell
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.parts import STEP, Chip, column, label, muted, named, plain
from app.vault.errors import VaultError

DUTY = "duty"
"""The name under which a draft of the switch is kept."""


class DutyCard(QWidget):
    """The switch of the duty. While it is off, nothing else in the program mentions it."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = column(spacing=STEP)
        card, rows = card_section(
            "duty_card",
            "Mandatory reporting",
            "Crime and Policing Act 2026, England. The day it comes into force was not known when"
            " this program was made. Switch it on when you have read the day in the regulations.",
        )
        rows.addLayout(self._rows)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show whether it is on, and the button to change that."""
        put_away(self)
        empty(self._rows)
        duty = self._session.clocks.duty
        if duty:
            self._rows.addWidget(Chip(f"On: in force since {write_day(duty.since)}", Tone.GREEN))
            self._rows.addWidget(muted(f"Source: {duty.source}"))
            off = named(plain("Switch off"), "duty_off", "Switch mandatory reporting off")
            off.clicked.connect(self._switch_off)
            self._rows.addWidget(off)
        elif drafts.aside(self._session, DUTY):
            self._ask()
        else:
            self._rows.addWidget(Chip("Off"))
            on = named(plain("Switch on…"), "duty_on", "Switch mandatory reporting on")
            on.clicked.connect(self.begin)
            self._rows.addWidget(on)

    def begin(self) -> None:
        """Ask for the day and its source, with the cursor there."""
        put_away(self)
        self._ask()
        for editing in self.findChildren(Editing):
            editing.begin()

    def _ask(self) -> None:
        empty(self._rows)
        if setup.nation_of(self._session) is not Nation.ENGLAND:
            self._rows.addWidget(label("The duty is of England alone; the college is elsewhere."))
            return
        editing = Editing(self._session, DUTY, Duty, self._set, {}, page="Settings")
        editing.saved.connect(self._tell)
        editing.left.connect(self._leave)
        self._rows.addWidget(editing)

    def _leave(self) -> None:
        self.refresh()
        self._to_switch()

    def _switch_off(self) -> None:
        self._set(None)
        self._tell()

    def _set(self, duty: Duty | None) -> None:
        setup.set_duty(self._session, duty)

    def _tell(self) -> None:
        self.changed.emit()
        self._to_switch()

    def _to_switch(self) -> None:
        """Set the focus to the switch, which was created again."""
        switch = "duty_off" if self._session.clocks.duty else "duty_on"
        for button in self.findChildren(QPushButton, switch):
            button.setFocus()


class UnreadCard(QWidget):
    """Hidden while everything can be read, which is nearly always."""

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
        """Show what cannot be read now."""
        empty(self._rows)
        found = [(stands_for(self._session, one), one) for one in unread_settings(self._session)]
        found += [(one.name, one) for one in unread_users(self._session)]
        for head, one in found:
            words = label(one.words)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows.addWidget(muted(head))
            self._rows.addWidget(words)
        self.setVisible(bool(found))


class LockCard(QWidget):
    """The number of idle minutes after which the casebook locks."""

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
        """Show the saved value."""
        minutes = setup.lock_minutes(self._session)
        self.view.set_answers({setup.LOCK: Wait(str(minutes))})

    def _set(self) -> None:
        if self.view.check():
            return
        minutes = int(str(self.view.answers()[setup.LOCK]))
        if minutes != setup.lock_minutes(self._session):
            setup.set_lock_minutes(self._session, minutes)
            self._navigation.lock_after(minutes)


COLLEGE = "college"
"""The name under which a draft of the college is kept."""


class CollegeCard(QWidget):
    """The college as shown at the head of letters. Letters already sent do not change."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.editing = Editing(
            session,
            COLLEGE,
            College,
            partial(setup.set_college, session),
            self._standing(),
            page="Settings",
            lasting=True,
        )
        card, rows = card_section(
            "college_card",
            "The college",
            "It stands at the head of letters. A letter already issued keeps its own.",
        )
        rows.addWidget(self.editing)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show the saved values, replaced by an unsaved draft if there is one."""
        self.editing.show_standing(self._standing())

    def _standing(self) -> Answers:
        return answers_to_edit(setup.college_as_set(self._session))


_AT_A_TIME = 0.03
"""Seconds of work before the window handles its own events again."""


class SettingsPage(CardPage):
    """Settings that may differ from college to college. Every change is written in the log."""

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
        self._staff = StaffCard(session)
        self._limits.changed.connect(self._changed)
        self._duty.changed.connect(self._changed)
        self._unread = UnreadCard(session)
        self._college.editing.saved.connect(self._unread.refresh)
        self._staff.changed.connect(self._unread.refresh)
        self._lock.view.changed.connect(self._unread.refresh)
        cards = (
            self._unread,
            self._college,
            self._staff,
            self._lock,
            self._limits,
            self._duty,
            SourcesCard(),
        )
        for card in cards:
            self.cards.addWidget(card)

    def refresh(self) -> None:
        """Show the saved settings."""
        self._unread.refresh()
        self._college.refresh()
        self._staff.refresh()
        self._limits.refresh()
        self._duty.refresh()
        self._lock.refresh()
        self._unread.refresh()

    def give_back(self, name: str) -> None:
        """Reopen the draft kept here under this name."""
        if name == COLLEGE:
            self._college.editing.begin()
        elif name == DUTY:
            self._limits.edits.when_filled(self._duty.begin)
        elif name.startswith("staff_"):
            self._limits.edits.when_filled(partial(self._staff.edits.go_back_to, name))
        else:
            self._limits.edits.go_back_to(name)

    def keep_draft(self) -> None:
        """Keep what is typed, and finish updating the cases before the page is left.

        Raises the vault's errors when it cannot be kept.
        """
        for editing in self.findChildren(Editing):
            editing.keeping.keep()
        self._catch_up.stop()
        for _ in self._behind:
            pass

    def _changed(self) -> None:
        """Update open cases a few at a time, so that the window stays usable."""
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
