"""Time limits: each with its source, and the college's own value beside it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import setup
from app.casework.session import Session
from app.casework.sources import sources
from app.domain.forms.settings import OwnLimit, OwnLimitSomewhere, Unit
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import write_day
from app.domain.kit.tone import Tone
from app.domain.rules.time_limits import TimeLimit
from app.ui.drafts.editing import Editing, Edits
from app.ui.widgets.card_page import card_section
from app.ui.widgets.parts import STEP, Chip, column, label, line, named, plain, quiet, small

_BY_AUTHORITY = (
    DueKind.WRITTEN_CONFIRMATION,
    DueKind.ACKNOWLEDGEMENT,
    DueKind.OUTCOME_CHASE,
)


class LimitsCard(QWidget):
    """Every time limit that counts in this casebook."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = column(spacing=STEP)
        self.edits = Edits(self, self._rows, session, "limit")
        self._shown: object = None
        card, rows = card_section(
            "limits_card",
            "Time limits",
            "Where your local authority or your college has a limit of its own, set it here, with"
            " whose procedure it is. It counts at once, in every open case.",
        )
        rows.addLayout(self._rows)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show every limit; rebuild the rows only if one has changed."""
        if (self._session.clocks, setup.own_limits(self._session)) != self._shown:
            self._show_all()
        else:
            self.edits.give_back()

    def _show_all(self, back_to: str = "") -> None:
        self._shown = (self._session.clocks, setup.own_limits(self._session))
        rows = [
            partial(self._row, name, limit)
            for name, limit in self._session.rules.shipped.limits.items()
            if not limit.duty or self._session.clocks.duty
        ]
        self.edits.fill(rows, back_to=back_to)

    def _row(self, name: str, shipped: TimeLimit) -> QFrame:
        made = QFrame()
        made.setProperty("part", "row")
        made.setObjectName(f"limit_{name}")
        change = named(plain("Set our own…"), f"limit_{name}_set", f"Set our own: {shipped.what}")
        rows = column(spacing=4)
        kept = self.edits.way(name, change, partial(self._edit, name, shipped, rows))
        head = line(label(shipped.what), kept, change)
        head.setStretch(0, 1)
        rows.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP + 4)
        rows.addLayout(head)
        checked = f"checked {write_day(shipped.checked)}"
        if shipped.cites:
            checked = f"source {sources()[shipped.cites].words}, {checked}"
        rows.addWidget(label(f"{write_limit(shipped)} · {shipped.source}", "muted"))
        rows.addWidget(small(f"{shipped.standing[:1].upper()}{shipped.standing[1:]} · {checked}"))
        for key, own in setup.own_limits(self._session).items():
            if key.partition(".")[0] == name and key in self._session.clocks.limits:
                limit = self._session.clocks.limits[key]
                rows.addWidget(self._own(key, limit, own.why))
        made.setLayout(rows)
        return made

    def _own(self, key: str, limit: TimeLimit, why: str) -> QFrame:
        made = QFrame()
        where = f" for {limit.authority}" if limit.authority else ""
        chip = Chip(f"Ours: {write_limit(limit)}{where}", Tone.GREEN)
        rows = column(spacing=0)
        rows.addWidget(small(f"{limit.source} · since {write_day(limit.checked)} · {why}"))
        back = named(
            quiet("Back to the shipped limit"),
            f"limit_{key}_back",
            f"Back to the shipped limit: {limit.what}",
        )
        back.clicked.connect(partial(self._back, key))
        head = line(chip, back)
        head.addStretch()
        rows.insertLayout(0, head)
        made.setLayout(rows)
        return made

    def _back(self, key: str, _on: bool = False) -> None:
        setup.take_limit_back(self._session, key)
        self._show_change(key.partition(".")[0])

    def _edit(self, name: str, shipped: TimeLimit, rows: QVBoxLayout) -> Editing:
        form = OwnLimitSomewhere if name in _BY_AUTHORITY else OwnLimit
        keep = partial(setup.set_limit, self._session, name)
        standing = {"unit": _unit_of(shipped)}
        editing = Editing(self._session, f"limit_{name}", form, keep, standing, page="Settings")
        editing.saved.connect(partial(self._show_change, name))
        editing.left.connect(partial(self._show_all, name))
        rows.addWidget(editing)
        return editing

    def _show_change(self, name: str) -> None:
        """Show the limits as they are now, with the cursor where it was."""
        self._show_all(name)
        self.changed.emit()


def _unit_of(limit: TimeLimit) -> Unit:
    """Return the unit of a limit: the college's own value starts with the same one."""
    return next((unit for unit in Unit if getattr(limit, unit.value) is not None), Unit.HOURS)


def write_limit(limit: TimeLimit) -> str:
    """Return a limit in words: `24 hours`, `1 working day`."""
    for number, unit in (
        (limit.hours, "hour"),
        (limit.days, "day"),
        (limit.working_days, "working day"),
    ):
        if number is not None:
            return f"{number} {unit}{'s' * (number != 1)}"
    return "No limit"
