"""The duty to report: off until the college enters its start day and the source."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.casework import drafts, setup
from app.casework.session import Session
from app.domain.case.duty import Duty
from app.domain.kit.answers import Nation
from app.domain.kit.moments import write_day
from app.domain.kit.tone import Tone
from app.ui.drafts.editing import Editing, put_away
from app.ui.widgets.card_page import card_section, empty
from app.ui.widgets.parts import STEP, Chip, column, label, muted, named, plain

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
