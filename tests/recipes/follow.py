"""Follow the recipes of CONTRIBUTING.md to the letter, as somebody with the page in hand would."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
COPIED = (
    "app",
    "packaging",
    "resources",
    "tests",
    "pyproject.toml",
    "README.md",
    "CONTRIBUTING.md",
)
LEFT = shutil.ignore_patterns("golden", "failed", "bench")

_STEP = re.compile(
    r"""
    ^ (?: New[ ]file[ ]`(?P<new>[^`]+)`
        | `(?P<file>[^`]+)`,[ ](?P<where>[a-z ]+?) (?:[ ]`(?P<line>[^`]+)`)? ) :\n\n
    ```\w*\n (?P<box>.*?) ^```$
    | ^```sh\n (?P<run>.*?) ^```$
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)


class Step(NamedTuple):
    """One step of a recipe: a box that goes somewhere, or lines to run."""

    recipe: str
    file: str
    where: str
    line: str
    box: str


def recipes() -> dict[str, tuple[Step, ...]]:
    """Return the steps of each recipe, by its heading."""
    _, *parts = re.split(r"^### (.+)\n", PAGE.partition("\n## Recipes\n")[2], flags=re.MULTILINE)
    return {
        name: tuple(_steps(name, text)) for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def _steps(recipe: str, text: str) -> Iterator[Step]:
    for found in _STEP.finditer(text):
        part = found.groupdict()
        file = part["new"] or part["file"] or ""
        where = "new file" if part["new"] else part["where"] or "run"
        yield Step(recipe, file, where, part["line"] or "", part["box"] or part["run"])


def copy(to: Path) -> None:
    """Copy what the recipes change and what tries them, without the golden screens."""
    to.mkdir()
    for name in COPIED:
        there = ROOT / name
        if there.is_dir():
            shutil.copytree(there, to / name, ignore=LEFT)
        else:
            shutil.copy2(there, to / name)


def follow(step: Step, root: Path) -> None:
    """Do what one step says. Raises ValueError for a place that is not one line of the file."""
    if step.where == "run":
        for line in step.box.splitlines():
            python(root, *line.removeprefix("python ").split())
        return
    file = root / step.file
    if step.where == "new file":
        with file.open("x", encoding="utf-8") as new:
            new.write(step.box)
        return
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = len(lines) if step.where == "at the end" else _place(lines, step)
    before, after = {
        "at the end": (at, at),
        "before": (at, at),
        "after": (at + 1, at + 1),
        "in place of": (at, at + 1),
    }[step.where]
    file.write_text("".join([*lines[:before], step.box, *lines[after:]]), encoding="utf-8")


def _place(lines: list[str], step: Step) -> int:
    found = [at for at, line in enumerate(lines) if line.strip() == step.line]
    if len(found) != 1:
        raise ValueError(f"{step.recipe}: `{step.line}` is {len(found)} lines of {step.file}")
    return found[0]


def python(root: Path, *arguments: str) -> str:
    """Run Python in a copy and return what it says. Raises AssertionError when it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout
