"""Documents of a case: what can be made, its draft, its issue, and an issued one again."""

import hashlib
from itertools import zip_longest

import msgspec

from app.casework.beside import beside_of, read_beside, write_beside
from app.casework.desk import Desk
from app.casework.recording import seal_own
from app.documents.content import Content, Issue
from app.documents.document import Document, finished
from app.documents.kinds import Offer, offer_again, offer_of
from app.documents.page import College
from app.documents.referral_words import NOT_KNOWN
from app.domain.answers import StaffMember
from app.domain.case import Case, documents_of, fold
from app.domain.item import Item
from app.domain.moments import moment
from app.domain.record import EntryId
from app.domain.stages.document import DocumentIssued, Reader
from app.vault.events import Action

TEAM = "Safeguarding Team"


class Ready(msgspec.Struct, frozen=True):
    """One section of a letter, with the labels that will be printed as not known."""

    letter: str
    heading: str
    open: tuple[str, ...]


class Prepared(msgspec.Struct, frozen=True):
    """A document's content, frozen, so that it can be set on pages beside the window."""

    content: Content
    offer: Offer
    replaces: str = ""


class Issued(msgspec.Struct, frozen=True):
    """A document that has been issued, and the case with the entry that says so."""

    case: Case
    document: Document


class Again(msgspec.Struct, frozen=True):
    """An issued document made once more; `same` when it is what was issued, byte for byte."""

    pdf: bytes
    same: bool


def letter_of(case: Case, referral: EntryId) -> Offer:
    """Give the letter of a referral to children's social care. Raises LookupError without one."""
    (child,) = (one.opened.child for one in case.referrals if one.id == referral)
    return offer_of(case, "social_care", child, None, referral)


def readiness(desk: Desk, case: Case, referral: EntryId) -> tuple[Ready, ...]:
    """Say, section by section, what the letter of a referral does not know yet."""
    content = prepare(desk, case, letter_of(case, referral)).content
    return tuple(
        Ready(
            section.letter,
            section.heading,
            tuple(label for label, answer in section.rows if NOT_KNOWN in answer),
        )
        for section in content.sections
    )


def prepare(desk: Desk, case: Case, offer: Offer, replaces: str = "") -> Prepared:
    """Gather what a document says today, as a draft. `replaces` is the number of an older one."""
    return Prepared(_content(desk, case, offer, replaces, draft=True), offer, replaces)


def prepare_anew(desk: Desk, case: Case, number: str) -> Prepared:
    """Gather as a draft what an issued document would say today, to take the place of that one.

    Raises KeyError when no document has this number.
    """
    return prepare(desk, case, offer_again(case, _issued(case, number)), number)


def set_on_pages(prepared: Prepared) -> Document:
    """Make the PDF of a prepared document. Touches no casebook: meant for a worker."""
    return finished(prepared.content)


def issue(desk: Desk, case: Case, offer: Offer, why: str = "", replaces: str = "") -> Issued:
    """Issue a document: without a watermark, with an entry that has its SHA-256.

    Nothing has left before the seal: what a document must not say is found in the finished PDF,
    between the pages and the seal.
    """
    made = finished(_content(desk, case, offer, replaces, draft=False))
    said, kind, subject = made.content, offer.kind, offer.subject
    entry = DocumentIssued(
        issued_at=moment(said.issue.at),
        number=said.issue.number,
        key=kind.key,
        kind=said.kind,
        recipient=said.recipient,
        readers=Reader(kind.audience.value),
        child=subject.person,
        reader=subject.reader,
        referral=subject.entry,
        why=why or said.title,
        replaces=replaces or None,
        edition=said.issue.edition or None,
        pages=str(made.pages),
        words=made.words,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        record_head=said.issue.record_head,
        sender=write_sender(said.issue.college),
        beside=write_beside(said.issue.beside),
    )
    after = seal_own(desk, entry, case)
    desk.casebook.events.note(Action.DOCUMENT_ISSUED, case.id, {"number": entry.number})
    return Issued(after, made)


def issued_again(desk: Desk, case: Case, number: str) -> Again:
    """Make an issued document again from the record as it stood. Raises KeyError if unknown."""
    item = _item(case, number)
    entry = _issued(case, number)
    before = fold([one.sealed for one in case.items[: case.items.index(item)]])
    offer = offer_again(before, entry)
    author = item.sealed.author
    circumstances = Issue(
        college=read_sender(entry.sender) or college_of(desk),
        number=number,
        at=entry.issued_at.at,
        record_head=entry.record_head,
        author=StaffMember(author.name, author.role),
        edition=entry.edition or "",
        replaces=entry.replaces or "",
        beside=read_beside(entry.beside),
    )
    pdf = finished(offer.kind.content(before, offer.subject, circumstances)).pdf
    return Again(pdf, hashlib.sha256(pdf).hexdigest() == entry.digest)


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


def _content(desk: Desk, case: Case, offer: Offer, replaces: str, *, draft: bool) -> Content:
    card = desk.cards.get(offer.kind.stage)
    circumstances = Issue(
        college=college_of(desk),
        number=f"{case.number}-D{len(documents_of(case)) + 1}",
        at=moment(desk.now()).at,
        record_head=desk.casebook.journal.head(case.id).hash.hex(),
        author=desk.as_staff,
        edition=card.edition if card else "",
        replaces=replaces,
        draft=draft,
        beside=beside_of(desk, case, offer.kind),
    )
    return offer.kind.content(case, offer.subject, circumstances)


def _item(case: Case, number: str) -> Item:
    for item in case.items:
        if isinstance(item.form, DocumentIssued) and item.form.number == number:
            return item
    raise KeyError(number)


def _issued(case: Case, number: str) -> DocumentIssued:
    form = _item(case, number).form
    assert isinstance(form, DocumentIssued)
    return form
