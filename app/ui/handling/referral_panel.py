"""A referral: its state, its steps, and what the letter still lacks."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from app.casework.documents import readiness
from app.casework.session import Session
from app.domain.case.bodies import Referral, ReferralState
from app.domain.case.case import Case, documents_of
from app.domain.forms import steps_of
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
)
from app.domain.kit.answers import Refers
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import write_time
from app.domain.kit.stage import Stage
from app.domain.kit.tone import Tone
from app.ui.handling.steps import taken, ways_to_begin
from app.ui.theme.icons import Glyph
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import (
    STEP,
    Chip,
    column,
    hairline,
    heading,
    label,
    line,
    muted,
    plain,
    primary,
)
from app.ui.widgets.wrapped import WrappedWords

_TONES = {
    ReferralState.DRAFT: Tone.RED,
    ReferralState.PHONED: Tone.AMBER,
    ReferralState.SENT: Tone.AMBER,
    ReferralState.ESCALATED: Tone.AMBER,
}


_BEGINS: dict[type[Form], str] = {ReferralOpened: "Start a referral for another child"}


class _Step(NamedTuple):
    """One step: its name, what is recorded of it, and its form.

    A letter has no form, but the id of the referral or the escalation that it is about.
    """

    name: str
    words: str
    form: type[Form] | None = None
    letter: str = ""
    waited_for: bool = True


class ReferralPanel(QFrame):
    """The referrals of a case, one card each."""

    wants_form = Signal(object, str)
    """A form, and the id of the referral or person it is about."""
    wants_letter = Signal(str)

    def __init__(self, session: Session, case: Case) -> None:
        super().__init__()
        self.session, self.case = session, case
        self.setObjectName("referral_panel")
        cards = Cards("Referrals")
        for referral in case.referrals:
            cards.add(self._card(referral))
        for way in ways_to_begin(Stage.SOCIAL_CARE, Refers.REFERRAL, _BEGINS, self._begin):
            cards.add(way)
        self.setLayout(column(cards))

    def _begin(self, form: type[Form]) -> None:
        self.wants_form.emit(form, "")

    def _card(self, referral: Referral) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP + 4)
        rows.setSpacing(STEP)
        state = Chip(referral.words, _TONES.get(referral.state, Tone.GREEN))
        top = line(heading("Referral to social care"), state, spacing=12)
        top.setStretch(0, 1)
        rows.addLayout(top)
        rows.addWidget(muted(self.case.names[referral.id]))
        rows.addSpacing(STEP)
        rows.addLayout(self._steps(referral))
        rows.addSpacing(STEP)
        rows.addWidget(hairline())
        rows.addSpacing(STEP)
        self._add_readiness(rows, referral)
        return made

    def _steps(self, referral: Referral) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        steps = self._listed(referral)
        waits = next((step for step in steps if step.waited_for and not step.words), None)
        for row, step in enumerate(steps):
            self._add_step(grid, row, referral, step, next_up=step is waits)
        return grid

    def _listed(self, referral: Referral) -> list[_Step]:
        """Return a step for each form, with each letter where it is sent."""
        steps = []
        for form in steps_of(Refers.REFERRAL):
            if form is ReferralSent:
                letter = referral.documents[-1].number if referral.documents else ""
                steps.append(_Step("Letter", letter, letter=referral.id))
            name, said = _KNOWN.get(form, (form.title, None))
            before = taken(self.case, form, Refers.REFERRAL, referral.id)
            when = write_time(before[-1].at) if before else ""
            words = said(referral) if said else when
            waited_for = said is not None and form is not ReferralEscalated
            steps.append(_Step(name, words, form, waited_for=waited_for))
            if before and form is ReferralEscalated:
                about = before[-1].root
                issued = [one.number for one in documents_of(self.case) if one.referral == about]
                number = next(reversed(issued), "")
                steps.append(_Step("Letter to escalate", number, letter=about, waited_for=False))
        return steps

    def _add_step(
        self,
        grid: QGridLayout,
        row: int,
        referral: Referral,
        step: _Step,
        *,
        next_up: bool,
    ) -> None:
        form, words = step.form, step.words
        mark = Glyph("circle-check", "green", 16) if words else Glyph("circle", "muted", 16)
        make = primary if next_up else plain
        if form:
            button = make("Record" if not words else "Add")
            button.setObjectName(f"step_{form_name(form)}")
            button.clicked.connect(lambda: self.wants_form.emit(form, referral.id))
        else:
            button = make("Preview")
            button.setObjectName("step_letter" if step.letter == referral.id else "step_escalate")
            button.clicked.connect(lambda: self.wants_letter.emit(step.letter))
        button.setProperty("about", referral.id)
        button.setAccessibleName(f"{button.text()}: {step.name}")
        grid.addWidget(mark, row, 0)
        grid.addWidget(label(step.name, wraps=False), row, 1)
        grid.addWidget(muted(words), row, 2)
        grid.addWidget(button, row, 3, Qt.AlignmentFlag.AlignRight)

    def _add_readiness(self, rows: QVBoxLayout, referral: Referral) -> None:
        sections = readiness(self.session, self.case, referral.id)
        missing = sum(len(section.open) for section in sections)
        top = line(heading("What the letter will say"), spacing=12)
        top.setStretch(0, 1)
        details = plain("Child’s details")
        details.setObjectName("child_details")
        details.clicked.connect(lambda: self.wants_form.emit(PersonDetails, referral.opened.child))
        top.addWidget(details)
        rows.addLayout(top)
        words = f"{missing} answers are still open. The letter prints them as “Not recorded”."
        rows.addWidget(muted(words if missing else "Every section has its answers."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, section in enumerate(sections):
            name = "circle-check" if not section.open else "contrast"
            tone = "green" if not section.open else "muted"
            grid.addWidget(Glyph(name, tone, 16), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(
                label(f"{section.letter}  {section.heading}", wraps=False),
                row,
                1,
                Qt.AlignmentFlag.AlignTop,
            )
            grid.addWidget(WrappedWords(", ".join(section.open), "small"), row, 2)
        rows.addLayout(grid)


def _call_words(referral: Referral) -> str:
    if referral.reached:
        return f"{write_time(referral.reached.called_at)}, {referral.reached.spoke_to}"
    return f"{len(referral.calls)} tried, nobody reached yet" if referral.calls else ""


def _sent_words(referral: Referral) -> str:
    return write_time(referral.sent[0].sent_at) if referral.sent else ""


def _raised_words(referral: Referral) -> str:
    return write_time(referral.escalations[-1].at) if referral.escalations else ""


_KNOWN: Mapping[type[Form], tuple[str, Callable[[Referral], str]]] = {
    ReferralCall: ("Telephone call", _call_words),
    ReferralBackground: (
        ReferralBackground.title,
        lambda referral: "Recorded" if referral.background else "",
    ),
    ReferralSent: ("Sent in writing", _sent_words),
    ReferralReply: (
        "Their answer",
        lambda referral: referral.replies[-1].reply.label if referral.replies else "",
    ),
    ReferralEscalated: ("Escalate", _raised_words),
}
"""The name of a step and its words on the card. Other steps show their title and time."""
