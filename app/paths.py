"""Where the program's own files and the user's casebook are, packaged or not."""

import sys
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_data_path


def resources() -> Path:
    """Return the folder of dated data and icons that comes with the program."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).parent.parent / "resources"


def usual_casebook() -> Path:
    """Return the folder to offer for a new casebook: local to this machine, not synchronised."""
    return user_data_path("DSL Casebook", appauthor=False, roaming=False) / "Casebook"


def last_casebook() -> Path:
    """Return the folder of the casebook last opened on this machine, or the usual folder."""
    with suppress(OSError):
        kept = _note().read_text("utf-8").strip()
        if kept:
            return Path(kept)
    return usual_casebook()


def remember_casebook(folder: Path) -> None:
    """Remember which casebook was opened last. It is a convenience: a failure changes nothing."""
    with suppress(OSError):
        _note().parent.mkdir(parents=True, exist_ok=True)
        _note().write_text(str(folder), "utf-8")


def _note() -> Path:
    return user_config_path("DSL Casebook", appauthor=False, roaming=False) / "last-casebook"
