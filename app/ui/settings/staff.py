"""The list of staff: who has which role, and from when until when."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.casework import staff
from app.casework.session import Session
from app.domain.forms.deletion import DECIDE_AS
from app.domain.forms.viewing import MAY_AGREE
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.moments import day_of, write_day
from app.domain.rules.staff import Appointed, Listed
from app.ui.drafts.editing import Editing, Edits
from app.ui.widgets.card_page import card_section
from app.ui.widgets.parts import STEP, column, label, line, named, plain, quiet, small

NEW = "new"
"""In place of a short name, while somebody is being added."""
_NEEDED = (
    ("decide on deletion", frozenset(role for roles in DECIDE_AS.values() for role in roles)),
    ("agree to a viewing", frozenset(MAY_AGREE)),
)
"""What nobody could do if nobody on the list had one of these roles."""


class StaffCard(QWidget):
    """Everyone the college lists, and the users of the casebook it has not listed."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None
        self._rows = column(spacing=STEP)
        self.edits = Edits(self, self._rows, session, "staff")
        card, rows = card_section(
            "staff_card",
            "Staff",
            "Forms offer these names with their roles. Who may agree to a viewing or decide on"
            " deletion is looked up here, on the day it was done. Whoever leaves stays listed,"
            " with a last day.",
        )
        rows.addLayout(self._rows)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show everyone listed; rebuild the rows only if somebody has changed."""
        if staff.staff_list(self._session) != self._shown:
            self._show_all()
        else:
            self.edits.give_back()

    def _show_all(self, back_to: str = "") -> None:
        self._shown = staff.staff_list(self._session)
        listed = staff.listed_staff(self._session)
        users = staff.unlisted_users(self._session)
        rows = [partial(self._row, key, one, listed=True) for key, one in listed.items()]
        rows += [partial(self._row, key, one, listed=False) for key, one in users.items()]
        self.edits.fill([self._first, *rows], back_to=back_to)

    def _first(self) -> QFrame:
        """Make the row with the button that adds somebody, and what the list still lacks."""
        made = QFrame()
        add = named(plain("Add somebody…"), "staff_add", "Add a member of staff")
        rows = column(spacing=STEP)
        kept = self.edits.way(NEW, add, partial(self._edit, NEW, None, rows))
        lacks = label(self._lacks())
        head = line(lacks, kept, add)
        head.setStretch(0, 1)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        made.setLayout(rows)
        return made

    def _lacks(self) -> str:
        """Describe what rules cannot find on the list; "" where there is somebody for each."""
        known, today = staff.staff_list(self._session), day_of(self._session.now())
        if not known.kept:
            return "Nobody is listed yet. Until somebody is, the role typed beside a name counts."
        what = [words for words, roles in _NEEDED if not known.who_hold(roles, today)]
        return f"Nobody listed today may {' or '.join(what)}." if what else ""

    def _row(self, key: str, one: Listed, *, listed: bool) -> QFrame:
        made = QFrame()
        made.setProperty("part", "row")
        made.setObjectName(f"staff_{key}")
        change = named(
            plain("Change…" if listed else "Set roles…"), f"staff_{key}_set", f"Change {one.name}"
        )
        rows = column(spacing=4)
        kept = self.edits.way(key, change, partial(self._edit, key, one, rows))
        head = line(label(one.name), kept, change)
        head.setStretch(0, 1)
        rows.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP + 4)
        rows.addLayout(head)
        for role in one.roles:
            rows.addWidget(label(write_appointed(role), "muted"))
        if one.line:
            rows.addWidget(small(f"Direct line {one.line}"))
        if one.also:
            rows.addWidget(small(f"Also written {one.also}"))
        if not listed:
            rows.addWidget(small("A user of this casebook, with the role of their sign-in"))
        else:
            off = named(
                quiet("Take off the list"), f"staff_{key}_off", f"Take {one.name} off the list"
            )
            off.clicked.connect(partial(self._take_off, key))
            foot = line(off)
            foot.addStretch()
            rows.addLayout(foot)
        made.setLayout(rows)
        return made

    def _edit(self, key: str, one: Listed | None, rows: QVBoxLayout) -> Editing:
        under = staff.new_member() if key == NEW else key
        editing = Editing(
            self._session,
            f"staff_{key}",
            Listed,
            partial(staff.list_member, self._session, under),
            answers_to_edit(one) if one else {},
            page="Settings",
            faults=partial(staff.listing_faults, self._session, under),
        )
        editing.saved.connect(partial(self._show_change, under))
        editing.left.connect(partial(self._show_all, key))
        rows.addWidget(editing)
        return editing

    def _take_off(self, key: str, _on: bool = False) -> None:
        staff.take_off(self._session, key)
        self._show_change(NEW)

    def _show_change(self, key: str) -> None:
        """Show the list as it is now, with the cursor where it was."""
        self._show_all(key)
        self.changed.emit()


def write_appointed(role: Appointed) -> str:
    """Write a role with its days: `Duty officer, from 1 Sep 2026 until 19 Nov 2026`."""
    since = f"from {write_day(role.since)}" if role.since else ""
    until = f"until {write_day(role.until)}" if role.until else ""
    days = " ".join(filter(None, (since, until)))
    return f"{role.words}, {days}" if days else role.words
