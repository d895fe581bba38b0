"""A protected copy of an issued document: both files are safe before the record speaks of them."""

import hashlib
from pathlib import Path

import msgspec

from app.casework.desk import Desk
from app.casework.documents import Prepared, college_of, prepare_again, set_again
from app.casework.recording import read_case, seal_own
from app.casework.saving import NotSaved, note_left, take_away, write_whole
from app.documents.content import Issue
from app.documents.protect import protected, slip
from app.domain.case import Case
from app.domain.moments import moment
from app.domain.record import CaseId
from app.domain.stages.document import DocumentProtected
from app.domain.words import FOR_A_FILE, passphrase
from app.vault.events import Action


class ToProtect(msgspec.Struct, frozen=True):
    """An issued document, and what its slip says, so that both are made beside the window."""

    case: CaseId
    number: str
    document: Prepared
    slip: Issue


class Protected(msgspec.Struct, frozen=True):
    """A protected copy and the slip with its passphrase."""

    case: CaseId
    number: str
    pdf: bytes
    slip: bytes


class Saved(msgspec.Struct, frozen=True):
    """What was written: the copy, with its SHA-256, and its slip."""

    case: CaseId
    number: str
    digest: str
    pdf: Path
    slip: Path

    def take_away(self) -> None:
        """Delete both files, as far as they are there and the disk lets go of them."""
        take_away(self.pdf, self.slip)


def prepare_protected(desk: Desk, case: Case, number: str) -> ToProtect:
    """Gather an issued document and what its slip says. KeyError when there is no such number."""
    prepared = prepare_again(desk, case, number)
    circumstances = Issue(
        college=college_of(desk),
        number=number,
        at=moment(desk.now()).at,
        record_head=prepared.content.issue.record_head,
        author=desk.as_staff,
    )
    return ToProtect(case.id, number, prepared, circumstances)


def protect(asked: ToProtect) -> Protected:
    """Make a copy that only a new passphrase opens, and the slip with it. Meant for a worker.

    Raises LeakFound where the document no longer comes out as issued and tells of somebody else.
    """
    secret = passphrase(FOR_A_FILE)
    pdf = protected(set_again(asked.document).pdf, secret)
    made = slip(asked.slip, secret)
    return Protected(asked.case, asked.number, pdf, made.pdf)


def write_protected(made: Protected, folder: Path) -> Saved:
    """Write both files or neither, durable on return. Meant for a worker. Raises NotSaved.

    A copy that stands there already keeps its name: its slip opens nothing but that one.
    """
    pdf, paper = _free_names(folder, made.number)
    saved = Saved(made.case, made.number, hashlib.sha256(made.pdf).hexdigest(), pdf, paper)
    try:
        write_whole(pdf, made.pdf)
        write_whole(paper, made.slip)
    except NotSaved:
        saved.take_away()
        raise
    return saved


def save_protected(asked: ToProtect, folder: Path) -> Saved:
    """Make a protected copy with its slip and write both. Meant for a worker."""
    return write_protected(protect(asked), folder)


def seal_protected(desk: Desk, saved: Saved) -> Case:
    """Write in the record that there is a copy, with its SHA-256, and never the passphrase.

    What cannot be recorded is taken away again: raises the vault's errors.
    """
    noted = DocumentProtected(saved_at=moment(desk.now()), number=saved.number, digest=saved.digest)
    try:
        case = seal_own(desk, noted, read_case(desk, saved.case))
        note_left(desk, Action.DOCUMENT_SAVED, saved.number, saved.case)
    except BaseException:
        saved.take_away()
        raise
    return case


def _free_names(folder: Path, number: str) -> tuple[Path, Path]:
    """Name the copy and its slip alike: `…-protected.pdf`, and `…-protected-2.pdf` for another."""
    count, after = 1, ""
    while True:
        names = (f"{number}-protected{after}.pdf", f"{number}-passphrase{after}.pdf")
        pdf, paper = (folder / name for name in names)
        if not (pdf.exists() or paper.exists()):
            return pdf, paper
        count += 1
        after = f"-{count}"
