"""The only place that wires things: arguments, dated data, application, and the way in."""

import os
import sys
from collections.abc import Sequence

from app.cli import read_arguments


def main(arguments: Sequence[str] | None = None) -> int:
    """Run DSL Casebook and give the exit code."""
    asked = read_arguments(sys.argv[1:] if arguments is None else arguments)
    os.umask(0o077)
    if asked.command == "tour":
        from app.tour.tour import run_tour

        return run_tour(asked)

    from app import paths
    from app.casework.opening import read_program
    from app.ui.shell.application import make_application
    from app.ui.shell.entrance import Entrance
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
