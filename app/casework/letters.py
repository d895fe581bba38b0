"""Letters: what is still open in one, its draft, its issue, and an issued one again."""

import hashlib
from itertools import zip_longest

import msgspec

from app.casework.desk import Desk
from app.casework.recording import seal_own
from app.documents import letter, social_care
from app.documents.letter import Content, Letter
from app.documents.page import College
from app.documents.referral_words import NOT_KNOWN
from app.domain.case import Case, documents_of, fold
from app.domain.moments import moment
from app.domain.record import EntryId
from app.domain.referral import Referral
from app.domain.stages.document import DocumentIssued
from app.vault.events import Action

TEAM = "Safeguarding Team"


class Ready(msgspec.Struct, frozen=True):
    """One section of a letter, with the labels that will be printed as not known."""

    letter: str
    heading: str
    open: tuple[str, ...]


class Prepared(msgspec.Struct, frozen=True):
    """A letter's content, frozen, so that it can be set on pages beside the window."""

    content: Content
    referral: EntryId

    @property
    def number(self) -> str:
        """The number the letter has, or would have."""
        return self.content.number

    @property
    def recipient(self) -> str:
        """Who it is for."""
        return self.content.recipient


class Issued(msgspec.Struct, frozen=True):
    """A letter that has been issued, and the case with the entry that says so."""

    case: Case
    letter: Letter


class Again(msgspec.Struct, frozen=True):
    """An issued letter made once more; `same` when it is what was issued, byte for byte."""

    pdf: bytes
    same: bool


def readiness(desk: Desk, case: Case, referral: EntryId) -> tuple[Ready, ...]:
    """Say, section by section, what the letter of a referral does not know yet."""
    content = prepare_social_care(desk, case, referral).content
    return tuple(
        Ready(
            section.letter,
            section.heading,
            tuple(label for label, answer in section.rows if NOT_KNOWN in answer),
        )
        for section in content.sections
    )


def prepare_social_care(desk: Desk, case: Case, referral: EntryId) -> Prepared:
    """Gather what the letter of a referral says today, as a draft."""
    return Prepared(_content(desk, case, referral, draft=True), referral)


def set_on_pages(prepared: Prepared) -> Letter:
    """Make the PDF of a prepared letter. Touches no casebook: meant for a worker."""
    return letter.finished(prepared.content)


def issue_social_care(desk: Desk, case: Case, referral: EntryId, why: str = "") -> Issued:
    """Issue the letter of a referral: without a watermark, with an entry that has its SHA-256."""
    made = letter.finished(_content(desk, case, referral, draft=False))
    assert made.issued
    entry = DocumentIssued(
        issued_at=moment(made.issued),
        number=made.number,
        kind=made.kind,
        recipient=made.recipient,
        child=_referral(case, referral).opened.child,
        referral=referral,
        why=why or made.title,
        pages=str(made.pages),
        words=made.words,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        record_head=_head(desk, case),
        sender=write_sender(college_of(desk)),
    )
    after = seal_own(desk, entry, case)
    desk.casebook.events.note(Action.DOCUMENT_ISSUED, case.id, {"number": made.number})
    return Issued(after, made)


def issued_again(desk: Desk, case: Case, number: str) -> Again:
    """Make an issued letter again from the record as it stood. Raises KeyError if unknown."""
    before = _before(case, number)
    (issued,) = (document for document in documents_of(case) if document.number == number)
    assert issued.referral
    content = social_care.content(
        before,
        _referral(before, issued.referral),
        read_sender(issued.sender) or college_of(desk),
        number=number,
        at=issued.issued_at.at,
        record_head=issued.record_head,
    )
    pdf = letter.finished(content).pdf
    return Again(pdf, hashlib.sha256(pdf).hexdigest() == issued.digest)


def college_of(desk: Desk) -> College:
    """Give the sender of every document, as set up for this casebook."""
    kept = desk.casebook.settings.all()
    return College(
        name=kept.get("college", ""),
        team=TEAM,
        address=kept.get("address", ""),
        phone=kept.get("telephone", ""),
        mailbox=kept.get("mailbox", ""),
    )


def write_sender(college: College) -> str:
    """Write a sender as lines, one for each part, empty ones too."""
    parts = (getattr(college, name) for name in College.__struct_fields__)
    return "\n".join(" ".join(part.split()) for part in parts).rstrip("\n")


def read_sender(written: str | None) -> College | None:
    """Read a sender as `write_sender` wrote it; None for a document issued before it was kept."""
    if written is None:
        return None
    return College(
        **dict(zip_longest(College.__struct_fields__, written.split("\n"), fillvalue=""))
    )


def _content(desk: Desk, case: Case, referral: EntryId, *, draft: bool) -> Content:
    return social_care.content(
        case,
        _referral(case, referral),
        college_of(desk),
        number=f"{case.number}-D{len(documents_of(case)) + 1}",
        at=moment(desk.now()).at,
        record_head=_head(desk, case),
        draft=draft,
    )


def _head(desk: Desk, case: Case) -> str:
    return desk.casebook.journal.head(case.id).hash.hex()


def _referral(case: Case, referral: EntryId) -> Referral:
    (found,) = (one for one in case.referrals if one.id == referral)
    return found


def _before(case: Case, number: str) -> Case:
    """Read the case as it stood when a document was issued."""
    sealed = [item.sealed for item in case.items]
    for place, item in enumerate(case.items):
        if isinstance(item.form, DocumentIssued) and item.form.number == number:
            return fold(sealed[:place])
    raise KeyError(number)
