"""Agencies and helplines: who they help, how to reach them, and when that was last checked."""

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

    `audience` is who it may be given to; empty for the Safeguarding Team's own use. `nations` is
    where it serves; empty for everywhere. `local` marks a contact at the college's own local
    authority. The college still has to fill in a contact without number and address.
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
        """Whether nobody has filled it in yet."""
        return not (self.number or self.address)

    def stale(self, today: date) -> bool:
        """Return whether it was checked too long ago: papers then leave it out."""
        return freshness(self.checked_on, today) is Freshness.RED

    def may_be_printed(self, today: date) -> bool:
        """Return whether a paper may name it: seen at its source, within the last year."""
        return self.standing is Seen.SEEN and not self.stale(today) and not self.blank

    def serves(self, nation: Nation) -> bool:
        """Return whether it helps people in a nation."""
        return not self.nations or nation in self.nations


class Directory(msgspec.Struct, frozen=True):
    """Every contact by its short name, in the order of the list."""

    contacts: Mapping[str, Contact]

    def help_for(self, audience: HelpFor, nation: Nation, today: date) -> tuple[Contact, ...]:
        """Return the contacts that a paper for this audience may name, on `today`."""
        return tuple(
            contact
            for contact in self.contacts.values()
            if audience in contact.audience
            and contact.serves(nation)
            and contact.may_be_printed(today)
        )

    def found(self, words: str, authority: str = "") -> tuple[tuple[str, Contact], ...]:
        """Return the contacts that contain each of these words, with their short names.

        The name of the college's own local authority finds its contacts too.
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
