"""Measure how long things take, as ratios to something plain in the same run."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from app import paths
from app.casework.checking import check_typed
from app.casework.guidance import read_wording
from app.casework.opening import Program, create_casebook, unlock_casebook
from app.casework.reading import find_cases, find_people, list_cases, read_day, same_elsewhere
from app.casework.recording import seal
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopiesFound
from app.domain.kit.form import Form
from app.domain.kit.wording_guard import remarks
from app.ui.case.page import TABS, CasePage
from app.ui.shell.entrance import make_application
from app.ui.shell.window import Window
from app.vault.keyfile import read_keys
from app.vault.keys import FULL_COST, LEAST_COST, open_slot
from tests.bench.crowd import fill, words_of
from tests.bench.papers import bare, finished, letter, lines_of
from tests.casefold import concern
from tests.domain.ledger import GROUP, found
from tests.sessions import PASSPHRASE, Clock, first_run, new_desk, program

RUNS = 5
T = TypeVar("T")


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of several runs, in seconds, after one that does not count."""
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
    (slot,) = read_keys(folder).slots
    casebook = read_keys(folder).casebook
    key = median(lambda: open_slot(slot, PASSPHRASE, casebook=casebook, least=LEAST_COST))
    tell("unlock to Today", median(partial(unlock_to_today, real, folder)), "the key alone", key)


def unlock_to_today(by: Program, folder: Path) -> None:
    """Unlock a casebook, show the window with Today in it, and lock again."""
    window = window_of(unlock_casebook(by, folder, PASSPHRASE))
    window.show()
    QApplication.processEvents()
    window.close()


def window_of(session: Session) -> Window:
    """Make the window of an open casebook, as somebody sees it who works in it."""
    return Window(
        session, case_page=lambda session, _: CasePage(session), replace_process=lambda: None
    )


def turn_to(window: Window, page: str) -> None:
    """Go to a page of the window, as somebody does who waits for it."""
    window.show_page(page)
    QApplication.processEvents()


def type_in(window: Window, page: str, box: str, words: str) -> None:
    """Type words into a search field as somebody does who does not wait, and see what is found."""
    window.show_page(page)
    field = window.findChild(QLineEdit, box)
    assert field
    for end in (0, len(words)):
        field.setText(words[:end])
        field.returnPressed.emit()
        QApplication.processEvents()


def open_whole(window: Window, case: Case, form: type[Form] | None = None) -> None:
    """Open a case and look at each of its tabs, or at one form to fill in."""
    window.open_case(case.id)
    page = window.findChild(CasePage)
    assert page
    if form:
        page.handling.open_form(form)
    for tab in () if form else range(len(TABS)):
        page.show_tab(tab)
        QApplication.processEvents()
    QApplication.processEvents()


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


def papers() -> None:
    """Compare a letter, as it is issued, with its bare words by the same library."""
    content = letter()
    lines = lines_of(finished(content))
    plain = median(partial(bare, lines))
    tell("letter to social care", median(partial(finished, content)), "its bare words", plain)


def _with_group(session: Session) -> Case:
    """Seal a case with a group chat that one other case speaks of."""
    told = concern(account="The chat “Y11 banter” was spoken of.")
    seal(session, ConcernReceived, told)
    case = seal(session, ConcernReceived, concern())
    return seal(session, CopiesFound, found(GROUP)[1], case=case)


def many(folder: Path, cases: int) -> None:
    """Compare everyday work among many cases with the same work among one."""
    clock = Clock()
    few, full = new_desk(folder / "few", clock), new_desk(folder / "full", clock)
    fill(few, clock, 1)
    begun = time.perf_counter()
    fill(full, clock, cases)
    print(f"with {cases:,} cases, made in {time.perf_counter() - begun:.0f} s, and with one:")
    few.close()
    full.close()
    unlock = {"unlock to Today": partial(unlock_to_today, program(clock))}
    compare(unlock, folder / "few", folder / "full")
    everyday(*(unlock_casebook(program(clock), folder / name, PASSPHRASE) for name in NAMES))


NAMES = ("few", "full")


def everyday(few: Session, full: Session) -> None:
    """Compare what is done every day, each a step that the window waits for."""
    here = {id(session): _with_group(session) for session in (few, full)}
    shown = {id(session): window_of(session) for session in (few, full)}
    for window in shown.values():
        window.show()
    work: dict[str, Callable[[Session], object]] = {
        "turning to Today": lambda session: turn_to(shown[id(session)], "Today"),
        "turning to Cases": lambda session: turn_to(shown[id(session)], "Cases"),
        "turning to Documents": lambda session: turn_to(shown[id(session)], "Documents"),
        "filtering Cases": lambda session: type_in(
            shown[id(session)], "Cases", "cases_find", "pictu"
        ),
        "searching on Today": lambda session: type_in(
            shown[id(session)], "Today", "today_find", "robin"
        ),
        "opening a case and its tabs": lambda session: open_whole(
            shown[id(session)], here[id(session)]
        ),
        "opening the longest form": lambda session: open_whole(
            shown[id(session)], here[id(session)], LearnerConversation
        ),
        "the day list": read_day,
        "the list of cases": list_cases,
        "finding a person by part of a name": lambda session: find_people(session, "robin ex"),
        "finding a person by a word misheard": lambda session: find_people(
            session, "robyn egsample"
        ),
        "finding cases by a word": lambda session: find_cases(session, "picture"),
        "finding cases by half a word": lambda session: find_cases(session, "pictu"),
        "finding a group in other cases": lambda session: list(
            same_elsewhere(session, here[id(session)])
        ),
        "checking six words of a document": lambda session: check_typed(session, words_of(0)),
        "sealing a concern": lambda session: seal(session, ConcernReceived, concern()),
    }
    compare(work, few, full)
    for window in shown.values():
        window.close()


def compare(work: dict[str, Callable[[T], object]], few: T, full: T) -> None:
    """Tell how long each kind of work takes with many cases, as a ratio to one."""
    for what, done in work.items():
        alone = median(partial(done, few))
        tell(f"  {what}", median(partial(done, full)), "with one", alone)


def main() -> None:
    """Measure everything once."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases are many")
    cases = parser.parse_args().cases
    make_application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = program(Clock())
        real = Program(Clock(), data.clocks, data.cards, FULL_COST, LEAST_COST)
        create_casebook(real, first_run(folder / "real")).close()
        starting(folder / "real")
        unlocking(folder / "real", real)
        wording()
        papers()
        many(folder, cases)


if __name__ == "__main__":
    main()
