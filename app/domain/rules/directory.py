"""Agencies and helplines: who they help, how to reach them, and when that was last checked."""

from collections.abc import Collection, Mapping
from datetime import date

import msgspec

from app.domain.kit.answers import Choice, Nation
from app.domain.kit.freshness import Freshness, Seen, freshness


class HelpFor(Choice):
    """Whom a contact helps."""

    LEARNER = "learner", "Learners"
    PARENT = "parent", "Parents and carers"
    STAFF = "staff", "Staff"


class Need(Choice):
    """What somebody may need help with, the most urgent first."""

    SELF_HARM = "self_harm", "Thoughts of suicide or self-harm"
    BLACKMAIL = "blackmail", "Blackmail"
    MONEY = "money", "Money that was paid or asked for"
    ADULT = "adult", "An adult who deceived or groomed a child"
    AI_MADE = "ai_made", "Imagery made or altered by a program"
    THREATS = "threats", "Threats and pressure"
    BEHAVIOUR = "behaviour", "What their own child did"
    ANYTHING = "anything", "Anything"


HELPLINES = 5
"""The most helplines on a paper for a family: more are not read (GOV.UK, writing for users)."""
CHILDLINE = "Childline"
"""The name of the contact that papers for a family give first."""
EMERGENCY = "emergency"
"""The short name of the contact for danger now, which they give last."""


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One agency, helpline or person to turn to. Addresses are text, never links.

    `audience` is who it may be given to; empty for the Safeguarding Team's own use. `nations` is
    where it serves; empty for everywhere. `local` marks a contact at the college's own local
    authority. `helps_with` are the needs for which a paper for a family names it. `under` is the
    age from which it no longer helps; 0 for none. The college still has to fill in a contact
    without number and address.
    """

    name: str
    purpose: str
    number: str = ""
    address: str = ""
    hours: str = ""
    audience: tuple[HelpFor, ...] = ()
    nations: tuple[Nation, ...] = ()
    helps_with: tuple[Need, ...] = ()
    under: int = 0
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

    def helps_at(self, age: int | None) -> bool:
        """Return whether it helps somebody of an age; of one that is not known, it may."""
        return not self.under or age is None or age < self.under

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

    def chosen_for(
        self,
        audience: HelpFor,
        nation: Nation,
        today: date,
        needs: Collection[Need],
        age: int | None = None,
    ) -> tuple[Contact, ...]:
        """Return the few contacts that a paper for a family names. `age` is that of their child.

        Childline comes first, then one for each need by its urgency, then who helps with anything,
        and last the number for danger now.
        """
        everybody = self.help_for(audience, nation, today)
        offered = [one for one in everybody if one.helps_at(age)]
        general = [one for one in offered if Need.ANYTHING in one.helps_with]
        last = [one for one in general if one == self.contacts.get(EMERGENCY)]
        first = [one for one in general if one.name == CHILDLINE]
        for_needs = (
            next((one for one in offered if need in one.helps_with), None)
            for need in Need
            if need in needs
        )
        chosen = dict.fromkeys((*first, *filter(None, for_needs), *general))
        before = [one for one in chosen if one not in last]
        return (*before[: HELPLINES - len(last)], *last)

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
