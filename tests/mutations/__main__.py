"""Put each fault of the list into a copy of the project, and see whether the tests notice it."""

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue

import pytest

from tests.mutations import ROOT, Mutation, problems, read_mutations


class Outcome(StrEnum):
    """What became of a mutation."""

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    DOES_NOT_APPLY = "DOES NOT APPLY"
    NOT_TRIED = "NOT TRIED"
    """Pytest found nothing to run, or could not: that is no proof that a test noticed."""


_MEANS: dict[int, Outcome] = {
    pytest.ExitCode.OK: Outcome.SURVIVED,
    pytest.ExitCode.TESTS_FAILED: Outcome.CAUGHT,
}


def main() -> int:
    """Try the mutations asked for and return 0 when every one was caught."""
    parser = argparse.ArgumentParser(prog="dev.py mutations", description=__doc__)
    parser.add_argument("words", nargs="*", help="only those whose sentence or file holds one")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    asked = parser.parse_args()
    chosen = [one for one in read_mutations() if not asked.words or one.holds(asked.words)]
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.jobs):
            trees.put(copied(Path(folder, str(number))))
        tests = dict.fromkeys(test for mutation in chosen for test in mutation.caught_by)
        whole = ran(Path(folder, "0"), tests)
        if whole.returncode != pytest.ExitCode.OK:
            print(whole.stdout, "On the source as it is these tests do not pass.", sep="\n")
            return 2
        with ThreadPoolExecutor(asked.jobs) as pool:
            caught = 0
            for one, outcome in zip(chosen, pool.map(partial(tried, trees), chosen), strict=True):
                print(f"{outcome:<16}{one.breaks}", flush=True)
                caught += outcome is Outcome.CAUGHT
    print(f"caught {caught} of {len(chosen)}")
    return int(caught < len(chosen))


def copied(tree: Path) -> Path:
    """Copy what git has of the project, as it lies here, and compile it.

    The compiled modules are told by their content: a fault put in and taken out within a second
    leaves a file of the same time, and perhaps of the same size.
    """
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tree / name)
    by_content = PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(tree / "app", quiet=1, invalidation_mode=by_content)
    return tree


def tried(trees: SimpleQueue[Path], mutation: Mutation) -> Outcome:
    """Try one mutation in a tree that nobody else is using meanwhile."""
    if any(problems(mutation)):
        return Outcome.DOES_NOT_APPLY
    tree = trees.get()
    path = tree / mutation.file
    source = path.read_text("utf-8")
    try:
        path.write_text(mutation.put_into(source), "utf-8")
        return _MEANS.get(ran(tree, mutation.caught_by).returncode, Outcome.NOT_TRIED)
    finally:
        path.write_text(source, "utf-8")
        trees.put(tree)


def ran(tree: Path, tests: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """Run tests in a tree until one fails."""
    kept = (f"--basetemp={tree}-tmp", "-p", "no:cacheprovider", "-p", "no:randomly")
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-n", "0", *kept, *tests]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
