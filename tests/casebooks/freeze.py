"""Freeze a casebook made by the code that runs this: `python -m tests.casebooks.freeze 0003`."""

import sys
from pathlib import Path

from app import paths
from app.documents.audience import paragraphs_for
from app.domain.case import Case
from app.domain.record import Audience
from app.practice.casefile import read_case_file
from app.practice.play import play
from tests.desks import Clock, new_desk

HERE = Path(__file__).parent
LEAVE = ("ballast.bin", "instance.lock")
"""What every casebook has and no frozen one needs."""


def told(case: Case) -> str:
    """Write what a case says: each entry, then every paragraph of it, one a line."""
    lines = [f"{case.number} {case.state.value}"]
    for item in case.items:
        sealed = item.sealed
        lines.append(f"{sealed.seq} {sealed.recorded:%Y-%m-%dT%H:%M:%SZ} {item.form.title}")
    lines += [f"{one.label}: {one.words}" for one in paragraphs_for(case, Audience.DSL)]
    return "\n".join(lines) + "\n"


def freeze(folder: Path, names: list[str]) -> None:
    """Play practice cases into a new casebook, and write beside it what each case says."""
    clock = Clock()
    files = [read_case_file(paths.resources() / "practice" / f"{name}.toml") for name in names]
    clock.at = files[0].steps[0].recorded
    desk = new_desk(folder, clock)
    cases = [play(desk, file, turn=lambda at: setattr(clock, "at", at)) for file in files]
    desk.close()
    for name in LEAVE:
        (folder / name).unlink(missing_ok=True)
    for case in cases:
        (folder / f"{case.number}.txt").write_text(told(case), encoding="utf-8")


if __name__ == "__main__":
    freeze(HERE / sys.argv[1], sys.argv[2:] or ["01-passed-on"])
