"""The session: an open casebook with what every use case needs beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.casework.guidance import Card, Rules
from app.domain.kit.answers import StaffMember
from app.domain.kit.record import Author
from app.domain.kit.stage import Stage
from app.domain.kit.wording_guard import NO_RULES, WordingRules
from app.domain.rules.time_limits import TimeLimits
from app.vault.casebook import Casebook


@dataclass(frozen=True)
class Session:
    """An open casebook, the clock (`now` returns UTC), the rules, the cards and the wording."""

    casebook: Casebook
    now: Callable[[], datetime]
    rules: Rules
    cards: Mapping[Stage, Card]
    wording: WordingRules = NO_RULES

    @property
    def clocks(self) -> TimeLimits:
        """The time limits that hold here now, with the college's own over the shipped ones."""
        return self.rules.clocks

    @property
    def user(self) -> Author:
        """Who unlocked the casebook."""
        return self.casebook.user

    @property
    def as_staff(self) -> StaffMember:
        """The user, as a form names a member of staff."""
        return StaffMember(self.user.name, self.user.role)

    def close(self) -> None:
        """Close the casebook and release its lock."""
        self.casebook.close()
