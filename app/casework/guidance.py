"""Dated data that comes with the program: guidance cards, limits, wording rules and contacts."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec

from app.domain.kit.stage import Stage
from app.domain.kit.wording_guard import WordingRules
from app.domain.rules.clocks import TimeLimit, TimeLimits
from app.domain.rules.directory import Contact, Directory


class CardPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to keep in mind: a few words in bold, and the rest of the sentence."""

    lead: str
    text: str


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The guidance that belongs to one stage, with its source and the day it was checked.

    `do` and `do_not` are what every member of staff keeps to, for the card on their desk.
    """

    title: str
    source: str
    edition: str
    checked: date
    point: tuple[CardPoint, ...]
    do: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()


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
    """Read the limits of clocks, with England's bank holidays in these years."""
    import holidays  # noqa: PLC0415 it loads half a second long, and the unlock screen is not to wait

    text = (resources / "clocks.toml").read_text("utf-8")
    limits = msgspec.convert(tomllib.loads(text), dict[str, TimeLimit])
    closed = holidays.country_holidays("GB", subdiv="ENG", years=years)
    return TimeLimits(limits, frozenset(closed))
