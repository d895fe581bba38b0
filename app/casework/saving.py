"""Save a paper outside the casebook: the whole file or none of it, and nothing left beside it."""

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

from app.casework.session import Session
from app.domain.kit.record import CaseId
from app.vault.errors import DiskFull, MissingFile, ReadOnly, VaultError
from app.vault.events import Action
from app.vault.files import write_durably
from app.vault.instance import is_weak

EXPOSED = (
    "This folder is copied to other computers, shared, or can be carried away. Whoever comes to "
    "it can read the file."
)
_UNFINISHED = "unfinished-document.part"
"""The name of a file until it is whole. It reveals nothing, and the next save replaces it."""
_LONGEST_NAME = 255
_ONE_AT_A_TIME = Lock()
_REASONS: dict[type[VaultError], str] = {
    DiskFull: "the disk is full",
    ReadOnly: "this folder cannot be written to, or another program has the file open",
    MissingFile: "this folder is no longer there",
}


class NotSaved(Exception):
    """A file could not be written. The old file is still there; the paper is kept."""

    def __init__(self, reason: str) -> None:
        self.sentence = f"Nothing was saved: {reason}. Choose another place or try again."
        super().__init__(self.sentence)


def refuse_casebook(session: Session, path: Path) -> None:
    """Raise NotSaved for a path inside the folder of the casebook."""
    if path.resolve().is_relative_to(session.casebook.folder.resolve()):
        raise NotSaved("this is the folder of the casebook, which nothing else may be put in")


def is_exposed(folder: Path) -> bool:
    """Return whether others can reach the files in a folder, as far as is known; see EXPOSED."""
    return is_weak(folder)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, durable on return. Meant for a worker thread. Raises NotSaved.

    A power cut, a full disk or a stick pulled out leaves the old file or the new one. A crash may
    leave a file with a meaningless name beside it; the next save there deletes it.
    """
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise NotSaved("the name of the file is too long")
    if path.is_dir():
        raise NotSaved("there is a folder with this name")
    with _ONE_AT_A_TIME:
        with suppress(OSError):
            path.with_name(_UNFINISHED).unlink()
        try:
            write_durably(path, data, part=_UNFINISHED)
        except VaultError as error:
            raise NotSaved(_REASONS.get(type(error), "the disk reported an error")) from None


def take_away(*paths: Path) -> None:
    """Delete files that are there, as far as the disk allows it."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def note_left(session: Session, action: Action, number: str, case: CaseId | None = None) -> None:
    """Log that a document left the casebook: printed, or saved as a file."""
    session.casebook.events.note(action, case, {"number": number})
