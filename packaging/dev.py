"""Sets DSL Casebook up, then runs, tests, checks, measures or builds it.

Standard library only, so that a fresh machine with Python 3.11 or newer needs nothing beforehand.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence

if sys.version_info < (3, 11):
    sys.exit(f"DSL Casebook needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.")

import machine  # only after the check that this Python is new enough to read it
from machine import ROOT

GATES: dict[str, tuple[str, ...]] = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "--output-format", "concise", "."),
    "types": ("-m", "mypy", "--strict", "app", "packaging"),
    "layers": ("-c", "from importlinter.cli import lint_imports_command as main; main()"),
    "sizes": ("packaging/sizes.py",),
    "house": ("packaging/house.py",),
}
"""Every gate of `check`, the quickest first, as arguments to Python."""

LEAKS = (
    "PYTHON",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "OPENSSL_CONF",
    "OPENSSL_MODULES",
)
"""Prefixes of environment variables that could load code of another installation."""


def main() -> int:
    """Carry out the command asked for and return the exit code of what was run."""
    work = (run, test, check, bench, mutations, build)
    commands = {command.__name__: command for command in work}
    parser = argparse.ArgumentParser(
        prog="dev.py",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="\n".join(f"{name:<9} {command.__doc__}" for name, command in commands.items()),
    )
    parser.add_argument("command", choices=commands)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on to what is run")
    asked = parser.parse_args()
    rest = asked.rest[1:] if asked.rest[:1] == ["--"] else asked.rest
    try:
        machine.prepare()
    except machine.MissingError as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 2
    return commands[asked.command](rest)


def run(rest: Sequence[str]) -> int:
    """Open DSL Casebook; without a display, perform the tour into ./tour instead."""
    if machine.has_display():
        return python("-m", "app", *rest)
    if rest:
        return python("-m", "app", *rest, screen=False)
    pictures = ROOT / "tour"
    code = python("-m", "app", "tour", str(pictures), screen=False)
    if code == 0:
        print(f"There is no display here, so the tour was performed instead. It is in {pictures}")
    return code


def test(rest: Sequence[str]) -> int:
    """Run every test, or those that the arguments choose as pytest would."""
    workers = str(min(4, os.cpu_count() or 1))
    return python("-m", "pytest", "-n", workers, "--dist", "worksteal", *rest, screen=False)


def check(rest: Sequence[str]) -> int:
    """Pass every gate, or those named: format, lint, types, layers, sizes, house."""
    chosen = [name for name in GATES if not rest or name in rest]
    if strange := set(rest) - set(chosen):
        print(f"No such gate: {', '.join(strange)}. There are {', '.join(GATES)}.")
        return 2
    failed = []
    for name in chosen:
        print(f"== {name}", flush=True)
        if python(*GATES[name], screen=False):
            failed.append(name)
    print(f"Not passed: {', '.join(failed)}." if failed else f"Passed: {', '.join(chosen)}.")
    return 1 if failed else 0


def bench(rest: Sequence[str]) -> int:
    """Measure how fast the casebook is."""
    return python("-m", "tests.bench", *rest, screen=False)


def mutations(rest: Sequence[str]) -> int:
    """Put faults into a copy of the source, one at a time, and see whether the tests notice."""
    return python("-m", "tests.mutations", *rest, screen=False)


def build(rest: Sequence[str]) -> int:
    """Build the frozen program into dist/ and start it once, to see that it lives."""
    spec = ("packaging/casebook.spec", "--noconfirm", "--log-level", "WARN")
    code = python("-m", "PyInstaller", *spec, *rest, screen=False)
    return code or python("packaging/smoke.py", screen=False)


def python(*arguments: str, screen: bool = True) -> int:
    """Run the Python of .venv in the project's folder and return its exit code."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(LEAKS)}
    if not screen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        ended = subprocess.run([machine.PYTHON, *arguments], cwd=ROOT, env=environment, check=False)
    except KeyboardInterrupt:
        return 130
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
