"""The three steps of the first run: where, who, and the passphrase."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.casework.opening import Strength, passphrase_faults, passphrase_strength
from app.domain.forms.settings import CasebookPlace, ChosenPassphrase, CollegeAndYou
from app.domain.kit.words import passphrase
from app.ui.forms import FormContext, ShortForm
from app.ui.forms.editor import reach_before
from app.ui.forms.secret import SecretEditor
from app.ui.theme import tokens
from app.ui.widgets.parts import (
    STEP,
    column,
    heading,
    label,
    line,
    muted,
    named,
    plain,
    quiet,
    small,
)

PARTS = 4
_HEIGHT = 6
_GAP = 4


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self.tone = "muted"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # Qt
    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - _GAP * (PARTS - 1)) / PARTS
        for part in range(PARTS):
            lit = part < self.filled
            painter.setBrush(QColor(getattr(tokens(), self.tone if lit else "line")))
            painter.drawRoundedRect(QRectF(part * (wide + _GAP), 0, wide, _HEIGHT), 3, 3)
        painter.end()


class StrengthMeter(QWidget):
    """Shows a Strength. The sentence says everything; the bar only repeats it."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "strength", "Strength of the passphrase")
        self._bar = _Bar()
        self._words = label("", "small")
        self._words.setObjectName("strength_words")
        self._row = line(self._words)
        rows = column(self._bar, spacing=4)
        rows.addLayout(self._row)
        self.setLayout(rows)

    def beside(self, widget: QWidget) -> None:
        """Place a button to the right of the words."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_strength(self, strength: Strength | None) -> None:
        """Show the strength of a passphrase; None for an empty field."""
        self._words.setText(strength.sentence if strength else "Six chance words are best.")
        self._bar.filled = max(strength.score, 1) if strength else 0
        self._bar.tone = "green" if strength and strength.enough else "amber"
        self.setAccessibleDescription(self._words.text())
        self._bar.update()


class FirstRunStep(QWidget):
    """One step: a heading, a line below it, and its questions."""

    def __init__(self, head: str, below: str, view: ShortForm) -> None:
        super().__init__()
        self.view = view
        view.sheet.call_within("first_")
        self.setLayout(column(heading(head), muted(below), view, spacing=2 * STEP))


class PlaceStep(FirstRunStep):
    """Where the casebook is kept."""

    def __init__(self, context: FormContext, proposed: Path) -> None:
        super().__init__(
            "Where the casebook is kept",
            "One encrypted folder on this computer. A folder that is shared or copied to a cloud"
            " can damage it.",
            ShortForm(CasebookPlace, context),
        )
        self.view.set_answers({"folder": str(proposed)})


class WhoStep(FirstRunStep):
    """The college, and the person responsible."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(
            "The college and you",
            "This stands at the head of letters and beside every entry you record.",
            ShortForm(CollegeAndYou, context),
        )


class PassphraseSuggestion(QFrame):
    """Six random words, to be written down."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "guidance")
        self._words = label("", "heading")
        self._words.setObjectName("suggestion_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        use = named(plain("Use this"), "suggestion_use", "Use this passphrase")
        use.clicked.connect(lambda: self.taken.emit(self._words.text()))
        another = named(quiet("Another", "refresh-cw"), "suggestion_another", "Suggest another")
        another.clicked.connect(self.suggest)
        buttons = line(use, another)
        buttons.addStretch()
        rows = column(
            self._words,
            small(
                "Write it on paper and keep it in the college safe until you know it by heart."
                " Never keep it on this computer or in a message."
            ),
        )
        rows.addLayout(buttons)
        rows.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        self.setLayout(rows)

    def suggest(self) -> None:
        """Show six new words."""
        self._words.setText(passphrase())
        self.show()

    def forget(self) -> None:
        """Clear and hide the words."""
        self._words.clear()
        self.hide()


class SecretStep(FirstRunStep):
    """The passphrase, typed twice. `known` returns what an attacker would try first."""

    def __init__(self, context: FormContext, known: Callable[[], Iterable[str]]) -> None:
        super().__init__(
            "Your passphrase",
            "Without it nobody can open the casebook: not you, not the college, not the makers of"
            " this program. There is no way to reset it.",
            ShortForm(ChosenPassphrase, context, lambda given: passphrase_faults(given, *known())),
        )
        self._known = known
        self._meter = StrengthMeter()
        self._suggestion = PassphraseSuggestion()
        self._suggestion.hide()
        self._suggestion.taken.connect(self._use)
        ask = named(quiet("Suggest one", "key-round"), "first_suggest", "Suggest a passphrase")
        ask.clicked.connect(self._suggestion.suggest)
        self._meter.beside(ask)
        first, again = self.view.editor("passphrase"), self.view.editor("again")
        assert isinstance(first, SecretEditor)
        first.add_below(self._meter, self._suggestion)
        reach_before(self._meter, again.stop)
        reach_before(self._suggestion, again.stop)
        self.view.changed.connect(self._judge)
        self._judge()

    def clear(self) -> None:
        """Clear what was typed and suggested."""
        self.view.set_answers({})
        self._suggestion.forget()

    def _judge(self) -> None:
        typed = str(self.view.answers().get("passphrase") or "")
        self._meter.show_strength(passphrase_strength(typed, *self._known()) if typed else None)

    def _use(self, words: str) -> None:
        """Fill in the first line only: typing it again proves that it was written down."""
        self.view.set_answers({"passphrase": words})
        self.view.go_to("again")
