"""Help and contacts: agencies and helplines with source and date, as plain text without links."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.casework import setup
from app.casework.overlays import OwnValue
from app.casework.session import Session
from app.domain.forms.settings import CheckedContact
from app.domain.kit.form import questions_of
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.domain.rules.directory import Contact
from app.ui.contacts.blank_forms import BlankForms
from app.ui.drafts.editing import Editing, Edits
from app.ui.widgets.card_page import CardPage
from app.ui.widgets.flow import Flow
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.page_head import SearchField
from app.ui.widgets.parts import (
    STEP,
    Chip,
    card,
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

_FINDER = 60 * STEP

Shown = tuple[tuple[tuple[str, Contact], ...], Mapping[str, OwnValue], date, str]
"""What the cards were made from: contacts, own values, the day, the local authority."""


class ContactsPage(CardPage):
    """Who can help, for whom, and whether that was checked recently."""

    title = "Contacts"

    def __init__(self, session: Session, _navigation: Navigation) -> None:
        super().__init__(
            "contacts",
            "Help and contacts",
            "What is old or from memory is left out of papers. Check it, and save it as checked.",
        )
        self._session = session
        self._finder = SearchField(self, "contacts_find", "Find an agency, a number or a purpose")
        self._finder.asked.connect(self._show)
        self._edits = Edits(self, self.cards, session, "contact")
        self._shown: Shown = ((), {}, date.min, "")
        self._finder.setMaximumWidth(_FINDER)
        self._none = muted("No contact holds these words.")
        self._paper = named(
            plain("Blank paper forms…", "printer"), "contacts_paper", "Blank paper forms"
        )
        self._paper.clicked.connect(self._show_paper)
        ways = line(self._finder, self._paper)
        ways.setStretch(0, 1000)  # as wide as it can get; the button has the rest of the line
        ways.addStretch(1)
        self.head.addSpacing(STEP)
        self.head.addLayout(ways)
        self.head.addWidget(self._none)
        self._blank: BlankForms | None = None

    def refresh(self) -> None:
        """Show the contacts that match the search, or all of them."""
        self._show(self._finder.text())

    def _show_paper(self) -> None:
        """Show the blank forms instead of the contacts."""
        if self._blank is None:
            self._blank = BlankForms(self._session)
            self._blank.closed.connect(self._hide_paper)
            self.rows.addWidget(self._blank, 1)
        self._turn(to_paper=True)
        self._blank.back.setFocus()

    def _hide_paper(self) -> None:
        self._turn(to_paper=False)
        self._paper.setFocus()

    def _turn(self, *, to_paper: bool) -> None:
        assert self._blank
        self.area.setVisible(not to_paper)
        self.front.setVisible(not to_paper)
        self._blank.setVisible(to_paper)

    def keep_draft(self) -> None:
        """Keep what is typed in a contact. Raises the vault's errors when it cannot be kept."""
        for editing in self.findChildren(Editing):
            editing.keeping.keep()

    def give_back(self, name: str) -> None:
        """Reopen a contact that was typed in and not saved."""
        self._finder.clear()
        self._edits.go_back_to(name)

    def _show(self, words: str) -> None:
        shown = _read(self._session, words)
        self._none.setVisible(not shown[0])
        if shown != self._shown:
            self._shown = shown
            self._show_all()
        else:
            self._edits.give_back()

    def _show_all(self, back_to: str = "") -> None:
        cards = [partial(self._card, key, contact) for key, contact in self._shown[0]]
        self._edits.fill(cards, back_to=back_to)

    def _card(self, key: str, contact: Contact) -> QFrame:
        rows = column(spacing=4)
        made = card(rows)
        made.setObjectName(f"contact_{key}")
        made.setAccessibleName(contact.name)
        change = named(plain("Check and edit…"), f"contact_{key}_edit", f"Edit: {contact.name}")
        kept = self._edits.way(key, change, partial(self._edit, key, contact, rows))
        head = line(heading(contact.name), kept, change)
        head.setStretch(0, 1)
        rows.addLayout(head)
        rows.addWidget(muted(contact.purpose))
        if contact.local:
            rows.addWidget(small(_whose(self._shown[3])))
        reached = "  ·  ".join(filter(None, (contact.number, contact.address, contact.hours)))
        if reached:
            rows.addWidget(label(reached))
        where = ", ".join(one.label for one in contact.nations)
        audience = ", ".join(lower(one.label) for one in contact.audience)
        whom = f"For {audience or 'the Safeguarding Team'}"
        rows.addWidget(small(" · ".join(filter(None, (whom, where)))))
        rows.addWidget(small(f"{contact.source} · checked {write_day(contact.checked_on)}"))
        ways = Flow()
        if chip := _standing(contact, day_of(self._session.now())):
            ways.addWidget(chip)
        if key in setup.own_contacts(self._session):
            back = named(
                quiet("Back to the shipped one"), f"contact_{key}_back", f"Shipped: {contact.name}"
            )
            back.clicked.connect(partial(self._back, key))
            ways.addWidget(back)
        if ways.count():
            rows.addLayout(ways)
        return made

    def _edit(self, key: str, contact: Contact, rows: QVBoxLayout) -> Editing:
        asked = {q.name for q in questions_of(CheckedContact)} - {"source", "why"}
        standing = {name: getattr(contact, name) for name in asked}
        keep = partial(setup.set_contact, self._session, key)
        name = f"contact_{key}"
        editing = Editing(self._session, name, CheckedContact, keep, standing, page=self.title)
        editing.saved.connect(partial(self._show_change, key))
        editing.left.connect(partial(self._show_all, key))
        rows.addWidget(editing)
        return editing

    def _back(self, key: str, _on: bool = False) -> None:
        setup.take_contact_back(self._session, key)
        self._show_change(key)

    def _show_change(self, key: str) -> None:
        """Show the contacts as they are now, with the cursor where it was."""
        self._shown = _read(self._session, self._finder.text())
        self._show_all(key)


def _standing(contact: Contact, today: date) -> Chip | None:
    if contact.blank:
        return Chip("To be filled in", Tone.AMBER)
    if contact.stale(today):
        return Chip("A year old or more: check before use", Tone.AMBER)
    if not contact.may_be_printed(today):
        return Chip("From memory: check before use", Tone.AMBER)
    return None


def _whose(authority: str) -> str:
    if authority:
        return f"Of the college’s local authority: {authority}"
    return "Of the college’s local authority, which is not named in Settings yet"


def _read(session: Session, words: str) -> Shown:
    authority = setup.authority_of(session)
    found = session.rules.directory.found(words, authority)
    return found, setup.own_contacts(session), day_of(session.now()), authority
