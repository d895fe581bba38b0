"""The start of the program: arguments, dated data, the application and its first window."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line: `command` is "open" or "tour". Ends the program on anything else."""
    parser = argparse.ArgumentParser(
        prog="dsl-casebook", description="An offline casebook for a Designated Safeguarding Lead."
    )
    parser.add_argument("--casebook", type=Path, help="the folder of the casebook to open")
    parser.set_defaults(command="open")
    commands = parser.add_subparsers(metavar="COMMAND")
    tour = commands.add_parser(
        "tour",
        help="play practice cases through the real windows and keep every screen and document",
    )
    tour.set_defaults(command="tour")
    tour.add_argument("out", type=Path, help="the folder to write screens and documents into")
    tour.add_argument("--case", type=Path, help="the case file to play, instead of the usual two")
    tour.add_argument(
        "--scheme", choices=("light", "dark"), default="light", help="the colours to show"
    )
    tour.add_argument(
        "--size", default="1366x768", help="the size of the window in pixels, such as 1366x768"
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run DSL Casebook and return the exit code."""
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    os.umask(0o077)
    if asked.command == "tour":
        from app.tour.tour import run_tour

        return run_tour(asked)

    from app import paths
    from app.casework.opening import read_program
    from app.ui.shell.entrance import Entrance, make_application
    from app.ui.shell.leave import start_again

    application = make_application()
    entrance = Entrance(
        read_program(paths.resources()),
        asked.casebook or paths.last_casebook(),
        leave=start_again,
        remember=paths.remember_casebook,
    )
    application.setProperty("entrance", entrance)
    return application.exec()
