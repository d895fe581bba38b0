"""Durations, sums of money and members of staff as people type them."""

import re

from app.domain.kit.answers import MOST_COUNTED, Money, StaffMember
from app.ui.forms.dates import NotUnderstood

_HOURS = re.compile(
    r"^(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hours?)(?:\s*(\d+)\s*(?:m|min|mins|minutes?)?)?$"
)
_CLOCKED = re.compile(r"^(\d{1,3}):([0-5]\d)$")
_MINUTES = re.compile(r"^(\d{1,5})\s*(?:m|min|mins|minutes?)?$")
_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD"}
_SUM = re.compile(r"^([£€$])?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d\d))?\s*([a-z]{3})?$")
_WORDS = {
    "pound": "gbp",
    "pounds": "gbp",
    "euro": "eur",
    "euros": "eur",
    "dollar": "usd",
    "dollars": "usd",
}


def parse_minutes(text: str) -> int:
    """Read a duration as whole minutes: `45`, `90 min`, `1 h 20`, `1:20`, `1.5 hours`.

    Raises NotUnderstood with the sentence to show.
    """
    words = " ".join(text.lower().split())
    if found := _MINUTES.match(words):
        return int(found[1])
    if found := _CLOCKED.match(words):
        return int(found[1]) * 60 + int(found[2])
    if found := _HOURS.match(words):
        return round(float(found[1]) * 60) + int(found[2] or 0)
    raise NotUnderstood(f"“{text.strip()[:40]}” is not a duration. Write it like 45 min or 1 h 20.")


def parse_number(text: str) -> int:
    """Read a whole number of things. Raises NotUnderstood with the sentence to show."""
    words = text.strip()
    if words.isdecimal() and 1 <= int(words) <= MOST_COUNTED:
        return int(words)
    raise NotUnderstood(f"Write a whole number from 1 to {MOST_COUNTED}.")


def parse_money(text: str) -> Money:
    """Read an amount: `12.50`, `£1,200`, `50 EUR`. Without a currency it is pounds.

    Raises NotUnderstood with the sentence to show.
    """
    words = " ".join(_WORDS.get(word, word) for word in text.lower().split())
    found = _SUM.match(words)
    named = (found[4] or "").upper() if found else ""
    marked = _SYMBOLS.get(found[1] or "", "") if found else ""
    if not found or (named and marked and named != marked):
        raise NotUnderstood(
            f"“{text.strip()[:40]}” is not an amount. Write it like £12.50 or 50 EUR."
        )
    minor = int(found[2].replace(",", "")) * 100 + int(found[3] or 0)
    return Money(minor, named or marked or "GBP")


def parse_staff(text: str) -> StaffMember:
    """Read a member of staff: `Name, role`. The role may be left out."""
    name, _, role = text.partition(",")
    if not name.strip():
        raise NotUnderstood("Write the name first, then the role: R. Okafor, Duty Officer.")
    return StaffMember(name.strip(), role.strip())
