"""Dated data that comes with the program: guidance cards, time limits, wording rules, contacts."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from app.casework.overlays import OverlayKind, laid_over, own_values
from app.domain.case.duty import Duty
from app.domain.case.summary import Summary
from app.domain.kit.record import SealedEntry
from app.domain.kit.registry import UNREADABLE, read_whole
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage
from app.domain.kit.wording_guard import WordingRules
from app.domain.owed.summary_of import summarise
from app.domain.rules.directory import Contact, Directory
from app.domain.rules.time_limits import TimeLimit, TimeLimits
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


class CardPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to remember: a few words in bold, and the rest of the sentence."""

    lead: str
    text: str


class StaffRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that every member of staff does, or does not do, with its source."""

    text: str
    source: Cited


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The guidance for one stage, with the keys of its sources.

    `do` and `do_not` are for every member of staff, on the card for their desk.
    """

    title: str
    source: tuple[Cited, ...]
    edition: str
    point: tuple[CardPoint, ...]
    do: tuple[StaffRule, ...] = ()
    do_not: tuple[StaffRule, ...] = ()


def read_cards(resources: Path) -> Mapping[Stage, Card]:
    """Read the guidance card of every stage that has one."""
    files = ((stage, resources / "guidance" / f"{stage.value}.toml") for stage in Stage)
    return {
        stage: msgspec.convert(tomllib.loads(file.read_text("utf-8")), Card)
        for stage, file in files
        if file.exists()
    }


def read_wording(resources: Path) -> WordingRules:
    """Read the rules of the wording guard."""
    text = (resources / "wording.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), WordingRules)


def read_directory(resources: Path) -> Directory:
    """Read the agencies and helplines that ship with the program."""
    text = (resources / "directory.toml").read_text("utf-8")
    return Directory(msgspec.convert(tomllib.loads(text), dict[str, Contact]))


def read_clocks(resources: Path, years: Iterable[int]) -> TimeLimits:
    """Read the time limits of clocks, with England's bank holidays in these years."""
    import holidays  # noqa: PLC0415 it loads half a second, and the unlock screen must not wait

    text = (resources / "clocks.toml").read_text("utf-8")
    limits = msgspec.convert(tomllib.loads(text), dict[str, TimeLimit])
    closed = holidays.country_holidays("GB", subdiv="ENG", years=years)
    return TimeLimits(limits, frozenset(closed))
