"""Agencies and helplines: who they help, how to reach them, and whether that was checked lately."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.domain.kit.answers import Choice, Nation
from app.domain.kit.freshness import Freshness, Seen, freshness


class HelpFor(Choice):
    """Whom a contact helps."""

    LEARNER = "learner", "Learners"
    PARENT = "parent", "Parents and carers"
    STAFF = "staff", "Staff"


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One agency, helpline or person to turn to. Addresses are text, never links.

    `audience` is whom it may be given to; empty for the Safeguarding Team's own use. `nations` is
    where it serves; empty for everywhere. `local` says that it is the college's own local
    authority's. A contact without number and address is still to be
    filled in by the college.
    """

    name: str
    purpose: str
    number: str = ""
    address: str = ""
    hours: str = ""
    audience: tuple[HelpFor, ...] = ()
    nations: tuple[Nation, ...] = ()
    source: str
    standing: Seen
    checked_on: date
    local: bool = False

    @property
    def blank(self) -> bool:
        """True while nobody has filled it in."""
        return not (self.number or self.address)

    def stale(self, today: date) -> bool:
        """Return whether it is too long ago that it was checked: it is then left out of papers."""
        return freshness(self.checked_on, today) is Freshness.RED

    def may_be_printed(self, today: date) -> bool:
        """Return whether it may stand in a paper: seen in its source, within the last year."""
        return self.standing is Seen.SEEN and not self.stale(today) and not self.blank

    def serves(self, nation: Nation) -> bool:
        """Return whether it helps in a nation."""
        return not self.nations or nation in self.nations


class Directory(msgspec.Struct, frozen=True):
    """Every contact by its short name, in the order they are listed."""

    contacts: Mapping[str, Contact]

    def help_for(self, audience: HelpFor, nation: Nation, today: date) -> tuple[Contact, ...]:
        """Return the contacts a paper for this audience may name: those in date and seen."""
        return tuple(
            contact
            for contact in self.contacts.values()
            if audience in contact.audience
            and contact.serves(nation)
            and contact.may_be_printed(today)
        )

    def found(self, words: str, authority: str = "") -> tuple[tuple[str, Contact], ...]:
        """Return the contacts in which each of these words stands, with their short names.

        Those of the college's own local authority are found by its name too.
        """
        asked = words.casefold().split()
        return tuple(
            (name, contact)
            for name, contact in self.contacts.items()
            if all(word in _text(contact, authority) for word in asked)
        )


def _text(contact: Contact, authority: str) -> str:
    parts = [contact.name, contact.purpose, contact.number, contact.address, contact.hours]
    parts += [authority] if contact.local else []
    audience = " ".join(one.label for one in contact.audience)
    return " ".join((*parts, audience)).casefold()


NO_DIRECTORY = Directory({})
