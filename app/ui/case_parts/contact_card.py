"""The card before contact: what somebody knows, must not be told, and what was prepared."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.case.case import Case
from app.domain.forms.knowledge import Topic
from app.domain.kit.form import Form
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.wording import lower, with_and
from app.domain.rules.held_back import HeldBack, held_back
from app.domain.rules.instructions import met_again, named_in
from app.domain.rules.knowledge import ContactCard, KnownTopic, card_before, met_by
from app.ui.forms.view import FormView
from app.ui.theme.icons import Glyph
from app.ui.widgets.parts import STEP, Banner, column, label, line, quiet, small


class ContactCardView(QFrame):
    """What is not to be done in red, three short lists, and how and who may be contacted."""

    wants_note = Signal()
    """Asks for the form that notes what they know or must not be told."""

    def __init__(self, card: ContactCard, *, notes: bool = False) -> None:
        """Show a card; `notes` adds a button that leads to noting who knows."""
        super().__init__()
        self.setProperty("part", "row")
        self.setObjectName("contact_card")
        know = [written_known(topic, known) for topic, known in card.know]
        unknown = [topic.label for topic in card.not_recorded]
        never = [*map(written_hold, held_back(card)), *card.never]
        red = [*card.asked, *(f"{unsafe}." for unsafe in card.safe.unsafe)]
        first = "".join(f"{sentence} " for sentence in red)
        self.setAccessibleName(
            f"Before contact with {card.name}. {first}They know: {_aloud(know)} "
            f"Not recorded whether they know: {_aloud(unknown)} Do not say: {_aloud(never)}"
        )
        lists = QHBoxLayout()
        lists.setSpacing(3 * STEP)
        for heading, said, otherwise, glyph, tone in (
            ("They know", know, "Nothing that is recorded.", "circle-check", "green"),
            ("Not recorded", unknown, "Nothing is left.", "circle-help", "amber"),
            ("Do not say", never, "Nothing is held back.", "circle-alert", "red"),
        ):
            room = 2 if said else 1  # a reason needs more of it than a list that is empty
            lists.addWidget(_list(heading, said, otherwise, glyph, tone), room)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        rows.setSpacing(STEP)
        if red:
            banner = Banner("\n".join(red))
            banner.setObjectName("red_contact")
            rows.addWidget(banner)
        rows.addLayout(lists)
        for fact, sentence in card.before:
            rows.addWidget(small(f"{fact.label}. {sentence}."))
        for way in card.safe.ways:
            rows.addWidget(small(f"To reach them. {way}"))
        for rule in card.safe.rules:
            rows.addWidget(small(f"Contact. {rule}"))
        if notes:
            note = quiet("Note what they know, or must not be told")
            note.setObjectName("note_from_card")
            note.clicked.connect(self.wants_note)
            rows.addWidget(note, 0, Qt.AlignmentFlag.AlignLeft)


class BeforeContact(QWidget):
    """Shows above a form what is to be known first: instructions in red, and the contact card.

    It follows whom and what the answers name.
    """

    wants_note = Signal(str)
    """Asks to note what they know: a person's id, or the value of a body."""

    def __init__(self, form: type[Form], case: Case | None, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._form, self._case, self._now = form, case, now
        self._shown: object = None
        self._rows = column()
        self.setLayout(self._rows)
        self.hide()

    def follow(self, case: Case) -> None:
        """Store the case as it is now."""
        self._case = case

    def look(self, view: FormView) -> None:
        """Show what fits the current answers."""
        if not self._case:
            return
        answers = view.answers()
        met = met_by(self._case, self._form, answers)
        named = named_in(self._form, answers)
        if (met, named) == self._shown:
            return
        self._shown = (met, named)
        while item := self._rows.takeAt(0):
            if before := item.widget():
                before.hide()
                before.deleteLater()
        card = card_before(self._case, self._form, answers, self._now()) if met else None
        red = [one.sentence for one in met_again(self._case, self._form, answers, self._now())]
        if more := [sentence for sentence in red if not card or sentence not in card.asked]:
            banner = Banner("\n".join(more))
            banner.setObjectName("instructions")
            self._rows.addWidget(banner)
        if card:
            shown = ContactCardView(card, notes=True)
            shown.wants_note.connect(partial(self.wants_note.emit, met))
            self._rows.addWidget(shown)
        self.setVisible(bool(self._rows.count()))


def written_known(topic: Topic, known: KnownTopic) -> str:
    """Return words such as `That it happened: telephone call, 19 Nov 2026, 10:15`."""
    return f"{topic.label}: {lower(known.because)}, {write_time(known.since)}"


def written_hold(held: HeldBack) -> str:
    """Return what is held back for the same reasons, each of them, and when to look at it again."""
    said = [f"{held.what}."]
    for why, days in held.reasons:
        again = with_and([write_day(day) for day in days])
        said += [why, f"Look at it again on {again}." if again else ""]
    return " ".join(filter(None, said))


def _list(title: str, items: list[str], none: str, icon: str, tone: str) -> QWidget:
    head = label(title)
    font = head.font()
    font.setBold(True)
    head.setFont(font)
    top = line(Glyph(icon, tone, 16), head, spacing=6)
    top.setStretch(1, 1)
    rows = column(spacing=4)
    rows.addLayout(top)
    for item in items or [none]:
        rows.addWidget(small(item))
    rows.addStretch(1)  # with a top alignment instead, a list that wraps would lose its last lines
    made = QWidget()
    made.setLayout(rows)
    return made


def _aloud(items: Iterable[str]) -> str:
    return "; ".join(item.rstrip(".") for item in items) + "." if items else "nothing."
