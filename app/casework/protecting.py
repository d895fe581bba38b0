"""A protected copy of an issued paper: the file is safely written before the record names it."""

import hashlib
from itertools import chain, count
from pathlib import Path

import msgspec

from app.casework.documents import PreparedPaper, college_of, prepare_again, render_again
from app.casework.recording import read_case, seal_own
from app.casework.saving import NotSaved, note_left, take_away, write_whole
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.forms.sharing import DocumentProtected
from app.domain.kit.moments import moment
from app.domain.kit.record import CaseId
from app.domain.kit.words import FOR_A_FILE, passphrase
from app.typesetting.content import Issue
from app.typesetting.document import passphrase_slip, protected
from app.vault.events import Action


class ToProtect(msgspec.Struct, frozen=True):
    """An issued paper, and what its slip says, so that a worker thread can make both."""

    case: CaseId
    number: str
    document: PreparedPaper
    slip: Issue


class Protected(msgspec.Struct, frozen=True):
    """A protected copy and the slip with its passphrase."""

    case: CaseId
    number: str
    pdf: bytes
    slip: bytes


class Saved(msgspec.Struct, frozen=True):
    """A copy that was written, with its SHA-256. Its slip is only in memory."""

    case: CaseId
    number: str
    digest: str
    pdf: Path
    slip: bytes

    def take_away(self) -> None:
        """Delete the file if it is there and the disk allows it."""
        take_away(self.pdf)


def prepare_protected(session: Session, case: Case, number: str) -> ToProtect:
    """Prepare an issued paper and what its slip says. Raises KeyError for an unknown number."""
    prepared = prepare_again(session, case, number)
    circumstances = Issue(
        college=college_of(session),
        number=number,
        at=moment(session.now()).at,
        record_head=prepared.content.issue.record_head,
        author=session.as_staff,
    )
    return ToProtect(case.id, number, prepared, circumstances)


def protect(asked: ToProtect) -> Protected:
    """Make a copy that only a new passphrase opens, and its slip. Meant for a worker thread.

    Raises LeakFound where the paper no longer comes out as issued and reveals somebody else.
    """
    secret = passphrase(FOR_A_FILE)
    pdf = protected(render_again(asked.document).pdf, secret)
    made = passphrase_slip(asked.slip, secret)
    return Protected(asked.case, asked.number, pdf, made.pdf)


def write_protected(made: Protected, folder: Path) -> Saved:
    """Write the copy, durable on return; its slip stays in memory. Raises NotSaved.

    Meant for a worker thread. A copy already there keeps its name: its own slip opens only that
    copy.
    """
    pdf = _free_name(folder, made.number)
    try:
        write_whole(pdf, made.pdf)
    except NotSaved:
        take_away(pdf)  # written, but perhaps not for good
        raise
    return Saved(made.case, made.number, hashlib.sha256(made.pdf).hexdigest(), pdf, made.slip)


def save_protected(asked: ToProtect, folder: Path) -> Saved:
    """Make a protected copy and its slip, and write the copy. Meant for a worker thread."""
    return write_protected(protect(asked), folder)


def refuse_beside(copy: Path, slip: Path) -> None:
    """Raise NotSaved for a slip in the folder of the copy that it opens."""
    if slip.parent.resolve() == copy.parent.resolve():
        raise NotSaved("the protected copy lies in this folder, and whoever finds both can read it")


def seal_protected(session: Session, saved: Saved) -> Case:
    """Seal the entry that there is a copy, with its SHA-256, and never the passphrase.

    Deletes the copy again when that fails, and raises the vault's errors.
    """
    noted = DocumentProtected(
        saved_at=moment(session.now()), number=saved.number, digest=saved.digest
    )
    try:
        case = seal_own(session, noted, read_case(session, saved.case))
        note_left(session, Action.DOCUMENT_SAVED, saved.number, saved.case)
    except BaseException:
        saved.take_away()
        raise
    return case


def _free_name(folder: Path, number: str) -> Path:
    """Return a free path: `…-protected.pdf`, or `…-protected-2.pdf` where that is taken."""
    afters = chain(("",), (f"-{again}" for again in count(2)))
    names = (f"{number}-protected{after}.pdf" for after in afters)
    return next(path for name in names if not (path := folder / name).exists())
