"""Replace this process by a fresh one, so that a lock leaves nothing of the record in memory."""

import os
import subprocess
import sys
from collections.abc import Sequence


def start_again(arguments: Sequence[str] | None = None) -> None:
    """Replace this process by a new start of this program. Does not return.

    `arguments` replace the ones it was started with. Anything not kept is lost.
    """
    command = _command(arguments)
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # else the bundle takes us for its child
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    if sys.platform == "win32":
        # Windows has no exec: start a new process, and end this one without any clean-up.
        subprocess.Popen(command, env=environment, close_fds=True)  # noqa: S603 - ourselves
        os._exit(0)
    os.execve(command[0], command, environment)  # noqa: S606 - ourselves, without a shell


def _command(arguments: Sequence[str] | None) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, *(sys.argv[1:] if arguments is None else arguments)]
    started = sys.orig_argv[1:]
    if arguments is None:
        return [sys.executable, *started]
    own = len(sys.argv) - 1
    return [sys.executable, *(started[:-own] if own else started), *arguments]
