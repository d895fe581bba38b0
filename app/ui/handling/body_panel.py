"""The referrals to the police and other bodies: recipient, each step, what they ask and holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout

from app.casework.session import Session
from app.domain.case.bodies import BodyReferral, ReferralState, answer_in_words
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms import steps_of
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.outcome import BodyOutcome
from app.domain.kit.answers import Refers
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import write_time
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Stage
from app.domain.kit.tone import Tone
from app.domain.rules.instructions import in_force
from app.papers.kinds import letters_about
from app.ui.handling.steps import taken, ways_to_begin
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import (
    STEP,
    Banner,
    Chip,
    column,
    heading,
    label,
    line,
    muted,
    plain,
    primary,
)

_TONES = {ReferralState.DRAFT: Tone.RED, ReferralState.PHONED: Tone.AMBER}


_BEGINS: dict[type[Form], str] = {BodyReferralOpened: "Tell another body"}


class BodyPanel(QFrame):
    """One card for each body that was told, or has to be."""

    wants_form = Signal(object, str)
    """A form, and the id of the referral it is a step of."""
    wants_letter = Signal(str)
    """The id of a referral whose letter to show."""

    def __init__(self, session: Session, case: Case) -> None:
        super().__init__()
        self.session, self.case = session, case
        self.setObjectName("body_panel")
        cards = Cards("Police and other bodies")
        for number, referral in enumerate(case.body_referrals, start=1):
            cards.add(self._card(referral, number))
        for way in ways_to_begin(Stage.POLICE, Refers.BODY_REFERRAL, _BEGINS, self._begin):
            cards.add(way)
        self.setLayout(column(cards))

    def _begin(self, form: type[Form]) -> None:
        self.wants_form.emit(form, "")

    def _card(self, referral: BodyReferral, number: int) -> QFrame:
        made = QFrame()
        made.setProperty("part", "card")
        rows = QVBoxLayout(made)
        rows.setContentsMargins(3 * STEP, 2 * STEP + 4, 3 * STEP, 2 * STEP + 4)
        rows.setSpacing(STEP)
        words = referral.words[:1].upper() + referral.words[1:]
        chip = Chip(words.partition(":")[0], _TONES.get(referral.state, Tone.GREEN))
        top = line(heading(referral.opened.body.label), chip, spacing=12)
        top.setStretch(0, 1)
        rows.addLayout(top)
        rows.addWidget(muted(" · ".join((referral.opened.name, *referral.numbers))))
        steps = _steps_taken(self.case, referral)
        rows.addLayout(_listed(self.case, steps))
        if red := self._holding({step.root for step in steps}):
            rows.addWidget(Banner("\n".join(red)))
        foot = Flow(12)
        for form in steps_of(Refers.BODY_REFERRAL):
            foot.addWidget(self._button(form, referral, number))
        if letters_about(self.case, referral.id):
            foot.addWidget(self._letter(referral, number))
        rows.addSpacing(STEP)
        rows.addLayout(foot)
        return made

    def _holding(self, steps: set[EntryId]) -> tuple[str, ...]:
        """Return what they asked the college not to do, while it holds."""
        held = in_force(self.case, self.session.now())
        return tuple(one.sentence for one in held if one.entry in steps)

    def _button(self, form: type[Form], referral: BodyReferral, number: int) -> QPushButton:
        words = _RECORDS.get(form, form.title)
        first = form is BodyContact and not referral.made
        made = (primary if first else plain)(words)
        made.setObjectName(f"{form_name(form)}_{number}")
        made.setProperty("about", referral.id)
        made.setAccessibleName(f"{words}: {referral.opened.name}")
        made.clicked.connect(lambda: self.wants_form.emit(form, referral.id))
        return made

    def _letter(self, referral: BodyReferral, number: int) -> QPushButton:
        made = plain("Letter", "file-text")
        made.setObjectName(f"body_letter_{number}")
        made.setAccessibleName(f"Letter: {referral.opened.name}")
        made.clicked.connect(lambda: self.wants_letter.emit(referral.id))
        return made


_RECORDS: dict[type[Form], str] = {
    BodyContact: "Record contact",
    BodyOutcome: "Record their answer",
}
"""The button text of a step, where it says more than the form's title."""


def _said(case: Case, step: Form) -> str:
    """Return a step in a few words: how and with whom, or what they answered and for whom."""
    if isinstance(step, BodyContact):
        return ", ".join(filter(None, (step.way.label, step.spoke_to)))
    if isinstance(step, BodyOutcome):
        return answer_in_words(step, case.names)
    return step.title


def _steps_taken(case: Case, referral: BodyReferral) -> tuple[Entry, ...]:
    """Return the steps of a referral, in the order in which they happened."""
    found = (
        step
        for form in steps_of(Refers.BODY_REFERRAL)
        for step in taken(case, form, Refers.BODY_REFERRAL, referral.id)
    )
    return tuple(sorted(found, key=lambda step: step.at))


def _listed(case: Case, steps: tuple[Entry, ...]) -> QGridLayout:
    """Return a line for each step, then what the body asked last of the college."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * STEP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    roots = {step.root for step in steps}
    asked = case.stands.history(Fact.INSTRUCTION)
    last = next((one for one in asked if one.entry.root in roots), None)
    lines = [(write_time(step.at), _said(case, step.form)) for step in steps]
    if last:
        lines.append((write_time(last.true_at), f"Asked of the college: {last.answer}"))
    for row, (when, what) in enumerate(lines):
        grid.addWidget(muted(when), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(what), row, 1, Qt.AlignmentFlag.AlignTop)
    return grid
