"""The rules of one casebook: the shipped ones, with the college's own values over them."""

from collections.abc import Sequence
from contextlib import suppress

import msgspec

from app.casework.overlays import OverlayKind, laid_over, own_values
from app.domain.case.duty import Duty
from app.domain.case.summary import Summary
from app.domain.kit.record import SealedEntry
from app.domain.kit.registry import UNREADABLE, read_whole
from app.domain.rules.clocks import TimeLimit, TimeLimits
from app.domain.rules.directory import Contact, Directory
from app.domain.rules.summary_of import summarise
from app.vault.settings import Settings

DUTY = "duty"
"""The name of the setting for the duty to report."""


class Rules:
    """What holds now. Lists and forms ask here, so a change counts as soon as it is read."""

    def __init__(self, clocks: TimeLimits, directory: Directory) -> None:
        self.shipped = clocks
        self.shipped_directory = directory
        self.clocks = clocks
        self.directory = directory

    def read(self, settings: Settings) -> None:
        """Read what the college has set in this casebook, as far as this version can read it."""
        duty = None
        with suppress(*UNREADABLE):
            duty = read_whole(settings.get(DUTY), Duty)
        limits = laid_over(TimeLimit, self.shipped.limits, own_values(settings, OverlayKind.CLOCK))
        self.clocks = msgspec.structs.replace(self.shipped, limits=limits, duty=duty)
        contacts = laid_over(
            Contact, self.shipped_directory.contacts, own_values(settings, OverlayKind.CONTACT)
        )
        self.directory = Directory(contacts)

    def summarise(self, entries: Sequence[SealedEntry]) -> Summary:
        """Return the summary of one case by the rules of the moment."""
        return summarise(entries, self.clocks)
