"""Where the program's own files and the user's casebook are, frozen or not."""

import sys
from pathlib import Path

from platformdirs import user_data_path


def resources() -> Path:
    """Give the folder of dated data and icons that comes with the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).parent.parent / "resources"


def usual_casebook() -> Path:
    """Give the folder a new casebook is offered: local to this machine, never a synchronised one."""
    return user_data_path("DSL Casebook", appauthor=False, roaming=False) / "Casebook"
