"""Make desks for tests: real casebooks whose key costs little, on a clock that stands still."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from app.casework.documents import prepare_again, render_again
from app.casework.opening import (
    NewCasebook,
    Program,
    create_casebook,
    read_program,
    unlock_casebook,
)
from app.domain import forms
from app.domain.kit.registry import Registry
from app.paths import resources
from app.vault.keys import Cost
from tests.casefold import NOW
from tests.made import copied, shelf, unopened

PASSPHRASE = "harbour velvet seven lantern"
CHEAP = Cost(64, 1, 1)


class Clock:
    """Stands at one instant (UTC) until a test moves it."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **time: float) -> None:
        """Move on by days, hours or minutes."""
        self.at += timedelta(**time)


@cache
def _dated_data():
    return read_program(resources())


def program(clock) -> Program:
    """Return the program with a key that costs little."""
    data = _dated_data()
    return Program(clock, data.clocks, data.cards, CHEAP, CHEAP, data.wording, data.directory)


def first_run(folder: Path) -> NewCasebook:
    """Return what the first run would have asked for."""
    return NewCasebook(
        folder=folder,
        college="Example College",
        address="1 College Way, Exampleton EX1 1EX",
        telephone="01632 960001",
        name="R. Okafor",
        role="Designated Safeguarding Lead",
        passphrase=PASSPHRASE,
    )


@cache
def _made(at: datetime, known: Registry) -> Path:
    """Make a casebook at an instant by a program that knows these forms; it was never opened."""
    folder = shelf(f"desk-{at.timestamp()}-{id(known)}")
    with unopened():
        create_casebook(program(lambda: at), first_run(folder))
    return folder


def new_desk(folder: Path, clock):
    """Open a new casebook and return its session. All of one instant are of one making and key."""
    return unlock_casebook(
        program(clock), copied(_made(clock(), forms.REGISTRY), folder), PASSPHRASE
    )


def issued_again(session, case, number):
    """Make an issued document again in one go."""
    return render_again(prepare_again(session, case, number))
