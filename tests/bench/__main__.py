"""Measure how long things take, as ratios to something plain in the same run."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import paths
from app.casework.desk import Desk
from app.casework.guidance import read_wording
from app.casework.opening import Program, create_casebook, unlock_casebook
from app.casework.reading import find_cases, find_people, list_cases, read_day, same_elsewhere
from app.casework.recording import seal
from app.domain.answers import Involved, Person, PersonKind, Role
from app.domain.case import Case
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.copies import CopiesFound
from app.domain.wording_guard import remarks
from app.vault.keyfile import read_keys
from app.vault.keys import FULL_COST, LEAST_COST, open_slot
from tests.casefold import concern
from tests.desks import PASSPHRASE, Clock, first_run, new_desk, program
from tests.domain.ledger import GROUP, found

RUNS = 5


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Give the median of several runs, in seconds, after one that does not count."""
    times = []
    for run in range(runs + 1):
        begun = time.perf_counter()
        work()
        if run:
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def tell(what: str, took: float, plain: str, than: float) -> None:
    """Print one measurement with its ratio."""
    ratio = f"{took / than:>7.2f} x {plain} ({than * 1000:.1f} ms)"
    print(f"{what:<44}{took * 1000:>9.1f} ms   {ratio}")


def starting(folder: Path) -> None:
    """Compare a start as far as the unlock screen with a bare window."""

    def start(*what: str) -> Callable[[], object]:
        command = [sys.executable, "-m", "tests.bench.start_once", *what]
        return lambda: subprocess.run(command, check=True, stderr=subprocess.DEVNULL)

    bare = median(start("bare"))
    tell("start to unlock screen", median(start("unlock", str(folder))), "a bare window", bare)


def unlocking(folder: Path, real: Program) -> None:
    """Compare unlock to Today, shown, with the derivation of the key alone."""
    from PySide6.QtWidgets import QWidget

    from app.ui.application import make_application
    from app.ui.shell.window import Window

    application = make_application()
    (slot,) = read_keys(folder).slots

    def whole() -> None:
        desk = unlock_casebook(real, folder, PASSPHRASE)
        window = Window(desk, case_page=lambda *_: QWidget(), replace_process=lambda: None)
        window.show()
        application.processEvents()
        window.close()

    casebook = read_keys(folder).casebook
    key = median(lambda: open_slot(slot, PASSPHRASE, casebook=casebook, least=LEAST_COST))
    tell("unlock to Today", median(whole), "the key alone", key)


def wording() -> None:
    """Compare the wording guard over a long answer with one plain pass over the same text."""
    rules = read_wording(paths.resources())
    text = ("She walked home with a friend and said little. " * 300)[:10_000]
    plain = median(lambda: [text.split() for _ in range(10)])
    tell(
        "wording guard, 10,000 characters",
        median(lambda: remarks(text, rules)),
        "ten splits",
        plain,
    )


def _with_group(desk: Desk) -> Case:
    """Seal a case with a group chat that one other case speaks of."""
    told = concern(account="The chat “Y11 banter” was spoken of.")
    seal(desk, ConcernReceived, told)
    case = seal(desk, ConcernReceived, concern())
    return seal(desk, CopiesFound, found(GROUP)[1], case=case)


def many(folder: Path, cases: int) -> None:
    """Compare everyday work among many cases with the same work among one."""
    clock = Clock()
    few, full = new_desk(folder / "few", clock), new_desk(folder / "full", clock)
    seal(few, ConcernReceived, concern())
    for number in range(cases):
        clock.at += timedelta(seconds=1)
        person = Person(id=f"p{number}", kind=PersonKind.LEARNER, name=f"Robin Example{number}")
        seal(full, ConcernReceived, concern(people=(Involved(person, (Role.PICTURED,)),)))
    here = {desk: _with_group(desk) for desk in (few, full)}
    print(f"with {cases:,} cases, compared with one case:")
    for what, work in {
        "the day list": read_day,
        "the list of cases": list_cases,
        "finding a person by part of a name": lambda desk: find_people(desk, "robin ex"),
        "finding cases by a word": lambda desk: find_cases(desk, "picture"),
        "finding the same group in other cases": lambda desk: list(
            same_elsewhere(desk, here[desk])
        ),
        "sealing a concern": lambda desk: seal(desk, ConcernReceived, concern()),
    }.items():
        alone = median(lambda work=work: work(few))
        tell(f"  {what}", median(lambda work=work: work(full)), "with one", alone)
    few.close()
    full.close()


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--cases", type=int, default=1000, help="how many cases are many")
    cases = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = program(Clock())
        real = Program(Clock(), data.clocks, data.cards, FULL_COST, LEAST_COST)
        create_casebook(real, first_run(folder / "real")).close()
        starting(folder / "real")
        unlocking(folder / "real", real)
        wording()
        many(folder, cases)


if __name__ == "__main__":
    main()
